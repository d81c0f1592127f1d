# Merging, what stands undecided, history
finding-HND-01 = The two copies of the case changed this to different values, and nobody has decided yet.
finding-HND-01-do = Compare both values and what supports them under “Handover”, then decide. Until then both are kept, and a final report is marked as a draft.

error-journal-forked = Operation { $operation } reads differently in what came and in this case.
error-journal-forked-safe = This case was not changed; nothing was merged.
error-journal-forked-do = One step has one content: the history there or here was rewritten, or one case was restored twice and used apart. Ask the sender; take what came as a new case to compare.

error-operation-altered = Operation { $operation } in what came is not what its digest says.
error-operation-altered-safe = This case was not changed; nothing was merged.
error-operation-altered-do = It was damaged on the way or altered. Ask for it again.

error-merge-refused = What came cannot be merged into this case: { $reason }.
error-merge-refused-safe = This case was not changed; nothing was merged.
error-merge-refused-do = Make sure that it belongs to this case and was made with this or an earlier version of the program; take it as a new case to look at it.

error-not-enclosed = The original { $sha256 } did not come with it.
error-not-enclosed-safe = This case was not changed; nothing was merged.
error-not-enclosed-do = Ask for it again with all originals.

op-receive = Merge what came
op-decide = Decide what stands undecided
op-restore = Restore an earlier state

conflict-deleted = deleted
conflict-kept = kept
conflict-edited = the other side, not knowing, changed “{ $field }”
conflict-referred = the other side, not knowing, referred to it from “{ $kind }”
conflict-empty = (emptied)

cli-about-conflicts = List what stands undecided since copies were merged, and decide it
cli-about-history = History: who changed what and when; compare two moments; restore
cli-arg-take = Conflict N is decided for that side (N=SIDE)
cli-arg-set-value = Conflict N gets another value (N=VALUE)
cli-arg-all_from = All that stands undecided is decided for this person or device
cli-arg-record = Of one record (KIND/KEY)
cli-arg-field = Of one of its fields
cli-arg-compare = What changed since an operation, or between two
cli-arg-restore = Goes back to how it stood right after an operation
cli-conflicts = { $count } undecided
cli-conflict-decided = decided by { $author } at { $at }
cli-compared = { $count } differences
cli-restored = Restored; { $count } records changed. It can be undone.
cli-took-back = taken back:
field-alive = whether it stands

page-handover = Handover
command-step-handover = Go to handover
handover-parts = Parts of the handover
handover-part-conflicts = Undecided
handover-part-history = History
conflicts-none = Nothing stands undecided
conflicts-none-about = After merging a colleague’s copy, what both of you changed apart is listed here: both values and what supports them, for you to decide. Nothing is averaged or dropped.
conflicts-open = { $count } undecided
conflicts-all = Take all from:
conflicts-all-decided = Everything was decided.
conflict-take = Take this
conflict-evidence = Supported by:
conflict-decided = Decided by { $author } at { $at }:
history-case = History of the case
history-of = History of “{ $name }”
history-whole = The whole history
history-took-back = Taken back:
history-joined = from a colleague
history-restore = Restore this state
history-more = { $count } more changes
history-on = Earlier
record-history = History
