### Words of documents and tables: titles, column headings, short sentences.

title-roster = ASSIGNMENT ROSTER
title-gaps = EMPTY SEATS
title-coverage = COVERAGE BY DAY
title-comparison = COMPARED WITH THE MONTH BEFORE
title-index = ASSIGNMENTS
title-load = UNITS HELD BY EACH CADRE
title-summary = COVERAGE IN NUMBERS
title-changes = CHANGES OF ASSIGNMENTS
title-decision = ASSIGNMENTS, REPLACEMENTS AND RELEASES
title-service = WHO REALLY SERVED
title-states = DIFFERENCES BETWEEN TWO DAYS
title-findings = FINDINGS
title-calendar = MEETINGS OF THE MONTH
title-decisions = DECISIONS

as-of = As of { $day }
compared-with = Compared with { $day }
month = Month { $month }
from-to = From { $from } to { $to }
from-day = From { $from } on
to-day = Until { $to }
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
total-coverage = { $count ->
        [0] Every seat was held on every day.
       *[other] Total: { $count ->
            [one] 1 case
           *[other] { $count } cases
        }, { $days ->
            [one] 1 day
           *[other] { $days } days
        } uncovered{ $accepted ->
            [0] {""}
           *[other] , { $accepted } of them accepted
        }
    }
total-decisions = Total: { $count ->
        [one] 1 decision
       *[other] { $count } decisions
    }{ $unlisted ->
        [0] {""}
       *[other] , { $unlisted } of them only cited, not in the list
    }
annex-of = Annex to decision { $number }{ $day ->
        [none] {""}
       *[other] {" "}of { $day }
    }{ $issuer ->
        [none] {""}
       *[other] {" "}by { $issuer }
    }
annex-signer = Signed by { $signer }
annex-effective = In effect from { $day }
annex-blank = (Annex to Decision No. …………, dated …………… { $year })
sum-assigns = newly assigned: { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }
sum-replaces = replacing: { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }
sum-releases = released: { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }
total-decision = Total: { $sum }
decision-nothing = Nobody is assigned, replaced or released.
decision-assigns = Assigned
decision-replaces = Replaces
decision-releases = Released
reason-of-predecessor = predecessor: { $reason }
end-assignment = assignment ended
end-unit = unit no longer there
service-days = Days
states-of = { $before } compared with { $after }
states-same = Nothing is different.
total-states = Different: { $seats ->
        [one] 1 seat
       *[other] { $seats } seats
    }, { $units ->
        [one] 1 unit
       *[other] { $units } units
    }, { $cadres ->
        [one] status of 1 cadre
       *[other] status of { $cadres } cadres
    }
state-of-seat = seat
state-of-unit = unit
state-of-cadre = cadre
state-no-unit = (unit not there)
state-not-yet = (not yet)
state-unit-there = there
state-unit-since = there since { $day }
state-unit-ended = ended, no longer there from { $day }
place-and-day = …………………, …………… { $year }
signs-left = PREPARED BY
signs-right = HEAD OF THE OFFICE
party-heading = {""}
page-of = Page { $page }/{ $pages }
sheet-full = sheet "{ $name }" can hold only { $rows } rows and { $columns } columns, and this list has { $count } and { $wide }; export less (--under) or to csv
document-full = a document for Word can hold only { $rows } rows and { $columns } columns, and this list has { $count } and { $wide }; export less (--under) or to xlsx
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
list-decisions = LIST OF DECISIONS
list-meetings = LIST OF MEETINGS
list-attendance = ATTENDANCE OF MEETINGS
list-feedback = FEEDBACK OF THE GRASS ROOTS

title-absences = PEOPLE WHO DID NOT ATTEND
title-unheld = MEETINGS NOT HELD OR NOT REPORTED
title-turnout = RATES OF ATTENDANCE
title-open-feedback = OPEN FEEDBACK
title-digest = DIGEST OF FEEDBACK OF THE GRASS ROOTS
total-absences = Total: { $count ->
        [one] one case
       *[other] { $count } cases
    }
