//! Paragraphs of a document.

use docx_rs::{AlignmentType, Paragraph, Run};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Set {
    /// Size of its letters in points.
    pub size: f64,
    /// Whether they are bold.
    pub is_bold: bool,
    /// Whether they are italics.
    pub is_italic: bool,
    /// Whether a line stands below them.
    pub is_underlined: bool,
    /// Where the lines stand.
    pub align: Align,
    /// Whether it stays on one page with the next one.
    pub keeps_next: bool,
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, Default)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Middle,
    /// At the right.
    Right,
}

/// A paragraph of one text.
pub fn paragraph(text: &str, set: Set) -> Paragraph {
    let align = match set.align {
        Align::Left => AlignmentType::Left,
        Align::Middle => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
    };
    let paragraph = Paragraph::new().align(align).size(half_points(set.size)).keep_next(set.keeps_next);
    if text.is_empty() { paragraph } else { paragraph.add_run(run(text, set)) }
}

/// A piece of text. What XML cannot hold is left out.
pub fn run(text: &str, set: Set) -> Run {
    let text: String = text.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect();
    let mut run = Run::new().size(half_points(set.size)).add_text(text);
    if set.is_bold {
        run = run.bold();
    }
    if set.is_italic {
        run = run.italic();
    }
    if set.is_underlined {
        run = run.underline("single");
    }
    run
}

/// A size in the unit of the format.
pub fn half_points(size: f64) -> usize {
    (size * 2.0).round() as usize
}
