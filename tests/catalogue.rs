//! The catalogue held by tests: both languages say the same things, the code finds every sentence, none is left over.

mod source;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, assert_none, files, from_root, read, root, sources};
use unicode_normalization::is_nfc;
use wording::keys::{FINDINGS, Key, keys, keys_of_one_command};
use wording::named::named;
use wording::{LANGS, Sentence, Words};

#[test]
fn every_file_is_part_of_the_catalogue() {
    let loaded = read(&root().join("src/text/catalogue.rs"));
    let on_disk = files(&root().join("src/text/words"));
    let on_disk: Vec<String> = on_disk.iter().map(|path| from_root(path).replace("src/text/", "")).collect();
    let lines = on_disk.iter().map(|path| format!("include_str!(\"{path}\"),"));
    let faults: Vec<String> = lines.filter(|line| !loaded.contains(line)).collect();
    assert_none(&faults, "Add the line to src/text/catalogue.rs, or delete the file.");
}

#[test]
fn every_file_can_be_read_whole_and_no_key_stands_twice() {
    let faults: Vec<String> = LANGS.iter().flat_map(|lang| Words::of(lang).faults).collect();
    assert_none(&faults, "Fluent passes over what it cannot read, and the last of two sentences wins: mend the files.");
}

#[test]
fn both_languages_have_the_same_keys() {
    let mut faults = Vec::new();
    for [lang, other] in [LANGS, [LANGS[1], LANGS[0]]] {
        let (words, others) = (Words::of(lang), Words::of(other));
        let lacking = others.sentences.iter().filter(|(key, _)| !words.sentences.contains_key(*key));
        faults.extend(lacking.map(|(key, sentence)| line_to_paste(lang, &sentence.file, key)));
        let is_elsewhere = |key: &str, sentence: &Sentence| {
            lang == LANGS[0] && others.sentences.get(key).is_some_and(|other| other.file != sentence.file)
        };
        let moved = words.sentences.iter().filter(|(key, sentence)| is_elsewhere(key, sentence));
        faults.extend(moved.map(|(key, sentence)| format!("{key}: in {lang} it stands in {}", sentence.file)));
    }
    assert_none(&faults, "Say the same things in both languages, in files of the same name.");
}

#[test]
fn a_sentence_quotes_the_same_values_in_both_languages() {
    let [vi, en] = LANGS.map(Words::of);
    let mut faults = Vec::new();
    for (key, sentence) in &vi.sentences {
        let Some(other) = en.sentences.get(key) else { continue };
        if sentence.variables != other.variables {
            faults.push(format!("{key}: vi quotes {:?}, en quotes {:?}", sentence.variables, other.variables));
        }
    }
    assert_none(&faults, "Quote the same values in src/text/words/vi and src/text/words/en.");
}

#[test]
fn every_key_in_the_code_has_its_sentence() {
    let own_keys = keys_of_one_command();
    let mut faults = BTreeMap::new();
    for lang in LANGS {
        let words = Words::of(lang);
        let has = |key: &str| words.sentences.contains_key(key);
        let has_own = |key: &str| {
            let mut own = own_keys.iter().filter(|[_, common]| common == key).peekable();
            own.peek().is_some() && own.all(|[own, _]| has(own))
        };
        for Key { key, place, file } in keys() {
            if !has(&key) && !has_own(&key) {
                let line = line_to_paste(lang, file, &key);
                faults.entry((lang, key)).or_insert(format!("{line}   (asked for by {place})"));
            }
        }
    }
    let faults: Vec<String> = faults.into_values().collect();
    assert_none(
        &faults,
        "Paste each line into its file and write the sentence; a name that is no key goes into OTHER_NAMES.",
    );
}

#[test]
fn every_finding_has_a_title_and_a_reason() {
    let mut faults = Vec::new();
    for lang in LANGS {
        let words = Words::of(lang);
        for (key, sentence) in &words.sentences {
            if !FINDINGS.contains(&sentence.file.as_str()) || key.contains('.') {
                continue;
            }
            let parts = ["title", "why"].map(|part| format!("{key}.{part}"));
            let lacking = parts.iter().filter(|part| !words.sentences.contains_key(*part));
            faults.extend(lacking.map(|part| line_to_paste(lang, &sentence.file, part)));
        }
    }
    assert_none(&faults, "`check --explain` shows them: say under each finding what it is called and why it matters.");
}

#[test]
fn no_sentence_is_left_over() {
    let own_keys = keys_of_one_command().into_iter().map(|[own, _]| own);
    let asked: BTreeSet<String> = keys().into_iter().map(|key| key.key).chain(own_keys).collect();
    let mut faults = Vec::new();
    for lang in LANGS {
        let words = Words::of(lang);
        let mentioned: BTreeSet<&String> = words.sentences.values().flat_map(|sentence| &sentence.mentions).collect();
        let is_used = |key: &String| asked.contains(key) || mentioned.contains(key);
        for (key, sentence) in &words.sentences {
            let is_used = match key.split_once('.') {
                None => is_used(key),
                Some((message, "title" | "why")) => FINDINGS.contains(&&*sentence.file) && is_used(&message.to_owned()),
                Some((message, "hint")) => is_used(&message.to_owned()),
                Some((message, "after")) => message.starts_with("help-") && is_used(&message.to_owned()),
                Some(_) => asked.contains(key),
            };
            if !is_used {
                faults.push(format!("src/text/words/{lang}/{}: {key}", sentence.file));
            }
        }
    }
    assert_none(&faults, "Nothing asks for these: delete them, or tell tests/wording/keys.rs of the new family.");
}

