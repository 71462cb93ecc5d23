# The command line's own words. Names of verdicts, stages, severities, dimensions and formulas are in the kit.

version = jibiao { $version }
help =
    jibiao: checks and scores budget performance declarations and self-evaluations, offline.

    Usage
      jibiao check   [FILE…] [--stage STAGE] [--format text|json|sarif] [--rebind]
      jibiao score   [FILE…] [--format text|json] [--rebind]
      jibiao upload  [FILE] [--stage STAGE] [--rebind]    the file that a portal takes in (JSON)
      jibiao upload  [FILE] --profile PROFILE [--codes NAME=FILE.csv]… [-o FILE.json]
                                  the document in another system's exchange tables, by a profile of the pack; codes by their names
      jibiao import  FILE.json --profile PROFILE [--codes …]… [--form form] [-o FILE.json]
                                  a document from exchange tables; what does not fit is told with its place
      jibiao profiles [PROFILE] [--format text|json]    all profiles; of one its fields, and which of their names were seen
      jibiao explain RULE…        what a rule finds, why, what to do, its basis and examples
      jibiao rules                all rules
      jibiao forms   [form] [--format text|json]   all forms; of one form its cells: id, label, meaning, kind,
                                  choices, and how cells and rows stand in a document
      jibiao new     FORM [FILE…] [--as RELATION] [--id ID]
                                  a blank document; with files, begun from them: declaration to monitoring and self-evaluation,
                                  last year to this year, projects to their department
      jibiao trace   FILE… [--format text|json] [--rebind]
                                  whether what a document says it took over stands in the files at hand, and what changed since
      jibiao excel   file… [-o file.xlsx] [--rebind]     a workbook in the official layout; several files, a sheet each
                                  with -o *.csv the rows of indicators alone
      jibiao excel   --blank form [-o file.xlsx]         a blank form, to be filled in and read back by import
      jibiao import  file.xlsx [--form form] [-o folder] [--format text|json] [--rebind]
                                  a workbook, a list or CSV: where each text goes and what has no place; -o keeps documents
      jibiao schema  [NAME]       the published JSON Schemas; without a name, their list
      jibiao pack show  [PACK…] [--format text|json]    what it is made of, what it inherits and changes
      jibiao pack lint  PACK…   [--format text|json]    what helps nobody, or contradicts itself
      jibiao pack test  PACK…   [--format text|json]    runs the examples that it carries
      jibiao pack diff  PACK PACK [--format text|json]  what differs between two packs
      jibiao pack build FOLDER [-o FILE]    one file (.zip or .json) for the page and for portals
      jibiao library [WORD…] [--level LEVEL] [--category NAME] [--library FILE] [--format text|json]
                                  how indicators are written: by characters, pinyin, initials, category; without a word, the categories
      jibiao bundle FILE… [--attach FILE]… [--id ID] [--date DAY] [--stage STAGE] [--slip SLIP.json]… [--force] [--encrypt-to KEY | --passphrase-file FILE] -o BUNDLE.zip
                                  documents, reports, printable pages, attachments and digests in one zip to be handed in
      jibiao return FILE [--findings none|blocks|warns|advises] [--comment 'PLACE: TEXT']… [--comments COMMENTS.csv] [--reviewer NAME] [--date DAY] [-o SLIP.json]
                                  a return slip: what the check finds (only what must be corrected, unless said otherwise) and
                                  what the reviewer says, each at its table, row and cell
      jibiao answer FILE --slip SLIP.json [--note 'N: TEXT']… [--notes NOTES.csv] [--by NAME] [--date DAY] [-o SLIP.json]
                                  answers a slip: entry by entry changed, explained or open, computed from what changed
      jibiao slip show SLIP.json [FILE] [--format text|json]   what was answered and what changed; with the file, whether that is so
      jibiao slip csv  SLIP.json [-o SLIP.csv]   a slip as a table; with its notes filled in it goes to answer --notes
      jibiao publish FILE [--format html|xlsx|json] [-o OUT.html]
                                  the table for disclosure: without personal data and without rows and cells marked secret, as the pack lists them
      jibiao verify BUNDLE… [--identity FILE | --passphrase-file FILE] [--format text|json]
                                  whether a bundle is as it was made, whether its check says the same again, and what differs

    Documents are JSON; how a form stands in one, with its cells, rows and choices: jibiao forms FORM
    FILE - or none reads standard input.
    A PACK is a folder, a file (.zip, .json), or the id of a built-in one.

    Options
      --stage    drafting, submission (default), review
      --format   text for people (default), json for programs, sarif for code review tools
      --rebind   where a file is pinned to another edition of a pack, check it by the one at hand
      --pack     this pack as well (of the five districts that come along by id, such as tianjin-dongli); may be given several times, with every command but schema
      --library  reads somebody's own library (.xlsx or CSV) before the suggestions of this program
      --level    only this level two: quantity, economic-cost, 数量
      --category only this project type or sector: training, 水利
      --as       which way is meant, where a file can be used in several: approved, assessed (ex-ante), previous (period),
                 last-year, adjusted, rated, part (of a department)
      --id       the id of the document that new makes; without it, a random one
      --blank    excel: a blank workbook of this form
      --form     import: the form of tables from elsewhere; without it the words on them decide
      --attach   a file that goes into the bundle (evidence); may be given several times
      --date     the day that the bundle names, as 2026-03-31; without it, none
      --force    replaces a bundle that is there already
      --comment  return: a place is a cell by its id or label; a row is ROW, ROW/COLUMN, TABLE/#3/COLUMN or what it is called;
                 left out, the comment is on the whole document
      --comments return: a table of comments (CSV) with the columns place, comment, rule; with a rule, it stands at that finding
      --slip     answer: the slip to be answered; bundle: goes along, one for each document
      --encrypt-to       encrypts a bundle for whoever has the key to this public one (age1…); may be given several times
      --passphrase-file  encrypts a bundle, or opens one, with the passphrase in the first line of this file
      --identity         the file of the private key that opens an encrypted bundle
      --lang     zh Chinese (default), en English
      -h, --help    this help
      -V, --version the version

    Exit codes
      0   accepted (there may be suggestions); origins compared, nothing changed that must stay (other changes are listed); nothing to remark on a pack, no difference; a bundle as it was made
      1   to be corrected; an origin is changed, or what was taken over and must stay is changed or missing; something to remark on a pack, a difference; a bundle that differs
      2   not determined (an origin is not at hand), or a file or a pack could not be read
      64  wrong use
    With several files the worst one counts (64, 2, 1, 0).

