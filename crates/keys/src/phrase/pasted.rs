//! The words of a phrase out of what people paste: lists with numbers, tables, quotes, commas.

use idw_typed_text::{Form, in_form};
use zeroize::Zeroizing;

use super::PhraseError;

/// What stands before the numbers in some wallets' lists: "Word 1: …". It is a word of the list, too.
const LABEL: &str = "word";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Number(usize),
    Word(&'a str),
}

/// The text in lower case, with wide letters, circled numbers and the like made plain (NFKC), and without characters
/// that nobody sees.
pub(super) fn plain(text: &str) -> Zeroizing<String> {
    let same_form = in_form(text, Form::Nfkc);
    // Lower case may take more bytes; room for that, so that the string never moves.
    let mut plain = Zeroizing::new(String::with_capacity(3 * same_form.len()));
    plain.extend(same_form.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase));
    plain
}

/// The words in their order: that of the numbers where there are any.
///
/// The checksum of a phrase is short: one wrong order in sixteen passes it with twelve words. So numbers that leave any
/// doubt are an error.
pub(super) fn words(plain: &str) -> Result<Vec<&str>, PhraseError> {
    let tokens = without_labels(tokens(plain));
    if are_in_order(&tokens, 1) || are_in_order(&tokens, 0) {
        return Ok(tokens.into_iter().filter_map(Token::word).collect());
    }
    let mut numbered = numbered(&tokens)?;
    check_numbers(&numbered)?;
    numbered.sort_by_key(|(number, _)| *number);
    Ok(numbered.into_iter().map(|(_, word)| word).collect())
}

impl<'a> Token<'a> {
    fn word(self) -> Option<&'a str> {
        if let Self::Word(word) = self { Some(word) } else { None }
    }

    fn number(self) -> Option<usize> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }
}

/// Runs of digits and runs of letters; everything else stands between them.
fn tokens(plain: &str) -> Vec<Token<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut tokens = Vec::new();
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let end = |is_part: fn(char) -> bool| rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let len = if is_digit(first) {
            let len = end(|c| c.is_ascii_digit());
            // A number of so many digits is of no word.
            tokens.push(Token::Number(rest[..len].parse().unwrap_or(usize::MAX)));
            len
        } else if first.is_alphanumeric() {
            let len = end(|c| c.is_alphanumeric() && !c.is_ascii_digit());
            tokens.push(Token::Word(&rest[..len]));
            len
        } else {
            first.len_utf8()
        };
        rest = &rest[len..];
    }
    tokens
}

/// Without the label where it stands before every number.
fn without_labels(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let is_label = |at: usize| tokens[at] == Token::Word(LABEL) && matches!(tokens.get(at + 1), Some(Token::Number(_)));
    let numbers = tokens.iter().filter(|token| token.number().is_some()).count();
    let labels = (0..tokens.len()).filter(|at| is_label(*at)).count();
    if numbers == 0 || labels != numbers {
        return tokens;
    }
    (0..tokens.len()).filter(|at| !is_label(*at)).map(|at| tokens[at]).collect()
}

/// Whether there are no numbers, or each is that of the next word, counted from `first`: also where only some words have
/// one, such as the first of each line.
fn are_in_order(tokens: &[Token<'_>], first: usize) -> bool {
    let mut next = first;
    tokens.iter().all(|token| match token {
        Token::Number(number) => *number == next,
        Token::Word(_) => {
            next += 1;
            true
        }
    })
}

/// Each word with its number.
fn numbered<'a>(tokens: &[Token<'a>]) -> Result<Vec<(usize, &'a str)>, PhraseError> {
    let groups: Vec<(usize, Vec<&str>)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| Some((at, token.number()?)))
        .map(|(at, number)| (number, tokens[at + 1..].iter().map_while(|token| token.word()).collect()))
        .collect();
    // What stands before the first number is a heading.
    if groups.iter().all(|(_, words)| words.len() == 1) {
        return Ok(groups.into_iter().map(|(number, words)| (number, words[0])).collect());
    }
    // The numbers behind the words, or in a row of their own above them.
    let words: Vec<&str> = tokens.iter().filter_map(|token| token.word()).collect();
    if words.len() == groups.len() {
        return Ok(groups.iter().map(|(number, _)| *number).zip(words).collect());
    }
    let odd = groups.iter().find(|(_, words)| words.len() != 1);
    let (number, words) = odd.map_or((0, words.len()), |(number, words)| (*number, words.len()));
    Err(PhraseError::Numbering { number, words })
}

/// Each number is there once, from 1 on, or from 0 on.
fn check_numbers(numbered: &[(usize, &str)]) -> Result<(), PhraseError> {
    let count = |wanted: usize| numbered.iter().filter(|(number, _)| *number == wanted).count();
    let first = usize::from(count(0) == 0);
    let numbers = first..first + numbered.len();
    if let Some(number) = numbers.clone().find(|number| count(*number) > 1) {
        return Err(PhraseError::RepeatedNumber { number });
    }
    match numbers.clone().find(|number| count(*number) == 0) {
        Some(number) => Err(PhraseError::MissingNumber { number }),
        None => Ok(()),
    }
}

