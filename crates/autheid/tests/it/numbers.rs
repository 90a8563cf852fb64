//! The numbers of `proto/rp.proto`, against a list that was written apart from it. RPs have them built in.

use std::collections::BTreeMap;

/// Message or enum, then its members with their numbers.
const TABLE: &[(&str, &str)] = &[
    (
        "CreateRequest",
        "type 2, email 3, timeout_seconds 4, title 5, description 6, ra_pub_key 7, device_key 8, signature 10, \
         authenticate 11, idempotent_key 12, kyc 13, use_local_account 14, timestamp_created 15, \
         disable_biometric_authorization 16",
    ),
    ("DeviceKey", "key_id 1, use_new_devices 2, known_device_ids 3, register_key 4"),
    ("RegisterKey", "KEEP 0, REPLACE 1, ADD 2, CLEAR 3"),
    ("Authentication", "verified_only 1"),
    ("Signature", "serialization 1, invisible_data 2, verified_only 3"),
    ("KYC", "files_format 1"),
    ("CreateResponse", "success 1, request_id 3, timestamp 4, timestamp_created 5"),
    ("GetStatusRequest", "request_id 1"),
    ("GetStatusResponse", "success 1, request_id 3, status 5, status_code 6"),
    ("GetResultRequest", "request_id 1"),
    (
        "GetResultResponse",
        "success 1, device_id 3, request_id 4, signature 5, identification 6, device_name 10, kyc 11, email 12, \
         authentication 14, unique_user_id 15, status 16, status_code 17, idempotent_key 21, device_key 22, \
         timestamp_created 23, timestamp_finished 24",
    ),
    ("CancelRequest", "request_id 1"),
    ("CancelResponse", "success 1, request_id 3"),
    ("GetFileRequest", "request_id 1, file_type 2"),
    ("GetFileResponse", "success 1, request_id 3, file_type 5, data 6"),
    ("GetOcspRequest", "device_id 1"),
    ("GetOcspResponse", "certificate_client 1, certificate_issuer 2, ocsp_response 3"),
    ("AuthenticationResult", "jwt 1, is_verified 2"),
    (
        "SignatureResult",
        "serialization 1, signature_data 2, sign 3, user_pub_key 4, is_verified 5, certificate_client 6, \
         certificate_issuer 7, ocsp_response 8",
    ),
    (
        "SignatureData",
        "email 1, rp_name 2, title 3, description 4, timestamp_finished 5, timeout_seconds 6, ra_pub_key 7, \
         invisible_data 8, timestamp_created 9",
    ),
    (
        "IdentificationResult",
        "first_name 1, last_name 2, gender 3, date_of_birth 4, nationality 5, personal_number 6, residency_country 7, \
         residency_city 8, residency_postcode 9, residency_address 10, residency_address2 11, phone_number 12, \
         residency_area 13",
    ),
    (
        "KYCResult",
        "passport_issuing_state 1, passport_number 2, passport_expiration 3, screening_EU 14, screening_UN 15, \
         screening_PEP 16, screening_EU_info 17, screening_UN_info 18, screening_PEP_info 19, phone_number 20, \
         identification 21, kyc_pdf 25, residency_proof_pdf 26",
    ),
    ("File", "download_link 1, embedded 2"),
    ("DeviceKeyResult", "device_key_enc 10, device_key_part2 11"),
    ("Error", "error 1, error_code 2, message 3"),
    ("RequestType", "REQUEST_TYPE_UNSPECIFIED 0, DEVICE_KEY 1, AUTHENTICATION 3, SIGNATURE 4, IDENTIFICATION 5, KYC 6"),
    (
        "RequestStatus",
        "REQUEST_STATUS_UNSPECIFIED 0, SUCCESS 10000, NOT_READY 20001, TIMEOUT 20002, RP_CANCELLED 20003, \
         USER_CANCELLED 20004, ACCOUNT_NOT_VERIFIED 20005, WAITING_LOCAL_ACK 20006",
    ),
    ("Serialization", "SERIALIZATION_JSON 0, SERIALIZATION_PROTOBUF 1"),
    ("FileFormat", "DOWNLOAD_LINK 0, EMBEDDED 1"),
    ("FileType", "FILE_TYPE_UNSPECIFIED 0, KYC_PDF 1, RESIDENCY_PROOF_PDF 2"),
    ("ScreeningResult", "UNKNOWN 0, MATCH_FOUND 1, NO_MATCH_FOUND 2"),
    (
        "ErrorCode",
        "OK 0, INVALID_ARGUMENT 3, NOT_FOUND 5, PERMISSION_DENIED 7, RESOURCE_EXHAUSTED 8, FAILED_PRECONDITION 9, \
         INTERNAL 13, UNAVAILABLE 14, UNAUTHENTICATED 16",
    ),
];

/// What the file says, in the same form: the members of each block in the order of their numbers.
fn blocks(proto: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, Vec<(u32, String)>> = BTreeMap::new();
    let mut open = Vec::new();
    for line in proto.lines().map(str::trim) {
        let words: Vec<_> = line.trim_end_matches(';').split_whitespace().collect();
        match words.as_slice() {
            // The members of a group are those of its message.
            ["oneof", _, "{"] => open.push(open.last().cloned().expect("a group is in a message")),
            ["message" | "enum" | "service", name, "{"] => {
                open.push((*name).to_owned());
                found.entry((*name).to_owned()).or_default();
            }
            ["}"] => drop(open.pop()),
            [.., name, "=", number] if !open.is_empty() => {
                let block = found.get_mut(&open[open.len() - 1]).expect("the block was opened");
                block.push((number.parse().expect("a number"), (*name).to_owned()));
            }
            _ => {}
        }
    }
    let member = |(number, name): (u32, String)| format!("{name} {number}");
    found
        .into_iter()
        .filter(|(name, _)| name != "Requests")
        .map(|(name, mut members)| {
            members.sort();
            (name, members.into_iter().map(member).collect::<Vec<_>>().join(", "))
        })
        .collect()
}

#[test]
fn every_member_has_the_number_that_relying_parties_know() {
    let found = blocks(include_str!("../../proto/rp.proto"));
    for (name, members) in TABLE {
        assert_eq!(found.get(*name).map(String::as_str), Some(*members), "{name}");
    }
    assert_eq!(found.len(), TABLE.len(), "a message or enum is in one of the two alone");
}
