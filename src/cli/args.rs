//! The command line as types. Its words stand in the catalogue (`help.ftl`), under `help-COMMAND` and `arg-NAME`.

use std::path::{Path, PathBuf};

use clap::{Args as Group, Parser, Subcommand, ValueEnum};

use super::assign::Assign;
use super::cadre::Cadre;
use super::calendar::Calendar;
use super::close::Close;
use super::diff::Diff;
use super::doctor::Doctor;
use super::log::Log;
use super::propose::Propose;
use super::reading::ReadingArgs;
use super::reform::Reform;
use super::release::Release;
use super::replace::Replace;
use super::service::Served;
use super::status::StatusArgs;
use super::stretch::{AsOf, Stretch};
use super::template::Template;
use super::undo::Undo;
use super::vacancy::Vacancy;
use super::values::{civil_day, delimiter, format, kind, lang, mode, month, percent, profile, severity};
pub use super::what::{Exported, Listed, Made};
use crate::merge::Mode;
use crate::model::day::{Day, Month};
use crate::model::finding::Severity;
use crate::model::lang::Lang;
use crate::model::list::Kind;
use crate::model::policy::Profile;
use crate::render::{Delimiter, Format};

/// Everything typed.
#[derive(Debug, Parser)]
#[command(name = "phancong", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, arg_required_else_help = false, infer_long_args = false)]
pub struct Args {
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = lang)]
    pub lang: Option<Lang>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    #[arg(short, long, global = true)]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub yes: bool,
    #[arg(long, global = true)]
    pub no_input: bool,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
    #[command(subcommand)]
    pub command: Command,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    Build(Build),
    Init(Init),
    Inspect(Inspect),
    #[command(alias = "nhap")]
    Import(Import),
    #[command(alias = "kiemtra")]
    Check(Check),
    #[command(alias = "xem")]
    Show(Show),
    List(List),
    #[command(alias = "tinhhinh")]
    Status(StatusArgs),
    Diff(Diff),
    #[command(alias = "xuat")]
    Export(Export),
    #[command(alias = "gan")]
    Assign(Assign),
    #[command(alias = "thay")]
    Replace(Replace),
    Release(Release),
    Vacancy(Vacancy),
    Cadre(Cadre),
    #[command(alias = "lich")]
    Calendar(Calendar),
    #[command(alias = "dexuat")]
    Propose(Propose),
    Close(Close),
    #[command(alias = "sapxep")]
    Reform(Reform),
    #[command(alias = "lichsu")]
    Log(Log),
    #[command(alias = "hoantac")]
    Undo(Undo),
    Backup(Backup),
    Doctor(Doctor),
    Template(Template),
    Completions(Completions),
    Man,
    Help(Help),
}

#[derive(Debug, Group)]
pub struct Build {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long, value_name = "MONTH", value_parser = month)]
    pub month: Month,
    #[arg(short, long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub reading: ReadingArgs,
    #[arg(long, value_name = "MODE", value_parser = mode, default_value = "upsert")]
    pub mode: Mode,
    #[arg(long, value_name = "PERCENT", value_parser = percent, default_value = "10")]
    pub max_end: u32,
    #[arg(long, value_name = "SEVERITY", value_parser = severity, default_value = "error")]
    pub fail_on: Severity,
    #[arg(long, value_name = "PROFILE", value_parser = profile)]
    pub profile: Option<Profile>,
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub only: Vec<Made>,
    #[arg(long)]
    pub no_xlsx: bool,
    #[command(flatten)]
    pub csv: Csv,
}

#[derive(Debug, Group)]
pub struct Init {
    #[arg(long, value_name = "POLICY", default_value = "three-tier")]
    pub policy: String,
}

#[derive(Debug, Group)]
pub struct Inspect {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "LIST", value_parser = kind)]
    pub kind: Option<Kind>,
    #[command(flatten)]
    pub reading: ReadingArgs,
}

#[derive(Debug, Group)]
pub struct Import {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "LIST", value_parser = kind)]
    pub kind: Option<Kind>,
    #[arg(long, value_name = "MODE", value_parser = mode, default_value = "upsert")]
    pub mode: Mode,
    #[arg(long, value_name = "DAY", value_parser = civil_day)]
    pub as_of: Option<Day>,
    #[arg(short = 'n', long)]
    pub dry_run: bool,
    #[arg(long, value_name = "PERCENT", value_parser = percent, default_value = "10")]
    pub max_end: u32,
    #[arg(long, value_name = "FILE")]
    pub errors: Option<PathBuf>,
    #[arg(long = "match", value_name = "FILE")]
    pub answers: Option<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArgs,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Group)]
pub struct Check {
    #[command(flatten)]
    pub when: AsOf,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[arg(long, value_name = "CHECK", value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long, value_name = "CHECK", value_delimiter = ',')]
    pub skip: Vec<String>,
    #[arg(long, value_name = "SEVERITY", value_parser = severity, default_value = "error")]
    pub fail_on: Severity,
    #[arg(long, conflicts_with_all = ["explain", "only", "skip"])]
    pub list: bool,
    #[arg(long, value_name = "CHECK")]
    pub explain: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Group)]
pub struct Show {
    #[arg(value_name = "WHO")]
    pub who: String,
    #[arg(long)]
    pub history: bool,
    #[command(flatten)]
    pub when: AsOf,
    #[arg(long, value_name = "PROFILE", value_parser = profile)]
    pub profile: Option<Profile>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Group)]
pub struct List {
    #[arg(value_name = "WHAT")]
    pub what: Listed,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    #[arg(long, value_name = "DUTY")]
    pub duty: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    #[command(flatten)]
    pub served: Served,
    #[command(flatten)]
    pub when: AsOf,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, Group)]
pub struct Export {
    #[arg(value_name = "WHAT")]
    pub what: Exported,
    #[arg(value_name = "DECISION", conflicts_with = "decision")]
    pub number: Option<String>,
    #[command(flatten)]
    pub when: AsOf,
    #[command(flatten)]
    pub stretch: Stretch,
    #[arg(long, value_name = "LEVEL")]
    pub by: Option<String>,
    #[arg(long, value_name = "DECISION")]
    pub decision: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub briefing: Vec<PathBuf>,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[arg(long, value_name = "PROFILE", value_parser = profile)]
    pub profile: Option<Profile>,
    #[arg(long)]
    pub anonymise: bool,
    #[command(flatten)]
    pub csv: Csv,
    #[command(flatten)]
    pub output: Output,
}

/// How a csv is written.
#[derive(Clone, Copy, Debug, Group)]
pub struct Csv {
    #[arg(long)]
    pub excel: bool,
    #[arg(long, value_name = "DELIMITER", value_parser = delimiter)]
    pub delimiter: Option<Delimiter>,
}

#[derive(Debug, Group)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Group)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Group)]
pub struct Help {
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// Where results go, and in which shape.
#[derive(Clone, Debug, Group)]
pub struct Output {
    #[arg(short, long, value_name = "FORMAT", value_parser = format)]
    pub format: Option<Format>,
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl Output {
    /// The file that is asked for; none where results go to stdout, which `-` means as well.
    pub fn file(&self) -> Option<&Path> {
        self.out.as_deref().filter(|out| *out != Path::new("-"))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}
