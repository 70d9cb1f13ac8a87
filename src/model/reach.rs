//! What of a book some lists name: as much of it as laying them over it takes.

use std::collections::BTreeSet;

use super::Text;

/// The codes that lists give, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Codes of units.
    pub units: BTreeSet<Text>,
    /// Codes of cadres.
    pub cadres: BTreeSet<Text>,
    /// Who holds or comes to hold what: the codes of a cadre and of a unit.
    pub held: BTreeSet<(Text, Text)>,
    /// Whether attendance and feedback of the units are wanted.
    pub has_records: bool,
}

impl Reach {
    /// How many rows of a book it may come to.
    pub fn len(&self) -> usize {
        self.units.len() + self.cadres.len() + self.held.len()
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
