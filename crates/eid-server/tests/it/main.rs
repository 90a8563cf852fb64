//! The database from outside: the same rules for SQLite and PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backends;
mod cases;
mod commands;
mod database_tls;
mod files;
mod in_postgres;
mod place;
mod postgres;
