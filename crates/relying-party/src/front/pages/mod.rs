//! The pages' HTML. All pages are at the top level of the site, so that their links are relative and a proxy may put
//! the site below any path.

mod account;
mod home;
mod operator;
mod sign_in;
mod values;

pub(super) use self::account::{account, confirm_link};
pub(super) use self::home::home;
pub(super) use self::operator::operator;
pub(super) use self::sign_in::{Notice, confirm_login, operator_sign_in, sign_in};
use super::html::Escaped;
use crate::config::Config;
use crate::schema::short_name;
use crate::store::User;

/// A page that says one thing.
pub(super) fn message(title: &str, text: &str) -> String {
    let body = format!(
        "<header class=\"hero narrow\"><h1>{}</h1><p class=\"lead\">{}</p>\
         <p class=\"actions\"><a class=\"button\" href=\"./\">To the front page</a></p></header>",
        Escaped(title),
        Escaped(text)
    );
    page(title, "", &body)
}

/// The frame of all pages. `navigation` is HTML for the right end of the bar at the top.
fn page(title: &str, navigation: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><link rel=\"icon\" href=\"icon.svg\"><link rel=\"stylesheet\" href=\"style.css\"></head>\
         <body><nav><a class=\"brand\" href=\"./\"><img src=\"icon.svg\" alt=\"\" width=\"24\" height=\"24\">{title}</a>\
         <span class=\"links\">{navigation}</span></nav><main>{body}</main></body></html>\n",
        title = Escaped(title),
    )
}

/// The bar at the top for someone who is logged in.
fn own_navigation() -> &'static str {
    "<a href=\"account\">Your account</a>\
     <form method=\"post\" action=\"logout\"><button class=\"plain\">Log out</button></form>"
}

fn section(title: &str, cards: impl Iterator<Item = String>, empty: &str) -> String {
    let cards: String = cards.collect();
    let content = if cards.is_empty() { format!("<p class=\"quiet\">{empty}</p>") } else { cards };
    format!("<section><h2>{title}</h2>{content}</section>")
}

/// Shown where an address has to get into the wallet.
fn address_field(config: &Config) -> String {
    format!(
        "<label class=\"address\">This site's address<input type=\"text\" readonly value=\"{}\"></label>",
        Escaped(config.root().as_str())
    )
}

/// First and last name where a sign-up brought them, else the name for logging in, else the first wallet.
fn display_name(user: &User) -> String {
    let named = |name: &str| {
        let found = user.attributes.iter().find(|attribute| short_name(&attribute.schema) == name);
        found.and_then(|attribute| attribute.value.as_str())
    };
    let names: Vec<&str> = ["first-name", "last-name"].into_iter().filter_map(named).collect();
    if !names.is_empty() {
        return names.join(" ");
    }
    let wallet = || user.wallets.first().map_or_else(|| "nobody".to_owned(), ToString::to_string);
    user.name.clone().unwrap_or_else(wallet)
}
