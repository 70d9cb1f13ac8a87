### Found while reading files and laying them over what is known.

file-empty = the file has no row at all
    .title = Empty file
    .why = Without a header row nobody can tell which list it is. Nothing is saved, nothing is removed.
    .hint = Open the file and look; perhaps an empty sheet was saved.
header-row-empty = there is no header in this row: it is empty, or too far down
    .title = No header row
    .why = The number given with --header-row is the row of the headings as Excel counts it, among the first 40 rows with anything in them.
    .hint = Give the number that the row of headings has in Excel, or leave --header-row out to have it found.
file-too-large = the file is larger than { $most } MB
    .title = File too large
    .why = A file of that size is hardly a list; it is not read, so that the computer does not hang.
    .hint = Split the list into smaller files.
encoding-taken = read as { $encoding }{ $guess ->
        [yes] {" "}(guessed from the letters): "{ $value }"
       *[other] {""}
    }{ $code ->
        [tcvn3] . TCVN3 has no capitals with tones of its own: look over the capitals
       *[other] {""}
    }
    .title = Encoding other than UTF-8
    .why = Everything is stored in Unicode. A file in another encoding is converted while it is read; the file itself stays as it is.
    .hint = { $guess ->
        [yes] If the letters are not right, name the encoding with --encoding, or in Excel choose Save As › "CSV UTF-8 (Comma delimited)".
       *[other] {""}
    }
encoding-guessed = the file seems to be written in { $encoding }; it then reads: "{ $value }"
    .title = Encoding to be confirmed
    .why = The old fonts (TCVN3, VNI) share their codes with each other and with other encodings. A wrong guess would spoil names without anybody seeing it, so nothing is saved on one. TCVN3 has no capitals with tones of its own.
    .hint = If that is right, run again with --encoding { $code }{ $code ->
        [tcvn3] {" "}and look over the capitals with tones
       *[other] {""}
    }. If not, save the file as "CSV UTF-8 (Comma delimited)".
encoding-unclear = it is not clear which encoding the file is in; considered: { $considered }
    .title = Encoding unclear
    .why = Under no encoding do the letters read as Vietnamese well before the others, so none is guessed. The number is the share of words that can be read.
    .hint = In Excel choose Save As › "CSV UTF-8 (Comma delimited)" and import that; or, if you are sure, add --encoding with the name of the encoding.
file-is-report = this is a report of this program, no list
    .title = Report
    .why = A report of gaps taken in as a list of vacancies would accept every gap that it shows.
    .hint = Import the list itself. To accept a gap, write it into a list of vacancies: phancong template vacancies.
list-unknown = the row "{ $value }" { $lists ->
        [none] is not the header of any list{ $near ->
            [none] {""}
           *[other] ; nearest to { $near }, without { $missing }
        }
       *[other] could be the header of several lists: { $lists }
    }
    .title = Unknown list
    .why = A list is told by the name of its file, or by its required columns.
    .hint = There must be a row with the names of the columns (a form: phancong template cadres). If there is, add --kind with the list's name, --map or --set for columns that are missing, or name the file units.csv, cadres.csv, assignments.csv, vacancies.csv or seats.csv.
list-without-rows = the list has a header and 0 rows
    .title = Empty list
    .why = An empty list removes nothing that is known.
    .hint = If there really is nothing yet, there is nothing to do.

column-missing = { $count ->
        [one] a required column is missing
       *[other] { $count } required columns are missing
    }: { $value }{ $unknown ->
        [none] {""}
       *[other] . Not recognised: { $unknown }
    }
    .title = Column missing
    .why = A list must have all its required columns; see "phancong template { $list }".
    .hint = Add the column or correct its name; the first row must be the names of the columns. An empty form: phancong template { $list }.
column-repeated = another column means the same as "{ $value }" (both are { $name })
    .title = Column repeated
    .why = With two columns of one meaning nobody knows which one counts.
    .hint = Delete or rename one of the two.
column-unknown = column "{ $value }" is not known and is left out
    .title = Unknown column
    .why = It is reported once and left out, so that a mistyped heading loses nothing unnoticed.
    .hint = If you need the column, correct its name; if not, go on.
