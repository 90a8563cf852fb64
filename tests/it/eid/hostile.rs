//! Parties, and others, that mean no good.
