//! A small office, for tests that look at single rows.

use phancong::model::list::Kind;

use super::{Office, POLICY};

/// Two communes; three cadres, two of them assigned; a vacancy, seats of its own for one commune; the
/// decision of one of the two; the meetings of both communes, who came to one of them, and what was raised in it.
pub fn office() -> Office {
    let mut office = Office::new(POLICY);
    let lists = [
        (
            Kind::Units,
            "code,name,level,parent_code,households,from\nT,Tỉnh,province,,,\n001,Xã An,commune,T,120,\n002,Xã Bình,commune,T,,2020-01-01\n",
        ),
        (
            Kind::Cadres,
            "code,full_name,birth_year,level,home_unit_code,phone,note\nC1,Lê An,1975,province,T,0100123456,\nC2,Lê Bình,,province,T,,\nC3,Võ Cúc,,province,T,,x\n",
        ),
        (
            Kind::Assignments,
            "cadre_code,unit_code,duty,from,to,decision_no\nC1,001,lead,2022-01-01,,1-QĐ\nC2,002,lead,2022-01-01,,2-QĐ\nC3,001,lead,2021-01-01,2021-12-31,\nC3,002,lead,2022-07-01,,\n",
        ),
        (Kind::Vacancies, "unit_code,duty,since,until,reason\n001,lead,2022-05-01,,chờ bổ sung\n"),
        (Kind::Seats, "unit_code,duty,min,max\n001,lead,1,2\n002,lead,0,\n"),
        (Kind::Meetings, "unit_code,meeting,rule,hour,place\n001,Họp,second Saturday,07:30,Hội trường\n002,Họp,9,,\n"),
        (
            Kind::Attendance,
            "unit_code,meeting,day,cadre_code,presence,reason\n001,Họp,2022-05-14,C1,absent,\n001,Họp,2022-05-14,,held,\n",
        ),
        (Kind::Feedback, "unit_code,day,raised_by,matter,sent_to\n001,2022-05-14,Chi bộ,Đường hư,Tỉnh\n"),
        (Kind::Decisions, "number,day,issuer\n1-QĐ,2021-12-20,Tỉnh ủy\n0-QĐ,2020-12-20,Tỉnh ủy\n"),
    ];
    office.import(&lists.map(|(kind, text)| (kind, text.as_bytes().to_vec())));
    office
}