column-sensitive = column "{ $value }" is sensitive personal data and is not taken in
    .title = Sensitive data
    .why = Law 91/2025/QH15 and Decree 356/2025 restrict ethnic origin, religion, health and identity papers; assigning duties does not need them.
    .hint = Delete the column from the file, above all before you send it to anybody.

row-too-short = the row has { $cells } cells, the header { $columns } columns
    .title = Row too short
    .why = A row with cells missing has usually lost a separator, and what follows stands in wrong columns.
    .hint = Fill it up to { $columns } cells; an empty cell needs its separator too.
row-too-long = the row has { $cells } cells, the header only { $columns } columns
    .title = Row too long
    .why = A row with cells too many usually has a comma without quotes, and what follows stands in wrong columns.
    .hint = Put quotes around the cell with the comma, or delete what is too many.
row-too-wide = the row has more than 256 cells
    .title = Row too wide
    .why = The number of columns is limited, so that a damaged file does not hang the computer.
    .hint = Look at the separators and quotes of this row.
rows-empty = { $count ->
        [one] one empty row passed over
       *[other] { $count } empty rows passed over
    }
    .title = Empty rows
    .why = A row of nothing but separators is no data.

cell-without-heading = cell { $position } holds "{ $value }", but its column has no heading
    .title = Cell of no column
    .why = A cell outside the named columns usually comes from a comma without quotes, and the cells stand in wrong columns.
    .hint = If the cells have moved, put quotes around the one with the comma; if not, name the column or empty the cell.

quote-unclosed = a quote opens and never closes; from this row on the file cannot be read
    .title = Quote not closed
    .why = One stray quote swallows all rows after it into one cell.
    .hint = Delete the stray quote, or close it.
text-not-utf8 = there are letters that cannot be read as UTF-8
    .title = Letters in a wrong encoding
    .why = The file is UTF-8, and here are letters of another encoding: usually two files were put together.
    .hint = Type the cell again and save as "CSV UTF-8 (Comma delimited)".
text-lost-letters = "{ $value }" has lost letters; only question marks are left
    .title = Lost letters
    .why = The file was saved in an encoding without Vietnamese letters ("CSV (Comma delimited)"). They became question marks, cannot be had back, and are not guessed.
    .hint = Open the original, choose Save As › "CSV UTF-8 (Comma delimited)" or .xlsx, and import that.
text-mojibake = "{ $value }" is UTF-8 that was read in a wrong encoding
    .title = Text read in a wrong encoding
    .why = A UTF-8 file was opened as one of Windows and saved again. The letters can usually be had back, but that is not done without you.
    .hint = Open the original, choose Save As › "CSV UTF-8 (Comma delimited)" or .xlsx, and import that.
text-legacy-font = "{ $value }" is written for a { $charset } font, not in Unicode; if the whole file is, run again with --encoding { $code }; if the letters are right as they stand, with --encoding utf-8
    .title = Letters of an old font
    .why = Text typed for TCVN3 or VNI fonts can be read only with those fonts; stored so, it is never found and matches no name.
text-put-right = { $count ->
        [one] letters or spaces of one cell were put right
       *[other] letters or spaces of { $count } cells were put right
    }
    .title = Letters put right
    .why = Special or double spaces, invisible characters, the Đ of another alphabet, curly quotes, tones apart from their letters: nobody sees them, and no name matches.
text-with-nul = there is a NUL character
    .title = NUL character
    .why = Only a damaged file, or one that is no text, has it.
    .hint = Save the file again in Excel and import that.
text-damaged = "{ $value }" has damaged characters; what stood there is lost
    .title = Damaged text
    .why = The sign � appears when a file was opened and saved in the wrong encoding; the letters are gone.
    .hint = Type the cell again.
cell-too-long = the cell is longer than 4,096 bytes (about 3,000 letters)
    .title = Cell too long
    .why = A cell of that length is usually a quote that was not closed.
    .hint = If the cell has swallowed the rows after it, close the quote; if not, shorten it.
cell-empty = a required cell ({ $name }) is empty
    .title = Required cell empty
    .why = Without it nobody knows whom or what the row is about.
    .hint = Fill in the cell, or delete the row if it is not needed.
cell-with-line-break = the cell has a line break or a tab, replaced by a space: "{ $text }"
    .title = Line break in a cell
    .why = Names of people and places stand on one line.
    .hint = If the cell names one person or place, go on; if it names several, give each a row of its own.
