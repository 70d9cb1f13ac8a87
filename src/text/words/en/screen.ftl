### Words on the screen: results, failures of the program, hints.

status-active = at work
presence-present = present
presence-absent = absent
presence-excused = excused
presence-held = held
presence-not-held = not held
status-retired = retired
status-transferred = transferred
status-leave = on leave
status-died = died

label-error = ERROR
label-warning = WARNING
label-info = NOTE
label-hint = Hint:
counts = { $error ->
        [one] 1 error
       *[other] { $error } errors
    }, { $warning ->
        [one] 1 warning
       *[other] { $warning } warnings
    }, { $info ->
        [one] 1 note
       *[other] { $info } notes
    }.
more-findings = {"  "}… { $count } more of this kind (all of them with --format csv or json)
more-differences = … { $count } more rows that differ
more-findings-import = {"  "}… { $count } more of this kind (all of them with --errors FILE or --format json)
did-you-mean = Did you mean "{ $nearest }"?
place-sheet = sheet "{ $sheet }"
place-row = row { $row }
place-column = column "{ $column }"

progress-reading = Reading
progress-writing = Writing

init-done = Made { $path } under "{ $name }": { $levels } levels, { $duties } duties.
checked-as-of = Checked as of { $day }:
build-done = Month { $month }: { $count } files in { $path }.
documents-written = { $count ->
        [one] 1 file
       *[other] { $count } files
    } written to { $path }.
digest-outside = { $count ->
        [one] One matter was raised above this level and stands
       *[other] { $count } matters were raised above this level and stand
    } in none of these: see the digest without --by.
written = Written: { $path }.
backup-done = Backed up to { $path }.
import-saved = Saved in { $path }.
import-dry-run = Dry run: nothing saved in { $path }.
import-nothing-new = Nothing new: { $path } stays as it was.
import-refused = the lists have errors: nothing saved. Mend them and run again.
errors-written = Written: { $path }. Mend the marked rows there and import it in place of the old file.
row-refused = error
row-sound = ok
deed-added = added
deed-changed = changed
deed-ended = ended
deed-removed = removed
empty-cell = (empty)
inspect-done = { $file }: list of { $list }, { $form }, header in row { $row }, { $rows } rows of data. Columns:
inspect-missing = (required, but not there)
inspect-groups = (the units that headings of groups name)
inspect-unknown = (not taken in)
inspect-nothing = This file cannot be imported. Nothing written.

failed = could not do it: { $why }
stdout-name = standard output
file-locked = { $path } is open in another program (Excel?). Close it and run again; the old file is still there.
file-missing = there is no file or folder { $path }
file-forbidden = no permission for { $path }
file-read-only = { $path } is on a read-only disk
stop-target-read-only = { $path } is set to be read only and stays as it is
    .hint = Lift the file's read-only attribute, or write to another file.
file-is-folder = { $path } is a folder, not a file
file-no-folder = { $path }: a file stands where a folder is needed
file-failed = { $path }: { $why }
disk-full = { $path }: the disk is full
    .hint = Make room on the disk and run again.
disk-failed = { $path } could not be read or written: the disk does not work, is disconnected, or your quota on it is used up
    .hint = See whether the disk is connected and has room, and run again. If that does not help, copy the file to another disk.
system-error = the system gives error { $number }
db-missing = there is no database { $path }
    .hint = Make one with "phancong init", or name the right file with --db FILE.
db-exists = { $path } exists already and is not overwritten
    .hint = Choose another name, or delete the old file if you are sure.
db-not-ours = { $path } is not a phancong database
    .hint = Name the right file with --db FILE.
db-newer = { $path } was made by a newer phancong ({ $detail })
    .hint = Use the newer phancong; the file was not changed.
db-damaged = { $path } is damaged
    .hint = The file was left as it is. Go back to the latest backup, or see what can be done with "phancong doctor".
db-altered = { $path } is not as phancong left it: a fault of the disk, or another program, changed what is in it
    .hint = See what can be done with "phancong doctor"; or go back to the latest backup.
db-foreign = { $path } holds "{ $detail }", which phancong did not make, and is not opened
    .hint = Another program has changed the file. See what can be done with "phancong doctor"; or go back to the latest backup.
db-busy = { $path } is in use by another program
    .hint = Wait until the other program is done and run again. Nothing was saved.
db-read-only = { $path } may only be read
    .hint = Copy the file to a folder that can be written, or lift its read-only attribute.
db-forbidden = no permission to open { $path }
    .hint = Look at the permissions of the file and of its folder, or ask whoever runs the computer.
db-outcome-unknown = it is unknown whether { $path } was saved
    .hint = Look with "phancong list changes" whether the last change is there before doing it again.
policy-lacks = the policy lacks codes that are in use: { $detail }
    .hint = Add these codes to the policy, or use another database.

