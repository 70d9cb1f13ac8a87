//! What the packet of a month (tài liệu sinh hoạt tháng) tells beside duties and meetings, as a policy says it.

/// The packet that an assigned cadre takes along each month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packet {
    /// Titles of those whom the cadre calls there: cell secretaries, the commune's party secretary.
    pub contacts: Vec<String>,
}

/// The titles where a policy names none.
const CONTACTS: [&str; 6] =
    ["Bí thư Đảng ủy", "Bí thư Đảng bộ", "Bí thư Chi bộ", "Trưởng ấp", "Trưởng thôn", "Trưởng khu phố"];

impl Default for Packet {
    fn default() -> Self {
        Packet { contacts: CONTACTS.map(str::to_owned).to_vec() }
    }
}