cell-with-control = "{ $value }" has a control character (where the � is)
    .title = Control character
    .why = Control characters cannot be printed and may upset the screen.
    .hint = Type the cell again.

date-unreadable = "{ $value }" is not a day
    .title = Unreadable date
    .why = Days are written 2022-12-31 or 31/12/2022.
    .hint = Write 2026-03-01 or 01/03/2026. If Excel shows days as numbers like 44712, format the cells as Date and save again.
date-impossible = the day "{ $value }" is not in the calendar
    .title = Impossible date
    .why = February has no 30th, and 2023 had no 29 February.
    .hint = Look at the day, the month and the year.
date-far = the day "{ $value }" lies far from today
    .title = Far date
    .why = Years before 1930 or more than 20 years ahead are mostly a wrong digit.
    .hint = Look at the year. Where there is no end yet, leave the cell empty.
date-swapped = "{ $value }" seems to have day and month swapped
    .title = Day and month swapped
    .why = The day stands before the month. They are never swapped for you: that could be a wrong guess.
    .hint = Did you mean { $meant }? Write that, or day/month/year.
date-short-year = "{ $value }" has a year of two digits
    .title = Two-digit year
    .why = Nobody can tell whether 80 is 1980 or 2080.
    .hint = Write all four digits of the year, such as 2026-03-01.
period-reversed = the last day { $to } comes before the first day { $from }
    .title = Ends before it begins
    .why = Both days are included, so the earliest last day is the first day itself.
    .hint = Correct one of the two days; if it has not ended, leave the cell empty.
number-unreadable = "{ $value }" is not a whole number
    .title = Not a number
    .why = The cell takes whole numbers from 0 on.
    .hint = Write digits, such as 1702 or 1,702.
number-out-of-range = "{ $value }" is not between { $least } and { $most }
    .title = Number out of range
    .why = A number of that size usually has a digit too many.
    .hint = Look at the number again.
birth-year-impossible = "{ $value }" is not a year of birth (1900 to { $latest })
    .title = Impossible year of birth
    .why = A year of birth has four digits and lies before the import's day.
    .hint = Write the year only, four digits, such as 1975.
level-unknown = the policy has no level "{ $value }"
    .title = Unknown level
    .why = The office's policy (policy.toml) names the levels.
    .hint = Use the code or name of one of: { $levels }.
duty-unknown = the policy has no duty "{ $value }"
    .title = Unknown duty
    .why = The office's policy (policy.toml) names the duties.
    .hint = Use the code or name of one of: { $duties }.
status-unknown = there is no status "{ $value }"
    .title = Unknown status
    .why = Only an active cadre covers a seat.
    .hint = Use one of: active, retired, transferred, leave, died.
seats-reversed = the most seats ({ $most }) are fewer than the least ({ $least })
    .title = Most below least
    .why = The most seats cannot be fewer than the least.
    .hint = Swap the two numbers; if there is no limit, leave the most empty.
findings-left-out = { $count ->
        [one] one more finding is left out
       *[other] { $count } more findings are left out
    }
    .title = Too many findings
    .why = A file with that many faults usually has its columns or separators wrong.
    .hint = Mend what is named first; most of the rest usually goes with it.

key-repeated = "{ $value }" stands in { $file ->
        [same] row { $first }
       *[other] { $file }, row { $first }
    } already
    .title = Row repeated
    .why = Each key has one row; with two, nobody knows which one counts.
    .hint = Delete one of the rows; if they are two things, correct the code or the day of one.
row-known = "{ $value }" is known already, and differs from this row
    .title = Known, and different
    .why = Mode add only adds rows; it changes none.
    .hint = Use --mode upsert to change rows that are known, or take the row out of the file.
name-repeated = "{ $value }" has the name of unit { $other } ({ $file ->
        [same] row { $first }
       *[other] { $file }, row { $first }
    }) under the same parent
    .title = Unit name repeated
    .why = Two units of one name in one place are easily taken for each other.
    .hint = See whether it is one unit written twice; if they are two, go on.
unit-unknown = no unit has the code "{ $value }"
    .title = Unknown unit
    .why = The code must be that of a unit known already, or listed in a units.csv of the same import.
    .hint = Add the unit to units.csv, or correct the code; if the column has names and no codes, add --map "HEADING=unit_name".