stop-interrupted = stopped as asked, nothing saved
stop-stopped = stopped as asked, { $written } of { $total } files written
stop-saved = the lists are saved in { $path }, but then: { $why }
stop-target-taken = not writing to { $path }: it is the database or an input
stop-folder-of-lists = not writing documents into { $path }: the folder holds the lists
    .hint = Choose another folder, such as --out rosters.
stop-ending-unknown = the ending of { $path } tells no format
    .hint = Use one of the endings { $endings }.
stop-no-use = { $option } means nothing for "list changes": the log tells of commands, not of units or days
cited-by = { $count ->
        [one] 1 assignment
       *[other] { $count } assignments
    }
stop-reversed = the last day { $to } comes before the first day { $from }
    .hint = Give the earlier day to --from and the later one to --to.
stop-nobody-named = whose service is wanted is not said
    .hint = Add --cadre CADRE, or --unit UNIT.
stop-nothing-to-review = the lists have no assignment yet, so there is nothing to review
    .hint = Import assignments first.
stop-before-lists = the lists begin on { $day } and tell nothing of the days before
    .hint = Give a later day to --to.
stop-no-folder = no folder is named to write the documents into
    .hint = Add --out DIR, such as --out rosters.
stop-policy = the policy has errors, nothing saved
stop-nothing-to-read = there is no list (csv, xlsx, xls, ods) in { $path }
stop-no-answers = { $path } is no file of answers (columns "asked" and "code"), and is not written over
    .hint = Name a new file, or the one that --match wrote before.
stop-not-written = { $count ->
        [one] 1 file could not be written (named above); all others were
       *[other] { $count } files could not be written (named above); all others were
    }
use-one-of = Use one of: { $values }.
more-candidates = … { $count } more
stop-ambiguous = "{ $typed }" fits { $count } units or cadres; give a code, or add the unit above:{ $list }
stop-unknown-anything = no unit or cadre is "{ $typed }"
    .hint = Search with "phancong list units --find TEXT" or "phancong list cadres --find TEXT".
stop-unknown-unit = no unit is "{ $typed }"
    .hint = Search with "phancong list units --find TEXT".
stop-unknown-cadre = no cadre is "{ $typed }"
    .hint = Search with "phancong list cadres --find TEXT".
stop-unknown-level = the policy has no level "{ $typed }"
stop-unknown-duty = the policy has no duty "{ $typed }"
stop-unknown-decision = no assignment cites the decision "{ $typed }"
    .hint = See all with "phancong list decisions".
stop-unknown-check = there is no check "{ $typed }"; see "phancong check --list"
stop-unknown-command = there is no command "{ $typed }"; see "phancong help"
answers-wanted = Written: { $path }, { $count ->
        [one] one name
       *[other] { $count } names
    } to be made clear. Fill in the column "code" and run again with the same --match; the answers are kept.
inspect-text = { $encoding }, delimiter "{ $delimiter }"
inspect-sheet = sheet "{ $sheet }"
inspect-level = units of level "{ $level }"
stop-changed-meanwhile = { $path } was just changed by another program, nothing saved
    .hint = Run the command again.
db-upgraded = { $path } was of an earlier version and is brought up to this one; as it was, it is kept in { $kept }
stop-needs = { $option } is needed
stop-no-use-here = { $option } means nothing here
    .hint = Leave it out.
stop-needs-yes = nobody can be asked whether to save, nothing saved
    .hint = Add --yes to save, or --dry-run to see only.

note-decision = decision { $decision }
note-released = released by { $decision }

amend-refused = the change is refused, nothing saved
amend-leaves-open = After it there { $count ->
        [one] is one finding more
       *[other] are { $count } findings more
    }:
amend-dry-run = A rehearsal: nothing saved.
amend-ask = Save this? [y/N]
amend-not-saved = Nothing saved.
amend-saved = Change { $change } saved in { $path }; take it back with: phancong undo { $change }.

log-change = Change { $change }, { $at } UTC, { $command }, by { $who }
log-undoes = takes back change { $change }
log-file = from { $name }, { $size } bytes, SHA-256 { $sha256 }

undo-what = Taking back change { $change }: { $about }
undo-nothing = There is no change to take back.
undo-done = Change { $change } is taken back (as change { $made }) in { $path }; to have it again: phancong undo { $made }.
undo-no-change = there is no change { $change }
    .hint = The changes are listed by: phancong log.
undo-too-old = change { $change } was made by an earlier version, which did not keep the rows of before
    .hint = What came after it can be taken back.
undo-done-already = change { $change } is taken back already, by change { $by }
    .hint = To have it again, take back that one: phancong undo { $by }.
undo-blocked = change { $change } cannot be taken back: later changes stand on it: { $by }
    .hint = Take those back first, the latest first; see them with: phancong log.
close-what = Closing { $month }: from now on its documents are made from what is known at this moment.
close-done = { $month } is closed (change { $change }) in { $path }; to open it again: phancong undo { $change }.
month-is-closed = { $month } is closed (change { $change }): the documents are those of then; { $count ->
        [0] nothing of the month was changed since
        [one] one row of the month was changed since
       *[other] { $count } rows of the month were changed since
    }.
