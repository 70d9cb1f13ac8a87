//! Pictures drawn as SVG: bars, and a line for each row of figures. Every picture is told in words as well.

use maud::{Markup, html};

use crate::model::lang::Lang;
use crate::report::review::section::{Measure, Picture, Series, Shape};
use crate::text::clean::clean;
use crate::text::written;

/// Width of a picture, in its own units.
const WIDTH: u64 = 640;
/// Height of a bar.
const BAR: u64 = 14;
/// Width of the texts at the left of bars.
const LEFT: u64 = 210;
/// Width kept for the numbers at the right of bars.
const RIGHT: u64 = 60;

/// A picture with its caption; `id` is its name on the page.
pub fn picture(picture: &Picture, id: &str, lang: Lang) -> Markup {
    match picture.shape {
        Shape::Bars => html! {
            figure {
                figcaption { (clean(&picture.title)) }
                (keys(picture))
                (bars(picture, id, lang))
            }
        },
        Shape::Line => html! {
            figure {
                figcaption { (clean(&picture.title)) }
                div.lines {
                    @for (at, series) in picture.series.iter().enumerate() {
                        figure { figcaption { (clean(&series.name)) } (line(picture, series, &format!("{id}-{}", at + 1), lang)) }
                    }
                }
            }
        },
    }
}

/// A figure as it is written in a picture.
pub fn figure(value: Option<u64>, measure: Measure, lang: Lang) -> String {
    match (value, measure) {
        (None, _) => "–".to_owned(),
        (Some(value), Measure::Count) => written::number(i64::try_from(value).unwrap_or(i64::MAX), lang),
        (Some(value), Measure::PerMille) => written::percent(value, 1000, lang),
    }
}

/// What each colour stands for.
fn keys(picture: &Picture) -> Markup {
    html! {
        ul.keys aria-hidden="true" {
            @for (at, series) in picture.series.iter().enumerate() {
                li { svg viewBox="0 0 10 10" { rect.edge.(format!("s{}", at % 3)) x="1" y="1" width="8" height="8" {} } " " (clean(&series.name)) }
            }
        }
    }
}

/// A group of bars for each label, one below the other.
fn bars(picture: &Picture, id: &str, lang: Lang) -> Markup {
    let most = match picture.measure {
        Measure::PerMille => 1000,
        Measure::Count => picture.series.iter().flat_map(|own| own.values.iter().flatten()).copied().max().unwrap_or(0),
    };
    let group = BAR * picture.series.len() as u64 + 10;
    let height = group * picture.labels.len() as u64 + 4;
    let length = |value: u64| {
        let exact = u128::from(value) * u128::from(WIDTH - LEFT - RIGHT) / u128::from(most.max(1));
        u64::try_from(exact).unwrap_or(WIDTH)
    };
    let told = told(picture, &picture.series, lang);
    html! {
        svg viewBox={ "0 0 " (WIDTH) " " (height) } role="img" aria-labelledby={ (id) "t " (id) "d" } {
            title #{ (id) "t" } { (clean(&picture.title)) }
            desc #{ (id) "d" } { (told) }
            path.axis d={ "M" (LEFT) " 0V" (height) } {}
            @for (row, label) in picture.labels.iter().enumerate() {
                @let top = group * row as u64 + 5;
                @for (at, piece) in pieces(label).into_iter().enumerate() {
                    text x=(LEFT - 8) y=(top + 11 + 12 * at as u64) text-anchor="end" { (piece) }
                }
                @for (at, series) in picture.series.iter().enumerate() {
                    @let value = series.values.get(row).copied().flatten();
                    @let y = top + BAR * at as u64;
                    @if let Some(value) = value {
                        rect.edge.(format!("s{}", at % 3)) x=(LEFT) y=(y) width=(length(value)) height=(BAR - 3) {}
                    }
                    text x=(LEFT + length(value.unwrap_or(0)) + 5) y=(y + 10) { (figure(value, picture.measure, lang)) }
                }
            }
        }
    }
}

