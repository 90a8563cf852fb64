//! The site's own schemas, served where their addresses say.
//!
//! A wallet fetches the schema of an attribute that it does not know, and only from a host that its user was shown: the
//! site's. A schema anywhere else would make the site impossible to sign up to.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::{Method, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;
use url::Url;

use crate::config::{Config, ConfigError, Requirement};
use crate::{api, front};

/// What is served, by path and query below the website.
#[derive(Debug)]
pub(crate) struct OwnSchemas(BTreeMap<String, Value>);

impl OwnSchemas {
    /// Writes out the addresses that the configuration gives as paths, and takes only schemas that can be served there.
    pub(crate) fn settle(config: &mut Config) -> Result<Self, ConfigError> {
        let root = config.root();
        let whole = |address: &str| match address.trim() {
            path if path.starts_with('/') => format!("{}{path}", root.as_str().trim_end_matches('/')),
            _ => address.to_owned(),
        };
        let write_out = |asked: &mut Requirement| asked.schema = whole(&asked.schema);
        config.attributes.iter_mut().for_each(write_out);
        config.templates.iter_mut().flat_map(|template| &mut template.attributes).for_each(write_out);
        let schemas = std::mem::take(&mut config.schemas);
        config.schemas = schemas.into_iter().map(|(address, schema)| (whole(&address), schema)).collect();

        let mut served = BTreeMap::new();
        for (address, schema) in &config.schemas {
            served.insert(place(address, config)?, schema.clone());
        }
        Ok(Self(served))
    }

    /// The schema at a path of the website, which begins with a slash and may have a query.
    pub(crate) fn at(&self, path: &str) -> Option<&Value> {
        self.0.get(path)
    }

    /// The answer to a request for one of them. `below` is the path that was taken off before it came here.
    pub(crate) fn answer(&self, method: &Method, below: &str, uri: &Uri) -> Option<Response> {
        let path = uri.path_and_query()?.as_str();
        let is_asked = matches!(*method, Method::GET | Method::HEAD);
        let schema = self.at(&format!("{below}{path}")).filter(|_| is_asked)?;
        Some(Json(schema).into_response())
    }
}

/// Where below the website a schema is, or why nobody could fetch it there.
fn place(address: &str, config: &Config) -> Result<String, ConfigError> {
    let elsewhere =
        || ConfigError::SchemaElsewhere { url: address.to_owned(), website: config.website.as_str().to_owned() };
    let url = Url::parse(address.trim()).map_err(|_| elsewhere())?;
    let is_web = matches!(url.scheme(), "http" | "https");
    // Wallets ask over https where a name has `http:`, so the scheme tells no two places apart.
    if !is_web || (url.host(), url.port()) != (config.website.host(), config.website.port()) {
        return Err(elsewhere());
    }
    let website = config.website.path().trim_end_matches('/');
    let path = url.path().strip_prefix(website).filter(|path| path.starts_with('/')).ok_or_else(elsewhere)?;
    let mount = config.mount.trim_matches('/');
    let below_mount = match mount {
        "" => Some(path),
        _ => path.strip_prefix('/').and_then(|path| path.strip_prefix(mount)).filter(|path| path.starts_with('/')),
    };
    let is_of_site = || front::is_page(path.trim_matches('/'));
    if below_mount.is_some_and(|path| api::is_endpoint(path.trim_matches('/'))) || is_of_site() {
        return Err(ConfigError::SchemaOnPage { url: address.to_owned() });
    }
    Ok(url.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settled(website: &str, mount: &str, schema: &str) -> Result<(Config, OwnSchemas), ConfigError> {
        let mut config = Config::sample(website.parse().unwrap()).unwrap();
        config.mount = mount.to_owned();
        config.attributes = vec![Requirement::new(schema)];
        config.schemas.insert(schema.to_owned(), json!({"type": "integer"}));
        let own = OwnSchemas::settle(&mut config)?;
        Ok((config, own))
    }

    #[test]
    fn a_path_counts_from_the_endpoints() {
        let check = |website: &str, mount: &str, expected: &str, served: &str| {
            let (config, own) = settled(website, mount, "/schemas/number.json").unwrap();
            assert_eq!(config.attributes[0].schema, expected);
            assert!(config.schemas.contains_key(expected), "{:?}", config.schemas);
            assert!(own.at(served).is_some(), "{own:?}");
        };
        check("https://a.example", "/lws", "https://a.example/lws/schemas/number.json", "/lws/schemas/number.json");
        check("https://a.example", "", "https://a.example/schemas/number.json", "/schemas/number.json");
        let in_folder = "https://a.example/shop/x/schemas/number.json";
        check("https://a.example/shop/", "/x/", in_folder, "/x/schemas/number.json");
    }

    #[test]
    fn a_schema_that_the_site_cannot_serve_is_refused() {
        let check = |website: &str, schema: &str, fits: bool| {
            let outcome = settled(website, "/lws", schema).map(|_| ());
            assert_eq!(outcome.is_ok(), fits, "{schema} at {website}: {outcome:?}");
            if let Err(error) = outcome {
                assert!(error.to_string().contains(schema.trim()), "it names the schema: {error}");
            }
        };
        check("https://a.example", "https://a.example/number.json", true);
        check("https://a.example", "http://a.example/number.json?v=2#top", true);
        check("https://a.example", " https://A.example/lws/number.json ", true);
        check("http://127.0.0.1:8080", "http://127.0.0.1:8080/number.json", true);
        check("https://a.example/shop", "https://a.example/shop/number.json", true);
        // Another host, port or folder: nobody would find it there.
        check("https://a.example", "https://b.example/number.json", false);
        check("https://a.example", "https://www.a.example/number.json", false);
        check("https://a.example", "http://platform.selfkey.org/schema/attribute/shoe-size.json", false);
        check("http://127.0.0.1:8080", "http://127.0.0.1:8081/number.json", false);
        check("http://127.0.0.1:8080", "http://127.0.0.1/number.json", false);
        check("https://a.example/shop", "https://a.example/number.json", false);
        check("https://a.example/shop", "https://a.example/shopping/number.json", false);
        check("https://a.example", "urn:number", false);
        // Where there is something else.
        check("https://a.example", "https://a.example/", false);
        check("https://a.example", "https://a.example/account", false);
        check("https://a.example", "https://a.example/lws/config", false);
        check("https://a.example", "/users/number.json", false);
        check("https://a.example", "/templates", false);
    }
}
