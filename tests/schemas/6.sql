PRAGMA foreign_keys = OFF;
PRAGMA page_size = 8192;
PRAGMA application_id = 1346588231;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    cadre_id INTEGER NOT NULL REFERENCES cadre,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    from_day TEXT NOT NULL,
    to_day TEXT,
    decision_no TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
INSERT INTO assignment VALUES(1,1,4,1,'2021-09-06',NULL,'12-QĐ/TU','');
INSERT INTO assignment VALUES(2,2,3,2,'2021-09-06',NULL,'30-QĐ/HU','');
INSERT INTO assignment VALUES(3,3,4,3,'2021-09-06',NULL,'30-QĐ/HU','');
INSERT INTO assignment VALUES(4,4,6,4,'2021-09-06',NULL,'31-QĐ/HU','');
INSERT INTO assignment VALUES(5,5,8,5,'2022-01-01',NULL,'02-QĐ/ĐU','');
INSERT INTO assignment VALUES(6,5,9,5,'2022-01-01',NULL,'02-QĐ/ĐU','');
INSERT INTO assignment VALUES(7,6,10,5,'2022-01-01','2022-05-31','02-QĐ/ĐU','');
CREATE TABLE cadre (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    full_name TEXT NOT NULL,
    birth_year INTEGER,
    position TEXT NOT NULL,
    organization TEXT NOT NULL,
    level_id INTEGER NOT NULL REFERENCES level,
    home_id INTEGER NOT NULL REFERENCES unit,
    phone TEXT NOT NULL,
    status TEXT NOT NULL,
    status_from TEXT,
    note TEXT NOT NULL
, status_before TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO cadre VALUES(1,'CB01','Lê Thị Lụa',1970,'Phó Trưởng Ban','Ban Dân vận Tỉnh ủy',1,1,'','active',NULL,'','');
INSERT INTO cadre VALUES(2,'CB02','Trần Văn Gạo',1968,'Ủy viên Ban Thường vụ','Huyện ủy Đồng Lúa',2,2,'','active',NULL,'','');
INSERT INTO cadre VALUES(3,'CB03','Nguyễn Văn Mận',1975,'Huyện ủy viên','Huyện ủy Đồng Lúa',2,2,'','active',NULL,'','');
INSERT INTO cadre VALUES(4,'CB04','Nguyễn Văn Mận',1982,'Chuyên viên','Phòng Nội vụ',2,2,'','active',NULL,'Trùng họ tên với CB03','');
INSERT INTO cadre VALUES(5,'CB05','Phạm Thị Quýt',1985,'Công chức','UBND xã Tân Lúa',4,4,'','active',NULL,'','');
INSERT INTO cadre VALUES(6,'CB06','Võ Văn Chanh',1979,'Trưởng ấp','Ấp Phú Mỹ',5,7,'','leave','2022-06-01','','');
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    as_of TEXT NOT NULL,
    user TEXT NOT NULL,
    machine TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE
, about TEXT NOT NULL DEFAULT '', undoes INTEGER REFERENCES change, keeps_rows INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO change VALUES(1,'2026-11-25T20:45:13Z','import','2022-05-31','clerk','office','first','',NULL,0);
INSERT INTO change VALUES(2,'2026-11-26T05:47:46Z','import','2022-05-02','clerk','office','18eb823afc6f1d31-8a7','',NULL,1);
INSERT INTO change VALUES(3,'2026-11-26T05:47:54Z','release','2022-06-01','clerk','office','18eb823cedaf8c93-8c9','CB06',NULL,1);
INSERT INTO change VALUES(4,'2026-11-26T05:47:54Z','vacancy','2022-06-01','clerk','office','18eb823cf0072b66-8cb','90102.01.01, commune-team',NULL,1);
INSERT INTO change VALUES(5,'2026-11-26T05:47:54Z','cadre','2022-06-01','clerk','office','18eb823cf22049a2-8ce','CB06 → leave',NULL,1);
INSERT INTO change VALUES(6,'2026-11-26T05:47:54Z','close','2022-05-31','clerk','office','18eb823cf378637b-8d1','2022-05',NULL,1);
INSERT INTO change VALUES(7,'2026-11-26T05:47:54Z','assign','2022-05-10','clerk','office','18eb823cf757c1ea-8d7','CB03 → 90102',NULL,1);
INSERT INTO change VALUES(8,'2026-11-26T05:47:54Z','undo','2022-05-10','clerk','office','18eb823cf96ec69c-8da','',7,1);
INSERT INTO change VALUES(9,'2026-11-26T05:47:54Z','import','2022-05-31','clerk','office','18eb823cfc64a368-8df','',NULL,1);
INSERT INTO change VALUES(10,'2026-11-26T05:47:54Z','reform','2022-08-01','clerk','office','18eb823cff5a61e7-8e6','55-NQ/HĐND',NULL,1);
INSERT INTO change VALUES(11,'2026-11-26T07:41:56Z','import','2022-09-01','clerk','office','18eb887601bf345b-240e','',NULL,1);
INSERT INTO change VALUES(12,'2026-11-26T10:16:07Z','import','2022-05-31','clerk','office','18eb90dfc564e350-7233','',NULL,1);
CREATE TABLE change_count (
    change_id INTEGER NOT NULL REFERENCES change,
    list TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    ended INTEGER NOT NULL
) STRICT;
INSERT INTO change_count VALUES(1,'units',10,10,0,0);
INSERT INTO change_count VALUES(1,'cadres',6,6,0,0);
INSERT INTO change_count VALUES(1,'assignments',7,7,0,0);
INSERT INTO change_count VALUES(2,'units',2,2,0,0);
INSERT INTO change_count VALUES(3,'assignments',1,0,0,1);
INSERT INTO change_count VALUES(4,'vacancies',1,1,0,0);
INSERT INTO change_count VALUES(5,'cadres',1,0,0,1);
INSERT INTO change_count VALUES(7,'assignments',1,1,0,0);
INSERT INTO change_count VALUES(8,'assignments',1,0,0,1);
INSERT INTO change_count VALUES(9,'decisions',1,1,0,0);
INSERT INTO change_count VALUES(10,'units',7,3,0,4);
INSERT INTO change_count VALUES(11,'meetings',1,1,0,0);
INSERT INTO change_count VALUES(12,'attendance',3,3,0,0);
INSERT INTO change_count VALUES(12,'feedback',1,1,0,0);
CREATE TABLE change_file (
    change_id INTEGER NOT NULL REFERENCES change,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
INSERT INTO change_file VALUES(1,'assignments.csv',413,'8bb8b7165f8c9ba4be7728208acc1089f65a58691c5cfddce4bcbeeecad1d7fe');
INSERT INTO change_file VALUES(1,'cadres.csv',676,'42923486eb5d264043c4092ada7517ee28bc6510defdc1e807c8065a0ab2ff4c');
INSERT INTO change_file VALUES(1,'units.csv',632,'5a58cb2cea2bd565ed19aa70b85b70e5697724c8cf9bc24bd0877035ee85d9b1');
INSERT INTO change_file VALUES(2,'units.csv',146,'6634bab40cd18932e6cabc26b30de1069ed9b28e1a40f457bfac07c44be21a87');
INSERT INTO change_file VALUES(9,'decisions.csv',83,'3b92543267363dab50f3668366c2ba2d87c31031607ab49de4f486306d2c21ff');
INSERT INTO change_file VALUES(10,'reform.csv',147,'724beed0f2bd4ff8870439c75ee06feb79ef79e95095faf1353a056a22d55cc3');
INSERT INTO change_file VALUES(11,'meetings.csv',112,'46736badc50dcb2b6512cf7eac1962e19fa194e3f2a2c8deb14b7c3ea6ec5079');
INSERT INTO change_file VALUES(12,'attendance.csv',266,'605db23261f2a0645d4c5139fa852247ec66d9445f1c494a0f8445a4b110be8b');
INSERT INTO change_file VALUES(12,'feedback.csv',144,'83d0b55e48056cde3c11c578d77f4fce20e95e1a72887a9985ab75d5c28f4eb4');
CREATE TABLE duty (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO duty VALUES(1,'province-commune');
INSERT INTO duty VALUES(2,'cluster-head');
INSERT INTO duty VALUES(3,'district-commune');
INSERT INTO duty VALUES(4,'district-hamlet');
INSERT INTO duty VALUES(5,'commune-team');
CREATE TABLE level (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO level VALUES(1,'province');
INSERT INTO level VALUES(2,'district');
INSERT INTO level VALUES(3,'cluster');
INSERT INTO level VALUES(4,'commune');
INSERT INTO level VALUES(5,'hamlet');
INSERT INTO level VALUES(6,'team');
CREATE TABLE policy (id INTEGER PRIMARY KEY CHECK (id = 1), toml TEXT NOT NULL) STRICT;
INSERT INTO policy VALUES(1,replace('# Province - district - commune - hamlet - team: the scheme until 30 June 2025.\n# Copy this file, edit it, and give it to `phancong init --policy FILE`.\n\nname   = "Quy định phân công phụ trách địa bàn (ba cấp)"\noffice = "BAN TỔ CHỨC"\nlang   = "vi"                        # language of the documents: vi or en\n\n[[level]]\ncode = "province"\nname = { vi = "tỉnh", en = "province" }\n\n[[level]]\ncode   = "district"\nname   = { vi = "huyện", en = "district" }\nparent = "province"\n\n[[level]]\ncode    = "cluster"\nname    = { vi = "cụm vùng", en = "cluster" }\nparent  = "district"\noverlay = true                       # groups communes, does not hold them\n\n[[level]]\ncode       = "commune"\nname       = { vi = "xã, thị trấn", en = "commune" }\nparent     = "district"\ngrouped_by = "cluster"\n\n[[level]]\ncode   = "hamlet"\nname   = { vi = "ấp, khu phố", en = "hamlet" }\nparent = "commune"\n\n[[level]]\ncode   = "team"\nname   = { vi = "tổ nhân dân tự quản", en = "self-managed team" }\nparent = "hamlet"\n\n[[duty]]\ncode   = "province-commune"\nname   = { vi = "Lãnh đạo tỉnh phụ trách xã", en = "Province leader in charge of a commune" }\nunit   = "commune"\ncadre  = ["province"]\nseats  = { min = 1, max = 1 }\nlimit  = 1\n\n[[duty]]\ncode   = "cluster-head"\nname   = { vi = "Trưởng cụm vùng", en = "Cluster head" }\nunit   = "cluster"\ncadre  = ["district"]\nseats  = { min = 1, max = 1 }\nlimit  = 1\nwithin = "district"\n\n[[duty]]\ncode   = "district-commune"\nname   = { vi = "Huyện ủy viên phụ trách xã", en = "District committee member in charge of a commune" }\nunit   = "commune"\ncadre  = ["district"]\nseats  = { min = 1, max = 1 }\nlimit  = 1\nwithin = "district"\n\n[[duty]]\ncode   = "district-hamlet"\nname   = { vi = "Cán bộ huyện theo dõi, hỗ trợ ấp", en = "District cadre following and supporting a hamlet" }\nunit   = "hamlet"\ncadre  = ["district"]\nseats  = { min = 1, max = 1 }\nlimit  = 1\nwithin = "district"\n\n[[duty]]\ncode   = "commune-team"\nname   = { vi = "Theo dõi, hỗ trợ tổ NDTQ", en = "Follows and supports a team" }\nunit   = "team"\ncadre  = ["commune", "hamlet"]\nseats  = { min = 1, max = 1 }\nlimit  = 3\nwithin = "commune"\n\n[[window]]\nname = { vi = "Họp đảng ủy xã", en = "Commune committee meeting" }\nunit = "commune"\ndays = [7, 9]\n\n[[window]]\nname = { vi = "Sinh hoạt chi bộ ấp", en = "Hamlet cell meeting" }\nunit = "hamlet"\ndays = [10, 15]\n\n[documents]\nby      = "commune"                  # each commune gets a roster of its own\nprofile = "internal"                 # public, internal, or full (with phones and birth years)\n\n[propose]                            # whole numbers; the smaller the better\nown_unit    = 0\nsame_parent = 100\nsame_within = 300\nelsewhere   = 1000\nreturning   = 50\nload        = [40, 120, 200, 280, 360]\n','\n',char(10)));
CREATE TABLE seat (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    min INTEGER NOT NULL,
    max INTEGER
) STRICT;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level_id INTEGER NOT NULL REFERENCES level,
    parent_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    group_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    type TEXT NOT NULL,
    households INTEGER,
    from_day TEXT,
    to_day TEXT,
    note TEXT NOT NULL
) STRICT;
INSERT INTO unit VALUES(1,'90','Tỉnh Sông Lam Hạ',1,NULL,NULL,'Tỉnh',NULL,NULL,NULL,'');
INSERT INTO unit VALUES(2,'901','Huyện Đồng Lúa',2,1,NULL,'Huyện',2140,NULL,NULL,'');
INSERT INTO unit VALUES(3,'CV1','Cụm vùng 1',3,2,NULL,'Cụm vùng',NULL,NULL,NULL,'');
INSERT INTO unit VALUES(4,'90101','Xã Tân Lúa',4,2,3,'Xã',1180,NULL,NULL,'');
INSERT INTO unit VALUES(5,'90102','Xã Phú Dừa',4,2,3,'Xã',960,NULL,NULL,'');
INSERT INTO unit VALUES(6,'90101.01','Ấp Bình Lúa',5,4,NULL,'Ấp',310,NULL,NULL,'');
INSERT INTO unit VALUES(7,'90102.01','Ấp Phú Mỹ',5,5,NULL,'Ấp',270,NULL,'2022-07-31','');
INSERT INTO unit VALUES(8,'90101.01.01','Tổ nhân dân tự quản số 1',6,6,NULL,'Tổ',24,NULL,NULL,'');
INSERT INTO unit VALUES(9,'90101.01.02','Tổ nhân dân tự quản số 2',6,6,NULL,'Tổ',31,NULL,NULL,'');
INSERT INTO unit VALUES(10,'90102.01.01','Tổ nhân dân tự quản số 1',6,7,NULL,'Tổ',28,NULL,'2022-07-31','');
INSERT INTO unit VALUES(11,'90102.02','Ấp Cồn Dừa',5,5,NULL,'',150,NULL,'2022-07-31','');
INSERT INTO unit VALUES(12,'90102.02.01','Tổ nhân dân tự quản số 1',6,11,NULL,'',35,NULL,'2022-07-31','');
INSERT INTO unit VALUES(13,'90102.09','Ấp Phú Dừa',5,5,NULL,'Ấp',420,'2022-08-01',NULL,'');
INSERT INTO unit VALUES(14,'90102.01.01','Tổ nhân dân tự quản số 1',6,13,NULL,'Tổ',28,'2022-08-01',NULL,'');
INSERT INTO unit VALUES(15,'90102.02.01','Tổ nhân dân tự quản số 1',6,13,NULL,'',35,'2022-08-01',NULL,'');
CREATE TABLE vacancy (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    since_day TEXT NOT NULL,
    until_day TEXT,
    reason TEXT NOT NULL
) STRICT;
INSERT INTO vacancy VALUES(1,10,5,'2022-06-01','2022-07-31','');
CREATE TABLE change_added (
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    PRIMARY KEY (change_id, list, first_row)
) STRICT, WITHOUT ROWID;
INSERT INTO change_added VALUES(2,'unit',11,12);
INSERT INTO change_added VALUES(4,'vacancy',1,1);
INSERT INTO change_added VALUES(6,'closing',1,1);
INSERT INTO change_added VALUES(7,'assignment',8,8);
INSERT INTO change_added VALUES(9,'decision',1,1);
INSERT INTO change_added VALUES(10,'succession',1,4);
INSERT INTO change_added VALUES(10,'unit',13,15);
INSERT INTO change_added VALUES(11,'meeting',1,1);
INSERT INTO change_added VALUES(12,'attendance',1,3);
INSERT INTO change_added VALUES(12,'feedback',1,1);
CREATE TABLE change_before (
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED,
    list TEXT NOT NULL,
    row INTEGER NOT NULL,
    deed TEXT NOT NULL CHECK (deed IN ('edited', 'removed')),
    image TEXT NOT NULL,
    PRIMARY KEY (change_id, list, row)
) STRICT, WITHOUT ROWID;
INSERT INTO change_before VALUES(3,'assignment',7,'edited','[7,6,10,5,"2022-01-01",null,"02-QĐ/ĐU",""]');
INSERT INTO change_before VALUES(5,'cadre',6,'edited','[6,"CB06","Võ Văn Chanh",1979,"Trưởng ấp","Ấp Phú Mỹ",5,7,"","active",null,"",""]');
INSERT INTO change_before VALUES(8,'assignment',8,'removed','[8,3,5,3,"2022-05-10",null,"40-QĐ/HU",""]');
INSERT INTO change_before VALUES(10,'unit',7,'edited','[7,"90102.01","Ấp Phú Mỹ",5,5,null,"Ấp",270,null,null,""]');
INSERT INTO change_before VALUES(10,'unit',10,'edited','[10,"90102.01.01","Tổ nhân dân tự quản số 1",6,7,null,"Tổ",28,null,null,""]');
INSERT INTO change_before VALUES(10,'unit',11,'edited','[11,"90102.02","Ấp Cồn Dừa",5,5,null,"",150,null,null,""]');
INSERT INTO change_before VALUES(10,'unit',12,'edited','[12,"90102.02.01","Tổ nhân dân tự quản số 1",6,11,null,"",35,null,null,""]');
CREATE TABLE succession (
    id INTEGER PRIMARY KEY,
    old_id INTEGER NOT NULL REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    new_id INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    decision_no TEXT NOT NULL
) STRICT;
INSERT INTO succession VALUES(1,10,14,'2022-08-01',1,'55-NQ/HĐND');
INSERT INTO succession VALUES(2,12,15,'2022-08-01',1,'55-NQ/HĐND');
INSERT INTO succession VALUES(3,7,13,'2022-08-01',1,'55-NQ/HĐND');
INSERT INTO succession VALUES(4,11,13,'2022-08-01',1,'55-NQ/HĐND');
CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL UNIQUE,
    change_id INTEGER NOT NULL REFERENCES change DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO closing VALUES(1,'2022-05',6);
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    issuer TEXT NOT NULL,
    signer TEXT NOT NULL,
    effective TEXT,
    replaces TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
INSERT INTO decision VALUES(1,'02-QĐ/ĐU','2021-12-28','Đảng ủy xã Tân Lúa','Bí thư',NULL,'','');
CREATE TABLE seal (id INTEGER PRIMARY KEY CHECK (id = 1), xxh3 TEXT NOT NULL) STRICT;
INSERT INTO seal VALUES(1,'2a92a375ec4402a13c5984fe284a5439');
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    hour TEXT,
    place TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
INSERT INTO meeting VALUES(1,6,'Sinh hoạt chi bộ ấp','second Saturday','19:00','Nhà văn hóa','');
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    meeting TEXT NOT NULL,
    day TEXT NOT NULL,
    cadre_id INTEGER REFERENCES cadre,
    presence TEXT NOT NULL,
    reason TEXT NOT NULL,
    invited INTEGER,
    came INTEGER,
    note TEXT NOT NULL
) STRICT;
INSERT INTO attendance VALUES(1,4,'Họp đảng ủy xã','2022-05-08',1,'present','',NULL,NULL,'');
INSERT INTO attendance VALUES(2,4,'Họp đảng ủy xã','2022-05-08',3,'excused','Họp huyện',NULL,NULL,'');
INSERT INTO attendance VALUES(3,8,'Họp tổ','2022-05-20',5,'present','',24,19,'');
CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    day TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    matter TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    due TEXT,
    answered TEXT,
    answer TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
INSERT INTO feedback VALUES(1,6,'2022-05-11','Chi bộ ấp','Đường ấp hư','UBND xã Tân Lúa','2022-06-11',NULL,'','');
CREATE VIEW units AS
SELECT u.code, u.name, level.code AS level, p.code AS parent_code, u.type, g.code AS group_code, u.households,
    u.from_day AS "from", u.to_day AS "to", u.note
FROM unit u JOIN level ON level.id = u.level_id
LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN unit g ON g.id = u.group_id;
CREATE VIEW assignments AS
SELECT c.code AS cadre_code, u.code AS unit_code, duty.code AS duty, a.from_day AS "from", a.to_day AS "to",
    a.decision_no, a.note
FROM assignment a JOIN cadre c ON c.id = a.cadre_id JOIN unit u ON u.id = a.unit_id JOIN duty ON duty.id = a.duty_id;
CREATE VIEW vacancies AS
SELECT u.code AS unit_code, duty.code AS duty, v.since_day AS since, v.until_day AS until, v.reason
FROM vacancy v JOIN unit u ON u.id = v.unit_id JOIN duty ON duty.id = v.duty_id;
CREATE VIEW seats AS
SELECT u.code AS unit_code, duty.code AS duty, s.min, s.max
FROM seat s JOIN unit u ON u.id = s.unit_id JOIN duty ON duty.id = s.duty_id;
CREATE INDEX unit_by_code ON unit (code);
CREATE INDEX unit_by_parent ON unit (parent_id);
CREATE INDEX unit_by_group ON unit (group_id) WHERE group_id IS NOT NULL;
CREATE UNIQUE INDEX cadre_by_code ON cadre (code);
CREATE INDEX cadre_by_home ON cadre (home_id);
CREATE UNIQUE INDEX assignment_by_unit ON assignment (unit_id, duty_id, cadre_id, from_day);
CREATE INDEX assignment_by_cadre ON assignment (cadre_id);
CREATE UNIQUE INDEX vacancy_by_unit ON vacancy (unit_id, duty_id, since_day);
CREATE UNIQUE INDEX seat_by_unit ON seat (unit_id, duty_id);
CREATE INDEX change_before_by_row ON change_before (list, row, change_id);
CREATE VIEW cadres AS
SELECT c.code, c.full_name, c.birth_year, c.position, c.organization, level.code AS level,
    home.code AS home_unit_code, c.phone, c.status, c.status_from, c.status_before, c.note
FROM cadre c JOIN level ON level.id = c.level_id JOIN unit home ON home.id = c.home_id;
CREATE INDEX succession_by_old ON succession (old_id);
CREATE INDEX succession_by_new ON succession (new_id);
CREATE VIEW successions AS
SELECT old.code AS old_code, old.name AS old_name, new.code AS new_code, new.name AS new_name, s.day, s.is_whole,
    s.decision_no
FROM succession s JOIN unit old ON old.id = s.old_id LEFT JOIN unit new ON new.id = s.new_id;
CREATE VIEW decisions AS
SELECT number, day, issuer, signer, effective, replaces, note FROM decision;
CREATE UNIQUE INDEX decision_by_number ON decision (number);
CREATE UNIQUE INDEX meeting_by_unit ON meeting (unit_id, name);
CREATE VIEW meetings AS
SELECT u.code AS unit_code, m.name AS meeting, m.rule, m.hour, m.place, m.note
FROM meeting m JOIN unit u ON u.id = m.unit_id;
CREATE UNIQUE INDEX attendance_by_unit ON attendance (unit_id, day, meeting, coalesce(cadre_id, 0));
CREATE INDEX attendance_by_cadre ON attendance (cadre_id);
CREATE VIEW attendances AS
SELECT u.code AS unit_code, a.meeting, a.day, c.code AS cadre_code, a.presence, a.reason,
    a.invited AS households_invited, a.came AS households_present, a.note
FROM attendance a JOIN unit u ON u.id = a.unit_id LEFT JOIN cadre c ON c.id = a.cadre_id;
CREATE UNIQUE INDEX feedback_by_unit ON feedback (unit_id, day, matter);
CREATE VIEW feedbacks AS
SELECT u.code AS unit_code, f.day, f.raised_by, f.matter, f.sent_to, f.due, f.answered, f.answer, f.note
FROM feedback f JOIN unit u ON u.id = f.unit_id;
COMMIT;
