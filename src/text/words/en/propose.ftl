# Faults of a list of pairs for proposals.

pair-unknown = "{ $value }" is no cadre or unit that is known
    .title = Unknown cadre or unit
    .why = Each row names a cadre and a unit, by code or by a name that fits one only.
    .hint = Write the code.
pair-wish-unknown = "{ $value }" is neither keep nor never
    .title = Keep or never?
    .why = A pair is either wanted together, or never.
    .hint = Write keep (giữ) or never (tránh).
calendar-impossible = { $count ->
        [1] no day and hour is left for { $meetings }; attending: { $people }
       *[other] { $count } meetings cannot all be held: { $meetings }; at several of them: { $people }
    }
    .title = No day for these meetings
    .why = Every day and hour of their windows was tried: somebody would have to be in two places, or the policy closes the days. Without any one of them the others can be held.
    .hint = Fix one of them on another day, let somebody else come, or give the policy's [calendar] more hours.
calendar-unproven = for { $count } meetings no days were found in bounded time: { $meetings }; at several of them: { $people }
    .title = No day found for these meetings
    .why = There are too many ways to put them on days; none of those tried fits, which proves nothing.
    .hint = Fix some of them by hand, and run again.
