//! Arguments in, in the user's language: help and usage errors come from the catalogue, not from clap's English.

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches, Parser};

use super::args::Args;
use super::colour;
use super::exit::Exit;
use super::values;
use crate::model::lang::Lang;
use crate::read::day::{NoDay, day};
use crate::render::Look;
use crate::render::terminal::painted;
use crate::say;
use crate::store::sqlite_version;
use crate::text::catalogue::Catalogue;
use crate::text::clean::clean;
use crate::text::nearest::nearest;

/// Reads the command line. Help and version are printed here, so are usage errors.
///
/// # Errors
/// With the exit code of what was printed.
pub fn parse(typed: impl IntoIterator<Item = OsString>) -> Result<Args, Exit> {
    let typed: Vec<OsString> = typed.into_iter().collect();
    // The plain parser first: wording is loaded only when something has to be said.
    match Args::try_parse_from(&typed) {
        Ok(args) => return Ok(args),
        Err(err) if err.kind() == ErrorKind::DisplayVersion => return Err(print(&version())),
        Err(_) => {}
    }
    let words = Catalogue::new(language(typed_lang(&typed)));
    let err = match command(&words).try_get_matches_from(&typed) {
        Ok(matches) => match Args::from_arg_matches(&matches) {
            Ok(args) => return Ok(args),
            Err(err) => err,
        },
        Err(err) => err,
    };
    match err.kind() {
        ErrorKind::DisplayHelp => Err(print(&err.render().to_string())),
        _ => {
            let shows_colour = colour::shows(colour::typed(&typed), std::io::stderr().is_terminal());
            complain(&words, &err, &asked_command(&typed), shows_colour);
            Err(Exit::Usage)
        }
    }
}

/// Program and SQLite versions.
pub fn version() -> String {
    format!("phancong {} (SQLite {})\n", env!("CARGO_PKG_VERSION"), sqlite_version())
}

/// The language of what is printed: `--lang`, else `$PHANCONG_LANG`, else the system's, else Vietnamese.
pub fn language(wanted: Option<Lang>) -> Lang {
    let told = || std::env::var("PHANCONG_LANG").ok().and_then(|lang| Lang::of_locale(&lang));
    let system = || sys_locale::get_locale().and_then(|locale| Lang::of_locale(&locale));
    wanted.or_else(told).or_else(system).unwrap_or_default()
}

fn typed_lang(typed: &[OsString]) -> Option<Lang> {
    let texts: Vec<&str> = typed.iter().filter_map(|text| text.to_str()).collect();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let apart = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    joined.or(apart).and_then(Lang::of_locale)
}

/// The command that the user was typing, as far as it is one.
fn asked_command(typed: &[OsString]) -> String {
    let whole = Args::command();
    let names: Vec<&str> = typed.iter().skip(1).filter_map(|text| text.to_str()).collect();
    let asked = names.iter().find_map(|name| whole.find_subcommand(name));
    asked.map_or("phancong".to_owned(), |asked| format!("phancong {}", asked.get_name()))
}

fn print(text: &str) -> Exit {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Exit::Clean,
        Err(err) if err.kind() == std::io::ErrorKind::BrokenPipe => Exit::Clean,
        Err(_) => Exit::Failed,
    }
}

/// The command line with the catalogue's words on it.
pub fn command(words: &Catalogue) -> Command {
    let mut command = dress(Args::command(), words, "");
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| dress(sub, words, &name));
    }
    command.build();
    translate_usage(command, words)
}

/// Puts words on one command and its arguments.
fn dress(command: Command, words: &Catalogue, name: &str) -> Command {
    let about = if name.is_empty() { "help-phancong".to_owned() } else { format!("help-{name}") };
    let after = format!("{about}.after");
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", say!(words, "usage"));
    let mut about_text = words.say(&about, &[]);
    let aliases: Vec<&str> = command.get_all_aliases().collect();
    if !aliases.is_empty() {
        about_text.push_str(&say!(words, "also-typed", names = aliases.join(", ")));
    }
    let mut command = command
        .about(about_text)
        .help_template(template)
        .subcommand_help_heading(say!(words, "heading-commands"))
        .subcommand_value_name(say!(words, "value-COMMAND"));
    if let Some(after) = words.find(&after, &[]) {
        command = command.after_help(after);
    }
    command.mut_args(|arg| dress_arg(arg, words, name))
}

