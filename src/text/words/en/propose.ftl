# Faults of a list of pairs for proposals.

pair-unknown = "{ $value }" is no cadre or unit that is known
    .title = Unknown cadre or unit
    .why = Each row names a cadre and a unit, by code or by a name that fits one only.
    .hint = Write the code.
pair-wish-unknown = "{ $value }" is neither keep nor never
    .title = Keep or never?
    .why = A pair is either wanted together, or never.
    .hint = Write keep (giữ) or never (tránh).
