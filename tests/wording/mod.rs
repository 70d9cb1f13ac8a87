//! The catalogue's files as they lie in `src/text/words`, taken apart.

pub mod keys;
pub mod named;

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use crate::source::{files, from_root, read, root};

/// The folders of the two languages.
pub const LANGS: [&str; 2] = ["vi", "en"];

/// A sentence of the catalogue: a message's own, or that of one of its attributes.
#[derive(Debug, Default)]
pub struct Sentence {
    /// Name of its file.
    pub file: String,
    /// What it quotes: `{ $name }`.
    pub variables: BTreeSet<String>,
    /// The other sentences it takes in: `{ key }`.
    pub mentions: BTreeSet<String>,
    /// Its words, in pieces between what it quotes.
    pub pieces: Vec<String>,
}

/// Everything that one language says.
#[derive(Debug, Default)]
pub struct Words {
    /// Its sentences by key: `message`, `message.attribute`.
    pub sentences: BTreeMap<String, Sentence>,
    /// What could not be read, and keys that stand twice.
    pub faults: Vec<String>,
}

impl Words {
    /// Reads the files of a language.
    pub fn of(lang: &str) -> Self {
        let mut words = Words::default();
        for path in files(&root().join("src/text/words").join(lang)) {
            let (text, path) = (read(&path), from_root(&path));
            let (resource, errors) = match parse(text.as_str()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            let line = |at: usize| text[..at].matches('\n').count() + 1;
            words.faults.extend(errors.iter().map(|err| format!("{path}:{}: {}", line(err.pos.start), err.kind)));
            for entry in &resource.body {
                words.entry(&path, entry);
            }
        }
        words
    }

    fn entry(&mut self, path: &str, entry: &Entry<&str>) {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => return,
        };
        if let Some(value) = value {
            self.add(path, key.clone(), value);
        }
        for attribute in attributes {
            self.add(path, format!("{key}.{}", attribute.id.name), &attribute.value);
        }
    }

    fn add(&mut self, path: &str, key: String, pattern: &Pattern<&str>) {
        let file = path.rsplit('/').next().unwrap_or(path).to_owned();
        let mut sentence = Sentence { file, ..Sentence::default() };
        sentence.pattern(pattern);
        if self.sentences.contains_key(&key) {
            self.faults.push(format!("{path}: {key} stands there already; delete one of the two"));
        }
        self.sentences.insert(key, sentence);
    }
}

impl Sentence {
    /// Its words, without what it quotes.
    pub fn text(&self) -> String {
        self.pieces.join("…")
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.pieces.push((*value).to_owned()),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => _ = self.variables.insert(id.name.to_owned()),
            InlineExpression::MessageReference { id, .. } => _ = self.mentions.insert(id.name.to_owned()),
            InlineExpression::TermReference { id, .. } => _ = self.mentions.insert(format!("-{}", id.name)),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
