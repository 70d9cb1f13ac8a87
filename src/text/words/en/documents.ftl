### Words of documents and tables: titles, column headings, short sentences.

title-roster = ASSIGNMENT ROSTER
title-gaps = EMPTY SEATS
title-index = ASSIGNMENTS
title-load = UNITS HELD BY EACH CADRE
title-summary = COVERAGE IN NUMBERS
title-changes = CHANGES OF ASSIGNMENTS
title-findings = FINDINGS
title-calendar = MEETINGS OF THE MONTH

as-of = As of { $day }
month = Month { $month }
from-to = From { $from } to { $to }
sum-group = { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    } in charge of { $units ->
        [one] 1 unit
       *[other] { $units } units
    }{ $told ->
        [yes] , { $seats ->
            [one] 1 seat
           *[other] { $seats } seats
        }
       *[no] {""}
    }{ $gaps ->
        [0] {""}
        [one] , 1 seat empty
       *[other] , { $gaps } seats empty
    }
total-roster = Total: { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    }, { $seats ->
        [one] 1 seat
       *[other] { $seats } seats
    }{ $gaps ->
        [0] {""}
       *[other] , { $gaps } empty
    }
total-gaps = Total: { $count ->
        [one] 1 empty seat
       *[other] { $count } empty seats
    }
place-and-day = …………………, …………… { $year }
signs-left = PREPARED BY
signs-right = HEAD OF THE OFFICE
party-heading = {""}
page-of = Page { $page }/{ $pages }
sheet-full = sheet "{ $name }" can hold only { $rows } rows and { $columns } columns; export less (--under) or to csv
whole-office = Whole office
nobody = (nobody)
gap-since = (empty since { $day })
gap-accepted = { $until ->
        [none] (accepted vacancy)
       *[other] (accepted vacancy until { $until })
    }
born = Born in { $year }
status-from = { $status } since { $day }
index-documents = Files of the month

list-units = LIST OF UNITS
list-cadres = LIST OF CADRES
list-assignments = LIST OF ASSIGNMENTS
list-vacancies = LIST OF VACANCIES
list-seats = LIST OF SEAT NUMBERS
list-name-units = units
list-name-cadres = cadres
list-name-assignments = assignments
list-name-vacancies = vacancies
list-name-seats = seat numbers

event-unit-begins = Unit begins
event-unit-ends = Unit ends
event-cadre-begins = Takes up work
event-cadre-retires = Retires
event-cadre-transfers = Transferred
event-cadre-leave = Goes on leave
event-cadre-dies = Died
event-assignment-begins = Assigned
event-assignment-ends = Released
event-vacancy-begins = Vacancy accepted
event-vacancy-ends = Vacancy over

column-accepted = Accepted
column-accepted_until = Accepted until
column-added = Added
column-area = In charge of
column-area_code = Area code
column-area_name = Area
column-at = At (UTC)
column-birth_year = Birth year
column-cadre_code = Cadre code
column-cadres = People
column-change = Change
column-changed = Changed
column-check = Check
column-code = Code
column-column = Column
column-command = Command
column-day = Day
column-days = Days empty
column-decision_no = Decision number
column-duty = Duty code
column-duty_name = Duty
column-empty = Missing
column-ended = Ended
column-event = Event
column-file = File
column-files = Files
column-filled = Filled
column-from = From
column-full_name = Full name
column-gaps = Empty
column-group_code = Group code
column-held = Held
column-hint = What to do
column-home_unit_code = Home unit code
column-households = Households
column-last_cadre_code = Last cadre code
column-last_holder = Last holder
column-level = Level
column-limit = Limit
column-list = List
column-max = Maximum
column-meeting = Meeting
column-message = Message
column-min = Minimum
column-name = Unit name
column-note = Note
column-organization = Organization
column-parent_code = Parent code
column-parent_path = Within
column-phone = Phone
column-position = Position
column-reason = Reason
column-row = Row
column-rows = Rows
column-seats = Seats
column-severity = Severity
column-sheet = Sheet
column-since = Since
column-status = Status
column-status_from = Status from
column-stt = No.
column-to = To
column-type = Type
column-unchanged = Unchanged
column-unit_code = Unit code
column-unit_codes = Codes of the units held
column-unit_name = Unit name
column-unit_path = Unit path
column-units = Units
column-until = Until
column-value = Value
column-who = Who
column-what = What
column-asked = Asked
column-candidates = Candidates
