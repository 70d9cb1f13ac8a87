//! Positions of things in a [`Book`](super::book::Book) and in its policy, each with a type of its own.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($int:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $int);

        impl $name {
            /// Makes the id of the thing at position `at`.
            ///
            /// # Panics
            /// When `at` does not fit the id; readers cap their lists far below that.
            pub fn at(at: usize) -> Self {
                Self(<$int>::try_from(at).expect("lists are capped below the range of their ids"))
            }

            /// The position it stands for.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A unit: position in `Book::units`.
    UnitId(u32)
);
id!(
    /// A cadre: position in `Book::cadres`.
    CadreId(u32)
);
id!(
    /// An assignment: position in `Book::assignments`.
    AssignmentId(u32)
);
id!(
    /// A level: position in `Policy::levels`.
    LevelId(u16)
);
id!(
    /// A duty: position in `Policy::duties`.
    DutyId(u16)
);
