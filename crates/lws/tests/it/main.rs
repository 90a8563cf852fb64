//! Whole sessions against small servers on loopback: kind ones of both dialects, and hostile ones.

mod classic;
mod connections;
mod describe;
mod did;
mod hostile;
mod readings;
mod resume;
mod schema;
mod server;
mod wallet;
