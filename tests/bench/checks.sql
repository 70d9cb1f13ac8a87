-- The peer's share of the checks: what is wrong with cells, the tree and the assignments, as "check,code".
CREATE TEMP TABLE area (code TEXT PRIMARY KEY, commune TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO area SELECT code, code FROM units WHERE level = 'commune';
INSERT INTO area SELECT code, parent_code FROM units WHERE level = 'hamlet';
INSERT INTO area SELECT team.code, hamlet.parent_code FROM units team JOIN units hamlet ON hamlet.code = team.parent_code
WHERE team.level = 'team';
CREATE TEMP VIEW held AS SELECT * FROM assignments
WHERE "from" <= '2025-06-30' AND ("to" = '' OR "to" >= '2025-06-30');
.output ../peer-findings.csv
SELECT 'level-unknown', code FROM units WHERE level NOT IN ('province', 'district', 'commune', 'hamlet', 'team');
SELECT 'number-unreadable', code FROM units WHERE typeof(households) <> 'integer' OR households < 0;
SELECT 'birth-year-impossible', code FROM cadres WHERE NOT birth_year BETWEEN 1900 AND 2025;
SELECT 'status-unknown', code FROM cadres WHERE status NOT IN ('active', 'retired', 'transferred', 'leave', 'died');
SELECT 'date-unreadable', cadre_code FROM assignments WHERE date("from") IS NOT "from"
    OR "to" <> '' AND (date("to") IS NOT "to" OR "to" < "from");
SELECT 'level-out-of-order', unit.code FROM units unit LEFT JOIN units parent ON parent.code = unit.parent_code
WHERE (unit.level, coalesce(parent.level, '')) NOT IN (VALUES ('province', ''), ('district', 'province'),
    ('commune', 'district'), ('hamlet', 'commune'), ('team', 'hamlet'));
SELECT 'duty-wrong-level', held.unit_code FROM assignments held JOIN units unit ON unit.code = held.unit_code
WHERE unit.level <> held.duty;
SELECT 'seat-overfilled', held.unit_code FROM held JOIN cadres ON cadres.code = held.cadre_code AND status = 'active'
GROUP BY held.unit_code, held.duty HAVING count(DISTINCT held.cadre_code) > 1;
SELECT 'cadre-not-eligible', held.cadre_code FROM held JOIN cadres ON cadres.code = held.cadre_code
WHERE CASE held.duty WHEN 'commune' THEN level <> 'commune' ELSE level NOT IN ('commune', 'hamlet') END;
SELECT 'cadre-outside-area', held.cadre_code FROM held JOIN cadres ON cadres.code = held.cadre_code
LEFT JOIN area home ON home.code = cadres.home_unit_code LEFT JOIN area there ON there.code = held.unit_code
WHERE home.commune IS NOT there.commune;
SELECT 'cadre-inactive-assigned', held.cadre_code FROM held JOIN cadres ON cadres.code = held.cadre_code
WHERE status <> 'active';
SELECT 'cadre-idle', code FROM cadres WHERE status = 'active' AND level IN ('commune', 'hamlet')
    AND NOT EXISTS (SELECT 1 FROM held WHERE held.cadre_code = cadres.code);
SELECT 'assignment-overlapping', one.cadre_code FROM held one JOIN held other
    ON other.cadre_code = one.cadre_code AND other.unit_code = one.unit_code AND other.duty = one.duty
WHERE one."from" < other."from";
SELECT 'assignment-without-decision', cadre_code FROM held WHERE decision_no = '';
SELECT 'unit-without-children', code FROM units unit WHERE level <> 'team'
    AND NOT EXISTS (SELECT 1 FROM units child WHERE child.parent_code = unit.code);
SELECT 'unit-name-repeated', code FROM (SELECT code,
    row_number() OVER (PARTITION BY parent_code, level, lower(name) ORDER BY rowid) AS nth FROM units) WHERE nth > 1;
SELECT 'cadre-probably-twice', code FROM (SELECT code,
    row_number() OVER (PARTITION BY substr(home_unit_code, 1, 2), lower(full_name), birth_year ORDER BY rowid) AS nth
    FROM cadres WHERE status = 'active') WHERE nth > 1;
