-- The peer's share of the job: lists in, seats that nobody covers on 30 June 2022 out.
.mode csv
.import data/chau-thanh/units.csv units
.import data/chau-thanh/cadres.csv cadres
.import data/chau-thanh/assignments.csv assignments
WITH duty (code, level) AS (VALUES
    ('province-commune', 'commune'), ('cluster-head', 'cluster'), ('district-commune', 'commune'),
    ('district-hamlet', 'hamlet'), ('commune-team', 'team'))
SELECT unit.code, duty.code FROM units AS unit JOIN duty ON duty.level = unit.level
EXCEPT
SELECT held.unit_code, held.duty FROM assignments AS held JOIN cadres AS cadre ON cadre.code = held.cadre_code
WHERE held."from" <= '2022-06-30' AND (held."to" = '' OR held."to" >= '2022-06-30')
  AND (cadre.status = 'active') = (cadre.status_from <= '2022-06-30');
