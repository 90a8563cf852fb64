//! Pages with a form to sign in by, or to say who a browser is to be.

use super::{display_name, own_navigation, page};
use crate::config::Config;
use crate::front::html::Escaped;
use crate::store::User;

/// What a page with a form says above it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Notice<'a> {
    /// Something is wrong.
    Complaint(&'a str),
    /// Something was done.
    News(&'a str),
}

/// Logging in with a name and a password, and getting such an account. `name` is what was typed before.
pub(crate) fn sign_in(config: &Config, notice: Option<Notice<'_>>, name: &str) -> String {
    let form = |action: &str, title: &str, button: &str, autocomplete: &str, name: &str, hint: &str| {
        format!(
            "<form class=\"card\" method=\"post\" action=\"{action}\"><h2>{title}</h2>\
             <label>Name<input name=\"name\" autocomplete=\"username\" required maxlength=\"64\" value=\"{name}\"></label>\
             <label>Password<input name=\"password\" type=\"password\" autocomplete=\"{autocomplete}\" required>\
             </label>{hint}<p class=\"actions\"><button>{button}</button></p></form>",
            name = Escaped(name),
        )
    };
    let mut forms = form("sign-in", "Log in", "Log in", "current-password", name, "");
    if config.registration {
        let hint = "<p class=\"quiet\">At least 10 characters.</p>";
        forms += &form("register", "Make an account", "Make an account", "new-password", "", hint);
    }
    let body = format!(
        "<header class=\"hero\"><h1>Log in with a password</h1>\
         <p class=\"lead\">With a wallet you need none: <a href=\"./\">log in with your wallet</a>. An account made here \
         can add one later.</p></header>{notice}<div class=\"columns\">{forms}</div>",
        notice = notice_html(notice),
    );
    page(&config.name, "", &body)
}

/// Where the operator shows the secret.
pub(crate) fn operator_sign_in(config: &Config, complaint: Option<&str>) -> String {
    let body = format!(
        "<header class=\"hero narrow\"><h1>For the operator</h1>\
         <p class=\"lead\">This page needs the secret that this site was started with.</p></header>{notice}\
         <form class=\"card\" method=\"post\" action=\"operator-sign-in\">\
         <label>Secret<input name=\"secret\" type=\"password\" autocomplete=\"off\" required></label>\
         <p class=\"actions\"><button>Sign in</button></p></form>",
        notice = notice_html(complaint.map(Notice::Complaint)),
    );
    page(&config.name, "", &body)
}

/// Asked where a link would log a browser in that did not ask for it, or that is logged in as someone else.
pub(crate) fn confirm_login(config: &Config, current: Option<&User>, new: &User, ticket: &str) -> String {
    let (now, navigation) = match current {
        Some(user) => {
            let now = format!("You are logged in as <b>{}</b>. ", Escaped(&display_name(user)));
            (now, own_navigation())
        }
        None => (String::new(), ""),
    };
    let stay = match current {
        Some(_) => "<a class=\"button second\" href=\"account\">Stay as you are</a>",
        None => "<a class=\"button second\" href=\"./\">Cancel</a>",
    };
    let body = format!(
        "<header class=\"hero narrow\"><h1>Log in as {name}?</h1>\
         <p class=\"lead\">{now}A link wants to log this browser in as <b>{name}</b>. Go on only if you have just logged \
         in with your own wallet. Otherwise what you enter here would be for somebody else to see.</p>\
         <div class=\"actions\"><form method=\"post\" action=\"session\">\
         <input type=\"hidden\" name=\"ticket\" value=\"{ticket}\"><button>Log in</button></form>{stay}</div></header>",
        name = Escaped(&display_name(new)),
        ticket = Escaped(ticket),
    );
    page(&config.name, navigation, &body)
}

fn notice_html(notice: Option<Notice<'_>>) -> String {
    match notice {
        None => String::new(),
        Some(Notice::Complaint(text)) => {
            format!("<p class=\"notice warning\" role=\"alert\">{}</p>", Escaped(text))
        }
        Some(Notice::News(text)) => format!("<p class=\"notice\" role=\"status\">{}</p>", Escaped(text)),
    }
}
