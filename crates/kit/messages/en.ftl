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

# Reasons given for findings, and why one does not count.
gives-way = Not told where one of these stands at the same place:
waiver-allowed = Where what is filled in is right as it is, a reason can be given for the reviewer to judge.
lapse-changed = What was filled in or what is found has changed, so the reason given no longer counts; confirm it again if it still holds.
lapse-gone = This problem is no longer there; the reason is not needed any more.
lapse-not-allowed = No reason can be given for this problem; it has to be changed.
lapse-too-short = A reason has at least { $least } letters; say what exactly is the case.
lapse-says-nothing = “None” or “see attachment” gives no reason; say in at least { $least } letters what is the case.

formula-execution = points × min(1, executed ÷ annual budget)
formula-higher = the more the better: points × min(1, result ÷ target)
formula-lower = the less the better: points × min(1, target ÷ result)
formula-exact = equal: full points when hit, else the ratio
formula-given = words or dates: the points given, at most the row's points
formula-open = can't be computed yet
subject-execution = budget execution rate

json-text = text in quotation marks
json-object = an object
json-list = a list
json-count = a whole number from 0 up
json-extent = "whole" or "excerpt"
json-relation = what one document is to another: "approved", "previous", "last-year", "adjusted", "rated" or "part"

open-too-large = The file has { $size } MB, more than { $limit } MB. Make sure that you chose a document saved by Jibiao (.json).
open-not-text = This file is not UTF-8 text (unreadable from byte { $at } on). Choose a .json file saved by Jibiao; if it was edited elsewhere, save it as UTF-8.
    .zip = This is an Excel, Word or compressed file (.xlsx, .docx, .zip), not a document of Jibiao. Choose a .json file saved by Jibiao; unpack an archive first.
    .office = This is an old Excel, Word or WPS file (.xls, .doc, .et, .wps), not a document of Jibiao. Choose a .json file saved by Jibiao.
    .pdf = This is a PDF file, not a document of Jibiao. Choose a .json file saved by Jibiao.
    .image = This is a picture, not a document of Jibiao. Choose a .json file saved by Jibiao.
    .utf-16 = This file is encoded in UTF-16. Open it in a text editor, save it as UTF-8, and open that file.
open-not-json = This file is not JSON, or was damaged elsewhere: it can't be read from line { $line }, column { $column } on. Use the original file, or choose a .json file saved by Jibiao.
    .line-end = This file is not JSON, or was damaged elsewhere: the text at the end of line { $line } lacks its closing quotation mark. Use the original file, or choose a .json file saved by Jibiao.
    .cut = This file is incomplete: it breaks off in line { $line }. It may not have been copied to its end; copy it again or choose another one.
    .empty = This file is empty. Copy it again or choose another one.
open-too-deep = This file is nested too deeply (line { $line }); it is not a document of Jibiao. Choose a .json file saved by Jibiao.
open-not-a-document = This is JSON, but not a document of Jibiao: it has no field “jibiao”. Choose a .json file saved by Jibiao.
    .no-object = This is JSON, but not a document of Jibiao: it should be an object and is { $found }. Choose a .json file saved by Jibiao.
    .version = This is JSON, but not a document of Jibiao: the field “jibiao” should be the version of the format (a positive whole number) and is { $found }. Choose a .json file saved by Jibiao.
open-wrong-shape = The document does not have the right shape; reading stops at line { $line }. It was not opened; the file is unchanged.
    .missing = The document lacks “{ $at }”. It was not opened; the file is unchanged.
    .twice = In the document, “{ $field }” stands twice (noticed at line { $line }), so it is unclear which one counts. Delete one of them. It was not opened; the file is unchanged.
    .waiver-twice = Two reasons are given for one finding of rule “{ $rule }”, and nothing says which one counts. Remove one; it was not opened, and the file is unchanged.
    .kind = In the document, the value of “{ $at }” should be { $wanted } and is { $found }. It was not opened; the file is unchanged.
open-newer-format = This file was saved by a newer version (format { $found }; this program knows up to { $known }). Open it with a newer Jibiao; the file is unchanged.
open-unknown-pack = This file uses the pack “{ $pack }” (edition { $edition }), which is not at hand. Get that pack first; the file is unchanged.
    .name = There is no pack “{ $pack }” here. At hand: { $known }.
    .several = The pack “{ $pack }” is here in several editions: { $known }. Please name the edition.
