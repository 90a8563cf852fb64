//! Every case on SQLite as a test of its own.

use std::pin::Pin;

use idw_eid_server::database::StoreAt;

use crate::cases::{agreement, operator, requests, room, sweeping, telling, wallets};
use crate::place::Place;

pub(crate) type Case = fn(Place) -> Pin<Box<dyn Future<Output = ()> + Send>>;

macro_rules! cases {
    ($($module:ident::$case:ident,)*) => {
        mod sqlite {
            $(
                #[tokio::test]
                async fn $case() {
                    super::$module::$case(super::Place::new(super::StoreAt::Sqlite).await).await;
                }
            )*
        }

        /// All of them, for the other database.
        pub(crate) const ALL: &[(&str, Case)] = &[$((stringify!($case), |place| Box::pin($module::$case(place))),)*];
    };
}

cases! {
    agreement::both_stores_say_the_same,
    requests::a_request_is_read_as_it_was_created,
    requests::the_same_key_gives_the_request_before,
    requests::the_first_decision_stands,
    requests::of_many_decisions_at_once_one_stands,
    requests::pdfs_are_kept_apart,
    requests::what_is_not_there_is_not_found,
    requests::a_service_keeps_its_keys,
    requests::an_open_database_answers,
    room::three_can_be_open_for_an_email,
    room::so_many_can_be_open_for_a_relying_party,
    room::so_many_are_kept_for_a_relying_party,
    room::so_much_that_is_signed_unseen_is_kept_for_a_relying_party,
    sweeping::what_is_over_ends_at_its_end,
    sweeping::a_result_is_kept_as_long_as_the_rule_says,
    sweeping::more_than_a_batch_is_swept_up,
    sweeping::what_wallets_leave_behind_is_swept_up,
    operator::a_relying_party_is_known_by_its_key,
    operator::names_are_unique_whatever_the_case,
    operator::a_relying_party_is_found_by_name_and_id,
    operator::what_a_relying_party_asked_goes_with_it,
    operator::users_are_listed_with_their_devices_and_codes,
    operator::a_user_stays_the_same_until_removed,
    operator::a_user_goes_with_everything_of_theirs,
    wallets::a_code_is_good_for_one_device,
    wallets::of_two_devices_with_one_code_one_is_bound,
    wallets::a_code_ends_after_a_day,
    wallets::a_key_belongs_to_one_person,
    wallets::a_nonce_is_good_for_one_call,
    wallets::a_session_ends,
    wallets::a_device_goes_with_its_sessions_and_certificates,
    wallets::a_device_that_was_removed_can_do_nothing,
    wallets::open_requests_come_the_oldest_first,
    wallets::a_device_decides_what_is_asked_of_its_person,
    wallets::a_certificate_is_kept_with_the_decision_that_stands,
    telling::those_who_wait_here_are_told_one_by_one,
    telling::what_others_did_is_told,
}
