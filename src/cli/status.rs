//! `status`: how things stand, for those who look rather than read.

use anyhow::Result;
use clap::Args as Group;

use super::args::Output;
use super::desk::Desk;
use super::exit::Exit;
use super::stretch::AsOf;
use super::{find, office};
use crate::model::day::Month;
use crate::model::id::UnitId;
use crate::model::lang::Lang;
use crate::model::policy::Profile;
use crate::model::snapshot::Snapshot;
use crate::render::bar::{bar, column};
use crate::render::terminal::{bold, painted, wrapped};
use crate::render::{Format, Look};
use crate::report::status::{Count, OldGap, Status, status, table};
use crate::say;
use crate::text::clean::clean;
use crate::text::written;

/// The most areas and gaps that are shown.
const MOST_AREAS: usize = 15;
const MOST_GAPS: usize = 5;
/// Places of a bar: at least, at most, and where nobody knows how wide the screen is.
const PLACES: (usize, usize, usize) = (8, 30, 20);
/// The width of a name, at least and at most.
const NAMES: (usize, usize) = (12, 50);

#[derive(Debug, Group)]
pub struct StatusArgs {
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
    #[command(flatten)]
    pub when: AsOf,
    #[command(flatten)]
    pub output: Output,
}

/// Runs it.
pub fn run(desk: &mut Desk, args: &StatusArgs) -> Result<Exit> {
    let (_, book) = office::open_on(desk, args.when.day())?;
    let snapshot = Snapshot::new(&book, args.when.day());
    let paper = office::screen_paper(desk, &book.policy, Some(Profile::Full));
    let top = args.under.as_deref().map(|typed| find::unit(&snapshot, typed)).transpose()?;
    let status = status(&snapshot, &paper, top);
    let is_told = args.output.format.is_some() || args.output.file().is_some();
    if is_told && desk.format(&args.output)? != Format::Table {
        desk.deliver(&table(&snapshot, &paper, &status), &args.output, &desk.look(&args.output))?;
        return Ok(Exit::Clean);
    }
    let look = desk.look(&args.output);
    let view = View { desk, snapshot: &snapshot, look, is_plain: !look.colour || is_dumb() };
    let text = view.text(&status, top, args);
    desk.deliver_bytes(text.as_bytes(), &args.output)?;
    Ok(Exit::Clean)
}

/// Whether the terminal says that it shows nothing but letters.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// What is shown, and how.
struct View<'v, 'b> {
    desk: &'v Desk,
    snapshot: &'v Snapshot<'b>,
    look: Look,
    is_plain: bool,
}

/// A line with a bar: what it is about, and its numbers.
type Bar = (String, Count);

/// The share that is filled, in per cent; none where there are no seats.
fn percent(count: &Count, lang: Lang) -> Option<String> {
    (count.seats > 0).then(|| written::percent(count.filled(), count.seats, lang))
}

impl View<'_, '_> {
    fn text(&self, status: &Status, top: Option<UnitId>, args: &StatusArgs) -> String {
        let words = &self.desk.words;
        let mut lines = vec![bold(&self.headline(&status.whole, top), &self.look)];
        let duty = |duty| clean(self.snapshot.policy().duty(duty).name.in_lang(words.lang)).into_owned();
        let needed = status.duties.iter().filter(|(_, count)| count.seats > 0);
        let duties: Vec<Bar> = needed.map(|(id, count)| (duty(*id), *count)).collect();
        self.push_part(&mut lines, say!(words, "status-duties"), &duties);
        let level = self.snapshot.policy().roster_level().map(|level| self.snapshot.policy().level(level));
        let level = level.map(|level| clean(level.name.in_lang(words.lang)).into_owned()).unwrap_or_default();
        let name = |unit| clean(&self.snapshot.book.unit(unit).name).into_owned();
        let areas: Vec<Bar> = status.areas.iter().take(MOST_AREAS).map(|(unit, count)| (name(*unit), *count)).collect();
        let lacking = status.areas.iter().filter(|(_, count)| count.gaps > 0).count();
        let all = status.areas.len();
        self.push_part(&mut lines, say!(words, "status-areas", level = level, lacking = lacking, all = all), &areas);
        if all > MOST_AREAS {
            lines.push(format!("  {}", say!(words, "status-more", count = all - MOST_AREAS)));
        }
        if !status.gaps.is_empty() {
            lines.extend([String::new(), bold(&say!(words, "status-gaps"), &self.look)]);
            lines.extend(status.gaps.iter().take(MOST_GAPS).map(|gap| self.gap(gap)));
            if status.gaps.len() > MOST_GAPS {
                lines.push(format!("  {}", say!(words, "status-more", count = status.gaps.len() - MOST_GAPS)));
            }
        }
        lines.push(String::new());
        let month = written::month(Month::of(self.snapshot.day), words.lang);
        let (begun, ended) = (status.whole.begun, status.whole.ended);
        lines.push(say!(words, "status-month", month = month, begun = begun, ended = ended));
        lines.extend(self.next(status, top, args).into_iter().map(|command| format!("→ {command}")));
        lines.join("\n") + "\n"
    }

