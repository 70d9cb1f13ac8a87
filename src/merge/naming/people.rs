//! Cadres by name, year of birth and organization: those of the book and those of the lists.

use std::collections::HashMap;

use crate::model::Text;
use crate::model::book::Book;
use crate::model::rows::{Context, Lists};
use crate::text::fold::key;
use crate::text::nearest::nearest;

struct Person {
    code: Text,
    full_name: Text,
    birth_year: Option<u16>,
    organization: Text,
}

/// All cadres that can be named.
pub struct People {
    all: Vec<Person>,
    by_name: HashMap<String, Vec<usize>>,
    last_number: u32,
}

/// What new codes begin with.
const PREFIX: &str = "CB";

/// A cadre's name as a list has it, with what tells namesakes apart.
pub fn asked(called: &Context) -> String {
    let year = called.birth_year.map(|year| year.to_string()).unwrap_or_default();
    let parts = [called.full_name.as_str(), &year, &called.organization];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

impl People {
    /// The cadres of the book, and those of the lists that have codes.
    pub fn of(book: &Book, lists: &Lists) -> Self {
        let mut people = People { all: Vec::with_capacity(book.cadres.len()), by_name: HashMap::new(), last_number: 0 };
        for cadre in &book.cadres {
            let (full_name, organization) = (cadre.full_name.clone(), cadre.organization.as_str().into());
            people.put(Person { code: cadre.code.clone(), full_name, birth_year: cadre.birth_year, organization });
        }
        let known: std::collections::HashSet<Text> = book.cadres.iter().map(|cadre| cadre.code.clone()).collect();
        for row in lists.cadres.iter().map(|listed| &listed.row).filter(|row| !row.code.is_empty()) {
            if !known.contains(&row.code) {
                let (full_name, organization) = (row.full_name.clone(), row.organization.as_str().into());
                people.put(Person { code: row.code.clone(), full_name, birth_year: row.birth_year, organization });
            }
        }
        people
    }

    /// Adds a cadre who got a code, unless he or she is there.
    pub fn add(&mut self, code: &Text, called: &Context) {
        let all = self.by_name.get(&key(&called.full_name)).into_iter().flatten();
        if !all.into_iter().any(|at| self.all[*at].code == *code) {
            self.put(Person {
                code: code.clone(),
                full_name: called.full_name.clone(),
                birth_year: called.birth_year,
                organization: called.organization.clone(),
            });
        }
    }

    fn put(&mut self, person: Person) {
        let number = person.code.strip_prefix(PREFIX).and_then(|digits| digits.parse().ok());
        self.last_number = self.last_number.max(number.unwrap_or(0));
        self.by_name.entry(key(&person.full_name)).or_default().push(self.all.len());
        self.all.push(person);
    }

    /// The code of a cadre.
    pub fn code(&self, at: usize) -> &Text {
        &self.all[at].code
    }

    /// A cadre with what tells namesakes apart; the year of birth only where it is needed to choose.
    pub fn described(&self, at: usize) -> String {
        let person = &self.all[at];
        let (full_name, organization) = (person.full_name.clone(), person.organization.clone());
        asked(&Context { full_name, birth_year: person.birth_year, organization, ..Context::default() })
    }

    /// Those whom a name means: of its namesakes those born in the year, where both are known, then those of the
    /// organization. In a list of cadres somebody with another year of birth is somebody else.
    pub fn find(&self, called: &Context, is_list: bool) -> Vec<usize> {
        let mut found: Vec<usize> = self.by_name.get(&key(&called.full_name)).cloned().unwrap_or_default();
        if let Some(year) = called.birth_year {
            found.retain(|at| self.all[*at].birth_year.is_none_or(|own| own == year));
            let born: Vec<usize> = found.iter().copied().filter(|at| self.all[*at].birth_year == Some(year)).collect();
            if !born.is_empty() {
                found = born;
            }
        }
        let organization = key(&called.organization);
        let is_colleague = |at: &usize| key(&self.all[*at].organization) == organization;
        let is_sure = |at: &usize| called.birth_year.is_some() && self.all[*at].birth_year == called.birth_year;
        let needs_organization = found.len() > 1 || (is_list && !found.iter().all(is_sure));
        if needs_organization && !organization.is_empty() {
            let colleagues: Vec<usize> = found.iter().copied().filter(is_colleague).collect();
            if !colleagues.is_empty() {
                return colleagues;
            }
        }
        if is_list && called.birth_year.is_none() && organization.is_empty() && found.len() == 1 {
            return found;
        }
        if is_list && found.len() == 1 && !found.iter().all(is_sure) && !organization.is_empty() {
            // One namesake, of whom it is not known whether it is the same person: to be asked.
            return vec![found[0], found[0]];
        }
        found
    }

    /// A code that nobody has.
    pub fn free_code(&mut self) -> Text {
        format!("{PREFIX}{:04}", self.last_number + 1).into()
    }

    /// The nearest name.
    pub fn nearest(&self, wrong: &str) -> Option<String> {
        nearest(wrong, self.all.iter().map(|person| person.full_name.as_str())).map(str::to_owned)
    }
}