misuse-hint = For help: jibiao --help --lang en
misuse-no-command = No command was given.
misuse-unknown-command = There is no command “{ $given }”.
misuse-unknown-option = There is no option “{ $given }”, or it does not belong to this command.
misuse-missing-value = The option “{ $given }” needs a value.
misuse-wrong-value = The option “{ $option }” can't be “{ $given }”; it is one of: { $known }.
misuse-unexpected = “{ $given }” is one argument too many.
misuse-needs-rule = Name a rule, for example: jibiao explain { $example }
misuse-needs-form = Name a form. All forms: { $known }.
misuse-unknown-rule = There is no rule “{ $given }”. All rules: jibiao rules
misuse-unknown-form = There is no form “{ $given }”. All forms: jibiao forms
misuse-unknown-schema = There is no schema “{ $given }”. All of them: { $known }.
misuse-no-pack-command = What is to be done with a pack? show, lint, test, diff or build.
misuse-unknown-pack-command = “pack” has no command “{ $given }”, only show, lint, test, diff and build.
misuse-needs-pack = Name a pack, for example: jibiao pack { $command } FOLDER
misuse-needs-two-packs = Name two packs: jibiao pack diff BEFORE AFTER
misuse-unknown-pack = There is no pack with the id “{ $given }”, and no such file. At hand: { $known }.
misuse-ambiguous-form = Several packs have the form “{ $given }”: { $packs }. Name only one of them with --pack.
misuse-csv-takes-one = CSV holds the rows of one document: name one file, or write .xlsx.
misuse-needs-output = Say with -o which file to write.
misuse-as-alone = “--as { $given }” needs the documents to begin from.
misuse-not-text = The argument “{ $given }” is not UTF-8 text.
did-you-mean = Did you mean “{ $near }”?

