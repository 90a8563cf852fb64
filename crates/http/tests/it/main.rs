//! Exchanges with small servers on loopback: what goes out, what comes back, and what an observer sees of it.

mod exchanges;
mod observed;
mod server;
