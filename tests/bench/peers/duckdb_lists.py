"""DuckDB's share of the job: lists into tables with keys and references, gaps and load out."""

import sys

import duckdb

folder, out = sys.argv[1:]
db = duckdb.connect(f"{out}/duck.db")
db.execute("""
CREATE TABLE units (code TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, parent_code TEXT, households INTEGER);
CREATE TABLE cadres (code TEXT PRIMARY KEY, full_name TEXT NOT NULL, birth_year INTEGER, position TEXT, organization TEXT,
    level TEXT NOT NULL, home_unit_code TEXT NOT NULL REFERENCES units (code), phone TEXT, status TEXT NOT NULL);
CREATE TABLE assignments (cadre_code TEXT NOT NULL REFERENCES cadres (code), unit_code TEXT NOT NULL REFERENCES units (code),
    duty TEXT NOT NULL, "from" DATE NOT NULL, "to" DATE, decision_no TEXT,
    PRIMARY KEY (cadre_code, unit_code, duty, "from"))
""")


def rows(name):
    return f"read_csv('{folder}/{name}.csv', header = true, all_varchar = true)"


db.execute(f"INSERT INTO units SELECT code, name, level, parent_code, CAST(households AS INTEGER) FROM {rows('units')}")
db.execute(f"""INSERT INTO cadres SELECT code, full_name, CAST(birth_year AS INTEGER), position, organization, level,
    home_unit_code, phone, status FROM {rows('cadres')}""")
db.execute(f"""INSERT INTO assignments SELECT cadre_code, unit_code, duty, CAST("from" AS DATE), CAST("to" AS DATE),
    decision_no FROM {rows('assignments')}""")
# A reference of a table to itself cannot be met while its rows come in any order.
orphans = """SELECT count(*) FROM units AS unit WHERE parent_code IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM units AS parent WHERE parent.code = unit.parent_code)"""
assert db.execute(orphans).fetchone() == (0,)
IN_FORCE = """held."from" <= DATE '2025-06-30' AND (held."to" IS NULL OR held."to" >= DATE '2025-06-30')"""
db.execute(f"""COPY (SELECT unit.code, unit.name FROM units AS unit WHERE unit.level IN ('commune', 'hamlet', 'team')
    AND NOT EXISTS (SELECT 1 FROM assignments AS held JOIN cadres AS cadre ON cadre.code = held.cadre_code
        WHERE held.unit_code = unit.code AND held.duty = unit.level AND {IN_FORCE} AND cadre.status = 'active'))
    TO '{out}/gaps.csv' (HEADER)""")
db.execute(f"""COPY (SELECT cadre.code, cadre.full_name, count(*) FROM cadres AS cadre
    JOIN assignments AS held ON held.cadre_code = cadre.code WHERE {IN_FORCE}
    GROUP BY cadre.code, cadre.full_name ORDER BY count(*) DESC, cadre.code) TO '{out}/load.csv' (HEADER)""")
db.close()
