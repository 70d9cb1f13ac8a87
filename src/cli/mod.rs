//! The desk: arguments, progress, files, exit codes, printing. One file per command.

mod amending;
mod answers;
mod args;
mod assign;
mod backup;
mod build;
mod cadre;
mod calendar;
mod check;
mod checked;
mod close;
mod colour;
mod completions;
mod desk;
mod diff;
mod doctor;
mod documents;
mod draft;
mod exit;
mod export;
mod failure;
mod files;
mod find;
mod findings;
mod help;
mod history;
mod import;
mod init;
mod inspect;
mod intake;
mod list;
mod log;
mod long;
mod man;
mod office;
mod pieces;
mod progress;
mod propose;
mod reading;
mod rebalance;
mod reform;
mod refused;
mod release;
mod replace;
mod service;
mod sheet;
mod show;
mod sources;
mod status;
mod stop;
mod stream;
mod stretch;
mod template;
mod tops;
mod undo;
mod usage;
mod vacancy;
mod values;
mod wanted;
mod what;
mod why;

use std::process::ExitCode;

use anyhow::Result;

use args::{Args, Command};
use desk::Desk;
use exit::Exit;

/// The command line without its words, for whoever has to know which commands and arguments there are.
pub fn command() -> clap::Command {
    <Args as clap::CommandFactory>::command()
}

/// Runs the command line and tells how it ended.
pub fn main() -> ExitCode {
    progress::watch_interrupts();
    let args = match usage::parse(std::env::args_os()) {
        Ok(args) => args,
        Err(exit) => return exit.into(),
    };
    let mut desk = Desk::new(&args);
    let result = run(&mut desk, args);
    failure::close(&mut desk, result).into()
}

fn run(desk: &mut Desk, args: Args) -> Result<Exit> {
    match args.command {
        Command::Build(args) => build::run(desk, &args),
        Command::Init(args) => init::run(desk, &args),
        Command::Inspect(args) => inspect::run(desk, &args),
        Command::Import(args) => import::run(desk, &args),
        Command::Check(args) => check::run(desk, &args),
        Command::Show(args) => show::run(desk, &args),
        Command::List(args) => list::run(desk, &args),
        Command::Status(args) => status::run(desk, &args),
        Command::Diff(args) => diff::run(desk, &args),
        Command::Export(args) => export::run(desk, &args),
        Command::Assign(args) => assign::run(desk, &args),
        Command::Replace(args) => replace::run(desk, &args),
        Command::Release(args) => release::run(desk, &args),
        Command::Vacancy(args) => vacancy::run(desk, &args),
        Command::Cadre(args) => cadre::run(desk, &args),
        Command::Calendar(args) => calendar::run(desk, &args),
        Command::Propose(args) => propose::run(desk, &args),
        Command::Close(args) => close::run(desk, &args),
        Command::Reform(args) => reform::run(desk, &args),
        Command::Log(args) => log::run(desk, &args),
        Command::Undo(args) => undo::run(desk, &args),
        Command::Backup(args) => backup::run(desk, &args),
        Command::Doctor(args) => doctor::run(desk, &args),
        Command::Template(args) => template::run(desk, &args),
        Command::Completions(args) => completions::run(desk, &args),
        Command::Man => man::run(desk),
        Command::Help(args) => help::run(desk, &args),
    }
}
