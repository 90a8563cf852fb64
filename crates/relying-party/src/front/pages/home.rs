//! What a visitor sees first.

use std::fmt::Write as _;

use super::values::heading;
use super::{address_field, display_name, own_navigation, page};
use crate::config::{Config, Dialects, Requirement};
use crate::front::html::Escaped;
use crate::front::session::Visitor;

/// The front page: what the site is and how to log in, or who is logged in.
pub(crate) fn home(config: &Config, visitor: Option<&Visitor>, may_operate: bool) -> String {
    let mut navigation = String::new();
    if may_operate {
        navigation += "<a href=\"operator\">Operator</a>";
    }
    navigation += match visitor {
        Some(_) => own_navigation(),
        None if config.registration => "<a href=\"sign-in\">Log in with a password</a>",
        None => "",
    };
    let mut body = hero(config, visitor);
    body += &match visitor {
        Some(_) => String::new(),
        None => how_to_log_in(config),
    };
    body += &what_is_asked(config);
    body += &about(config);
    page(&config.name, &navigation, &body)
}

fn hero(config: &Config, visitor: Option<&Visitor>) -> String {
    let Some(visitor) = visitor else {
        return format!(
            "<header class=\"hero\"><h1>{}</h1><p class=\"lead\">Log in with your wallet. No password, no form to fill \
             in: you see what is asked for, and nothing is sent before you agree.</p></header>",
            Escaped(&config.name)
        );
    };
    format!(
        "<header class=\"hero\"><h1>{site}</h1><p class=\"lead\">You are logged in as <b>{name}</b>.</p>\
         <p class=\"actions\"><a class=\"button\" href=\"account\">Your account</a></p></header>",
        site = Escaped(&config.name),
        name = Escaped(&display_name(&visitor.user)),
    )
}

fn how_to_log_in(config: &Config) -> String {
    let root = config.root().to_string();
    let url = Escaped(&root);
    format!(
        "<section class=\"card\" id=\"login\"><h2>Log in with your wallet</h2><ol class=\"steps\">\
         <li><b>Open your wallet</b> and add this site under <i>Sites</i>:{address}</li>\
         <li><b>Sign up</b> the first time, <b>log in</b> from then on. The wallet shows what this site wants to know, \
         and asks you first.</li>\
         <li><b>This browser opens</b> where you are logged in. You can close this page.</li></ol>\
         <details><summary>On the command line</summary>\
         <pre>idw site add {url}\nidw signup {url}\nidw login {url} --open\nidw apply {url}</pre></details></section>",
        address = address_field(config),
    )
}

fn what_is_asked(config: &Config) -> String {
    let mut html = format!(
        "<section><h2>What this site asks for</h2><details><summary>To sign up</summary>{}</details>",
        requirements(&config.attributes)
    );
    for template in &config.templates {
        let _ = write!(
            html,
            "<details><summary>For “{}”</summary><p>{}</p>{}</details>",
            Escaped(&template.name),
            Escaped(&template.description),
            requirements(&template.attributes)
        );
    }
    html + "</section>"
}

fn requirements(asked: &[Requirement]) -> String {
    let mut html = String::from("<ul>");
    for requirement in asked {
        let optional = if requirement.required { "" } else { " <span class=\"quiet\">optional</span>" };
        let _ = write!(html, "<li>{}{optional}</li>", Escaped(&heading(requirement.title())));
    }
    html + "</ul>"
}

fn about(config: &Config) -> String {
    let root = config.root().to_string();
    let dialects = match config.dialects {
        Dialects::Classic => "It speaks the classic dialect.",
        Dialects::Did => "It speaks the did dialect.",
        Dialects::Both => "It speaks both dialects, and leaves it to the wallet to find out.",
    };
    let links = [("Terms of service", &config.terms_url), ("Privacy policy", &config.policy_url)];
    let links: String = links
        .iter()
        .filter_map(|(text, url)| {
            let url = url.as_ref()?;
            Some(format!(" · <a href=\"{}\">{text}</a>", Escaped(url.as_str())))
        })
        .collect();
    format!(
        "<footer><p class=\"quiet\">A relying party for testing wallets: use made-up data. \
         <a href=\"{}/config\">How it describes itself to wallets</a>. {dialects}{links}</p></footer>",
        Escaped(&root)
    )
}
