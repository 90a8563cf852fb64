//! Connections and addresses.

use super::{Explain, verbatim};

verbatim!(idw_http::UrlError, idw_http::HttpError, idw_http::ProxyAddressFault,);
