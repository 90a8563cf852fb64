//! The dialect of 2020.

use crate::journey::whole_path;

#[test]
fn whole_path_at_a_site_that_says_so() {
    whole_path("did", "did");
}

#[test]
fn whole_path_at_a_site_that_does_not_say() {
    whole_path("both", "did");
}
