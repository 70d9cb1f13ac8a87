//! A policy (quy định): the levels, duties, limits, totals and meeting windows of one office, as data.

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::finding::Severity;
use super::id::{DutyId, LevelId};
use super::lang::{Lang, Words};
use super::list::Column;
use super::packet::Packet;
use super::seat::SeatLimits;
use super::versions::{Earlier, InForce};

/// A rung of the tree of units (cấp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Code, used in files.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The level of the units above; `None` at the top.
    pub parent: Option<LevelId>,
    /// The overlay level whose units group units of this one.
    pub grouped_by: Option<LevelId>,
    /// Whether its units group others instead of holding them.
    pub overlay: bool,
}

/// A job that units of one level need done (nhiệm vụ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Code, used in files.
    pub code: String,
    /// Its name.
    pub name: Words,
    /// The level of the units that need it.
    pub unit: LevelId,
    /// The levels its holders may come from.
    pub cadre: Vec<LevelId>,
    /// Seats per unit.
    pub seats: SeatLimits,
    /// The most units one cadre may hold under it.
    pub limit: Option<u32>,
    /// The level at which holder and unit must share an ancestor; `None` is anywhere.
    pub within: Option<LevelId>,
}

/// A published total that `check` asserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// For which duty.
    pub duty: DutyId,
    /// The level whose cadres are counted; `None` is every level.
    pub level: Option<LevelId>,
    /// Cadres who hold it.
    pub cadres: Option<u32>,
    /// Units that are held.
    pub units: Option<u32>,
}

/// Days of the month on which units of a level meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// What meets.
    pub name: Words,
    /// Units of which level.
    pub unit: LevelId,
    /// First and last day of the month, both included.
    pub days: [u8; 2],
}

/// Costs of a proposal, whole numbers; the smaller the better.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeCosts {
    /// The holder lives in the unit itself or right above it.
    pub own_unit: i64,
    /// The holder's home and the unit have the same parent.
    pub same_parent: i64,
    /// They share the duty's `within` area.
    pub same_within: i64,
    /// Anything farther.
    pub elsewhere: i64,
    /// Taken off when the cadre held the seat before.
    pub returning: i64,
    /// Cost of being the holder's first, second, third ... unit; never falling.
    pub load: Vec<i64>,
}

/// Which personal columns a document shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// For the notice board: no phone, birth year, notes.
    Public,
    /// For the office: no phone, birth year.
    #[default]
    Internal,
    /// Everything.
    Full,
}

impl Profile {
    /// Every profile, the one that shows least first.
    pub const ALL: [Profile; 3] = [Profile::Public, Profile::Internal, Profile::Full];

    /// The word used on the command line and in a policy.
    pub fn code(self) -> &'static str {
        match self {
            Profile::Public => "public",
            Profile::Internal => "internal",
            Profile::Full => "full",
        }
    }
}

/// How documents are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// The level whose units get a roster each.
    pub by: Option<LevelId>,
    /// The profile where `--profile` says nothing.
    pub profile: Profile,
}

/// The policy of one office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Name or number of the regulation.
    pub name: String,
    /// The office, as it heads its documents.
    pub office: String,
    /// The body above it, printed over the office; may be empty.
    pub superior: String,
    /// The language of its documents.
    pub lang: Lang,
    /// Rungs, top first.
    pub levels: Vec<Level>,
    /// Duties, in the order of documents.
    pub duties: Vec<Duty>,
    /// Totals to assert.
    pub totals: Vec<Total>,
    /// Meeting windows.
    pub windows: Vec<Window>,
    /// When meetings may be held.
    pub calendar: Calendar,
    /// Costs of proposals.
    pub propose: Option<ProposeCosts>,
    /// Severities that differ from the checks' own; `None` switches a check off.
    pub checks: BTreeMap<String, Option<Severity>>,
    /// Headings of the office's own and the columns that they mean.
    pub columns: BTreeMap<String, Column>,
    /// Names in the office's lists and the codes that they mean, where the name alone does not tell.
    pub names: BTreeMap<String, String>,
    /// Documents.
    pub documents: Documents,
    /// The packet of a month.
    pub packet: Packet,
    /// The levels and duties in force, where rows of other days have some that are not; `None` is all of them.
    pub in_force: Option<InForce>,
    /// The policies of before, oldest first; their ids mean the same levels and duties.
    pub earlier: Vec<Earlier>,
    /// The text it was read from.
    pub source: String,
}

impl Policy {
    /// The level of an id.
    pub fn level(&self, id: LevelId) -> &Level {
        &self.levels[id.index()]
    }

    /// The duty of an id.
    pub fn duty(&self, id: DutyId) -> &Duty {
        &self.duties[id.index()]
    }

    /// Whether a level is another one, or stands above it.
    pub fn reaches(&self, above: LevelId, level: LevelId) -> bool {
        let chain = std::iter::successors(Some(level), |at| self.level(*at).parent);
        chain.take(self.levels.len()).any(|at| at == above)
    }

    /// The level of a code, in exactly that spelling.
    pub fn level_of_code(&self, code: &str) -> Option<LevelId> {
        self.levels.iter().position(|level| level.code == code).map(LevelId::at)
    }

    /// The duty of a code, in exactly that spelling.
    pub fn duty_of_code(&self, code: &str) -> Option<DutyId> {
        self.duties.iter().position(|duty| duty.code == code).map(DutyId::at)
    }

    /// The ids of the duties in force, in the order of documents.
    pub fn duty_ids(&self) -> impl Iterator<Item = DutyId> {
        let told = self.in_force.as_ref().map(|in_force| &in_force.duties);
        let all = 0..self.duties.len();
        all.filter_map(move |at| told.map_or(Some(DutyId::at(at)), |told| told.get(at).copied()))
    }

    /// The ids of the levels in force, top first.
    pub fn level_ids(&self) -> impl Iterator<Item = LevelId> {
        let told = self.in_force.as_ref().map(|in_force| &in_force.levels);
        let all = 0..self.levels.len();
        all.filter_map(move |at| told.map_or(Some(LevelId::at(at)), |told| told.get(at).copied()))
    }

    /// Whether units of a level exist under it.
    pub fn has_level(&self, level: LevelId) -> bool {
        self.in_force.as_ref().is_none_or(|in_force| in_force.levels.contains(&level))
    }

    /// Whether a duty is in force.
    pub fn has_duty(&self, duty: DutyId) -> bool {
        self.in_force.as_ref().is_none_or(|in_force| in_force.duties.contains(&duty))
    }

    /// The level whose units get a roster each: as the policy says, else the level that duties
    /// are kept `within`, else that of the first duty's units.
    pub fn roster_level(&self) -> Option<LevelId> {
        let mut duties = self.duty_ids().map(|duty| self.duty(duty));
        let within = || self.duty_ids().find_map(|duty| self.duty(duty).within);
        self.documents.by.or_else(within).or_else(|| duties.next().map(|duty| duty.unit))
    }
}