reading-stdin = Reading a document from standard input (Ctrl+D ends it; on Windows Ctrl+Z and Enter) …
stdin = standard input
refused = { $file }: { $message }
rebind-hint = { " " }With --rebind it is read by the pack at hand.
district-hint = {" "}This pack comes with the program: add --pack { $pack }.
file-not-found = There is no such file. Please check the name and the folder.
file-is-folder = This is a folder. Please name the documents in it.
file-forbidden = You may not read this file.
file-unreadable = It can't be read: { $reason }.
output-failed = The result could not be written to its end: { $reason }.
packs-failed = The built-in packs can't be read; this program may be damaged: { $reason }

title-line = { $form } ({ $id }) · { $stage }
project-line = Project: { $name }
verdict-line = Verdict: { $verdict }
counts-line = must be corrected { $blocks }, should be corrected { $warns }, hints { $advises }
quality-line = Quality score: { $points }
quality-line-graded = Quality score: { $points } ({ $grade })
performance-line = Performance score: { $points }
performance-line-graded = Performance score: { $points } ({ $grade })
printed-differs = the form says { $printed }, which differs
printed-sum = the points in its rows add up to { $sum }
points-between = between { $low } and { $high }, inputs are missing
points-unknown = not determined
waived-count = ; reasons given for { $count }
waived-line = Reasons given ({ $count })
reason-line = Reason: { $reason }
reason-by = { " " }({ $by })
lapsed-line = Reasons that don't count ({ $count })
group-line = { $severity } ({ $count })
do-line = What to do: { $text }
alike-rows = The other rows are the same.
fix-line = Ready to apply: { $text }
nothing-found = Nothing was found.
faults-line = These rules did not run to their end, so there is no verdict:
fault-line = { $rule }: { $reason }
notice-cells = The form has no such cells; they are kept and not checked: { $cells }
notice-fields = Fields that this version does not know are kept as they are: { $fields }
notice-rebound = The file was pinned to pack { $from }; it was checked by { $to }.
pack-line = Pack { $pack } ({ $digest }). Basis and examples of a rule: jibiao explain RULE
several-line = { $files } files: accepted { $accepted }, to be corrected { $rejected }, not determined or unreadable { $open }.

