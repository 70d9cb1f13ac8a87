//! Charts of a document for Word: drawn by the program that opens it, from the figures that stand in them.

use docx_rs::{AlignmentType, Paragraph, Run};
use maud::{Markup, html};

use crate::model::lang::Lang;
use crate::report::review::section::{Measure, Picture, Series, Shape};
use crate::text::clean::clean;

/// A character that no text of a user keeps; it marks where a chart comes to stand.
const MARK: char = '\u{FFFE}';
/// Width and height of a chart, in the unit of drawings: 165 and 80 millimetres.
const SIZE: (u32, u32) = (5_940_000, 2_880_000);
const COLOURS: [&str; 6] = ["1F4E79", "D98C2B", "7A8B99", "14663B", "8F1D1D", "5B4A9C"];
const MARKERS: [&str; 6] = ["circle", "square", "triangle", "diamond", "x", "star"];
const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The paragraph in whose place the chart of a number comes.
pub fn place(number: usize) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).keep_next(true).add_run(Run::new().add_text(mark(number)))
}

fn mark(number: usize) -> String {
    format!("{MARK}{number}{MARK}")
}

/// The text of a document with each chart in its place.
pub fn placed(mut document: String, pictures: &[&Picture]) -> String {
    for (at, picture) in pictures.iter().enumerate() {
        let Some(mark) = document.find(&mark(at + 1)) else { continue };
        let run = document[..mark].rfind("<w:r>").zip(document[mark..].find("</w:r>"));
        if let Some((from, to)) = run {
            document.replace_range(from..mark + to + "</w:r>".len(), &drawing(picture, at + 1).into_string());
        }
    }
    document
}

/// The part of the file that a chart is, and its name in the file.
pub fn part(picture: &Picture, number: usize, lang: Lang) -> (String, String) {
    let chart =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{}", space(picture, lang).into_string());
    (format!("word/charts/chart{number}.xml"), chart)
}

/// What the list of relations of a document says of a chart.
pub fn relation(number: usize) -> String {
    format!("<Relationship Id=\"rIdChart{number}\" Type=\"{RELATED}/chart\" Target=\"charts/chart{number}.xml\"/>")
}

/// What the list of kinds of parts says of a chart.
pub fn kind(number: usize) -> String {
    format!(
        "<Override PartName=\"/word/charts/chart{number}.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
    )
}

fn drawing(picture: &Picture, number: usize) -> Markup {
    html! {
        w:r { w:drawing { wp:inline xmlns:wp=(PLACED) distT="0" distB="0" distL="0" distR="0" {
            wp:extent cx=(SIZE.0) cy=(SIZE.1) {}
            wp:docPr id=(1000 + number) name={ "Chart " (number) } descr=(letters(&picture.title)) {}
            a:graphic xmlns:a=(DRAWING) { a:graphicData uri=(CHART) {
                c:chart xmlns:c=(CHART) xmlns:r=(RELATED) r:id={ "rIdChart" (number) } {}
            } }
        } } }
    }
}

/// What XML can hold of a text.
fn letters(text: &str) -> String {
    clean(text).chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

fn space(picture: &Picture, lang: Lang) -> Markup {
    let code = match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-US",
    };
    html! {
        c:chartSpace xmlns:c=(CHART) xmlns:a=(DRAWING) xmlns:r=(RELATED) {
            c:roundedCorners val="0" {}
            c:chart {
                c:title {
                    c:tx { c:rich { a:bodyPr {} a:p {
                        a:pPr { a:defRPr sz="1200" b="1" {} }
                        a:r { a:rPr lang=(code) sz="1200" b="1" {} a:t { (letters(&picture.title)) } }
                    } } }
                    c:overlay val="0" {}
                }
                c:autoTitleDeleted val="0" {}
                c:plotArea { c:layout {} (plot(picture)) (axes(picture)) }
                c:legend { c:legendPos val="b" {} c:overlay val="0" {} }
                c:plotVisOnly val="1" {}
                c:dispBlanksAs val="gap" {}
            }
            c:txPr { a:bodyPr {} a:p { a:pPr { a:defRPr sz="1000" { a:latin typeface="Times New Roman" {} } } a:endParaRPr lang=(code) {} } }
        }
    }
}

