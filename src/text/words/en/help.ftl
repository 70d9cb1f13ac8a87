### Help and usage errors.

usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-global = Global options
default-value = {" "}[default: { $value }]
also-typed = {" "}(also typed: { $names })

help-phancong = phancong: assignment rosters from an office's lists, and where nobody is
    .after =
        For a start, the whole month in one command:
          phancong build data/chau-thanh --month 2022-05 --out rosters

        One command: phancong help COMMAND. Days are 2022-05-31 or 31/05/2022, months 2022-05 or 05/2022.
        Exit codes: 0 done and clean · 1 done, with findings · 2 wrong usage · 3 lists refused, nothing saved ·
        4 could not do it, nothing saved · 130 interrupted (what is saved is said).
help-build = The main job in one go: take lists in, check, write all documents of the month
    .after =
        DIR holds the lists (csv or workbooks: units, cadres, assignments, vacancies, seats, decisions, meetings, attendance, feedback) and policy.toml, if the office has its own.
        Run again with the same lists, nothing changes and the files are the same to the byte.
help-init = Make a new, empty database under a policy
help-inspect = See what an import would take a file for: which list, which columns; writes nothing
help-import = Take lists in: show the difference, then save all or nothing
    .after =
        upsert: new rows are added, known rows changed. add: rows are only added, a known row that differs is an error.
        sync: as upsert, and rows in force that the lists do not name are ended the day before --as-of.
help-check = Check that every unit has people for each duty, and everything else that can be wrong
help-show = Show a unit (who is responsible, from the team up to the province) or a cadre (what they hold)
help-list = List units, cadres, assignments, gaps, vacancies, decisions, meetings, attendance, open feedback, changes; who really served
    .after =
        service needs --cadre or --unit: on which days somebody was assigned and at work, by which decision, and how it ended;
        with --unit also the days that nobody served. It covers the days --from ... --to, or --month, or the one day --as-of.
help-diff = What is different between two days: who holds each seat, which units there are, who is at work
    .after =
        The state of the one day beside that of the other; whatever came and went in between is left out (see export changes).
help-export = Write lists, rosters and reports
    .after =
        units, cadres, assignments, vacancies, seats, decisions, meetings, attendance, feedback come whole, of all days (meetings without those of units that are over), and go back through import unchanged.
        As a workbook (-o FILE.xlsx) each is made for editing: its sheet of notes says how.
        all writes every document of the month into the folder --out; roster --by LEVEL one file per unit of a level.
        annex writes the assignments that cite the decision --decision, those that are over included; with --as-of or --month only those in force.
        decision fills in a document for Word: the form shipped, or the office's own (--template); template decision gives the form out.
        packet writes what each assigned cadre takes along in the month into the folder --out, and a list to sign for it; phones only with --profile full.
        changes covers the month, or --from ... --to; as docx, xlsx, md or html it is the text of the next decision.
        attendance with --month is the sheet to fill in, a workbook for each commune where --out is a folder; absences, unheld and turnout tell who came, feedback and digest what was raised and answered.
        Better use --out than > (PowerShell re-encodes what is redirected).
help-backup = Copy the database to a new file, also while another program uses it
help-doctor = Look the database's file through, mend it, or save what can still be read
help-template = An empty list, or the form of a decision, to be filled in
help-completions = A script that lets the shell complete commands
help-man = The manual page, all commands on one page
help-help = Help on the program or on one command