score-form = { $form } ({ $id })
head-subject = Subject
head-weight = Weight
head-formula = Formula
head-inputs = Inputs
head-points = Points
head-printed = Printed
head-note = Note
head-dimension = Dimension
head-deductions = Deductions
head-measure = Measure
head-value = Value
head-light = Light
head-so-far = So far
head-expected = Expected
head-item = Item
head-grade = Grade
deviation-line = Deviation from the self-evaluation: { $percent } %
rating-line = Rating: { $points }
rating-line-graded = Rating: { $points } ({ $grade })
points-none = no points
monitoring-light = Monitoring: { $light }
light-basis = Basis of { $light }: { $basis }
monitoring-no-light = Monitoring: no light (the pack states no bounds, or they can't be judged yet)
monitoring-twice-below = below the bound twice in a row
advice-line = Advice on results:
advice-one = { $because }: { $says } { $cut }
advice-reduction = Cut by { $number }%.
advice-no-reduction = The source states no percentage; none is advised.
row-total = Total
differs = differs
short-execution = rate
short-higher = more
short-lower = less
short-exact = equal
short-given = as given
short-open = open
short-lower-excess = less, excess
short-exact-only = equal
short-step = by steps
short-gate = by bands
short-over-target = over target
short-deadline = in time
short-tier = words
short-rated = rated
short-graded = by grade
short-inapplicable = n/a
input-target = target
input-actual = actual
input-executed = executed
input-annual = budget
input-given = given
deduction = { $rule } ({ $count }×) −{ $points }
unnamed = (no name)
formulas-line = Formulas:
basis-line = Basis: { $basis }
no-score = This document has no score: { $why }
no-score-excerpt = it is an excerpt; what it does not show may still have been filled in.
no-score-form = the form has nothing that is scored by rule.
no-lines = There is nothing to score yet.

explain-dimension = Dimension: { $dimension }
explain-why = Why it matters
explain-do = What to do
explain-policy = What the pack makes of it
explain-basis = Basis
explain-examples = Examples
explain-bad = Found { $count } time(s) in:
explain-good = Nothing to find in:
policy-line = { $stage }: { $severity }
policy-but = But “{ $message }”: { $policy }
rules-but = * Some findings of this rule are treated otherwise; see jibiao explain RULE.
policy-off = off
rules-gives-way = Left out where one of the rules on the right finds the same place:
rules-title = { $count } rules. What the pack makes of each while drafting, at submission and in review stands behind it.
head-rule = Rule
head-title = What it finds
head-label = Title
head-cell = Id
head-concept = Meaning
head-kind = Kind
cell-optional = optional
form-table = { $label } (table { $id })
form-shape = In a document it stands like this (… is what is typed, always text): { $shape }
form-rows = Each row has an id of its own, any that is not taken: { $shape }
form-printed-rows = The rows are printed; only their blank columns are filled, and ids stay: { $shape }; all ids: { $rows }
cell-choices = { $cell } is one of: { $choices }
head-form = Form
head-pack = Pack
head-schema = Name
schemas-title = The published JSON Schemas (2020-12). To see one: jibiao schema NAME

# Packs.

pack-refused = The pack “{ $pack }” can't be used; problems: { $count }
pack-extends = Extends { $pack } ({ $digest })
pack-valid = Valid from { $from } to { $to }
pack-valid-from = Valid from { $from }
pack-valid-to = Valid to { $to }
pack-source = Source: { $number } { $title } ({ $state })
pack-frames = Frames { $all }: new { $own }, replaced { $replaced }, inherited { $inherited }
pack-forms = Forms { $all }: new { $own }, replaced { $replaced }, inherited { $inherited }
pack-rules = Data rules { $all }: new { $own }, replaced { $replaced }, inherited { $inherited }
pack-instead = instead of the one in { $pack }
pack-left-out = Forms left out: { $forms }
pack-tests = Examples of its own: { $count }
pack-changes = Compared with { $pack }:
language-zh = Chinese
language-en = English

diff-none = Nothing differs.
diff-changed = { $from } → { $to }
diff-restated = stated otherwise
diff-head = About the pack
diff-frames = Frames
diff-forms = Forms
diff-rules = Data rules
diff-policy = What is done with findings
diff-exceptions = What is done with single messages
diff-numbers = Numbers
diff-words = Words
diff-vocabulary = Other vocabulary
diff-scoring = Scoring
diff-messages = Wording
diff-examples = Forms filled in as examples
diff-profiles = Upload profiles
diff-tests = Examples

test-line = Examples of its own: { $all }, failed: { $failed }
test-inherited = Inherited examples: { $all }, different with this pack's numbers and words: { $changed }
test-found = The example says { $expected }, the rule found { $found }.
test-halted = The rule did not run to its end: { $reason }
test-unfit = The example does not fit the pack: { $reason }
build-done = Wrote { $file }: { $pack } ({ $digest })
build-no-files = { $file }: there are no files in it to build a pack from. Name the pack's folder.

lint-none = Nothing to remark.
lint-rule-off = The rule “{ $rule }” is off at all three stages: it might as well not be there.
lint-rule-unjudged = policy.toml does not mention the rule “{ $rule }”, so it never acts.
lint-native-unjudged = policy.toml does not mention the built-in rule “{ $rule }”, so it never acts; say off if that is meant.
lint-rule-formless = The pack has no form of the kind that the rule “{ $rule }” looks at.
lint-rule-unbound = No form of the pack has the cells of the inherited rule “{ $rule }”, so it finds nothing here.
lint-list-unused = No rule needs the word list “{ $name }”.
lint-number-unused = No rule needs the number “{ $name }”.
lint-message-unused = Nobody sends the message “{ $message }”; its name may be misspelt.
lint-range-empty = The lower bound of the rule “{ $rule }” is above its upper bound: no number is right.
lint-ranges-exclude = The rules “{ $rule }” and “{ $other }” leave no number for “{ $cell }”.
lint-allowed-exclude = The rules “{ $rule }” and “{ $other }” allow nothing in common for “{ $cell }”.
lint-length-above-limit = The rule “{ $rule }” asks for { $least } letters in “{ $cell }”, and the form has no room for them.
lint-off-deducts = The rule “{ $rule }” is off, and points are taken off for it.
lint-grade-unreachable = The grade “{ $grade }” does not begin below the one before it, so no score has it.
lint-weights-sum = The points add up to { $sum }, not to 100.
lint-language-missing = There is no { $language } here.
lint-one-language = The message “{ $message }” is worded anew in one language; the other is still the inherited one.
lint-repeated = “{ $name }” is what is inherited anyway, and need not be stated.
lint-inherited-example = An example of the inherited rule “{ $rule }” ({ $example }) no longer holds with this pack's numbers and words; make sure that this is meant.

library-note = What this program brings along are suggestions without official standing; whoever plans the project finds the number for the blank by plan, history or standard.
library-none = Nothing in the library for “{ $text }”. Try another word, or list a category with --category or --level.
library-none-listed = There is no such indicator in the library. Names of categories: jibiao library
library-counts = Counted: { $text }
library-evidence = Proof: { $text }
library-reference = For reference: { $text }
library-of = For: { $names }
library-types = Project types
library-sectors = Sectors
library-category = { $name } ({ $count })

new-from-rejected = { $file }: { $count } findings have to be mended before it can be handed in; what is taken over from it may change yet. See them: jibiao check { $file }
new-wrong = The new document begins with { $count } findings; settle them before going on:
new-ways = Add to the command: { $ways }
new-forms = From “{ $from }” can be begun:
trace-none = It names no origin.
trace-origin = { $relation } "{ $id }" revision { $revision }:
trace-title = { $form } · { $name }
trace-change = { $place }: "{ $before }" → "{ $now }"
trace-misquote = { $place }: “{ $before }” in the source, “{ $now }” in the account of this document
trace-allowed = Changed since it was taken over (allowed; listed for comparison):
trace-conflict = { $file } has the same id ("{ $id }") and revision and another content: one of them was altered. Find out which one counts.
trace-lacking = No origin is recorded: such a form is usually made from the one before it, and nothing can be compared.
trace-broken = What was approved or taken over was changed, or is missing (marked ✗).
trace-open = Some origin was not compared: name its file in the command as well, and trace again.

pack-not-used = { $file }: the document is pinned to pack "{ $pinned }"; "{ $named }" was not used. Add --rebind to use it.

# excel, import.
excel-done = Made { $file } (sheets: { $n }).
excel-too-long = { $place }: longer than the 32767 characters that a spreadsheet cell holds. The sheet shows the beginning; the whole text is kept in the file and comes back.
import-before = (was: { $before })
import-same = As it was when the workbook was made; nothing was changed.
import-unknown = Sheet “{ $sheet }”: neither a known form nor a list of projects with headers. Name the form with --form, or look at the headers.

misuse-needs-bundle-output = Say with -o how the bundle is to be called: jibiao bundle declaration.json -o bundle.zip
misuse-needs-bundle = Name a bundle: jibiao verify bundle.zip

# The bundle.
bundle-made = The bundle { $file } is made: { $documents } documents, { $attachments } attachments, { $size } MB.
bundle-not-accepted = Some document is not accepted yet. The bundle is made all the same, and whoever receives it will see that.
bundle-twice = { $one } and { $other } are the same document (id "{ $id }"). Name it once.
    .differs = { $one } and { $other } both have the id "{ $id }" and different contents; the receiver could not tell which one counts. Name one of them.
bundle-there = { $file } is there already and was left alone. Choose another name, or replace it with --force.
unpacked-name = A bundle can't have a file of the name “{ $file }”.
unpacked-duplicate = “{ $file }” was put in twice.
unpacked-length = “{ $file }” changed while it was read; there is no bundle. Please wait until it is written and try again.
unpacked-too-large = “{ $file }” does not fit: a bundle has at most 4 GB and 10,000 files. Please make several.
misuse-two-seals = --encrypt-to and --passphrase-file exclude each other.
sealed = This bundle is encrypted. Name the file of your private key with --identity, or that of the passphrase with --passphrase-file.
sealed-no-key = There is no usable key or passphrase in { $file }. A key file has an AGE-SECRET-KEY-1… on each line; a passphrase is the first line of its file.
sealed-wrong-key = This key does not open { $file }: it was encrypted for somebody else, or the passphrase is another one.
sealed-damaged = { $file } was changed or damaged after it was encrypted. Please ask for it again.
sealed-done = The bundle is encrypted (age): nobody reads it on the way; once its receiver opens it, it is plain again. Encryption does not prove who sent it, and without the key or the passphrase nobody can open it.

# Return slips
misuse-needs-slip = Name a slip: jibiao answer FILE --slip SLIP.json, or jibiao slip show SLIP.json
misuse-unknown-slip-command = slip has no command “{ $given }”; there are: { $known }
slip-head = Return slip: { $document }, revision { $revision }
slip-answered = answered with revision { $revision }  { $by }
slip-state-open = open
slip-state-changed = changed
slip-state-explained = explained
slip-found = Found: { $text }
slip-comment = Comment: { $text }
slip-note = Note: { $text }
slip-reason = Reason in the document: { $text }
slip-was = It said: { $text }
slip-now = { $cell }: { $now }
slip-changed = { $cell }: “{ $before }” became “{ $now }”
slip-gone-row = This row was taken out.
slip-gone-cell = The form has no such cell any more.
slip-still = The check still finds this.
slip-holds = The answer agrees with the document at hand.
slip-later-document = Every answer agrees with the document at hand; it was changed after the answer, elsewhere.
slip-differs = What entry { $entries } says does not agree with the document at hand; go by the document and answer anew.
slip-csv-done = The table is there; fill in the notes and read it back with jibiao answer --notes.
slip-column-n = n
slip-column-place = place
slip-column-finding = finding
slip-column-comment = comment
slip-column-was = was
slip-column-state = state
slip-column-now = now
slip-column-note = note
slip-no-comments = This is no table of comments: the first line needs the columns place and comment (rule may be left out), as CSV.
slip-no-notes = This is no table of notes: the first line needs the columns n and note, as CSV.
slip-note-number = In the table of notes “{ $given }” is no number.
slip-too-large = The slip is too large ({ $detail }).
slip-not-a-slip = This is no return slip: { $detail }
slip-newer-format = The slip is of a newer format ({ $detail }); please update the program.
slip-other-document = The slip is of another document (id { $detail }).
slip-twice = This document (id { $detail }) has a slip already; each takes one.
slip-other-form = The slip is of another form ({ $detail }).
slip-older-document = The slip is of revision { $detail }, and the document at hand is older; answer with that revision or a later one.
slip-no-entry = The slip has no entry { $detail }.
slip-two-notes = Entry { $detail } has two notes; keep one.
slip-no-place = The document has no place “{ $detail }”, or the finding named was not found there.
slip-several-places = “{ $detail }” may be several places; name it by its id: jibiao forms FORM lists them.
slip-says-nothing = The comment on “{ $detail }” is blank.
slip-no-entries = There is nothing to list: no finding of the kind asked for, and no comment.

# Disclosure
publish-done = The table for disclosure is in { $file }
publish-personal = Personal data left out: { $names }
publish-secret-cells = Cells marked as not public, left blank: { $names }
publish-secret-rows = Rows marked as not public, left out: { $names }
publish-look = Only what is marked was left out; somebody should read the texts once more before they are published.

# Exchange tables: upload --profile, import --profile, profiles.
misuse-unknown-profile = There is no upload profile “{ $given }”. All of them: jibiao profiles
head-profile = Profile
head-field = Field
head-holds = Holds
head-known = Name
known-seen = seen
known-vendor = one maker's
known-unseen = not seen, verify it
profile-codes = Codes { $codes } ({ $label }): --codes { $codes }=file.csv; blank without it
profile-codes-needed = Codes { $codes } ({ $label }): --codes { $codes }=file.csv, needed
profile-one = Record { $n }: one for the document
profile-each = Record { $n }: one for each row of the table with the column { $each }
profile-constant = always “{ $text }”
profile-receiver = filled in by the receiving system
exchange-done = Saved as { $file }
exchange-received = Saved as { $file }
exchange-open = No codes were handed in, so these code fields are blank: { $codes }
exchange-new = The file does not say which document it was made from; it was put into a blank form.
exchange-same = The very document that the tables were made from.
exchange-changed = Not the document that the tables were made from: something was changed in them.
exchange-left = Not taken: { $at }  { $text }
exchange-more = And { $n } more.
exchange-refused = { $file }: can't be converted by the profile; places: { $n }
exchange-at = { $place }: { $what }
exchange-how-codes-missing = Add --codes { $codes }=file.csv (two columns: code, name).
exchange-how-form-open = Name it with --form.
codes-columns = A table of codes has the columns “code” and “name”, called so in its first row.
codes-half = Line { $line } has only a code, or only a name.
codes-code-twice = The code “{ $text }” in line { $line } stands for another name already.
codes-name-twice = The name “{ $text }” in line { $line } has another code already. Where levels have the same names, make two tables of codes.
codes-set-twice = The codes “{ $text }” were given twice.
