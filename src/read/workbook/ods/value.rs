//! The value of a cell of an ods, as its attributes have it.

use quick_xml::events::BytesStart;

use super::super::fault::Fault;
use super::super::xml::plain;

/// A value.
#[derive(Debug, Default)]
pub struct Value {
    /// Which kind it is.
    pub kind: Kind,
    /// Its text, where it is not what the cell shows.
    pub text: Option<String>,
    /// Whether a formula gave it.
    pub has_formula: bool,
}

/// The kinds of values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Kind {
    /// None.
    #[default]
    Nothing,
    /// A number, a sum of money, a percentage.
    Number(f64),
    /// A day, with or without the time.
    Day,
    /// A time or a span of time.
    Time,
    /// True or false.
    Bool(bool),
    /// A text.
    Text,
    /// An error.
    Error,
}

impl Value {
    /// The value of a cell.
    pub fn of(tag: &BytesStart<'_>) -> Result<Self, Fault> {
        let mut value = Value::default();
        let (mut number, mut truth, mut is_error) = (None, false, false);
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute?;
            match attribute.key.0 {
                "office:value-type" => value.kind = kind(&attribute.value),
                "calcext:value-type" => is_error = attribute.value == "error",
                "office:value" => number = attribute.value.parse().ok(),
                "office:boolean-value" => truth = attribute.value == "true",
                "office:string-value" | "office:date-value" | "office:time-value" => {
                    value.text = Some(plain(attribute.value)?);
                }
                "table:formula" => value.has_formula = true,
                _ => {}
            }
        }
        value.kind = match value.kind {
            _ if is_error => Kind::Error,
            Kind::Number(_) => number.map_or(Kind::Text, Kind::Number),
            Kind::Bool(_) => Kind::Bool(truth),
            kind => kind,
        };
        Ok(value)
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "float" | "percentage" | "currency" => Kind::Number(0.0),
        "date" => Kind::Day,
        "time" => Kind::Time,
        "boolean" => Kind::Bool(false),
        "string" => Kind::Text,
        _ => Kind::Nothing,
    }
}
