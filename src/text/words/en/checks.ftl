### Found while checking the data against the office's policy.

seat-empty = { $unit } ({ $unit_code }): { $missing ->
        [one] one seat of "{ $duty }" is empty
       *[other] { $missing } seats of "{ $duty }" are empty
    }{ $known ->
        [holder] {" "}since { $since }; before: { $holder } ({ $holder_code })
        [nobody] ; no earlier holder is known
       *[nothing] {""}
    }
    .title = Seat empty
    .why = Each unit must have the holders that the policy asks for under each duty. Cadres who left do not count. An accepted vacancy is not reported.
    .hint = Assign somebody; if the gap is accepted, put its reason and last day into vacancies.csv.
seat-overfilled = { $unit } ({ $unit_code }): "{ $duty }" has { $held } holders, { $surplus } too many: { $holders }
    .title = Too many holders
    .why = With several holders of one seat nobody knows who answers for it; usually the old holder was not ended when the new one came.
    .hint = Give the one who leaves a last day; if the unit needs more holders, say so in seats.csv.
vacancy-expired = { $unit } ({ $unit_code }): "{ $duty }" was accepted as vacant until { $until } and is still empty
    .title = Vacancy expired
    .why = A gap is accepted until the day written down; by then it is filled, or accepted anew.
    .hint = Assign somebody, or have the vacancy prolonged and add a row to vacancies.csv.

cadre-not-eligible = { $cadre } ({ $cadre_code }) is of level "{ $level }" and may not hold "{ $duty }": { $unit } ({ $unit_code })
    .title = Not eligible
    .why = The policy says from which levels the holders of each duty come.
    .hint = Assign somebody of the right level; if the level is wrong, correct it in the list of cadres.
cadre-outside-area = { $cadre } ({ $cadre_code }) of { $home } is not of the same "{ $area }" as { $unit } ({ $unit_code }), "{ $duty }"
    .title = Outside the area
    .why = This duty is for cadres of the same area only, so that its holders are close to the place.
    .hint = Assign somebody of the same area; if the cadre has moved, correct the home unit in the list of cadres.
cadre-over-limit = { $cadre } ({ $cadre_code }) holds { $held } units under "{ $duty }"; the most is { $most }
    .title = Too many units
    .why = The policy limits how many units one cadre holds, so that following them is more than a word.
    .hint = Give some of the units to others; if the policy has changed, correct its limit in policy.toml.
cadre-inactive-assigned = { $cadre } ({ $cadre_code }) { $known ->
        [since] has not been at work since { $since } ({ $status })
        [not-yet] starts on { $since } only
       *[status] is not at work ({ $status })
    } but is assigned: { $unit } ({ $unit_code }), "{ $duty }"
    .title = Assigned but not at work
    .why = Only a cadre at work covers a seat; when somebody leaves, the assignments end and go to others.
    .hint = End the assignment and assign somebody else; if the status is wrong, correct it in the list of cadres.
cadre-idle = { $cadre } ({ $cadre_code }), { $home }: at work, holds no unit
    .title = Cadre without a unit
    .why = A cadre who could hold a duty and holds none can take a seat that is empty.
    .hint = Consider an empty seat for them; if none is needed, go on.

assignment-overlapping = { $cadre } ({ $cadre_code }), "{ $duty }", { $unit } ({ $unit_code }): two rows share days, from { $from } and again from { $again }
    .title = Overlapping assignments
    .why = One cadre, unit and duty have one row on a day; with two nobody knows which decision counts.
    .hint = Give the older row a last day, or drop the row that is too many.
assignment-without-decision = { $cadre } ({ $cadre_code }), "{ $duty }", { $unit } ({ $unit_code }): assigned from { $from } without a decision number
    .title = No decision
    .why = Every assignment stands on a numbered decision that can be looked up.
    .hint = Put the number into the column decision_no.