/// A label in at most two lines beside its bars.
fn pieces(label: &str) -> Vec<String> {
    const LONGEST: usize = 36;
    let mut lines: Vec<String> = vec![String::new()];
    for word in clean(label).split_whitespace() {
        let is_full =
            lines.last().is_some_and(|line| !line.is_empty() && line.chars().count() + word.chars().count() >= LONGEST);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        }
    }
    if lines.len() > 2 {
        lines.truncate(2);
        lines[1].push('…');
    }
    let cut = |line: String| match line.char_indices().nth(LONGEST + 1) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    };
    lines.into_iter().map(cut).collect()
}

/// A line from the first label to the last. Its foot is the lowest figure, or 90 % where that is higher.
fn line(picture: &Picture, series: &Series, id: &str, lang: Lang) -> Markup {
    const LEFT: u64 = 52;
    const RIGHT: u64 = 300;
    const TOP: u64 = 20;
    const FOOT: u64 = 110;
    let most = match picture.measure {
        Measure::PerMille => 1000,
        Measure::Count => series.values.iter().flatten().copied().max().unwrap_or(1).max(1),
    };
    let lowest = series.values.iter().flatten().copied().min().unwrap_or(0).min(most * 9 / 10);
    let steps = (series.values.len() as u64).saturating_sub(1).max(1);
    let place = |(at, value): (usize, u64)| {
        (
            LEFT + 10 + at as u64 * (RIGHT - LEFT - 20) / steps,
            TOP + (most - value.min(most)) * (FOOT - TOP) / (most - lowest).max(1),
        )
    };
    let shown: Vec<Option<(u64, u64)>> =
        series.values.iter().enumerate().map(|(at, value)| value.map(|value| place((at, value)))).collect();
    let runs = shown
        .split(Option::is_none)
        .map(|run| run.iter().flatten().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>());
    let is_labelled = |at: usize| series.values.len() <= 6 || at == 0 || at + 1 == series.values.len();
    let written = |value| figure(Some(value), picture.measure, lang);
    html! {
        svg viewBox="0 0 320 140" role="img" aria-labelledby={ (id) "t " (id) "d" } {
            title #{ (id) "t" } { (clean(&series.name)) }
            desc #{ (id) "d" } { (told(picture, std::slice::from_ref(series), lang)) }
            path.axis d={ "M" (LEFT) " " (TOP) "H" (RIGHT) "M" (LEFT) " " (FOOT) "H" (RIGHT) } {}
            text x=(LEFT - 5) y=(TOP + 4) text-anchor="end" { (written(most)) }
            text x=(LEFT - 5) y=(FOOT + 4) text-anchor="end" { (written(lowest)) }
            @for run in runs { @if run.len() > 1 { polyline.line points=(run.join(" ")) {} } }
            @for (at, place) in shown.iter().enumerate() {
                @if let Some((x, y)) = place {
                    circle.dot cx=(x) cy=(y) r="3" {}
                    @if is_labelled(at) { text x=(x) y=(y.saturating_sub(7)) text-anchor="middle" { (figure(series.values[at], picture.measure, lang)) } }
                }
            }
            @for (at, label) in picture.labels.iter().enumerate() {
                @let (x, _) = place((at, most));
                @if is_labelled(at) { text x=(x) y=(FOOT + 22) text-anchor=(anchor(at, series.values.len())) { (clean(label)) } }
            }
        }
    }
}

/// Where a text below a line begins, so that none runs over the edge.
fn anchor(at: usize, count: usize) -> &'static str {
    match at {
        0 => "start",
        _ if at + 1 == count => "end",
        _ => "middle",
    }
}

/// A picture in words: each label with its figures.
fn told(picture: &Picture, series: &[Series], lang: Lang) -> String {
    let of = |(at, label): (usize, &String)| {
        let values = series.iter().map(|own| figure(own.values.get(at).copied().flatten(), picture.measure, lang));
        format!("{}: {}", clean(label), values.collect::<Vec<_>>().join(" / "))
    };
    picture.labels.iter().enumerate().map(of).collect::<Vec<_>>().join("; ")
}
