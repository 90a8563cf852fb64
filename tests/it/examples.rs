//! What the program's own help and the documents show as examples works as it stands there.

use std::fs;

use idw_journeys::{Home, Sample, repository};

/// The examples of a text, each on one line: what begins with `start`, continued where a line ends in a backslash.
fn examples(text: &str, start: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split("\\\n").map(str::trim_start).collect();
    let whole = parts.join("");
    let lines = whole.lines().map(str::trim).filter(|line| line.starts_with(start));
    // A remark follows behind several spaces.
    lines
        .map(|line| line.split("   ").next().unwrap_or(line).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn every_example_of_setting_an_attribute_works_as_it_is_printed() {
    let home = Home::with_vault();
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, sample) in [
        ("passport.jpg", "passport-photo-page.jpg"),
        ("photo-page.jpg", "passport-photo-page.jpg"),
        ("me.jpg", "passport-selfie.jpg"),
        ("selfie.jpg", "passport-selfie.jpg"),
    ] {
        fs::write(folder.path().join(name), Sample::named(sample).bytes).expect("the test's own file");
    }
    let help = home.run(["attribute", "set", "--help"]).stdout;
    let shown: Vec<String> =
        [help, read("README.md")].iter().flat_map(|text| examples(text, "idw attribute set")).collect();
    assert!(shown.len() >= 9, "only {shown:?} was found");
    for example in shown {
        let mut command = home.command();
        let words: Vec<&str> = example.split(' ').skip(1).collect();
        let output = command.current_dir(folder.path()).args(&words).output().expect("idw starts");
        let said = String::from_utf8_lossy(&output.stderr);
        if words.len() == 3 {
            // It asks for each field, which it cannot here: it knows the attribute and says what that takes.
            assert!(said.contains("needs a value"), "{example}: {said}");
        } else {
            assert!(output.status.success(), "{example}: {said}");
        }
    }
}