arg-db = Database; else $PHANCONG_DB, else ./phancong.db
arg-lang = Language of the screen; else $PHANCONG_LANG, else the system's
arg-color = When to use colours
arg-quiet = Print results and errors only
arg-yes = Answer yes to every question (for scripts)
arg-no-input = Never ask
arg-help = Print this help
arg-version = Print the versions of the program and of SQLite
arg-dir = Folder with the office's lists
arg-month = Month (as of its last day)
arg-as-of = As of this day
arg-build-only = Only these documents, without the index page: as many as wanted, a comma between them
arg-build-out = Folder for the documents
arg-out = Write to this file; its ending tells the format
arg-export-out = Write to this file (or folder, with all, packet, --by, and sheets of attendance); its ending tells the format
arg-format = Format; else a table on a terminal, csv when piped
arg-mode = What to do with known rows
arg-max-end = sync stops when it would end more than this share of the rows
arg-fail-on = Severity from which findings make the command end with code 1
arg-anonymise = Nothing about persons: no names, codes, years of birth, phones, posts, offices, signers, notes; names of units and numbers of decisions stay
arg-profile = Personal columns: public, internal, or full (with phones and birth years)
arg-no-xlsx = Write csv and html only, no xlsx
arg-excel = csv for Excel: byte order mark, Windows line ends, ; between cells where documents are in Vietnamese, codes kept
arg-delimiter = What stands between the cells of a csv, in place of the usual
arg-policy = Policy: three-tier, two-tier, or a TOML file
arg-file = File
arg-backup-file = New file to copy to
arg-mend = Mend what can be mended; a copy of the file as it was is kept
arg-salvage = New database for what can still be read of a broken one
arg-inspect-file = File to look at
arg-files = Lists (csv, tsv, txt, xlsx, xlsm, xls, ods), or folders with lists
arg-kind = Which list it is; else told by the file's name and headings
arg-encoding = Encoding of files that are not UTF-8; else guessed from the letters, but TCVN3 and VNI have to be named
arg-form = Which list, or the form of a decision for Word (decision)
arg-number = Number of the decision (annex, decision)
arg-briefing = A briefing of the month (packet); each is copied into the folder briefing and linked from every page
arg-template = The office's own form of a decision (docx), with names in double braces where something is filled in
arg-dry-run = Show everything, save nothing
arg-errors = Give the rows back with their errors in this file (xlsx or csv), to be mended
arg-only = Only these checks
arg-skip = Not these checks
arg-list = List the checks
arg-explain = Explain a check or a kind of error
arg-who = Code or name of a unit, code or name of a cadre
arg-what = What to list
arg-export-what = What to write
arg-under = Only what belongs to this unit (code or name)
arg-level = Only this level (code or name)
arg-duty = Only this duty (code or name)
arg-find = Only rows with this text, diacritics ignored
arg-list-from = First day
arg-list-to = Last day
arg-export-from = First day of the changes, of the rates, or of the review
arg-export-to = Last day of the changes, of the rates, or of the review; else today
arg-diff-from = The earlier day
arg-diff-to = The later day
arg-list-cadre = Whose service: code or name of a cadre
arg-list-unit = Service in which unit: code or name
arg-by = A document for each unit of this level (roster, attendance, digest); rates by this level, by duty or by month (turnout)
arg-export-decision = Number of the decision whose annex or document is wanted
arg-shell = Which shell
arg-command = Command

value-FILE = FILE
value-DIR = DIR
value-LANG = LANG
value-WHEN = WHEN
value-MONTH = MONTH
value-DAY = DAY
value-MODE = MODE
value-PERCENT = PERCENT
value-SEVERITY = SEVERITY
value-PROFILE = PROFILE
value-POLICY = POLICY
value-LIST = LIST
value-ENCODING = ENCODING
value-CHECK = CHECK
value-WHO = WHO
value-WHAT = WHAT
value-UNIT = UNIT
value-LEVEL = LEVEL
value-DUTY = DUTY
value-TEXT = TEXT
value-FORMAT = FORMAT
value-DELIMITER = DELIMITER
value-SHELL = SHELL
value-COMMAND = COMMAND
value-OPTIONS = [OPTIONS]

usage-no-value = { $arg } needs a value
usage-bad-value = { $arg } does not take "{ $value }"{ $expected ->
        [none] {""}
       *[other] ; { $expected }
    }