open-other-edition = This file uses edition { $pinned } of the pack “{ $pack }” ({ $digest }); at hand is edition { $found } ({ $found-digest }). Confirm the change to open it; the file is unchanged.
    .same-name = This file and the program both use edition { $pinned } of the pack “{ $pack }”, but its content differs (the file's is { $digest }, the one at hand { $found-digest }). Confirm the change to open it; the file is unchanged.
open-unknown-form = No pack at hand has the form “{ $form }”. Use a pack that has it, or check the name of the form.
open-too-many-rows = Table “{ $table }” has { $found } rows, more than { $limit }. Split it before opening; the file is unchanged.
    .waivers = The file has { $found } reasons for findings, more than { $limit }; the file is unchanged.
open-too-much-text = Cell “{ $cell }” has { $found } characters, more than { $limit }; the file is unchanged.
    .waiver = A reason for a finding of rule “{ $rule }” has { $found } characters, more than { $limit }; the file is unchanged.
open-repeated-row = Row { $position } of table “{ $table }” has the id “{ $row }” again, so the two can't be told apart; the file is unchanged.

# The handbook of rules: Markdown made by the program.
handbook = Handbook of rules
handbook-about = What each rule finds, why it matters, what to do and what it rests on, with good and bad examples; after → stands what the program says.
handbook-do = What to do
handbook-basis = Basis
handbook-bad = Found in
handbook-good = Nothing to find in
handbook-packs = What packs make of it
handbook-pack = Pack
handbook-off = off
handbook-reason = Reasons
handbook-taken = taken
handbook-not-taken = not taken

# The indicator library: why a library that somebody brings along was not taken.
library-not-text = The text of this file can't be read. In Excel or WPS, save it as CSV (UTF-8) and open that file.
library-not-a-table = This file is no table. In Excel or WPS, save it as CSV and open that file.
library-column-missing = No column is headed “{ $column }”. A library has at least the columns 二级指标 and 三级指标, with their headings in the first 10 rows.
library-column-twice = Row { $row } heads two columns “{ $column }”, so it is unclear which to read. Rename one of them.
library-no-rows = There are no indicators under the headings.
library-too-many-rows = More than { $text } indicators (up to row { $row }). Split them over several files.
library-text-too-long = Row { $row }, “{ $column }”: more than 2000 characters (beginning “{ $text }”). Shorten the text.
library-level-unknown = Row { $row }, “{ $column }”: “{ $text }” names no known level. Use one of 数量, 质量, 时效, 成本, 经济成本, 社会成本, 生态环境成本, 经济效益, 社会效益, 生态效益, 可持续影响, 满意度.
library-levels-disagree = Row { $row }, “{ $column }”: “{ $text }” does not go with the level two of this row. Change one of them.
library-name-missing = Row { $row }: the level-three indicator has no name, or a name without letters (“{ $text }”). Add the name.
library-direction-unknown = Row { $row }, “{ $column }”: “{ $text }” is no known direction. Use ≥, ≤, =, ＞, ＜, 正向, 反向, 日期 or 定性, or leave it blank.
library-unit-unknown = Row { $row }, “{ $column }”: “{ $text }” is no unit. Use one like 个, 人次, % or 元/平方米, or leave it blank.
library-pattern-disagrees = Row { $row }, “{ $column }”: “{ $text }” does not agree with the direction and unit of this row. Change one of them; where 写法 is blank it is made of direction and unit.
library-row-twice = Row { $row }, “{ $text }”, repeats row { $other }: same level, name, unit and categories. Delete one of them.

pack-not-a-pack = This file is no pack of Jibiao. Please choose the file of a pack (.zip or .json).
pack-not-built = This archive holds the sources of a pack, from which no pack was built yet. Ask its author for a file that jibiao pack build made.
pack-parent-missing = This pack extends “{ $pack }” (edition { $edition }), which is not at hand. Please open that pack first, and then this one.
pack-differs = The pack “{ $pack }”, edition { $edition }, is at hand with other content than this file. One edition can't have two contents; please ask where it came from.
pack-unfit = This pack has { $count } problem(s) and was not opened. Please send them to whoever made the pack.

# Carrying over: why a document could not be made from others.
carry-unknown-form = { $reason }
carry-no-step = "{ $form }" can't be made from "{ $from }". Choose a document of the same kind of subject and frame.
carry-other-project = These documents belong to different projects: "{ $one }" and "{ $other }". Choose those of one project.
carry-two-of-a-kind = Documents "{ $one }" and "{ $other }" would give the same; which one counts is unknown. Choose one of them.
carry-twice = Document "{ $one }" was chosen twice. Choose it once.
carry-itself = Document "{ $one }" can't be made from itself. Choose another.
carry-too-many-rows = Table "{ $table }" would have { $found } rows, more than { $limit }. Make several documents.
relation-approved = approved targets
relation-previous = period before
relation-last-year = last year
relation-adjusted = before the adjustment
relation-rated = what is rated
relation-part = part of the department
link-matches = As it is in the file it was taken from.
link-absent = The file it was taken from is not at hand; nothing was compared.
link-newer = The file it was taken from was saved again since and may say something else. See whether the newer one counts.
link-changed = The file it was taken from has other content than then, and no newer revision. Get the file of that time, or find out what was changed.
link-misquoted = The file it was taken from is as it was, and does not say what this document claims it approved. Make the document from it again.
link-other-project = The file it was taken from belongs to another project. See whether it is the right one.
link-circle = The file it was taken from was made from this document in turn. See whether it is the right one.