month-adjusted = what was changed since: phancong export adjustments --month { $month }
change-touches-closed = This changes { $count ->
        [one] one row
       *[other] { $count } rows
    } of { $month }, which is closed (change { $change }): it counts as an adjustment, the month's documents stay.
stop-month-closed = { $month } is closed already, by change { $change }
    .hint = To open it again: phancong undo { $change }.
stop-month-open = { $month } is not closed
    .hint = Closed months are listed by: phancong close. To close this one: phancong close { $code }.
stop-month-to-come = { $month } has not begun
review-written = Written: { $path }, with { $count ->
        [one] 1 row
       *[other] { $count } rows
    } not decided yet. Fill in the columns decision (keep, end, move) and to_unit_code ("Move to"), and run again with the same --review.
stop-gone = there is no unit "{ $typed }" on { $day }; on { $then } it was { $was }{ $now ->
        [none] , whose place no unit took
       *[other] , which is { $now } on { $day }
    }
    .hint = Codes are used again and units are merged: name a code of that day, or another day with --as-of.
propose-total = { $filled ->
        [one] 1 seat
       *[other] { $filled } seats
    } filled, { $empty } left empty; { $cost } points, and none of as many costs less than { $bound }.
propose-about = { $count ->
        [one] 1 assignment
       *[other] { $count } assignments
    }
stop-pairs = the list of pairs has errors, nothing is proposed
stop-propose-no-costs = the policy does not say what proposals cost
    .hint = Add a part [propose] as the policies shipped have it: phancong export policy, phancong init --policy.
stop-propose-bad-costs = the costs in [propose] are none: whole numbers from 0 on, and loads that never fall
    .hint = Correct the part [propose] of the policy.
stop-propose-contradiction = a pair is both wanted and forbidden: { $about }
    .hint = Delete one of the two rows.
stop-propose-not-proven = the proposal could not be proven to be the best; nothing is proposed
    .hint = Ask for less at once: a unit (--under) or one duty (--duty).
why-barred = { $who } cannot take { $place }, "{ $duty }": { $why }
why-other-duty = { $place } needs nobody for "{ $duty }": that duty is of units of another level.
why-no-duty = { $place } needs nobody: the policy has no duty for units of its level.
why-proposed = { $who } is proposed for { $place }, "{ $duty }".
why-costs = { $who } in { $place }, "{ $duty }", instead of { $other }: { $more } points more in all.
why-empties = { $who } in { $place }, "{ $duty }", instead of { $other }: fewer seats are filled, by { $count }.
bar-seat-held = no seat is empty there
bar-not-at-work = not at work then
bar-other-level = the duty takes people of other levels
bar-other-area = at home in { $home }, which is another area
bar-full = holds as many units as allowed ({ $limit })
bar-forbidden = the office never wants the two together
bar-holds = holds it already
rebalance-curve = What each further move buys:
rebalance-unproven = With { $moves ->
    [one] one move
   *[other] { $moves } moves
}, { $cost } points were found and fewer than { $bound } cannot be; what lies between was not tried to the end. The roster may be used as it is; to know for sure, ask for less with --under or --duty, or for another number of moves.

masked-full-name = Cadre
masked-position = Post
masked-organization = Office
masked-signer = Signer

doctor-sound = { $path } is sound.
doctor-ill = Something is wrong with { $path }: see above.
doctor-kept = The database as it was is kept in { $path }.
doctor-saved = All rows are saved in { $path }.
doctor-saved-part = What could be read is saved in { $path }; some rows are lost: compare it with the latest lists.
stop-template = nothing is written
status-headline = { $place }, { $day }: { $filled } of { $seats } seats filled{ $percent ->
        [none] {""}
       *[other] {" "}({ $percent })
    }; { $gaps } empty{ $accepted ->
        [0] {""}
       *[other] , { $accepted } of them accepted
    }
status-duties = Duties
status-areas = By { $level }: { $lacking } of { $all } with gaps, the worst first
status-more = and { $count } more
status-gaps = Empty longest
status-gap = { $unit } · { $duty }: { $days ->
        [one] 1 day
       *[other] { $days } days
    }, since { $since }{ $left ->
        [none] {""}
       *[other] ; before: { $left }
    }{ $accepted ->
        [yes] {" "}(accepted)
       *[no] {""}
    }
status-gap-ever = { $unit } · { $duty }: never filled, as far as is known{ $accepted ->
        [yes] {" "}(accepted)
       *[no] {""}
    }
status-month = { $month }: { $begun ->
        [one] 1 assignment began
       *[other] { $begun } assignments began
    }, { $ended } ended

packet-without-phones = The packets are without the phones of those to call. With them: --profile full.
briefing-no-file = { $path } cannot go along: it is no file
    .hint = Give a file, such as a pdf or docx.
briefing-twice = two briefings have the same name; the second is { $path }
    .hint = Give one of the two files another name and run again.
briefing-is-database = { $path } does not go along: it is the database
    .hint = Give the file of the briefing.