#[test]
fn every_quoted_value_is_given() {
    let words = Words::of(LANGS[0]);
    let mut faults = Vec::new();
    for source in sources("src").iter().map(Source::without_tests) {
        for said in named(&source).filter(|named| named.is_said() && named.callee.ends_with("say!")) {
            let given: BTreeSet<String> = said.values().into_iter().map(str::to_owned).collect();
            let quoted = words.sentences.get(said.text).map(|sentence| sentence.variables.clone()).unwrap_or_default();
            let lacking: Vec<&String> = quoted.difference(&given).collect();
            if !lacking.is_empty() {
                faults.push(format!("{}: {} quotes {lacking:?}, given are {given:?}", said.place, said.text));
            }
        }
    }
    assert_none(&faults, "Give the value in say!(…), or leave it out of the sentence in both languages.");
}

#[test]
fn sentences_are_spelled_cleanly() {
    let mut faults = Vec::new();
    for lang in LANGS {
        for (key, sentence) in Words::of(lang).sentences {
            let wrong = sentence.pieces.iter().filter_map(|piece| wrong_spelling(&key, piece)).next();
            faults.extend(wrong.map(|wrong| format!("src/text/words/{lang}/{}: {key}: {wrong}", sentence.file)));
        }
    }
    assert_none(&faults, "Type the letters again: composed (NFC), Đ as U+0110, one space between words.");
}

#[test]
fn no_english_is_left_in_vietnamese() {
    const ENGLISH: &[&str] = &["the", "and", "with", "cannot", "which", "are", "was", "this", "that", "not", "from"];
    let [vi, en] = LANGS.map(Words::of);
    let is_letters = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    let mut faults = Vec::new();
    for (key, sentence) in &vi.sentences {
        let text = without_quotes(&sentence.text());
        let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(is_letters).collect();
        let is_copy = en.sentences.get(key).is_some_and(|other| other.text() == sentence.text()) && words.len() > 3;
        if is_copy || words.iter().any(|word| ENGLISH.contains(word)) {
            faults.push(format!("src/text/words/vi/{}: {key} = {}", sentence.file, sentence.text()));
        }
    }
    assert_none(&faults, "Say it in Vietnamese.");
}

#[test]
fn the_reading_of_calls_is_right() {
    let text = "fn f() { say!(words, \"a-b\", x = g(1, y), path = z); w.say(\"c\", &[(\"d\", 1)]); [(\"e_f\", 24)]; }";
    let source = Source::new("src/report/sample.rs", text);
    let all: Vec<_> = named(&source).collect();
    let said: Vec<&str> = all.iter().filter(|named| named.is_said()).map(|named| named.text).collect();
    assert_eq!(said, ["a-b", "c"]);
    assert_eq!(all[0].values(), ["x", "path"]);
    assert_eq!(all.iter().map(|named| named.is_column()).collect::<Vec<_>>(), [false, false, true, true]);
    assert_eq!(all.iter().map(|named| named.is_like_a_key()).collect::<Vec<_>>(), [true, false, false, false]);
}

/// What to write, and into which file.
fn line_to_paste(lang: &str, file: &str, key: &str) -> String {
    match key.split_once('.') {
        None => format!("src/text/words/{lang}/{file}: {key} = …"),
        Some((message, attribute)) => format!("src/text/words/{lang}/{file}: under {message}:     .{attribute} = …"),
    }
}

/// What is wrong with the letters and spaces of a piece of a sentence.
fn wrong_spelling(key: &str, piece: &str) -> Option<String> {
    let is_wrong = |c: char| matches!(c, 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | '\u{300}'..='\u{36F}' | '\u{370}'..='\u{52F}' | '\t' | '\u{200B}'..='\u{200F}');
    let is_laid_out = key.ends_with(".after");
    if let Some(c) = piece.chars().find(|c| is_wrong(*c)) {
        return Some(format!("U+{:04X} in {piece:?}", u32::from(c)));
    }
    if !is_nfc(piece) {
        return Some(format!("letters in parts in {piece:?}"));
    }
    let is_wide = !is_laid_out && piece.lines().any(|line| line.trim().contains("  "));
    is_wide.then(|| format!("two spaces in {piece:?}"))
}

/// The text without what stands in quotes: names of menus and columns stay as they are on the screen.
fn without_quotes(text: &str) -> String {
    let outside = text.split(['"', '«', '»', '“', '”', '`']).step_by(2);
    outside.collect::<Vec<_>>().join(" ")
}
