//! What the user is to be told after unlocking.

use idw_vault::Damage;

use crate::Wallet;

impl Wallet {
    /// What happened to the vault that its owner must know, a sentence each: what was repaired when it was unlocked, what
    /// came back and what did not, and which links and the like somebody has put into its folder. Empty when all is well.
    pub fn notices(&self) -> Vec<String> {
        let vault = self.store.vault();
        let missing = vault.missing_documents().len();
        let mut notices = match vault.repair_report() {
            Some(report) => vec![capitalised(&report.to_string())],
            None if missing == 0 => Vec::new(),
            None if missing == 1 => vec!["The file of 1 document is missing; everything else is there.".to_owned()],
            None => vec![format!("The files of {missing} documents are missing; everything else is there.")],
        };
        notices.extend(vault.spare_faults().iter().map(|fault| capitalised(&fault.to_string())));
        match vault.odd_entries() {
            Ok(odd) => notices.extend(odd.into_iter().map(|entry| format!("{}.", Damage::OddEntry(entry)))),
            Err(error) => notices.push(capitalised(&error.to_string())),
        }
        notices
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
