//! What someone who is logged in sees.

use idw_keys::Address;

use super::values::{application_card, attribute_table, file_row, files_of, time};
use super::{address_field, display_name, own_navigation, page, section};
use crate::config::Config;
use crate::front::html::Escaped;
use crate::front::state::{Arrived, did_of};
use crate::store::User;

/// Who is logged in, with what, and everything this site knows about them.
pub(crate) fn account(config: &Config, user: &User, own: &Arrived, is_linking: bool) -> String {
    let files = files_of(own);
    let name = display_name(user);
    let mut body = format!(
        "<header class=\"hero\"><h1>You are logged in as {}</h1>\
         <p class=\"lead\">Everything below is what this site holds about you.</p></header>",
        Escaped(&name)
    );
    body += &wallets(config, user, is_linking);
    let attributes = (!user.attributes.is_empty())
        .then(|| format!("<div class=\"card\">{}</div>", attribute_table(&user.attributes, &files)));
    body += &section("What this site knows about you", attributes.into_iter(), "Nothing: no wallet has signed up.");
    let rows: String = own.files.iter().map(file_row).collect();
    let documents =
        (!rows.is_empty()).then(|| format!("<div class=\"card\"><table><tbody>{rows}</tbody></table></div>"));
    body += &section("Documents", documents.into_iter(), "You have sent none.");
    let cards = own.applications.iter().map(|application| application_card(config, application, &files, ""));
    body += &section("Applications", cards, "You have not applied for anything.");
    body += &leave(user);
    page(&config.name, own_navigation(), &body)
}

/// Asked once a wallet came to a browser whose user wants to add one.
pub(crate) fn confirm_link(config: &Config, user: &User, wallet: Address, ticket: &str) -> String {
    let ticket = Escaped(ticket);
    let body = format!(
        "<header class=\"hero narrow\"><h1>Add this wallet to your account?</h1>\
         <p class=\"mono\">{did}</p>\
         <p class=\"lead\">It will log you in as <b>{name}</b> from now on. What it sent when it signed up becomes part of \
         your account. Add it only if it is yours.</p>\
         <div class=\"actions\"><form method=\"post\" action=\"link-wallet\">\
         <input type=\"hidden\" name=\"ticket\" value=\"{ticket}\"><button>Add this wallet</button></form>\
         <form method=\"post\" action=\"session\"><input type=\"hidden\" name=\"ticket\" value=\"{ticket}\">\
         <button class=\"second\">Log in as that wallet instead</button></form>\
         <form method=\"post\" action=\"cancel-link\"><button class=\"second\">Cancel</button></form></div></header>",
        did = Escaped(&did_of(wallet)),
        name = Escaped(&display_name(user)),
    );
    page(&config.name, own_navigation(), &body)
}

fn wallets(config: &Config, user: &User, is_linking: bool) -> String {
    let rows: String = user.wallets.iter().map(|wallet| wallet_row(user, *wallet)).collect();
    let password = user.name.as_deref().map_or_else(String::new, |name| {
        format!("<tr><th scope=\"row\">Password</th><td>You log in as <b>{}</b>.</td></tr>", Escaped(name))
    });
    let add = if is_linking { waiting(config) } else { ADD_WALLET.to_owned() };
    format!(
        "<section><h2>How you log in</h2><div class=\"card\"><table><tbody>{rows}{password}</tbody></table>{add}</div>\
         <p class=\"quiet\">Since {} · {} logins with a wallet</p></section>",
        time(user.created_at),
        user.logins
    )
}

const ADD_WALLET: &str =
    "<form class=\"actions\" method=\"post\" action=\"link\"><button class=\"second\">Add a wallet</button></form>";

fn wallet_row(user: &User, wallet: Address) -> String {
    let action = if user.has_another_way_in(wallet) {
        format!(
            "<form method=\"post\" action=\"unlink\"><input type=\"hidden\" name=\"wallet\" value=\"{}\">\
             <button class=\"plain\">Remove</button></form>",
            Escaped(&wallet.lower_hex())
        )
    } else {
        "<span class=\"quiet below\">Your only way to log in</span>".to_owned()
    };
    let did = did_of(wallet);
    format!("<tr><th scope=\"row\">Wallet</th><td><span class=\"mono\">{}</span>{action}</td></tr>", Escaped(&did))
}

fn waiting(config: &Config) -> String {
    let root = config.root().to_string();
    format!(
        "<div class=\"notice\" id=\"waiting\"><p><b>Waiting for your wallet.</b> Sign up and log in with the wallet you \
         want to add. The page that opens in this browser asks you to confirm.</p>{address}\
         <pre>idw signup {url}\nidw login {url} --open</pre>\
         <form method=\"post\" action=\"cancel-link\"><button class=\"second\">Cancel</button></form></div>",
        address = address_field(config),
        url = Escaped(&root),
    )
}

fn leave(user: &User) -> String {
    let what = if user.wallets.is_empty() { "your account" } else { "your account, documents and applications" };
    format!(
        "<section><h2>Leave</h2><div class=\"card\"><form method=\"post\" action=\"logout\">\
         <button class=\"second\">Log out</button></form>\
         <form method=\"post\" action=\"delete-account\"><label class=\"tick\">\
         <input type=\"checkbox\" name=\"sure\" value=\"yes\" required> Delete {what} from this site, for good</label>\
         <button class=\"danger\">Delete my account</button></form></div></section>"
    )
}
