//! What fills in an office's own document: fields by name, and lists whose items each get a row.

/// A value and its names: in Vietnamese without marks, and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its names.
    pub names: [&'static str; 2],
    /// The value; a line break stays one.
    pub value: String,
}

/// Items that each get a row of a table, or a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Its names.
    pub names: [&'static str; 2],
    /// The names of what an item tells.
    pub columns: &'static [[&'static str; 2]],
    /// The items, a value per column each.
    pub items: Vec<Vec<String>>,
}

/// Everything that a document may ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filling {
    /// The fields.
    pub fields: Vec<Field>,
    /// The lists.
    pub lists: Vec<List>,
}

/// What a name in a document means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The field of a position.
    Field(usize),
    /// The list of a position, and the position of what each item tells.
    Item(usize, usize),
    /// Nothing to be shown: where it stands is left out when the list of a position is empty.
    IfAny(usize),
}

/// What follows the name of a list where the text is for a list with items only.
pub const IF_ANY: [&str; 2] = ["neu_co", "if_any"];

impl Filling {
    /// What a name means.
    pub fn meaning(&self, name: &str) -> Option<Meaning> {
        let Some((list, column)) = name.split_once('.') else {
            return self.fields.iter().position(|field| field.names.contains(&name)).map(Meaning::Field);
        };
        let list = self.lists.iter().position(|known| known.names.contains(&list.trim_matches('_')))?;
        let column = column.trim_matches('_');
        if IF_ANY.contains(&column) {
            return Some(Meaning::IfAny(list));
        }
        let at = self.lists[list].columns.iter().position(|names| names.contains(&column))?;
        Some(Meaning::Item(list, at))
    }

    /// The names of the fields, and those of the lists, in one of the two languages.
    pub fn names(&self, language: usize) -> [Vec<String>; 2] {
        let fields = self.fields.iter().map(|field| field.names[language].to_owned());
        let of_list = |list: &List| {
            let columns = list.columns.iter().map(move |names| names[language]).chain([IF_ANY[language]]);
            columns.map(|column| format!("{}.{column}", list.names[language])).collect::<Vec<_>>()
        };
        [fields.collect(), self.lists.iter().flat_map(of_list).collect()]
    }
}