unit-not-in-force = code "{ $value }" is listed, but no unit has it on { $day }
    .title = Unit not in force
    .why = Official codes are used again after mergers; between two uses a code belongs to no unit.
    .hint = Look at the from and to days of the units with this code, or correct the code or the day of this row.
cadre-unknown = no cadre has the code "{ $value }"
    .title = Unknown cadre
    .why = The code must be that of a cadre known already, or listed in a cadres.csv of the same import.
    .hint = Add the cadre to cadres.csv, or correct the code.
parent-unknown = no parent unit has the code "{ $value }"
    .title = Unknown parent
    .why = Every unit stands under one that is listed.
    .hint = Add the parent to units.csv, or correct the code; the cell takes a code, not a name.
parent-missing = a unit of level "{ $level }" must stand under one of level "{ $parent }", and the cell is empty
    .title = Parent missing
    .why = Only the top level stands under nothing.
    .hint = Fill in the code of the parent.
parent-circle = the units stand under one another in a circle: { $circle }
    .title = Circle of parents
    .why = Going up from a unit must lead to the top.
    .hint = Correct the parent of one unit of the circle.
level-out-of-order = { $value } is of level "{ $parent }", but a unit of level "{ $level }" { $expected ->
        [none] stands under nothing
       *[other] must stand under one of level "{ $expected }"
    }
    .title = Level out of order
    .why = The policy says which level stands under which.
    .hint = Correct the unit's level or the code of its parent; at the top level leave the cell empty.
group-unknown = no group has the code "{ $value }"
    .title = Unknown group
    .why = A cluster is a listed unit too.
    .hint = Add the cluster to units.csv, or correct the code.
group-wrong-level = { $value } is of level "{ $group }" and cannot group units of level "{ $level }"
    .title = Group of a wrong level
    .why = The policy says which level is grouped by which (grouped_by).
    .hint = Correct the code of the group, or leave it empty.
duty-wrong-level = duty "{ $duty }" is for level "{ $expected }", but { $value } is of level "{ $level }"
    .title = Duty of another level
    .why = Each duty is for the units of one level.
    .hint = Correct the duty or the code of the unit.
context-contradicts = the file says "{ $value }", but the code is that of "{ $meant }"
    .title = Name contradicts code
    .why = Official codes are used again after mergers; a name against its code usually means the code of another day.
    .hint = Correct the code or the name.
too-many-ended = the list of { $list } would end { $ended } of { $rows } rows, more than { $most }%
    .title = Too many ended
    .why = A short file must not wipe the roster.
    .hint = See whether the file is whole; if it is, add --max-end { $needed }.

rows-above-header = { $count ->
        [one] one row above the headings passed over
       *[other] { $count } rows above the headings passed over
    }
    .title = Rows above the list
    .why = The office's name and the title above the headings are no data.
rows-of-groups = { $count ->
        [one] one heading of a group passed over: { $value }
       *[other] { $count } headings of groups passed over: { $value }
    }
    .title = Headings of groups
    .why = Headings divide a table; only one that names a unit says where the rows below belong.
rows-of-sums = { $count ->
        [one] one sum passed over
       *[other] { $count } sums passed over
    }
    .title = Sums
    .why = A sum is no data of a person or a unit.
rows-below-list = { $count ->
        [one] one row below the list passed over: { $value }
       *[other] { $count } rows below the list passed over: { $value }
    }
    .title = Rows below the list
    .why = Signatures, days and remarks below the list are no data.
code-in-exponent = "{ $value }" has lost digits
    .title = Code with an exponent
    .why = The spreadsheet has turned a long code into a number like 1.2E+05; its digits are lost.
    .hint = Format the column as Text and type the code again.
code-lost-zeros = "{ $value }" seems to have lost its leading zeros
    .title = Zeros lost
    .why = Spreadsheets drop leading zeros of codes; they are not added unasked, which could be wrong.
    .hint = Is it { $meant }? Correct the code, or add --pad-codes { $digits } to have the zeros added.
unit-name-unknown = no unit is "{ $value }"
    .title = No unit of that name
    .why = In a list without codes a unit is told by its name and the units above it.
    .hint = Correct the name or add the unit above; or run again with --match FILE to answer once for all.