total-unheld = Total: { $told } not held, { $untold } not reported
total-feedback = Total: { $count } open, { $late } of them late
meeting-untold = not reported
all-of-it = Total
other-bodies = other bodies
digest-numbers = Raised in the month: { $raised }. Answered in the month: { $answered }. Open: { $open }, { $late } of them late.
digest-open = Open, { $level } ({ $count })
digest-answered = Answered in the month ({ $count })
list-name-units = units
list-name-cadres = cadres
list-name-assignments = assignments
list-name-vacancies = vacancies
list-name-seats = seat numbers
list-name-decisions = decisions
list-name-meetings = meetings
list-name-attendance = attendance
list-name-feedback = feedback

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
column-after = Then
column-area = In charge of
column-area_code = Area code
column-area_name = Area
column-assignments_begun = New assignments
column-assignments_ended = Assignments ended
column-assignments = Assignments
column-at = At (UTC)
column-after_codes = Codes then
column-before = Before
column-before_codes = Codes before
column-birth_year = Birth year
column-cadre_code = Cadre code
column-cadres = People
column-cadres_before = People, month before
column-cadres_difference = People, difference
column-came = Who came
column-change = Change
column-changed = Changed
column-check = Check
column-code = Code
column-column = Column
column-command = Command
column-day = Day
column-days = Days empty
column-days_accepted = Accepted as vacancy
column-days_covered = Days covered
column-days_in_month = Days of the month
column-days_uncovered = Days uncovered
column-decision_no = Decision number
column-duty = Duty code
column-duty_name = Duty
column-effective = In effect from
column-empty = Missing
column-ended = Ended
column-event = Event
column-file = File
column-files = Files
column-filled = Filled
column-filled_before = Filled, month before
column-filled_difference = Filled, difference
column-from = From
column-full_name = Full name
column-gaps = Empty
column-gaps_before = Empty, month before
column-gaps_difference = Empty, difference
column-group_code = Group code
column-held = Held
column-hint = What to do
column-home_unit_code = Home unit code
column-households = Households
column-in_force = In force
column-issuer = Issued by
column-last_cadre_code = Last cadre code
column-last_holder = Last holder
column-left = Who left
column-level = Level
column-limit = Limit
column-list = List
column-max = Maximum
column-meeting = Meeting
column-message = Message
column-min = Minimum
column-name = Unit name
column-note = Note
column-number = Decision number
column-attending = Attending
column-monday = Monday
column-tuesday = Tuesday
column-wednesday = Wednesday
column-thursday = Thursday
column-friday = Friday
column-saturday = Saturday
column-sunday = Sunday
column-rule = Day of the month
column-place = Place
column-presence = Attendance
column-months_running = Months running
column-missed = Missed
column-absence_reason = Reason
column-excused = Excused
column-came_last = Came last
column-held_last = Held last
column-state = State
column-by_code = Code
column-by_name = Group
column-meetings_held = Held
column-meetings_not_held = Not held
column-times_due = Due
column-times_present = Present
column-times_excused = Excused
column-times_absent = Absent
column-rate = Rate
column-rate_before = Before
column-household_rate = Households' rate
column-days_open = Days open
column-days_late = Days late
column-rests_with = Rests with
column-met = Met on
column-raised = Raised on
column-households_invited = Households invited
column-households_present = Households present
column-raised_by = Raised by
column-matter = Matter
column-sent_to = Sent to
column-due = Due by
column-answered = Answered on
column-answer = Answer
column-hour = Hour
column-organization = Organization
column-parent_code = Parent code
column-parent_path = Within
column-phone = Phone
column-position = Position
column-predecessor = In place of
column-reason = Reason
column-replaces = Replaces
column-row = Row
column-rows = Rows
column-seats = Seats
column-seats_before = Seats, month before
column-seats_difference = Seats, difference
column-severity = Severity
column-sheet = Sheet
column-signed = Signed on
column-signer = Signed by
column-since = Since
column-status = Status
column-status_from = Status from
column-stretches = Uncovered on
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
column-rows_kept = Rows kept
column-rows_left = Rows left out
column-table = Table
column-unreadable = Some unreadable
column-who = Who
column-what = What
column-asked = Asked
column-candidates = Candidates