/// Byte order marks, soft hyphens, joiners, marks of direction and variation selectors: they come along when one copies
/// from a page or a message.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use crate::{Phrase, PhraseError};

    const WORDS: [&str; 12] = [
        "legal", "winner", "thank", "year", "wave", "sausage", "worth", "useful", "legal", "winner", "thank", "yellow",
    ];

    fn check(text: &str) {
        let read = Phrase::parse(text).map(|phrase| phrase.expose_words().to_owned());
        assert_eq!(read, Ok(WORDS.join(" ")), "{text:?}");
    }

    /// The words, each made into text with its number.
    fn each(form: impl Fn(usize, &str) -> String) -> String {
        WORDS.iter().enumerate().map(|(at, word)| form(at + 1, word)).collect()
    }

    #[test]
    fn phrases_pasted_with_numbers_and_signs_are_read() {
        check(&each(|n, word| format!("{n}. {word} ")));
        check(&each(|n, word| format!("{n}) {word}\r\n")));
        check(&each(|n, word| format!("({n}){word}, ")));
        check(&each(|n, word| format!("{n}{word} ")));
        check(&each(|n, word| format!("#{n:02}\t{}\n", word.to_uppercase())));
        check(&each(|n, word| format!("Word {n}: {word}\n")));
        check(&each(|n, word| format!("Word #{n}: {word}\n")));
        check(&each(|n, word| format!("{} {word}\n", n - 1)));
        check(&each(|n, word| format!("{word} ({n})\n")));
        check(&format!("My phrase:\n{}", each(|n, word| format!("{n}. {word}\n"))));
        check(&each(|_, word| format!("\"{word}\", ")));
        check(&format!("[{}]", each(|_, word| format!("'{word}',"))));
        check(&format!("“{}”", WORDS.join("”, “")));
        check(&WORDS.join(","));
        check(&WORDS.join(" - "));
        check(&WORDS.join("\u{a0}"));
        check(&WORDS.join("\u{3000}"));
        check(&WORDS.join("\u{200b}"));
        check(&format!("\u{feff}{}\u{200e}", WORDS.join("\u{2028}")));
        check(&format!("{}.", WORDS.join(" ")));
        // Wide letters, and numbers in circles.
        check(&WORDS.join(" ").replace('w', "\u{ff57}"));
        check(&each(|n, word| format!("{} {word} ", char::from_u32(0x245f + u32::try_from(n).unwrap()).unwrap())));
    }

    #[test]
    fn grids_are_read_in_the_order_of_their_numbers() {
        for columns in 1..=6 {
            let height = WORDS.len().div_ceil(columns);
            let cell = |row: usize, column: usize| {
                let at = column * height + row;
                WORDS.get(at).map_or(String::new(), |word| format!("{:>4} {word:<10}", at + 1))
            };
            let line = |row: usize| (0..columns).map(|column| cell(row, column)).collect::<String>() + "\n";
            check(&(0..height).map(line).collect::<String>());
        }
        // A number at the start of each line, and a row of numbers above each row of words.
        let lines = |before: fn(usize) -> String| -> String {
            let line = |(row, words): (usize, &[&str])| format!("{} {}\n", before(row), words.join(" "));
            WORDS.chunks(3).enumerate().map(line).collect::<Vec<_>>().concat()
        };
        check(&lines(|row| format!("{}.", 3 * row + 1)));
        check(&lines(|row| format!("{} {} {}\n", 3 * row + 1, 3 * row + 2, 3 * row + 3)));
    }

    #[test]
    fn the_eleventh_word_may_be_the_word_word() {
        let words = ["word"; 12].join(" ");
        let numbered = (1..=12).map(|n| format!("{n}. word ")).collect::<Vec<_>>().concat();
        let read = |text: &str| Phrase::parse(text).map(|phrase| phrase.expose_words().to_owned());
        assert_eq!(read(&numbered), read(&words));
        let numbers: Vec<_> = super::words(&numbered).unwrap();
        assert_eq!(numbers, ["word"; 12]);
    }

    #[test]
    fn numbers_that_leave_a_doubt_are_an_error_that_says_which() {
        let check =
            |text: &str, expected: PhraseError| assert_eq!(Phrase::parse(text).unwrap_err(), expected, "{text:?}");
        let swapped =
            |number: usize, by: usize| each(|n, word| format!("{}. {word} ", if n == number { by } else { n }));
        check(&swapped(7, 70), PhraseError::MissingNumber { number: 7 });
        check(&swapped(7, 8), PhraseError::RepeatedNumber { number: 8 });
        let split = each(|n, word| format!("{n}. {} ", if n == 3 { "th ank" } else { word }));
        check(&split, PhraseError::Numbering { number: 3, words: 2 });
        let lacking = each(|n, word| format!("{n}. {} ", if n == 9 { "" } else { word }));
        check(&lacking, PhraseError::Numbering { number: 9, words: 0 });
        // The number of the row is none of a word.
        let row = |(row, words): (usize, &[&str])| format!("{}. {}\n", row + 1, words.join(" "));
        let rows = WORDS.chunks(3).enumerate().map(row).collect::<Vec<_>>().concat();
        check(&rows, PhraseError::Numbering { number: 1, words: 3 });
        // In a grid, the place is the number's.
        let mistyped = each(|n, word| format!("{}. {} ", 13 - n, if n == 3 { "thnak" } else { word }));
        check(&mistyped, PhraseError::UnknownWord { position: 10 });
    }
}