usage-day-impossible = { $arg }: the calendar has no day "{ $value }"
usage-unknown-argument = there is no option or argument "{ $arg }" here
usage-unknown-command = there is no command "{ $name }"
usage-conflict = { $arg } cannot be used with { $other }
usage-missing = still missing: { $arg }
usage-no-command = no command given
usage-not-utf8 = something typed is not UTF-8
usage-wrong = wrong usage: { $arg }
usage-see-help = See: { $command } --help
expected-one-of = use one of: { $values }
expected-month = write a month like 2022-05 or 05/2022
expected-as-of = write a day like 2022-05-31 or 31/05/2022
expected-max-end = write a percentage from 0 to 100
arg-sheets = Sheet to read (repeat for several); else told by its headings
arg-header-row = Row of the headings, as Excel counts; else found by the headings
expected-header-row = write the number of the row, such as 5
arg-headings = Which column an office's heading means, such as "Name=full_name"; kept for the next time
arg-values = A value for a column that the file lacks, such as duty=commune-team
arg-pad-codes = Codes have so many digits: put their leading zeros back
arg-fill-merged = Merged cells mean the same in each of their rows
arg-answers = A file that asks about names that are not clear: written if it is not there, read if it is
value-SHEET = SHEET
value-DIGITS = DIGITS
value-ROW = ROW
value-HEADING = HEADING=COLUMN
value-VALUE = COLUMN=VALUE
help-assign = Assigns one cadre to one unit
help-replace = Hands over from one cadre to another, in one step
help-release = Releases a cadre from a unit, or from all
help-vacancy = Declares, extends or closes a gap that is accepted
help-cadre = Gives a cadre another status from a day on
help-log = Every change: when, who, what, from which file
help-undo = Takes a change back
arg-cadre = The cadre: code or name
arg-unit = The unit: code or name
arg-old = Who hands over: code or name
arg-new = Who takes over: code or name
arg-from = The first day
arg-to = The last day
arg-on = The first day of the new holder, or without the old one
arg-since = The first day of the vacancy
arg-until = The last day of the vacancy; a declared one without it stands until further notice
arg-decision = Number of the decision
arg-reason = Why, for the note
arg-status = What the cadre is from then on
arg-vacancy-deed = What to do with the vacancy
arg-deed = What to do
arg-vacancy-on = The first day on which the gap is no longer accepted (close)
arg-log-change = Number of a change, to see its rows before and after
arg-change = Number of the change; else the last one
expected-from = write a day like 2022-05-31 or 31/05/2022
expected-to = write a day like 2022-05-31 or 31/05/2022
expected-on = write a day like 2022-05-31 or 31/05/2022
expected-since = write a day like 2022-05-31 or 31/05/2022
expected-until = write a day like 2022-05-31 or 31/05/2022
value-CADRE = CADRE
value-CHANGE = CHANGE
value-DECISION = NUMBER
value-DEED = DEED
value-NEW = NEW
value-OLD = OLD
value-STATUS = STATUS
arg-history = Which changes made it what it is: when, who, from which file
help-close = Closes a month: its documents stay as they are now; without a month, lists the closed ones
arg-close-month = The month to close
help-reform = Merges, divides, renames and moves units by a table of old and new codes, and everything that hangs on them
    .after =
        Columns of the table: old_code, new_code, new_name, type, parent_code, whole (full or partial), level, note.
        An empty new_code abolishes a unit, an empty old_code founds one. Units below follow the unit above.
        --review FILE writes what is to be decided; filled in, it is obeyed the next time.
arg-table = Table of old and new units (csv, xlsx, xls, ods)
arg-reform-on = The first day of the new state
arg-review = List of what is to be decided (csv or xlsx): written if it is not there, obeyed if it is
arg-reform-policy = The office's policy from that day on: three-tier, two-tier, or a TOML file; earlier days keep theirs
help-calendar = The meetings of a month: days and hours proposed for those that have none, so that nobody has to be in two places
help-propose = Proposes who could fill the empty seats, at the least cost, with reasons; saves nothing without --apply
arg-apply = Save the proposal
arg-pairs = A list of pairs that are wanted or forbidden: cadre, unit, wish (keep or never), reason, until
arg-why = Why not somebody: the unit
arg-not = Why not somebody: the cadre
arg-propose-from = First day of the assignments; else the day as of which seats are empty
arg-propose-decision = Number of the decision that they will stand on
arg-rebalance = Move holders as well, to the best roster at most --max-moves away from today's
arg-max-moves = The most holders who give a seat up
value-MOVES = MOVES
expected-max-moves = write a whole number from 0 to 10,000
help-status = How things stand at a glance: coverage of each duty and area, the oldest gaps, the month's changes
