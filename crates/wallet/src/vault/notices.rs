//! What the user is to be told after unlocking.

use crate::Wallet;

impl Wallet {
    /// What happened to the vault that its owner must know, a sentence each: what was repaired when it was unlocked, what
    /// came back and what did not. Empty when all is well.
    pub fn notices(&self) -> Vec<String> {
        let vault = self.store.vault();
        let missing = vault.missing_documents().len();
        match vault.repair_report() {
            Some(report) => vec![capitalised(&report.to_string())],
            None if missing == 0 => Vec::new(),
            None if missing == 1 => vec!["The file of 1 document is missing; everything else is there.".to_owned()],
            None => vec![format!("The files of {missing} documents are missing; everything else is there.")],
        }
    }
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), rest.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_becomes_a_sentence() {
        assert_eq!(capitalised("the vault was repaired"), "The vault was repaired.");
        assert_eq!(capitalised(""), "");
    }
}
