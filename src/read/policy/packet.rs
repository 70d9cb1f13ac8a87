//! The packet of a month, as a policy says it: the titles of those who are called.

use super::Reading;
use super::raw::RawPacket;
use crate::model::finding::{Finding, Severity};
use crate::model::packet::Packet;

impl Reading<'_> {
    /// What the packet tells; what the policy does not say is as usual.
    pub fn packet(&mut self, raw: Option<&RawPacket>) -> Packet {
        let Some(told) = raw.and_then(|raw| raw.contacts.as_ref()) else { return Packet::default() };
        for title in told.iter().filter(|title| !title.get_ref().chars().any(char::is_alphanumeric)) {
            self.note(Finding::new("policy-contact", Severity::Error).value(title.get_ref()), title.span().start);
        }
        Packet { contacts: told.iter().map(|title| title.get_ref().clone()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::packet::Packet;
    use crate::read::policy::{built_in, policy};

    #[test]
    fn titles_are_read_and_each_fault_told_with_its_line() {
        let sample = built_in("three-tier").expect("a policy");
        let read = |text: &str| policy(&format!("{sample}\n{text}"), "policy.toml");
        let first = 1 + sample.lines().count() as u32;
        let titles = |text: &str| read(text).expect("sound").packet.contacts;
        assert_eq!(titles("[packet]\ncontacts = [\"Bí thư Chi bộ\"]\n"), ["Bí thư Chi bộ"]);
        assert_eq!(titles("[packet]\n"), Packet::default().contacts);
        assert!(titles("[packet]\ncontacts = []\n").is_empty());
        for (fault, check, line) in [
            ("contacts = [\"Trưởng ấp\",\n\" - \"]", "policy-contact", 3),
            ("contacts = [\"\"]", "policy-contact", 2),
            ("contacts = \"Bí thư\"", "policy-unreadable", 2),
            ("contact = []", "policy-unreadable", 2),
        ] {
            let found = read(&format!("[packet]\n{fault}\n")).expect_err("a fault");
            let found: Vec<_> = found.iter().map(|finding| (finding.check, finding.place.row)).collect();
            assert_eq!(found, [(check, Some(first + line))], "{fault}");
        }
    }
}
