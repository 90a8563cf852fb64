//! Identity checks with a small provider and a small browser, both on loopback.

mod attempt;
mod browser;
mod crowd;
mod exchanges;
mod provider;
mod refusals;
mod returns;
