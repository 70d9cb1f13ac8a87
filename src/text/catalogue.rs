//! The catalogue: every sentence a person reads, in Vietnamese and English (Project Fluent files beside this one).

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::written;
use crate::model::lang::Lang;

pub use fluent_bundle::FluentValue as Value;

const VI: &[&str] = &[
    include_str!("words/vi/checks.ftl"),
    include_str!("words/vi/import.ftl"),
    include_str!("words/vi/workbook.ftl"),
    include_str!("words/vi/amend.ftl"),
    include_str!("words/vi/propose.ftl"),
    include_str!("words/vi/reform.ftl"),
    include_str!("words/vi/policy.ftl"),
    include_str!("words/vi/documents.ftl"),
    include_str!("words/vi/screen.ftl"),
    include_str!("words/vi/doctor.ftl"),
    include_str!("words/vi/template.ftl"),
    include_str!("words/vi/help.ftl"),
];

const EN: &[&str] = &[
    include_str!("words/en/checks.ftl"),
    include_str!("words/en/import.ftl"),
    include_str!("words/en/workbook.ftl"),
    include_str!("words/en/amend.ftl"),
    include_str!("words/en/propose.ftl"),
    include_str!("words/en/reform.ftl"),
    include_str!("words/en/policy.ftl"),
    include_str!("words/en/documents.ftl"),
    include_str!("words/en/screen.ftl"),
    include_str!("words/en/doctor.ftl"),
    include_str!("words/en/template.ftl"),
    include_str!("words/en/help.ftl"),
];

type Bundle = FluentBundle<FluentResource>;

/// The wording of one language.
pub struct Catalogue {
    /// Its language.
    pub lang: Lang,
    bundle: &'static Bundle,
}

/// Says the sentence of a key: `say!(words, "rows-read", rows = 12)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($key, &[$((stringify!($name), $value.into())),*])
    };
}

impl Catalogue {
    /// The wording of `lang`; read once in a run, however often it is asked for.
    pub fn new(lang: Lang) -> Self {
        static VIETNAMESE: LazyLock<Bundle> = LazyLock::new(|| read(Lang::Vi));
        static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| read(Lang::En));
        let bundle = match lang {
            Lang::Vi => &VIETNAMESE,
            Lang::En => &ENGLISH,
        };
        Catalogue { lang, bundle }
    }

    /// The sentence of a key (`message` or `message.attribute`) with its values filled in; the key itself when it has none.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.find(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// The same; `None` when the key has no sentence.
    pub fn find(&self, key: &str, values: &[(&str, Value)]) -> Option<String> {
        let (message, attribute) = key.split_once('.').map_or((key, None), |(message, name)| (message, Some(name)));
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut unfilled = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut unfilled).into_owned())
    }
}

/// Reads the sentences of a language. A test makes sure that both languages are read whole.
fn read(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let sources = match lang {
        Lang::Vi => VI,
        Lang::En => EN,
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Vi => |value, _| written_number(value, Lang::Vi),
        Lang::En => |value, _| written_number(value, Lang::En),
    }));
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn written_number(value: &Value, lang: Lang) -> Option<String> {
    match value {
        Value::Number(number) => Some(written::number(number.value as i64, lang)),
        _ => None,
    }
}