fn dress_arg(arg: Arg, words: &Catalogue, command: &str) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let own = words.find(&format!("arg-{command}-{id}"), &[]);
    let mut help = own.unwrap_or_else(|| words.say(&format!("arg-{id}"), &[]));
    let choices = choices(&arg);
    if !choices.is_empty() {
        help.push_str(&format!(" [{}]", choices.join(", ")));
    }
    if let Some(default) = arg.get_default_values().first() {
        help.push_str(&say!(words, "default-value", value = default.to_string_lossy().into_owned()));
    }
    let heading = match (arg.is_positional(), arg.is_global_set() || id == "version") {
        (true, _) => say!(words, "heading-arguments"),
        (false, true) => say!(words, "heading-global"),
        (false, false) => say!(words, "heading-options"),
    };
    let names: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| value_name(words, name)).collect();
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(help).help_heading(heading).hide_possible_values(takes_values).hide_default_value(takes_values);
    if names.is_empty() { arg } else { arg.value_names(names) }
}

fn value_name(words: &Catalogue, name: &str) -> String {
    words.find(&format!("value-{name}"), &[]).unwrap_or_else(|| name.to_owned())
}

/// What an argument may be, where that is a short list.
fn choices(arg: &Arg) -> Vec<String> {
    if !arg.get_action().takes_values() {
        return Vec::new();
    }
    let own: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let listed = values::choices(arg.get_id().as_str());
    if own.is_empty() { listed.into_iter().map(str::to_owned).collect() } else { own }
}

/// The usage lines, with clap's own English words replaced.
fn translate_usage(mut command: Command, words: &Catalogue) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS]", &say!(words, "value-OPTIONS"));
    command = command.override_usage(usage);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(&name, |sub| translate_usage(sub, words));
    }
    command
}

/// Says what is wrong with the command line, on stderr.
fn complain(words: &Catalogue, err: &clap::Error, asked: &str, shows_colour: bool) {
    let text = |kind| match err.get(kind) {
        Some(ContextValue::String(text)) => clean(text).into_owned(),
        Some(ContextValue::Strings(texts)) => clean(&texts.join(", ")).into_owned(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let sentence = match err.kind() {
        ErrorKind::InvalidValue if value.is_empty() => say!(words, "usage-no-value", arg = arg),
        ErrorKind::ValueValidation if day(&value) == Err(NoDay::Impossible) => {
            say!(words, "usage-day-impossible", arg = arg, value = value)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let expected = expected(words, &arg, &text(ContextKind::ValidValue));
            say!(words, "usage-bad-value", arg = arg, value = value, expected = expected)
        }
        ErrorKind::UnknownArgument => say!(words, "usage-unknown-argument", arg = arg),
        ErrorKind::InvalidSubcommand => {
            say!(words, "usage-unknown-command", name = text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::ArgumentConflict => say!(words, "usage-conflict", arg = arg, other = text(ContextKind::PriorArg)),
        ErrorKind::MissingRequiredArgument => say!(words, "usage-missing", arg = arg),
        ErrorKind::MissingSubcommand => say!(words, "usage-no-command"),
        ErrorKind::InvalidUtf8 => say!(words, "usage-not-utf8"),
        _ => say!(words, "usage-wrong", arg = arg),
    };
    let suggestion = suggestion(err);
    let look = Look { colour: shows_colour, ..Look::default() };
    let mut lines = format!("{} {sentence}\n", painted(&say!(words, "label-error"), "1;31", &look));
    if let Some(suggestion) = suggestion {
        lines.push_str(&format!("  {}\n", say!(words, "did-you-mean", nearest = suggestion)));
    }
    if err.kind() == ErrorKind::MissingSubcommand {
        lines.push_str(&format!("\n{}", command(words).render_help()));
    } else {
        lines.push_str(&format!("  {}\n", say!(words, "usage-see-help", command = asked)));
    }
    let _ = std::io::stderr().write_all(lines.as_bytes());
}

/// What may stand where something else stood: the values to choose from, or the shape of one.
fn expected(words: &Catalogue, arg: &str, valid: &str) -> String {
    if !valid.is_empty() {
        return say!(words, "expected-one-of", values = valid);
    }
    let id = arg.trim_start_matches('-').split([' ', '=']).next().unwrap_or("").replace('-', "_");
    let id = id.trim_matches(['<', '>']).to_owned();
    let choices = values::choices(if id == value_name(words, "LIST") { "kind" } else { &id });
    if !choices.is_empty() {
        return say!(words, "expected-one-of", values = choices.join(", "));
    }
    words.find(&format!("expected-{}", id.replace('_', "-")), &[]).unwrap_or_else(|| "none".to_owned())
}

fn suggestion(err: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = kinds.into_iter().find_map(|kind| match err.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    });
    let typed = match err.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(typed)) => Some(typed.clone()),
        _ => None,
    };
    let commands = Args::command();
    let near = || nearest(&typed?, commands.get_subcommands().map(Command::get_name)).map(str::to_owned);
    suggested.or_else(near)
}
