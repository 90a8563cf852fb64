//! What the operating system says.

use super::{Explain, verbatim};

verbatim!(std::io::Error,);
