-- The peer's share of the job: lists in, keys and references checked, seats that nobody covers and everybody's load out.
PRAGMA foreign_keys = ON;
CREATE TABLE units (code TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, parent_code TEXT REFERENCES units,
    households INTEGER);
CREATE TABLE cadres (code TEXT PRIMARY KEY, full_name TEXT NOT NULL, birth_year INTEGER, position TEXT, organization TEXT,
    level TEXT NOT NULL, home_unit_code TEXT NOT NULL REFERENCES units, phone TEXT, status TEXT NOT NULL);
CREATE TABLE assignments (cadre_code TEXT NOT NULL REFERENCES cadres, unit_code TEXT NOT NULL REFERENCES units,
    duty TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT, decision_no TEXT,
    PRIMARY KEY (cadre_code, unit_code, duty, "from"));
CREATE TRIGGER root BEFORE INSERT ON units WHEN NEW.parent_code = '' BEGIN
    INSERT INTO units VALUES (NEW.code, NEW.name, NEW.level, NULL, NEW.households);
    SELECT RAISE(IGNORE);
END;
.mode csv
.import --skip 1 units.csv units
.import --skip 1 cadres.csv cadres
.import --skip 1 assignments.csv assignments
CREATE INDEX unit_by_parent ON units (parent_code);
CREATE INDEX cadre_by_home ON cadres (home_unit_code);
CREATE INDEX assignment_by_unit ON assignments (unit_code, duty);
.output ../peer-gaps.csv
SELECT unit.code, unit.name FROM units AS unit WHERE unit.level IN ('commune', 'hamlet', 'team') AND NOT EXISTS (
    SELECT 1 FROM assignments AS held JOIN cadres AS cadre ON cadre.code = held.cadre_code
    WHERE held.unit_code = unit.code AND held.duty = unit.level AND held."from" <= '2025-06-30'
        AND (held."to" = '' OR held."to" >= '2025-06-30') AND cadre.status = 'active');
.output ../peer-load.csv
SELECT cadre.code, cadre.full_name, count(*) FROM cadres AS cadre JOIN assignments AS held ON held.cadre_code = cadre.code
WHERE held."from" <= '2025-06-30' AND (held."to" = '' OR held."to" >= '2025-06-30')
GROUP BY cadre.code ORDER BY count(*) DESC, cadre.code;
