//! The service over real sockets, called as relying parties call it.

mod rest;
mod support;
