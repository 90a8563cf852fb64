//! The dialect of 2019.

use crate::journey::whole_path;

#[test]
fn whole_path_at_a_site_that_says_so() {
    whole_path("classic", "classic");
}
