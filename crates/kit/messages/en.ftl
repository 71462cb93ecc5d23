# The kit's own words: stages, severities, verdicts, dimensions, and why a file was refused.

verdict-accepted = accepted
verdict-accepted-with-notes = accepted with notes
verdict-rejected = changes needed
verdict-not-determined = not determined
severity-blocks = must change
severity-warns = should change
severity-advises = hint
stage-drafting = drafting
stage-submission = submission
stage-review = review
dimension-completeness = completeness
dimension-relevance = relevance
dimension-appropriateness = appropriateness
dimension-feasibility = feasibility
dimension-consistency = consistency
place-row = row { $n }

formula-execution = points × min(1, executed ÷ annual budget)
formula-higher = the more the better: points × min(1, result ÷ target)
formula-lower = the less the better: points × min(1, target ÷ result)
formula-exact = equal: full points when hit, else the ratio
formula-given = words or dates: the points given, at most the row's points
formula-open = can't be computed yet
subject-execution = budget execution rate

open-too-large = The file has { $size } MB, more than { $limit } MB. Make sure that you chose a document saved by Jibiao (.json).
open-not-text = This file is not UTF-8 text (unreadable from byte { $at }). Choose a .json file saved by Jibiao; if it was edited elsewhere, save it as UTF-8.
open-not-json = This file is not complete JSON: reading stops at line { $line }, column { $column } ({ $detail }). The copy may be incomplete; copy it again or choose another one.
open-too-deep = This file is nested too deeply (line { $line }, column { $column }); it is not a document of Jibiao.
open-not-a-document = This is JSON, but not a document of Jibiao: { $detail } (line { $line }, column { $column }).
open-wrong-shape = The document does not have the right shape: { $detail } (line { $line }, column { $column }). It was not opened; the file is unchanged.
open-newer-format = This file was saved by a newer version (format { $found }; this program knows up to { $known }). Open it with a newer Jibiao; the file is unchanged.
open-unknown-pack = This file uses the pack “{ $pack }” (edition { $edition }), which is not at hand. Get that pack first; the file is unchanged.
open-other-edition = This file uses edition { $pinned } of the pack “{ $pack }” ({ $digest }); at hand is edition { $found } ({ $found-digest }). Confirm the change to open it; the file is unchanged.
open-unknown-form = No pack at hand has the form “{ $form }”.
open-too-many-rows = Table “{ $table }” has { $found } rows, more than { $limit }. Split it before opening; the file is unchanged.
open-too-much-text = Cell “{ $cell }” has { $found } characters, more than { $limit }; the file is unchanged.
open-repeated-row = Row { $position } of table “{ $table }” has the id “{ $row }” again, so the two can't be told apart; the file is unchanged.
