//! A policy as its TOML says it, with the places of what may be at fault.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::model::lang::{Lang, Words};
use crate::model::policy::{Profile, ProposeCosts};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPolicy {
    pub name: String,
    pub office: String,
    #[serde(default)]
    pub superior: String,
    #[serde(default)]
    pub lang: Lang,
    #[serde(default)]
    pub level: Vec<RawLevel>,
    #[serde(default)]
    pub duty: Vec<RawDuty>,
    #[serde(default)]
    pub total: Vec<RawTotal>,
    #[serde(default)]
    pub window: Vec<RawWindow>,
    pub calendar: Option<RawCalendar>,
    pub propose: Option<Spanned<ProposeCosts>>,
    #[serde(default)]
    pub check: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub columns: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    #[serde(default)]
    pub documents: RawDocuments,
    pub packet: Option<RawPacket>,
    #[serde(default)]
    pub earlier: Vec<RawEarlier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawLevel {
    pub code: Spanned<String>,
    pub name: Words,
    pub parent: Option<Spanned<String>>,
    pub grouped_by: Option<Spanned<String>>,
    #[serde(default)]
    pub overlay: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDuty {
    pub code: Spanned<String>,
    pub name: Words,
    pub unit: Spanned<String>,
    pub cadre: Spanned<Vec<Spanned<String>>>,
    #[serde(default = "one_seat")]
    pub seats: Spanned<RawSeats>,
    pub limit: Option<u32>,
    pub within: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSeats {
    pub min: u32,
    pub max: Option<u32>,
}

fn one_seat() -> Spanned<RawSeats> {
    Spanned::new(0..0, RawSeats { min: 1, max: Some(1) })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTotal {
    pub duty: Spanned<String>,
    pub level: Option<Spanned<String>>,
    pub cadres: Option<u32>,
    pub units: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawWindow {
    pub name: Words,
    pub unit: Spanned<String>,
    pub days: Spanned<[u8; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCalendar {
    pub hours: Option<Vec<Spanned<String>>>,
    pub minutes: Option<Spanned<u16>>,
    #[serde(default = "yes")]
    pub weekends: bool,
    #[serde(default)]
    pub holidays: Vec<Spanned<String>>,
}

fn yes() -> bool {
    true
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawDocuments {
    pub by: Option<Spanned<String>>,
    #[serde(default)]
    pub profile: Profile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPacket {
    pub contacts: Option<Vec<Spanned<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawEarlier {
    pub until: Spanned<String>,
    pub text: Spanned<String>,
}
