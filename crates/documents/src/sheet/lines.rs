//! Texts as lines of a width.

use unicode_linebreak::linebreaks;

use super::face::{Cluster, Face, Setter};

/// A line, ready to be drawn.
#[derive(Clone, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Their ranges are those of `text`.
    pub(super) clusters: Vec<Cluster>,
    /// In points.
    pub(super) width: f32,
    /// A box stands in for one of its characters.
    pub(super) is_replaced: bool,
}

/// A text in lines of at most `width` points, broken where Unicode allows it (annex 14), and within a word only if that is
/// wider than a line. `None` if the font fails.
pub(super) fn lines(text: &str, face: &Face, size: f32, width: f32) -> Option<Vec<Line>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let mut setter = face.setter();
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        break_paragraph(paragraph, &mut setter, size, width, &mut lines)?;
    }
    Some(lines)
}

/// A text in one line of at most `width` points; what does not fit is cut, and an ellipsis says so.
pub(super) fn one_line(text: &str, face: &Face, size: f32, width: f32) -> Option<Line> {
    cut_lines(text, face, size, width, 1)?.into_iter().next().or_else(|| Some(Line::default()))
}

/// A text in at most `most` lines; the last ends with an ellipsis if there is more.
pub(super) fn cut_lines(text: &str, face: &Face, size: f32, width: f32, most: usize) -> Option<Vec<Line>> {
    const ELLIPSIS: &str = "…";
    let mut all = lines(text, face, size, width)?;
    if all.len() <= most {
        return Some(all);
    }
    let room = lines(ELLIPSIS, face, size, width)?.first().map_or(0.0, |line| line.width);
    all.truncate(most);
    let last = all.pop()?;
    let kept = lines(&last.text, face, size, width - room)?;
    let kept = kept.first().map_or("", |line| &line.text);
    all.extend(lines(&format!("{kept}{ELLIPSIS}"), face, size, f32::INFINITY)?);
    Some(all)
}

fn break_paragraph(text: &str, setter: &mut Setter<'_>, size: f32, width: f32, lines: &mut Vec<Line>) -> Option<()> {
    let mut row = Row { text, size, clusters: Vec::new(), advance: 0.0 };
    let most = width / size;
    let mut start = 0;
    for (end, _) in linebreaks(text) {
        let word = setter.set(&text[start..end], start)?;
        start = end;
        let shown = shown(&word, text);
        if row.advance + shown > most && !row.clusters.is_empty() {
            lines.push(row.take());
        }
        if shown <= most {
            row.extend(word);
            continue;
        }
        for cluster in word {
            let is_space = text[cluster.range.clone()].trim().is_empty();
            if row.advance + cluster.advance > most && !row.clusters.is_empty() && !is_space {
                lines.push(row.take());
            }
            row.extend([cluster]);
        }
    }
    // A paragraph of nothing is a line all the same.
    lines.push(row.take());
    Some(())
}

/// How wide clusters are without the space at their end, which hangs over the edge of a line.
fn shown(clusters: &[Cluster], text: &str) -> f32 {
    let len = clusters.iter().rposition(|cluster| !text[cluster.range.clone()].trim().is_empty());
    clusters[..len.map_or(0, |last| last + 1)].iter().map(|cluster| cluster.advance).sum()
}

/// The line that is being filled.
struct Row<'a> {
    text: &'a str,
    size: f32,
    clusters: Vec<Cluster>,
    advance: f32,
}

impl Row<'_> {
    fn extend(&mut self, clusters: impl IntoIterator<Item = Cluster>) {
        for cluster in clusters {
            self.advance += cluster.advance;
            self.clusters.push(cluster);
        }
    }

    fn take(&mut self) -> Line {
        let mut clusters = std::mem::take(&mut self.clusters);
        self.advance = 0.0;
        while clusters.last().is_some_and(|last| self.text[last.range.clone()].trim().is_empty()) {
            clusters.pop();
        }
        let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return Line::default() };
        let (start, end) = (first.range.start, last.range.end);
        let advance: f32 = clusters.iter().map(|cluster| cluster.advance).sum();
        let is_replaced = clusters.iter().any(|cluster| cluster.is_replaced);
        for cluster in &mut clusters {
            cluster.range = cluster.range.start - start..cluster.range.end - start;
        }
        Line { clusters, text: self.text[start..end].to_owned(), width: advance * self.size, is_replaced }
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::{Faces, Weight};
    use super::*;

    fn texts(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::load().unwrap();
        let lines = lines(text, faces.get(Weight::Regular), 10.0, width).unwrap();
        assert!(lines.iter().all(|line| line.width <= width + 0.01), "{text}");
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_between_words_and_within_them_only_where_they_are_too_long() {
        assert_eq!(texts("one two three", 45.0), ["one two", "three"]);
        assert_eq!(texts("one two-three", 55.0), ["one two-", "three"]);
        assert_eq!(texts("a\n\nb", 45.0), ["a", "", "b"]);
        assert_eq!(texts("", 45.0), [""; 0]);
        let long = "x".repeat(4_000);
        let broken = texts(&format!("ab {long}"), 300.0);
        assert_eq!(broken[0], "ab");
        assert_eq!(broken[1..].concat(), long);
        assert_eq!(texts("張偉王芳", 14.0).concat(), "張偉王芳", "a place for each of them");
    }

    #[test]
    fn nothing_is_lost_where_a_line_is_narrower_than_a_letter() {
        assert_eq!(lines_of("Ada e\u{301}"), ["A", "d", "a", "e\u{301}"]);
    }

    fn lines_of(text: &str) -> Vec<String> {
        let faces = Faces::load().unwrap();
        lines(text, faces.get(Weight::Bold), 10.0, 1.0).unwrap().into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn what_is_cut_ends_with_an_ellipsis() {
        let faces = Faces::load().unwrap();
        let face = faces.get(Weight::Regular);
        assert_eq!(one_line("Ada", face, 10.0, 60.0).unwrap().text, "Ada");
        let line = one_line("Ada Example of Exampleton", face, 10.0, 60.0).unwrap();
        assert_eq!(line.text, "Ada…");
        assert!(line.width <= 60.0);
        let lines = cut_lines("one two three four five six", face, 10.0, 45.0, 2).unwrap();
        assert_eq!(lines.into_iter().map(|line| line.text).collect::<Vec<_>>(), ["one two", "three…"]);
    }
}