unit-ambiguous = "{ $value }" fits { $count } units: { $candidates }
    .title = Unit not clear
    .why = Several units share the name; none is chosen for you.
    .hint = Add the unit above, or the code; or run again with --match FILE to answer once for all.
cadre-name-unknown = no cadre is "{ $value }"
    .title = No cadre of that name
    .why = In a list without codes a cadre is told by name, year of birth and organization.
    .hint = Correct name or year, or import the list of cadres first; or run again with --match FILE.
cadre-ambiguous = "{ $value }" may be: { $candidates }
    .title = Cadre not clear
    .why = Namesakes are told apart by year of birth and organization; none is chosen for you.
    .hint = Add the year of birth or the code; or run again with --match FILE to answer once for all.
line-endless = the file has a line of more than 4 MB
    .title = Endless line
    .why = No list has such a line; it is not read, so that memory does not run out.
    .hint = Look at the file; perhaps it is no list.
unit-code-of-another-day = the code "{ $value }" is that of "{ $name }", which does not exist on { $day }
    .title = Code of another day
    .why = Official codes are used again; a row without days does not tell whether the old or a new unit is meant.
    .hint = If a new unit uses the code again, give its first day in the column from; if the old one is meant, give from and to.
unit-code-in-use = on some day the code "{ $value }" is that of this row and of "{ $name }"
    .title = Code in use
    .why = On each day a code is that of one unit only.
    .hint = Give the old unit a last day (to), right before the first day (from) of the new one.
unit-code-ambiguous = on the first day the code "{ $value }" is that of "{ $then }", now it is that of "{ $now }"
    .title = Code used again
    .why = The row begins before the code was used again for another unit, so it is not clear which one is meant.
    .hint = If the old unit is meant, give a last day (to); if the new one, correct the first day (from).
code-used-too-often = the code "{ $value }" is that of too many units
    .title = Code used too often
    .why = A code is used again a few times at most; more is usually a wrong column.
    .hint = Look at the column of codes.
level-change-breaks = with "{ $value }" on level "{ $level }", { $below } units below and { $held } assignments are of the wrong level
    .title = Level change breaks others
    .why = Units below and assignments must fit the level of a unit.
    .hint = Move the units below and end those assignments first, or correct the level.

edit-conflict = { $who ->
        [file] the row of { $key } has changed in the database since the export; this cell was changed in the file
        [database] the row of { $key } was changed in the file; this cell has changed in the database since the export
        [added] { $key } was added in the file, and since the export in the database as well
        [gone] { $key } was changed in the file, but is no longer in the database
        [removed] { $key } was removed from the file, but has changed in the database since the export
       *[both] this cell of { $key } was changed in the file, and since the export in the database as well
    }. In the file: { $said ->
        [none] (empty)
       *[other] "{ $said }"
    }; in the database now: { $known ->
        [none] (empty)
       *[other] "{ $known }"
    }
    .title = Changed by two
    .why = Somebody has changed the row since the workbook was exported. Neither change is overwritten; nothing is saved.
    .hint = See which of the two is right. Export the list again, make your change there if it still holds, and import that.
cadre-row-missing = the row of { $name } ({ $value }) was removed from the file
    .title = Cadre removed
    .why = People are not deleted: who held what, and when, must stay known.
    .hint = Put the row back and change the status (retired, transferred ...) with its first day; if the code was changed, put the old one back.
future-row-missing = the row of { $value } was removed from the file, but begins only on { $from }
    .title = Removed before it begins
    .why = What is removed ends the day before the import's day; this row has no such day.
    .hint = Put the row back, or import with a later --as-of.
history-row-missing = { $count ->
        [one] one row that is over was removed from the file; it stays as history
       *[other] { $count } rows that are over were removed from the file; they stay as history
    }
    .title = History stays
    .why = Nothing is forgotten: what is over can be looked up as of its day.
    .hint = There is nothing to do.
stamp-of-another-database = the workbook was exported from another database, and is taken as a plain list
    .title = Workbook of another database
    .why = Only for the database that it came from does the hidden sheet tell what was changed, added and removed.
    .hint = See whether --db names the right database. If it does, every row of the file counts as it stands, and no row counts as removed.
replaces-unknown = nobody called "{ $value }" holds { $place } on the day before { $day }
    .title = Nobody to replace
    .why = The column says whose place the cadre takes, by code or name; that person must hold the seat until then.
    .hint = Correct the name or the unit, or leave the cell empty: nobody holds the seat then.