editing-notes = Notes
editing-title = HOW TO CHANGE THIS LIST AND IMPORT IT AGAIN
editing-change = To change: type over the cell. A row is known by: { $keys }. Changing a cell in these columns removes the old row and adds a new one.
editing-add = To add: write into the empty rows right below the list. Columns with a dark green heading must be filled, those with a light green one may stay empty.
editing-end = { $list ->
        [cadres] When somebody leaves: do not delete the row; choose the new status, and write its first day.
        [seats] To take away: delete the whole row, and the unit has the number of seats of the policy again.
        [decisions] To take away a decision that was written by mistake: delete the whole row. Decisions that count no longer stay: they are looked up.
        [meetings] When a meeting is held no more: delete the whole row.
        [attendance] What was written by mistake: delete the whole row. A row without attendance is not filled in yet, and passed over on import.
        [feedback] What was written by mistake: delete the whole row. Leave what is answered: it is looked up.
        [vacancies] To end: write the last day into the column "Until", or delete the whole row (it then ends the day before the import's day). Leave rows that are over as they are.
       *[other] To end: write the last day into the column "To", or delete the whole row (it then ends the day before the import's day). Leave rows that are over as they are: they are looked up.
    }
editing-grey = Grey columns are for reading only: they say who and where the code beside them is. Do not change them: what contradicts its code is reported; in new rows they may stay empty.
editing-arrange = Sort, filter, and move or widen columns as you like; do not rename columns, and add no rows above the headings.
editing-hidden = Leave the hidden sheet "{ $sheet }" as it is: by it an import saves only what you changed, and reports, instead of overwriting, what somebody else has changed meanwhile.
editing-import = To import: save the file, close Excel, and type "phancong import FILE.xlsx --dry-run" to see each cell that changes; then again without "--dry-run" to save.
editing-column = Column
editing-meaning = What it holds
editing-must = Required
editing-filled = required
editing-optional = may be empty
editing-context = for reading only
editing-only-day = Type a day with all four digits of the year, such as 2022-05-31.
editing-only-number = Type a whole number from { $least } to { $most }.
editing-only-choice = Choose one of the values in the cell's list.

about-code = { $list ->
        [units] Code of the unit: official, or given by the office; zeros at its beginning count.
       *[other] Code of the cadre, given by the office, one for each person; zeros at its beginning count.
    }
about-name = Full name of the unit, such as "Xã An Hiệp".
about-level = { $list ->
        [units] Level of the unit under the policy; choose from the list.
       *[other] Level of the cadre under the policy; choose from the list.
    }
about-parent_code = Code of the unit right above; empty at the top.
about-type = Rank in words, such as "Xã" or "Thị trấn".
about-group_code = Code of the cluster that the unit belongs to.
about-households = Number of households.
about-from = { $list ->
        [units] First day of the unit; empty if it has always been there.
       *[other] First day of the assignment.
    }
about-to = { $list ->
        [units] Last day of the unit; empty if it is still there.
       *[other] Last day of the assignment; empty if it has not ended.
    }
about-note = Anything.
about-full_name = Full name.
about-birth_year = Year of birth, four digits.
about-position = Post.
about-organization = Office or body that the person works for.
about-home_unit_code = Code of the unit that the cadre belongs to.
about-phone = Phone number.
about-status = Whether the person is at work; only somebody at work covers a seat.
about-status_from = First day of the status.
about-cadre_code = Code of the cadre who is assigned.
about-unit_code = Code of the unit.
about-duty = Duty under the policy; choose from the list.
about-decision_no = Number of the decision.
about-since = First day of the accepted vacancy.
about-until = Last day of the accepted vacancy; empty until further notice.
about-reason = { $list ->
        [attendance] Why somebody did not come, or the meeting was not held.
       *[other] Why the vacancy is accepted.
    }
about-number = Number of the decision, as assignments cite it, such as "24-QĐ/HU".
about-day = { $list ->
        [attendance] Day of the meeting.
        [feedback] Day on which it was raised.
       *[other] Day of its signing.
    }
about-issuer = Body that issued it.
about-signer = Who signed it.
about-effective = Day on which it takes effect; empty if that is the day of its signing.
about-place = Where it meets.
about-hour = At which hour, such as 19:30; empty if it is not fixed.
about-rule = On which day of every month: 8, or "second Saturday", "last Sunday".
about-meeting = What meets: the name of a meeting of the policy, or of another one.
about-presence = Present, absent with leave, absent; a row without a cadre says that the meeting was held, or was not.
about-households_invited = Households that were asked to come.
about-households_present = Households that came.
about-raised_by = Who raised it.
about-matter = What it is about.
about-sent_to = Who is to answer: a level, a unit, or a body; empty is where it was raised.
about-due = The last day for an answer.
about-answered = The day on which it was answered; empty if it is open.
about-answer = What was answered.
about-replaces = Number of the decision that it replaces; several apart by ";".
about-min = Holders that are needed.
about-max = Most holders; empty if there is no limit.
about-unit_name = Name of the unit of that code.
about-unit_path = The unit and those above it, lowest first.
column-about = About
column-cells = Cells
column-deed = What
column-subject = Who or what
column-undoes = Takes back
column-status_before = Status before
about-status_before = What the status was before, as an export writes it: leave 2022-03-01; active 2022-05-01
column-adjusted = Adjusted
column-month = Month

title-reform = What happens to each unit
title-review = To be decided
column-old_code = Old code
column-old_name = Old name
column-fortune = What happens
column-new_code = New code
column-new_name = New name
column-issue = Issue
column-new_unit_code = New unit code
column-new_unit_name = New unit name
column-holders = Holders
column-proposed = Proposed
column-decision = Decision
column-to_unit_code = Move to
fortune-merged = merged
fortune-split = divided
fortune-renamed = renamed
fortune-recoded = other code
fortune-retyped = other type
fortune-moved = moved to another unit above
fortune-abolished = abolished
fortune-founded = founded
fortune-follows = follows the unit above
fortune-stays = stays
issue-split = below a divided unit
issue-doubled = seat doubles up
issue-gone = unit is gone
verdict-keep = keep
verdict-end = end
verdict-move = move
reform-followed = { $count ->
        [one] 1 unit follows
       *[other] { $count } units follow
    } the unit above.
reform-carried = { $count ->
        [one] 1 assignment goes
       *[other] { $count } assignments go
    } on in the unit that takes the place of the old one.
reform-ended = "{ $duty }": { $count ->
        [one] 1 assignment ends.
       *[other] { $count } assignments end.
    }
reform-unheld = "{ $duty }" is new: { $count ->
        [one] 1 seat is
       *[other] { $count } seats are
    } to be filled.
reform-doubled = Seats that double up: { $count }; too many holders: { $surplus }
reform-emptied = Seats that fall empty: { $count }
reform-idle = Cadres who hold nothing any more: { $count }
reform-absent = Of these, { $count } because the holder is not at work any more.
title-proposal = PROPOSED ASSIGNMENTS
because-pinned = wanted by the office
because-own = at home in { $home }
because-same = at home in { $home }, in { $area } as well
because-elsewhere = at home in { $home }
because-returning = held it before
because-held = { $held ->
        [0] holds no unit yet
        [one] holds 1 unit already
       *[other] holds { $held } units already
    }
because-others = { $count ->
        [one] 1 other as near holds { $least }
       *[other] { $count } others as near hold { $least } or more
    }
because-alone = nobody else is as near
unfilled-seat = { $place }, "{ $duty }": { $count ->
        [one] one seat stays empty
       *[other] { $count } seats stay empty
    }
unfilled-nobody = nobody at work is of the levels it takes ({ $levels })
unfilled-none-here = nobody at work in { $area } is of the levels it takes ({ $levels })
unfilled-all-full = all who could take it in { $area } hold as many units as allowed: { $count ->
        [one] 1 person
       *[other] { $count } people
    }
unfilled-needed-elsewhere = { $count ->
        [one] the only person with room is
       *[other] the { $count } people with room are
    } needed for other seats
relax-limit = it would be filled if one cadre could hold { $to } units instead of { $from }
relax-neighbour = it would be filled if people of other areas were allowed, such as { $who }, { $home }
relax-one-more = it would be filled by one more cadre in { $home }
column-because = Why
column-cost = Points
unfilled-pinned = the office wants somebody there who cannot come
column-moves = Moves
column-gain = Gain
heading-replaces = In place of

day-blank = (day) …………
day-of-signing = the day of signing
paper-abstract = on the assignment of cadres in charge of units
paper-replaces = , in the place of decision { $numbers }
paper-recipients =
    - As in article { $last },
    - The body above (to report),
    - The organizations of those who are assigned,
    - For the files.
title-status = HOW THINGS STAND

### The page of the month (index.html).

page-skip = Skip to the content
page-sections = Parts of this page
page-back = Back to the whole office
page-coverage = Coverage of each duty
page-no-seats = No seat is needed yet.
page-all-filled = All { $seats } seats are filled.
page-some-empty = { $gaps } of { $seats } seats { $gaps ->
        [one] is
       *[other] are
    } empty{ $accepted ->
        [0] {""}
       *[other] , { $accepted } of them accepted as vacancies
    }.
page-share = of { $seats } { $name }
page-share-seats = of { $seats } seats in { $units } { $name }
page-none-empty = No seat is empty
page-empty-seats = { $gaps } empty{ $accepted ->
        [0] {""}
       *[other] {" "}({ $accepted } accepted)
    }
page-vacant-seats = { $accepted } vacant, accepted
page-before = end of the month before: { $gaps } empty
page-held-by = held by { $cadres ->
        [one] 1 cadre
       *[other] { $cadres } cadres
    }
page-empty = Empty seats
page-nothing-empty = No seat is empty.
page-left-out = { $count ->
        [one] 1 more row is
       *[other] { $count } more rows are
    } in the full file.
page-map = Coverage by place
page-map-how = Each tile is a place. Open it (click, or Enter) to see the places within and who is in charge. The numbers in a tile are those of the duties above; "!" means that somebody is missing.
page-parts-how = Each tile is a place with a page of its own. The numbers in a tile are those of the duties above; "!" means that somebody is missing.
page-seats-held = seats filled
page-seat-empty = { $count ->
        [1] empty
       *[other] { $count } seats empty
    }{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }
page-seat-accepted = { $count ->
        [1] vacant
       *[other] { $count } seats vacant
    }{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }, accepted
page-roster = Roster: { $file }
page-table = Coverage by place and duty, as a table
page-area = Place
page-find = Find a place or a person (with or without diacritics)
page-duty = Duty
page-all-duties = All duties
page-only-empty = Only where somebody is missing
page-open-all = Open all
page-close-all = Close all
page-found = Found: { $count }
page-found-none = Nothing found.
page-found-empty = { $count } empty
page-load = Units held by each cadre
page-load-units = Units
page-load-of = Number of { $name }
page-load-people = Cadres
page-load-even = { $people ->
        [one] 1 cadre
       *[other] { $people } cadres, each
    } with { $units } of the { $name }
page-load-over = over the limit
page-load-limit = One cadre may hold { $limit } at most; { $over ->
        [0] nobody is over the limit
        [one] 1 person is over the limit
       *[other] { $over } people are over the limit
    }.
page-changes = Changes
page-compared = Compared with the month before
page-days = Coverage by day
page-no-changes = Nothing has changed.
page-count = { $count }
page-one-by-one = One by one
page-trend = Coverage over closed months
page-trend-how = Each month as it was when it was closed; the last row is the month of this page.
page-rosters = Rosters of places: { $count } files

### The packet of a month, for those who are assigned to places.

title-packet = MEETING PACKET, { $month }
title-acknowledgements = RECEIPT OF THE MEETING PACKETS, { $month }
packet-purpose = (For those who are in charge of places)
packet-for = For:
packet-places = Places in your charge
packet-meetings = Meetings to attend this month
packet-no-meetings = No meeting this month at the places in your charge.
packet-proposed-how = An "x" under "Proposed": the day or hour is only proposed, the unit has not fixed it; ask before you go.
packet-contacts = Whom to call there
packet-no-contacts = The list of cadres has nobody there with a title to be called.
packet-open = Feedback of earlier months that is still open
packet-none-open = Nothing is open from earlier months.
packet-briefings = Briefings
packet-no-briefings = No briefing comes with this month's packet.
packet-feedback = What the grass roots say and ask for
packet-said = What was said or asked for
packet-said-by = By whom, where
packet-settled-by = To be settled by
packet-feedback-how = Write it down at the meetings, then send it to the office that gave out this packet.
packet-group = { $name } ({ $count ->
        [one] 1 cadre
       *[other] { $count } cadres
    })
packet-other-duties = Other duties
column-weekday = Weekday
column-received = Received on
column-receipt = Signature
column-remarks = Remarks

### A review of several years.

title-stretch-review = REVIEW OF ASSIGNMENTS IN FIGURES
review-lists-begin = The lists begin on { $day }; they tell nothing of the days before, so all figures below are counted from that day.
review-policy-until = Days until { $day } are judged by the policy of before, later ones by the policy that followed.
review-duty-before = { $name } (at the beginning only)
review-duty-since = { $name } (at the end only)
review-duty-between = { $name } (in between only)
review-charted = Figures of the charts
review-whole = All
review-share = Share held
review-points = { $points } points
review-untold = "Not told": the lists say nothing of a seat until then, so it is not known whether anybody held it; it counts neither as empty nor in the share.
review-ends = Assignments at both ends
review-ends-picture = Share of seats held, at both ends
review-turnover = Who came, who left, who replaced whom
review-turnover-how = Counted after { $day }. Whoever goes on by a new decision is not counted. A replacement is a seat taken over from somebody else; it is counted in both other columns as well. Who came before the lists began is not known, and so not replaced.
review-turnover-picture = Seats taken, left and taken over
review-days = Days held
review-days-how = Each seat that needs somebody counts once for each day. The share is that of the days held among the days told of.
review-days-picture = Share of days held
review-longest = Longest without anybody
review-longest-total = { $count ->
        [0] No seat was ever without anybody.
        [one] Sum: { $count } seat was without anybody at some time, { $days } days{ $rest ->
            [0] {""}
           *[other] ; { $rest } with fewer days are not shown here
        }
       *[other] Sum: { $count } seats were without anybody at some time, { $days } days{ $rest ->
            [0] {""}
           *[other] ; { $rest } with fewer days are not shown here
        }
    }
review-units = Units in number
review-units-how = Of those that ended: merged went into one with others; renamed go on under another name, code or unit above; besides, { $split } were split and { $abolished } abolished.
review-decisions = Decisions cited
review-attendance = Meetings and attendance
review-attendance-how = Counted are the meetings that are told of; the rate is of the times that people had to come, how many they did.
review-attendance-picture = Rate of attendance
review-feedback = Feedback of the grass roots
review-feedback-picture = Feedback raised and answered
review-cited-on = Assignments in force on { $day }
review-decisions-total = Sum: { $count ->
        [one] { $count } decision
       *[other] { $count } decisions
    }, { $new } of them first cited in these days, { $gone } without an assignment in force at the end{ $rest ->
        [0] {""}
       *[other] ; { $rest } are not shown here
    }
review-sheet-ends = Both ends
review-sheet-turnover = Came, left, replaced
review-sheet-days = Days held
review-sheet-longest = Longest empty
review-sheet-units = Units
review-sheet-decisions = Decisions
review-sheet-attendance = Attendance
review-sheet-feedback = Feedback
figure-cadres = Cadres who hold it
figure-units = Units
figure-seats = Seats needed
figure-filled = Filled
figure-gaps = Empty
figure-accepted = Of these, accepted
figure-untold = Not told
figure-begun = Taken
figure-ended = Left
figure-handed = Replaced
column-what_counted = Figure
column-at_first = Beginning
column-at_last = End
column-difference = Difference
column-stretch = Days
column-begun = Taken
column-turnover_ended = Left
column-handed = Of these, replaced
column-days_needed = Days needed
column-days_held = Held
column-days_empty = Empty
column-days_vacant = Of these, accepted
column-days_untold = Not told
column-share = Share
column-place_alone = Where
column-days_on_end = Days on end
column-days_alone = All days
column-units_begun = New
column-units_ended = Ended
column-units_merged = Of these, merged
column-units_renewed = Of these, renamed
column-cited_first = Assignments in force, beginning
column-cited_begun = Assignments begun
column-cited_last = Assignments in force, end
column-feedback_raised = Raised
column-feedback_answered = Answered
column-feedback_in_time = Of these, in time
column-feedback_open = Open at the end
column-feedback_late = Of these, late
column-section = Section
column-line = Line code
column-line_name = Line
column-figure = Figure
