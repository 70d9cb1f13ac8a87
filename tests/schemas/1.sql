PRAGMA foreign_keys = OFF;
PRAGMA page_size = 8192;
PRAGMA application_id = 1346588231;
PRAGMA user_version = 1;
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
INSERT INTO "assignment" VALUES(1,1,4,1,'2021-09-06',NULL,'12-QĐ/TU','');
INSERT INTO "assignment" VALUES(2,2,3,2,'2021-09-06',NULL,'30-QĐ/HU','');
INSERT INTO "assignment" VALUES(3,3,4,3,'2021-09-06',NULL,'30-QĐ/HU','');
INSERT INTO "assignment" VALUES(4,4,6,4,'2021-09-06',NULL,'31-QĐ/HU','');
INSERT INTO "assignment" VALUES(5,5,8,5,'2022-01-01',NULL,'02-QĐ/ĐU','');
INSERT INTO "assignment" VALUES(6,5,9,5,'2022-01-01',NULL,'02-QĐ/ĐU','');
INSERT INTO "assignment" VALUES(7,6,10,5,'2022-01-01',NULL,'02-QĐ/ĐU','');
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
) STRICT;
INSERT INTO "cadre" VALUES(1,'CB01','Lê Thị Lụa',1970,'Phó Trưởng Ban','Ban Dân vận Tỉnh ủy',1,1,'','active',NULL,'');
INSERT INTO "cadre" VALUES(2,'CB02','Trần Văn Gạo',1968,'Ủy viên Ban Thường vụ','Huyện ủy Đồng Lúa',2,2,'','active',NULL,'');
INSERT INTO "cadre" VALUES(3,'CB03','Nguyễn Văn Mận',1975,'Huyện ủy viên','Huyện ủy Đồng Lúa',2,2,'','active',NULL,'');
INSERT INTO "cadre" VALUES(4,'CB04','Nguyễn Văn Mận',1982,'Chuyên viên','Phòng Nội vụ',2,2,'','active',NULL,'Trùng họ tên với CB03');
INSERT INTO "cadre" VALUES(5,'CB05','Phạm Thị Quýt',1985,'Công chức','UBND xã Tân Lúa',4,4,'','active',NULL,'');
INSERT INTO "cadre" VALUES(6,'CB06','Võ Văn Chanh',1979,'Trưởng ấp','Ấp Phú Mỹ',5,7,'','active',NULL,'');
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    as_of TEXT NOT NULL,
    user TEXT NOT NULL,
    machine TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "change" VALUES(1,'2026-11-25T20:45:13Z','import','2022-05-31','clerk','office','first');