replaces-too-early = "{ $value }" begins there on { $from } only, and cannot be replaced on { $day }
    .title = Replaced before the beginning
    .why = The old holder's last day is the day before the new holder's first.
    .hint = Correct the day.
status-before-unreadable = "{ $value }" is no list of earlier statuses
    .title = Earlier statuses unreadable
    .why = The column keeps what a cadre was before, oldest first, each with its first day: leave 2022-03-01; active 2022-05-01.
    .hint = Leave the cells of this column as the export wrote them.
rule-unknown = "{ $value }" is no day of every month
    .title = Day of a meeting not understood
    .why = A meeting comes again every month, so its day is a number, or a weekday with its count.
    .hint = Write a number from 1 to 31, or such as "second Saturday" or "last Sunday".
hour-unknown = "{ $value }" is no hour
    .title = Hour not understood
    .why = An hour that is guessed would bring people at the wrong time.
    .hint = Write it as 19:30 or 7:00.

rows-unfilled = { $count ->
        [one] one row that is not filled in passed over
       *[other] { $count } rows that are not filled in passed over
    }
    .title = Rows not filled in
    .why = A row of a sheet of attendance without a word on who came, and without households, says nothing yet.
presence-unknown = "{ $value }" does not say whether somebody came
    .title = Attendance not understood
    .why = The cell takes present, excused, absent; of a meeting itself held, not held.
    .hint = Write one of: present (x), excused, absent, held, not held.
presence-of-nobody = "{ $value }" tells of a person, but the row names no cadre
    .title = Attendance of nobody
    .why = Present and absent are said of a cadre; a row without a cadre tells of the meeting itself.
    .hint = Give the code or the name of the cadre; of the meeting itself write "held" or "not held".
presence-of-meeting = "{ $value }" tells of a meeting, but the row names a cadre
    .title = Attendance of a meeting beside a cadre
    .why = Held and not held are said of a meeting, not of a person.
    .hint = Leave the cadre's code and name empty; of a cadre write present, excused or absent.
day-to-come = the day { $day } is yet to come
    .title = Day yet to come
    .why = Attendance, feedback and answers have happened; they cannot come after today.
    .hint = Correct the day; look at its year and month.
meeting-unknown = { $place } has no meeting "{ $value }"; it has: { $known }
    .title = No such meeting
    .why = Attendance is told of a meeting that the policy has for the unit ([[window]]) or that stands in meetings.csv.
    .hint = Correct the name of the meeting, or add the meeting to meetings.csv.
attendance-not-assigned = { $name } ({ $value }) holds nothing in { $place } on { $day }
    .title = Attendance of somebody not assigned
    .why = Only who holds a duty of the unit on the day of a meeting has to come to it.
    .hint = Correct the cadre's code, the unit's code or the day; whoever is assigned there goes into assignments.csv first.
attendance-without-meeting = the meeting "{ $value }" on { $day } in { $place } { $file ->
        [known] is said not to have been held (saved before), but this row tells who came or did not
        [same] is said not to have been held (row { $first }), but this row tells who came or did not
        [turned] is not held by this row, but it was saved before who came to it or did not
       *[other] is said not to have been held ({ $file }, row { $first }), but this row tells who came or did not
    }
    .title = Attendance of a meeting that was not held
    .why = Nobody is present at, or absent from, a meeting that was not held.
    .hint = Take out or correct one of the two.
feedback-due-early = the last day for an answer { $value } comes before the day { $raised } on which it was raised
    .title = Due before it was raised
    .why = Nothing is due before it is raised.
    .hint = Correct one of the two days.
feedback-answered-early = the day of the answer { $value } comes before the day { $raised } on which it was raised
    .title = Answered before it was raised
    .why = Nothing is answered before it is raised.
    .hint = Correct one of the two days.
feedback-answer-undated = there is an answer "{ $value }", but no day of it
    .title = Answer without a day
    .why = Without a day of its answer it counts as open.
    .hint = Give the day of the answer; if there is none yet, take the answer out and write it into the note.
households-more-than-invited = { $value } households came, more than the { $invited } that were asked
    .title = More households than asked
    .why = Most often one of the two numbers is mistyped.
    .hint = Look at both numbers; if it was so, leave them.