/// Bars of shares lie across, under one another; bars of counts stand side by side.
fn is_across(picture: &Picture) -> bool {
    picture.shape == Shape::Bars && picture.measure == Measure::PerMille
}

fn plot(picture: &Picture) -> Markup {
    let series =
        html! { @for (at, series) in picture.series.iter().enumerate() { (self::series(picture, series, at)) } };
    let axes = html! { c:axId val="1" {} c:axId val="2" {} };
    match picture.shape {
        Shape::Bars => html! {
            c:barChart {
                c:barDir val=(if is_across(picture) { "bar" } else { "col" }) {}
                c:grouping val="clustered" {} c:varyColors val="0" {}
                (series) c:gapWidth val="60" {} (axes)
            }
        },
        Shape::Line => html! {
            c:lineChart { c:grouping val="standard" {} c:varyColors val="0" {} (series) c:marker val="1" {} (axes) }
        },
    }
}

fn series(picture: &Picture, series: &Series, at: usize) -> Markup {
    let colour = html! { a:solidFill { a:srgbClr val=(COLOURS[at % COLOURS.len()]) {} } };
    let is_line = picture.shape == Shape::Line;
    html! {
        c:ser {
            c:idx val=(at) {} c:order val=(at) {}
            c:tx { c:v { (letters(&series.name)) } }
            @if is_line {
                c:spPr { a:ln w="22225" { (colour) } }
                c:marker { c:symbol val=(MARKERS[at % MARKERS.len()]) {} c:size val="6" {} c:spPr { (colour) } }
            } @else {
                c:spPr { (colour) }
                c:invertIfNegative val="0" {}
                (labels(picture))
            }
            c:cat { c:strLit { c:ptCount val=(picture.labels.len()) {}
                @for (at, label) in picture.labels.iter().enumerate() { c:pt idx=(at) { c:v { (letters(label)) } } }
            } }
            c:val { c:numLit { c:formatCode { (form(picture)) } c:ptCount val=(series.values.len()) {}
                @for (at, value) in series.values.iter().enumerate() {
                    @if let Some(value) = value { c:pt idx=(at) { c:v { (number(*value, picture.measure)) } } }
                }
            } }
            @if is_line { c:smooth val="0" {} }
        }
    }
}

/// The figure of each bar at its end.
fn labels(picture: &Picture) -> Markup {
    html! {
        c:dLbls {
            c:numFmt formatCode=(form(picture)) sourceLinked="0" {}
            c:showLegendKey val="0" {} c:showVal val="1" {} c:showCatName val="0" {}
            c:showSerName val="0" {} c:showPercent val="0" {} c:showBubbleSize val="0" {}
        }
    }
}

fn form(picture: &Picture) -> &'static str {
    match picture.measure {
        Measure::Count => "#,##0",
        Measure::PerMille => "0.0%",
    }
}

fn number(value: u64, measure: Measure) -> String {
    match measure {
        Measure::Count => value.to_string(),
        Measure::PerMille => format!("{}.{:03}", value / 1000, value % 1000),
    }
}

fn axes(picture: &Picture) -> Markup {
    let is_across = is_across(picture);
    let (labels, figures) = if is_across { ("l", "t") } else { ("b", "l") };
    html! {
        c:catAx {
            c:axId val="1" {}
            c:scaling { c:orientation val=(if is_across { "maxMin" } else { "minMax" }) {} }
            c:delete val="0" {} c:axPos val=(labels) {}
            c:majorTickMark val="none" {} c:minorTickMark val="none" {} c:tickLblPos val="low" {}
            c:crossAx val="2" {} c:crosses val="autoZero" {}
        }
        c:valAx {
            c:axId val="2" {}
            c:scaling {
                c:orientation val="minMax" {}
                @if picture.measure == Measure::PerMille { c:max val="1" {} }
                @if picture.shape == Shape::Bars { c:min val="0" {} }
            }
            c:delete val="0" {} c:axPos val=(figures) {}
            c:majorGridlines { c:spPr { a:ln { a:solidFill { a:srgbClr val="D5DAE0" {} } } } }
            c:numFmt formatCode=(if is_across { "0%" } else { form(picture) }) sourceLinked="0" {}
            c:majorTickMark val="none" {} c:minorTickMark val="none" {} c:tickLblPos val="nextTo" {}
            c:crossAx val="1" {} c:crosses val="autoZero" {}
        }
    }
}