CREATE TABLE change_count (
    change_id INTEGER NOT NULL REFERENCES change,
    list TEXT NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    ended INTEGER NOT NULL
) STRICT;
INSERT INTO "change_count" VALUES(1,'units',10,10,0,0);
INSERT INTO "change_count" VALUES(1,'cadres',6,6,0,0);
INSERT INTO "change_count" VALUES(1,'assignments',7,7,0,0);
CREATE TABLE change_file (
    change_id INTEGER NOT NULL REFERENCES change,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
INSERT INTO "change_file" VALUES(1,'assignments.csv',413,'8bb8b7165f8c9ba4be7728208acc1089f65a58691c5cfddce4bcbeeecad1d7fe');
INSERT INTO "change_file" VALUES(1,'cadres.csv',676,'42923486eb5d264043c4092ada7517ee28bc6510defdc1e807c8065a0ab2ff4c');
INSERT INTO "change_file" VALUES(1,'units.csv',632,'5a58cb2cea2bd565ed19aa70b85b70e5697724c8cf9bc24bd0877035ee85d9b1');
CREATE TABLE duty (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "duty" VALUES(1,'province-commune');
INSERT INTO "duty" VALUES(2,'cluster-head');
INSERT INTO "duty" VALUES(3,'district-commune');
INSERT INTO "duty" VALUES(4,'district-hamlet');
INSERT INTO "duty" VALUES(5,'commune-team');
CREATE TABLE level (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO "level" VALUES(1,'province');
INSERT INTO "level" VALUES(2,'district');
INSERT INTO "level" VALUES(3,'cluster');
INSERT INTO "level" VALUES(4,'commune');
INSERT INTO "level" VALUES(5,'hamlet');
INSERT INTO "level" VALUES(6,'team');
CREATE TABLE policy (id INTEGER PRIMARY KEY CHECK (id = 1), toml TEXT NOT NULL) STRICT;
INSERT INTO "policy" VALUES(1,'# Province - district - commune - hamlet - team: the scheme until 30 June 2025.
# Copy this file, edit it, and give it to `phancong init --policy FILE`.

name   = "Quy định phân công phụ trách địa bàn (ba cấp)"
office = "BAN TỔ CHỨC"
lang   = "vi"                        # language of the documents: vi or en

[[level]]
code = "province"
name = { vi = "tỉnh", en = "province" }

[[level]]
code   = "district"
name   = { vi = "huyện", en = "district" }
parent = "province"

[[level]]
code    = "cluster"
name    = { vi = "cụm vùng", en = "cluster" }
parent  = "district"
overlay = true                       # groups communes, does not hold them

[[level]]
code       = "commune"
name       = { vi = "xã, thị trấn", en = "commune" }
parent     = "district"
grouped_by = "cluster"

[[level]]
code   = "hamlet"
name   = { vi = "ấp, khu phố", en = "hamlet" }
parent = "commune"

[[level]]
code   = "team"
name   = { vi = "tổ nhân dân tự quản", en = "self-managed team" }
parent = "hamlet"

[[duty]]
code   = "province-commune"
name   = { vi = "Lãnh đạo tỉnh phụ trách xã", en = "Province leader in charge of a commune" }
unit   = "commune"
cadre  = ["province"]
seats  = { min = 1, max = 1 }
limit  = 1

[[duty]]
code   = "cluster-head"
name   = { vi = "Trưởng cụm vùng", en = "Cluster head" }
unit   = "cluster"
cadre  = ["district"]
seats  = { min = 1, max = 1 }
limit  = 1
within = "district"

[[duty]]
code   = "district-commune"
name   = { vi = "Huyện ủy viên phụ trách xã", en = "District committee member in charge of a commune" }
unit   = "commune"
cadre  = ["district"]
seats  = { min = 1, max = 1 }
limit  = 1
within = "district"

[[duty]]
code   = "district-hamlet"
name   = { vi = "Cán bộ huyện theo dõi, hỗ trợ ấp", en = "District cadre following and supporting a hamlet" }
unit   = "hamlet"
cadre  = ["district"]
seats  = { min = 1, max = 1 }
limit  = 1
within = "district"

[[duty]]
code   = "commune-team"
name   = { vi = "Theo dõi, hỗ trợ tổ NDTQ", en = "Follows and supports a team" }
unit   = "team"
cadre  = ["commune", "hamlet"]
seats  = { min = 1, max = 1 }
limit  = 3
within = "commune"

[[window]]
name = { vi = "Họp đảng ủy xã", en = "Commune committee meeting" }
unit = "commune"
days = [7, 9]

[[window]]
name = { vi = "Sinh hoạt chi bộ ấp", en = "Hamlet cell meeting" }
unit = "hamlet"
days = [10, 15]

[documents]
by      = "commune"                  # each commune gets a roster of its own
profile = "internal"                 # public, internal, or full (with phones and birth years)

[propose]                            # whole numbers; the smaller the better
own_unit    = 0
same_parent = 100
same_within = 300
elsewhere   = 1000
returning   = 50
load        = [40, 120, 200, 280, 360]
');
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
INSERT INTO "unit" VALUES(1,'90','Tỉnh Sông Lam Hạ',1,NULL,NULL,'Tỉnh',NULL,NULL,NULL,'');
INSERT INTO "unit" VALUES(2,'901','Huyện Đồng Lúa',2,1,NULL,'Huyện',2140,NULL,NULL,'');
INSERT INTO "unit" VALUES(3,'CV1','Cụm vùng 1',3,2,NULL,'Cụm vùng',NULL,NULL,NULL,'');
INSERT INTO "unit" VALUES(4,'90101','Xã Tân Lúa',4,2,3,'Xã',1180,NULL,NULL,'');
INSERT INTO "unit" VALUES(5,'90102','Xã Phú Dừa',4,2,3,'Xã',960,NULL,NULL,'');
INSERT INTO "unit" VALUES(6,'90101.01','Ấp Bình Lúa',5,4,NULL,'Ấp',310,NULL,NULL,'');
INSERT INTO "unit" VALUES(7,'90102.01','Ấp Phú Mỹ',5,5,NULL,'Ấp',270,NULL,NULL,'');
INSERT INTO "unit" VALUES(8,'90101.01.01','Tổ nhân dân tự quản số 1',6,6,NULL,'Tổ',24,NULL,NULL,'');
INSERT INTO "unit" VALUES(9,'90101.01.02','Tổ nhân dân tự quản số 2',6,6,NULL,'Tổ',31,NULL,NULL,'');
INSERT INTO "unit" VALUES(10,'90102.01.01','Tổ nhân dân tự quản số 1',6,7,NULL,'Tổ',28,NULL,NULL,'');
CREATE TABLE vacancy (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit,
    duty_id INTEGER NOT NULL REFERENCES duty,
    since_day TEXT NOT NULL,
    until_day TEXT,
    reason TEXT NOT NULL
) STRICT;
CREATE VIEW units AS
SELECT u.code, u.name, level.code AS level, p.code AS parent_code, u.type, g.code AS group_code, u.households,
    u.from_day AS "from", u.to_day AS "to", u.note
FROM unit u JOIN level ON level.id = u.level_id
LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN unit g ON g.id = u.group_id;
CREATE VIEW cadres AS
SELECT c.code, c.full_name, c.birth_year, c.position, c.organization, level.code AS level,
    home.code AS home_unit_code, c.phone, c.status, c.status_from, c.note
FROM cadre c JOIN level ON level.id = c.level_id JOIN unit home ON home.id = c.home_id;
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
CREATE INDEX unit_by_group ON unit (group_id);
CREATE UNIQUE INDEX cadre_by_code ON cadre (code);
CREATE INDEX cadre_by_home ON cadre (home_id);
CREATE UNIQUE INDEX assignment_by_unit ON assignment (unit_id, duty_id, cadre_id, from_day);
CREATE INDEX assignment_by_cadre ON assignment (cadre_id);
CREATE UNIQUE INDEX vacancy_by_unit ON vacancy (unit_id, duty_id, since_day);
CREATE UNIQUE INDEX seat_by_unit ON seat (unit_id, duty_id);
COMMIT;
