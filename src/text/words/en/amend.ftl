# What stands in the way of a change by hand.

amend-wrong-level = duty "{ $duty }" is for level "{ $expected }", but { $value } is of level "{ $level }"
    .title = Duty of another level
    .why = Each duty is for the units of one level.
    .hint = Name another duty, or a unit of that level.
amend-period-reversed = { $place }: the last day { $to } comes before the first, { $from }
    .title = End before beginning
    .why = Both days are included, so the last must not come before the first.
    .hint = Correct one of the two days.
amend-unit-not-there = { $place } does not exist on { $day }
    .title = Unit of other days
    .why = Units begin and end, by mergers and divisions; nobody can be responsible for one that is not there.
    .hint = Name another day, or the unit that stands in its place.
amend-cadre-not-at-work = { $name } ({ $place }) is not at work on { $day }: { $status }
    .title = Cadre not at work
    .why = Only somebody at work covers a seat.
    .hint = Choose somebody else, or correct the status: phancong cadre status CADRE active --from DAY.
amend-held-already = { $name } holds { $place }, "{ $duty }", already since { $from }
    .title = Held already
    .why = One person holds a seat once at a time.
    .hint = Nothing has to be done; or end what is held first: phancong release.
amend-holds-nothing = { $name } holds nothing { $place ->
        [none] {""}
       *[other] in { $place }{" "}
    } on { $day }
    .title = Nothing to end
    .why = Only what is in force on the day can be ended or handed over.
    .hint = See what the cadre holds: phancong show { $value }.
amend-ends-before-begin = { $name } begins in { $place } on { $from } only; the last day would be { $last }
    .title = End before beginning
    .why = An assignment that ends before it begins was a mistake, not an assignment.
    .hint = Name a later day, or take the change back that made it: phancong log, phancong undo.
amend-same-cadre = { $value } cannot take the place of { $value }
    .title = The same cadre twice
    .why = A replacement hands over from one person to another.
    .hint = Name two cadres.
amend-vacancy-known = { $place }, "{ $duty }": a vacancy is known since { $since } { $until ->
        [none] without an end
       *[other] until { $until }
    }
    .title = Vacancy known already
    .why = A gap is accepted once at a time.
    .hint = Extend it: phancong vacancy extend; or close it first: phancong vacancy close.
amend-vacancy-unknown = { $place }, "{ $duty }": no vacancy is known
    .title = No such vacancy
    .why = Only a vacancy that was declared can be extended or closed.
    .hint = Declare it: phancong vacancy declare. What is known: phancong list vacancies.
amend-vacancy-not-longer = { $place }, "{ $duty }": the vacancy is accepted { $until ->
        [none] without an end already
       *[other] until { $until } already
    }
    .title = No extension
    .why = An extension ends later than what it extends.
    .hint = Name a later day with --until, or close it: phancong vacancy close.
amend-duty-over = duty "{ $duty }" is not one of the policy of { $day }
    .title = Duty of other days
    .why = The office's policy changed; each day has the duties of its own policy.
    .hint = Name a duty of that day.