assignment-on-ended-unit = { $cadre } ({ $cadre_code }), "{ $duty }", { $unit } ({ $unit_code }): assigned, but the unit { $known ->
        [ended] has ended; its last day was { $day }
        [not-yet] begins on { $day } only
       *[nothing] does not exist
    }
    .title = Unit does not exist
    .why = A unit that was merged or dissolved, or is yet to come, needs nobody; its code may belong to another unit now.
    .hint = End the assignment and assign anew at the new unit; if the unit's days are wrong, correct them in the list of units.

assignment-before-decision = { $cadre } ({ $cadre_code }), "{ $duty }", { $unit } ({ $unit_code }): assigned from { $from }, but decision { $number } takes effect only on { $effective }
    .title = Before its decision
    .why = Nobody can be assigned by a decision that is not in effect yet; usually a day or the number was mistyped.
    .hint = Correct the first day or the number of the assignment; if the decision counts from earlier on, write that day into its column effective.
decision-unknown = decision { $value } is not in the list of decisions; { $count ->
        [one] one assignment in force cites it:
       *[other] { $count } assignments in force cite it, the first of them:
    } { $cadre } ({ $cadre_code }), "{ $duty }", { $unit } ({ $unit_code })
    .title = Decision not in the list
    .why = An office that keeps a list of its decisions can look each of them up; a number that is not there is mostly mistyped. Without such a list nothing is reported.
    .hint = Correct the number of the assignments, or add the decision to decisions.csv.

unit-without-children = { $unit } ({ $unit_code }): has no { $below }
    .title = Nothing below the unit
    .why = Other units of its level have some; one without is usually a list with rows missing or a wrong parent code.
    .hint = Add the units below it to the list of units, or correct the columns parent_code and group_code.
unit-outside-group = { $unit } ({ $unit_code }): belongs to no { $group }
    .title = Outside every group
    .why = A unit in no group is out of sight of those who head the groups.
    .hint = Put the group's code into the unit's column group_code.
unit-name-repeated = { $unit } ({ $unit_code }): has the name of { $other_code }, right below the same unit
    .title = Name repeated
    .why = Two units of one name in one place are usually one unit written twice; a reader cannot tell them apart.
    .hint = End the unit that is too many, or give it a name that can be told apart.

cadre-probably-twice = { $cadre } ({ $cadre_code }) and { $other_code } are probably one person: same name, { $shared ->
        [birth_year] same year of birth
        [phone] same phone
       *[organization] same organization
    }
    .title = Probably the same person
    .why = Under two codes a person is counted twice, and the units they hold are counted short. Namesakes with different years of birth are not reported.
    .hint = If it is one person, move the assignments to one code and mark the other as transferred; if not, fill in a year of birth that is missing; where both are there, nothing needs to be done.

total-differs = "{ $duty }"{ $of ->
        [level] , cadres of level { $level }
       *[all] {""}
    }: the lists have { $found } { $what ->
        [cadres] cadres who hold it
       *[units] units that are held
    }, the total is { $expected }
    .title = Total differs
    .why = The totals are what the leader reports; the lists must add up to them.
    .hint = Compare the lists with what was reported; if the numbers have changed, correct [[total]] in policy.toml.
cadre-double-booked = { $cadre } ({ $cadre_code }) has to be at two meetings on { $day }: { $one } - { $other }
    .title = Two meetings at a time
    .why = Who holds duties of several units must be able to come to the meetings of each.
    .hint = Move one of the meetings to another day or hour; or empty its hour in the list and see what is proposed: phancong calendar plan --month MONTH
meeting-outside-window = { $unit } ({ $unit_code }): "{ $meeting }" is on { $day }, not from { $first } to { $last }
    .title = Meeting outside its days
    .why = The policy gives each kind of meeting its days, so that who follows the unit can come.
    .hint = Move it into these days; if the policy has changed, correct its windows.
meeting-in-closed-days = { $unit } ({ $unit_code }): "{ $meeting }" is on { $day }, a day kept for "{ $window }"
    .title = Meeting on days kept for others
    .why = On the days of the policy's windows people have to be elsewhere.
    .hint = Move it to a day outside the windows.
