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