    fn headline(&self, whole: &Count, top: Option<UnitId>) -> String {
        let (words, policy) = (&self.desk.words, self.snapshot.policy());
        let office = [policy.office.as_str(), policy.superior.as_str()].join(" ");
        let place = top.map_or(office.trim().to_owned(), |top| self.snapshot.whereabouts(top));
        let place = clean(&place).into_owned();
        let day = written::day(self.snapshot.day, words.lang);
        let percent = percent(whole, words.lang).unwrap_or_else(|| "none".to_owned());
        let (filled, seats, gaps, accepted) = (whole.filled(), whole.seats, whole.gaps, whole.accepted);
        let said = say!(
            words,
            "status-headline",
            place = place,
            day = day,
            filled = filled,
            seats = seats,
            percent = percent,
            gaps = gaps,
            accepted = accepted
        );
        wrapped(&said, "", "", &self.look)
    }

    fn push_part(&self, lines: &mut Vec<String>, title: String, bars: &[Bar]) {
        if bars.is_empty() {
            return;
        }
        lines.extend([String::new(), bold(&title, &self.look)]);
        let lang = self.desk.words.lang;
        let number = |number: u64| written::number(i64::try_from(number).unwrap_or(i64::MAX), lang);
        let counts: Vec<String> =
            bars.iter().map(|(_, count)| format!("{}/{}", number(count.filled()), number(count.seats))).collect();
        let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let wide = longest(&mut counts.iter().map(|count| count.chars().count()));
        let name = longest(&mut bars.iter().map(|(name, _)| name.chars().count()));
        // Beside name and bar: two spaces before each part, the per cent, the number of gaps.
        let beside = 2 + 2 + 2 + wide + 2 + "99,9 %".len() + if self.is_plain { 2 } else { 0 };
        let room = self.look.width.map(|width| usize::from(width).saturating_sub(beside + 1));
        let name = name.min(room.map_or(NAMES.1, |room| room.saturating_sub(PLACES.0).clamp(NAMES.0, NAMES.1)));
        let places = room.map_or(PLACES.2, |room| room.saturating_sub(name).clamp(PLACES.0, PLACES.1));
        for ((text, count), numbers) in bars.iter().zip(&counts) {
            let drawn = bar(count.filled(), count.seats, places, self.is_plain);
            let colour = if count.gaps > count.accepted { "31" } else { "32" };
            let share = percent(count, lang).unwrap_or_else(|| "–".to_owned());
            let drawn = painted(&drawn, colour, &self.look);
            let line = format!("  {}  {drawn}  {numbers:>wide$}  {share:>6}", column(text, name));
            lines.push(line);
        }
    }

    fn gap(&self, gap: &OldGap) -> String {
        let (words, book) = (&self.desk.words, self.snapshot.book);
        let unit = clean(&self.snapshot.whereabouts(gap.unit)).into_owned();
        let duty = clean(self.snapshot.policy().duty(gap.duty).name.in_lang(words.lang)).into_owned();
        let left = gap.left.map(|cadre| clean(&book.cadre(cadre).full_name).into_owned());
        let left = left.unwrap_or_else(|| "none".to_owned());
        let accepted = if gap.is_accepted { "yes" } else { "no" };
        let said = match (gap.since, gap.days) {
            (Some(since), Some(days)) => {
                let since = written::day(since, words.lang);
                say!(
                    words,
                    "status-gap",
                    unit = unit,
                    duty = duty,
                    days = days,
                    since = since,
                    left = left,
                    accepted = accepted
                )
            }
            _ => say!(words, "status-gap-ever", unit = unit, duty = duty, accepted = accepted),
        };
        wrapped(&said, "  ", "    ", &self.look)
    }

    /// Commands that go on from here.
    fn next(&self, status: &Status, top: Option<UnitId>, args: &StatusArgs) -> Vec<String> {
        let mut when = match (args.when.month, args.when.as_of) {
            (Some(month), _) => format!(" --month {month}"),
            (None, Some(day)) => format!(" --as-of {day}"),
            (None, None) => String::new(),
        };
        if let Some(top) = top.map(|top| &self.snapshot.book.unit(top).code) {
            let is_plain = top.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c));
            let top = clean(top);
            when += &if is_plain { format!(" --under {top}") } else { format!(" --under \"{top}\"") };
        }
        if status.whole.gaps == 0 {
            return vec![format!("phancong check{when}")];
        }
        ["list gaps", "propose"].map(|command| format!("phancong {command}{when}")).to_vec()
    }
}
