# What each rule says: its title, why it matters (.why), what to do (.do), and a message for each kind of finding.
# Indicators are called by their names, never by row numbers.

level-cost = cost
level-output = output
level-benefit = benefit
level-satisfaction = satisfaction
level-process = process
level-quantity = quantity
level-quality = quality
level-timeliness = timeliness
level-economic-cost = economic cost
level-social-cost = social cost
level-ecological-cost = ecological cost
level-economic-benefit = economic benefit
level-social-benefit = social benefit
level-ecological-benefit = ecological benefit
level-sustainability = sustainability
level-service-satisfaction = satisfaction of those served

fix-equal-sign = Change to “=100%”
fix-score = Change the score to { $computed }
fix-rate = Change the rate to { $rate }%
fix-deviation = Change the deviation to { $rate }%
fix-grade = Change the grade to “{ $grade }”
fix-set = Change to “{ $text }”
fix-clear = Empty this cell
fix-replace = Replace “{ $words }” by “{ $text }”
fix-remove = Delete “{ $words }”
fix-fill = Change to the computed “{ $text }”

## Completeness

rule-cell-missing = A required cell is blank
    .why = Without project, unit, amount or goal a reviewer can't tell whose project this is, what it costs and what it is to achieve; the form comes back.
    .do = Fill the cell.
cell-missing = “{ $cell }” is blank.
cell-missing-absent = “{ $cell }” says “{ $text }”; every project has one.

rule-cell-blank = The project is not fully described
    .why = Nature, class, dates and the overall goal say what kind of project this is and how long it runs; a reviewer will ask.
    .do = Fill the cell; write 无 where there is nothing to state.
cell-blank = “{ $cell }” is blank.

rule-indicator-cell-missing = An indicator row is incomplete
    .why = Without a name nobody knows what is measured, without a target there is nothing to measure against; without result or score a self-evaluation can't be verified.
    .do = Fill the cell, or delete the row if it is not needed.
indicator-cell-missing-row = “{ $indicator }”: “{ $cell }” is blank.
indicator-cell-missing-column = No indicator has “{ $cell }”.

rule-category-absent = A class of indicators is absent
    .why = Output, benefit and satisfaction each show one side of a project; the side without indicators is not evaluated at all.
    .do = Add an indicator of this class, or say in the notes why none applies.
category-absent = There is no { $level } indicator.
category-absent-all = The table has no indicators.
category-absent-cost = There is no { $level } indicator; consider a unit cost or a ceiling of total cost.

rule-indicator-name-empty = An indicator's name names nothing
    .why = A bare number, the name of the level or a template line does not say what is measured.
    .do = Write something that can be counted or looked up, such as “length of new village roads”; delete rows that are not needed.
indicator-name-empty-number = Under { $level } the name is only “{ $name }”; it does not say what is measured.
indicator-name-empty-level = The name “{ $name }” repeats the level-2 name and does not say what is measured.
indicator-name-empty-template = The name is only the template's “{ $name }”.

rule-own-cell-blank = A printed cell is blank
    .why = The form prints this cell; a reviewer will ask why it is blank.
    .do = Fill it; write 无 where there is nothing to state.
own-cell-blank = “{ $cell }” is blank.

rule-cell-unreadable = A number or date can't be read
    .why = Sums and scores can't be verified when an amount, points or a date can't be read.
    .do = Rewrite it as shown in the finding.
cell-unreadable = “{ $cell }” says “{ $text }”, which can't be read as a number; write a plain one, such as “1200.50”.
cell-unreadable-line = “{ $row }”: “{ $cell }” says “{ $text }”, which can't be read; write a plain figure, such as “120.5”.
cell-unreadable-row = “{ $indicator }”: “{ $cell }” says “{ $text }”, which can't be read as a number; write a plain one, such as “10”.
cell-unreadable-target = “{ $indicator }”: “{ $cell }” says “{ $text }”, which is neither a number nor a date; write “1000人” or “2026-01-31”.
cell-unreadable-no-such-date = “{ $indicator }”: “{ $cell }” says “{ $text }”, which is not in the calendar; check month and day.
cell-unreadable-no-such-date-told = “{ $cell }” says “{ $text }”, which is not in the calendar; check month and day.
cell-unreadable-year = “{ $cell }” says “{ $text }”, which can't be read as a year; write four digits, such as “2026”.
cell-unreadable-date = “{ $cell }” says “{ $text }”, which can't be read as a date; write “2026-01-31”.
cell-unreadable-monitored = “{ $cell }” is “{ $text }”, which is no date; how far things are is computed up to that day. Write it as “2026-07-31” or “2026年7月31日”.
cell-unreadable-period = “{ $cell }” says “{ $text }”, which can't be read as a period; write “2026年1月—2028年12月”.

rule-choice-unlisted = Not one of the printed answers
    .why = The form prints the answers; with other words nobody can review, add up or score what was meant.
    .do = Choose one of the printed answers; explain it in the notes where more needs to be said.
choice-unlisted = “{ $cell }” says “{ $text }”, which is not one of the answers: { $choices }.
choice-unlisted-kind = “{ $cell }” says “{ $text }”; the form prints { $choices }. Choose the nearest one.
choice-unlisted-row = “{ $row }”: “{ $cell }” says “{ $text }”, which is not one of the answers: { $choices }.
choice-unlisted-meant = “{ $cell }” says “{ $text }”; the form prints “{ $answer }”. Write the printed answer.
choice-unlisted-row-meant = “{ $row }”: “{ $cell }” says “{ $text }”; the form prints “{ $answer }”. Write the printed answer.
choice-unlisted-several = “{ $cell }” says “{ $text }”, which is more than one answer; choose one: { $choices }.
choice-unlisted-row-several = “{ $row }”: “{ $cell }” says “{ $text }”, which is more than one answer; choose one: { $choices }.

rule-template-text-left = Template text was left in
    .why = Prompts such as “200字以内” or “**个” show that the cell has not really been filled.
    .do = Replace it with what belongs to this project, or delete the prompt.
template-text-left = “{ $cell }” still holds the template's “{ $words }”.
template-text-left-value = “{ $indicator }”: “{ $cell }” still holds the template's “{ $words }”.
template-text-left-name = The name “{ $indicator }” still holds the template's “{ $words }”; better delete it from the name.

rule-instruction-left = An instruction of the form was left in
    .why = Where the form's own instruction stands, the cell has not been filled yet.
    .do = Delete the instruction and write what holds for this project.
instruction-left = “{ $cell }” holds the form's instruction “{ $words }”, not an answer.

rule-goal-too-short = The goal is too short
    .why = A few words can't say what will be done, to what degree and with what effect, and can't be compared with the result.
    .do = State the main tasks, quantities or standards and the expected effect, with at least one figure that can be checked.
goal-too-short = “{ $cell }” says only “{ $text }”, fewer than { $least } characters; tasks, degree and effect are not stated.

rule-goal-elsewhere = The goal only points elsewhere
    .why = The goal must be seen in this form; where the annex does not travel along, it is blank.
    .do = Write the substance of the goal into the cell.
goal-elsewhere = “{ $cell }” only says “{ $words }…” and does not state the content.

rule-goal-not-a-goal = The goal holds no goal
    .why = That money was handed down, spent or used for something is no result; nobody can judge by it at the end of the year.
    .do = Write what the money will achieve, how much, to what standard and for whom: “maintain 46 km of county roads by the end of December, 85 % in good condition”.
goal-not-a-goal-money = “{ $cell }” only tells of money handed down, paid out or carried over (“{ $goal }”), not of a result.
goal-not-a-goal-spending = “{ $cell }” only promises to spend the money (“{ $goal }”), not what it will achieve.
goal-not-a-goal-uses = “{ $cell }” only lists what the money is for (“{ $goal }”), not what it will achieve.
goal-not-a-goal-past = “{ $cell }” tells what has been done (“{ $goal }”), not what is to be achieved.

rule-goal-is-project-name = The goal only repeats the project name
    .why = The name says what money is spent on, not what is to be achieved.
    .do = State what will be completed, and to what degree.
goal-is-project-name = “{ $cell }” equals “{ $other }” and states no result.

rule-actual-not-quantified = The result does not match its target
    .why = Where the target is a number the result must be one too; a result that copies “≥” reports nothing.
    .do = Enter the figure that was reached, with its unit: “92.5%”.
actual-not-quantified-name = “{ $indicator }”: the result repeats the name, “{ $actual }”, and reports nothing.
actual-not-quantified-range = “{ $indicator }”: the target is “{ $target }”, the result is a range, “{ $actual }”; enter the figure that was reached.
actual-not-quantified-words = “{ $indicator }”: the target is “{ $target }”, the result says “{ $actual }”; enter the figure that was reached.
actual-not-quantified-copied = “{ $indicator }”: the result “{ $actual }” carries a sign of comparison, as if copied from the target; enter the figure that was reached.
actual-not-quantified-unlike = “{ $indicator }”: the target is “{ $target }” and the result “{ $actual }”; the two can't be compared.

rule-below-target-unexplained = A missed target is not explained
    .why = A self-evaluation has to explain deviations and say what will change.
    .do = Say in the reason column why the target was missed and what will be done.
below-target-unexplained = “{ $indicator }”: the target “{ $target }” was missed with “{ $actual }”, and no reason is given.

rule-unit-missing = A target has no unit
    .why = Three firms, three times and 30,000 yuan are different things.
    .do = Write the unit after the number, or in the unit column.
unit-missing = “{ $indicator }”: the target “{ $target }” has no unit; write it as in “{ $example }”.

rule-grade-without-points = A grade has no points behind it
    .why = The grade follows from the total; alone it can't be verified or compared.
    .do = Enter the total and the points of each row.
grade-without-points = The grade “{ $grade }” is given, the total of points is not.

rule-indicator-name-poor = A name is hard to measure by
    .why = Where the name does not say of what, or is a sentence, nobody else knows what to count.
    .do = Name the thing and what is counted of it; one indicator to a row.
indicator-name-poor-bare = The name “{ $indicator }” does not say of what; write “{ $example }”, for instance.
indicator-name-poor-sentence = The name “{ $indicator }” is a sentence and does not say what is counted; write “{ $example }”, for instance.
indicator-name-poor-long = The name “{ $indicator }” has { $count } characters; more than { $most } may be cut off.

rule-indicators-few = There are few indicators
    .why = A handful of indicators can't show quantity, quality, time, cost and effect.
    .do = Add indicators for the main tasks, one quantity for each.
indicators-few = The table has only { $count } indicators; { $least } are usual.

rule-level-skipped = A class of indicators is missing
    .why = Output, benefit and satisfaction each show one side of a project.
    .do = Add an indicator of this class, or say why none applies.
level-skipped = By the rows at hand there is no indicator for: { $level }.
level-skipped-cost = By the rows at hand there is no indicator for: { $level }. A unit cost or a ceiling would help.
level-skipped-weighted = The points of the rows are complete, and there is no indicator for: { $level }.

rule-result-missing = A result is missing
    .why = Without a result nothing can be evaluated; the other rows have theirs.
    .do = Enter the figure that was reached, or say why nothing was done.
result-missing = “{ $indicator }” has the target “{ $target }” and no result.

rule-row-inapplicable = A row that does not apply was left in
    .why = It measures nothing and takes points and space.
    .do = Delete the row, or put an indicator there that can be measured.
row-inapplicable = “{ $indicator }” says “{ $text }”; the row can go.

rule-target-is-a-name = Name and target changed places
    .why = The target cell holds the name of another indicator and no value to reach.
    .do = Use it as the name, and write sign, number and unit as the target.
target-is-a-name = “{ $indicator }”: the target “{ $target }” is the name of an indicator, not a value.

## Relevance

rule-category-misplaced = An indicator stands in the wrong class
    .why = The class seems covered and is not, and its points go astray.
    .do = Move it to the level where it belongs, or put an indicator here that really shows this class.
category-misplaced-process = “{ $indicator }” is about handling money or internal management (“{ $words }”): process, neither output nor benefit.
category-misplaced-amount = “{ $indicator }” is an amount of money put in, not a quantity of output.
category-misplaced-satisfaction = “{ $indicator }” is about satisfaction (“{ $words }”) and belongs under satisfaction.
category-misplaced-benefit-as-cost = “{ $indicator }” states an effect (“{ $words }”), not a cost, and belongs under benefit.
category-misplaced-not-economic = “{ $indicator }” (“{ $words }”) is not an economic benefit.
category-misplaced-not-ecological = “{ $indicator }” (“{ $words }”) is not an ecological benefit.
category-misplaced-time = “{ $indicator }” is about time (“{ $words }”) and belongs under timeliness.
category-misplaced-quality = “{ $indicator }” (“{ $words }”) says how well, not how much, and belongs under quality.
category-misplaced-reach = “{ $indicator }” (“{ $words }”) is a rate and no quantity; say how many people or households are reached.
category-misplaced-payment = “{ $indicator }” (“{ $words }”) says only whether money was paid, nothing about quality or benefit.
category-misplaced-work = “{ $indicator }” (“{ $words }”) is an output and no benefit; say what changes for whom.
category-misplaced-input = “{ $indicator }” (“{ $words }”) is an input; people, money and things put in are no performance.

rule-cost-without-cost = A cost indicator holds no cost
    .why = A cost indicator shows what it takes to get something done; a rate, or the budget total once more, does not.
    .do = Use a unit cost or the cost of a part, such as “cost per kilometre ≤35万元”.
cost-without-cost = “{ $indicator }”: the target “{ $target }” states no cost; write “{ $example }”, for instance.
cost-without-cost-things = “{ $indicator }”: the target “{ $target }” counts things and not money; write “{ $example }”, for instance.
cost-without-cost-total = “{ $indicator }”: the target “{ $target }” is the budget total; a unit cost or the cost of a part would say more, such as “{ $example }”.

rule-goal-repeated = One text stands in two places
    .why = A goal of the year that copies the overall goal does not say what this year adds; a goal that copies the overview states no result.
    .do = Let the goal of the year state this year’s tasks and quantities; describe the project in the overview and the result in the goal.
goal-repeated = “{ $cell }” and “{ $other }” say the same in nearly the same words; which part is done this year can’t be seen.
goal-repeated-case = “{ $cell }” is copied nearly word by word from “{ $other }” and other cells; it states neither a quantity nor a result.
goal-repeated-text = “{ $cell }” and “{ $other }” say the same in nearly the same words.

rule-goal-result-copied = The result copies the goal
    .why = A copy of the goal reports nothing.
    .do = Go through the goal and state how much of each part was reached.
goal-result-copied = “{ $cell }” says what “{ $other }” says in nearly the same words and does not report what was reached.

rule-indicator-foreign = An indicator does not fit the project
    .why = Indicators come from the tasks and goals of the project; those of another project do not measure this one.
    .do = Replace it with one that shows a task of this project; where it does belong here, let the name, the goal or the overview speak of that task.
indicator-foreign = “{ $indicator }” is about “{ $words }”, the project about “{ $about }”; they have no word in common.
indicator-foreign-table = The indicators are about “{ $list }”, the project about “{ $about }”; they have hardly a word in common, as if they belonged to another project.
indicator-foreign-ecology = “{ $about }” is paid to persons; how it brings “{ $indicator }” about as an ecological benefit can't be seen.

rule-indicator-repeated = An indicator is repeated
    .why = One thing measured twice counts twice and takes the place of another indicator.
    .do = Keep one row; where the two differ, let the names say how.
indicator-repeated = “{ $indicator }” repeats row { $first }.
indicator-repeated-satisfaction = “{ $indicator }” asks the same people how satisfied they are as row { $first } does; keep the row under satisfaction.
indicator-repeated-execution = “{ $indicator }” is the execution rate of the funds block once more, which has points of its own.
indicator-repeated-share = “{ $indicator }” is the share of row { $first } that was reached; it repeats that row.
indicator-repeated-union = All that “{ $indicator }” says stands in “{ $list }”; it repeats them.
indicator-repeated-note = The note on “{ $indicator }” only repeats the name (“{ $note }”); say how it is computed and where the data come from.

rule-price-as-quality = Money per unit stands under quantity or quality
    .why = An amount per person, household or mu is a cost standard; it shows neither how much nor how well.
    .do = Move it to cost, and set a separate indicator for quantity or quality.
price-as-quality = “{ $indicator }”: the target “{ $target }” is an amount per unit and belongs under cost.

rule-target-not-quantified = A countable indicator is not quantified
    .why = Quantities, dates, costs and rates can be given as figures; words can't be verified at year's end.
    .do = Write sign, number and unit: “≥30场”, “12月底前”, “≤30万元”.
target-not-quantified-quantity = “{ $indicator }” is a quantity, its target says “{ $target }”; give the number, such as “{ $example }”.
target-not-quantified-share = “{ $indicator }” is a quantity, its target is “{ $target }”; say how much, such as “{ $example }”.
target-not-quantified-lot = “{ $indicator }”: the target is “{ $target }”, and one lot may be of any size; say how much, such as “{ $example }”.
target-not-quantified-cost = “{ $indicator }” is a cost, its target says “{ $target }”; give the amount or the unit cost, such as “{ $example }”.
target-not-quantified-time = “{ $indicator }” is about time, its target says “{ $target }”; give a date, a time limit or a rate, such as “{ $example }”.
target-not-quantified-countable = “{ $indicator }” can be counted or computed, but its target says “{ $target }”.

rule-category-unlike = An indicator is unlike its class
    .why = Name and target speak of something else; the class seems covered and is not.
    .do = Move it to the class it belongs to, or put an indicator here that really shows this class.
category-unlike-timeless = The timeliness indicator “{ $indicator }” ({ $target }) says nothing about time; write “{ $example }”, for instance.
category-unlike-count = “{ $indicator }” ({ $target }) is a count, not “{ $level }”, and belongs under quantity.
category-unlike-date = “{ $indicator }”: the target “{ $target }” is a time, not “{ $level }”, and belongs under timeliness.
category-unlike-effect = “{ $indicator }” is an effect, not “{ $level }”; it belongs under benefit, with a figure to measure it by.
category-unlike-duty = The quantity “{ $indicator }” is a duty and names nothing to count; write “{ $example }”, for instance.
category-unlike-burden = “{ $indicator }” is no burden on people or nature and not “{ $level }”; write “{ $example }”, for instance.
category-unlike-satisfaction = “{ $indicator }” ({ $target }) stands under satisfaction and asks nobody; it belongs under output or benefit.

rule-level-unknown = A level that the form does not have
    .why = The frame prescribes the levels; with another, nobody knows which kind the row is of and how many points it shares.
    .do = Use a level of the form; a classification of your own belongs into the name of the indicator.
level-unknown = “{ $cell }” of indicator “{ $indicator }” is “{ $text }”; the form has { $levels }.
level-unknown-two = “{ $cell }” of indicator “{ $indicator }” is “{ $text }”; the form has { $levels }.

rule-level-two-elsewhere = A second level stands under the wrong first level
    .why = The first level decides how points are split.
    .do = Change the first level, or use a second level that belongs to it.
level-two-elsewhere = “{ $indicator }”: “{ $level }” stands under “{ $found }” and belongs under: { $home }.

rule-goal-off-project = A goal does not fit the project
    .why = A goal that speaks of something else was mostly copied from another project; then the money has no goal.
    .do = State the tasks, quantities and effects of this project; where it does belong here, let the name or the overview say so.
goal-off-project = “{ $cell }” is about “{ $words }”, the project’s name about “{ $about }”; they have no word in common.
goal-off-project-part = “{ $part }” in “{ $cell }” has no word in common with what the project’s name says, “{ $about }”; that it belongs to this project can’t be seen.

rule-task-without-indicator = A task of the goal has no indicator
    .why = The goal says what will be done, and no indicator tells whether and how much of it was.
    .do = Add an indicator of quantity or quality for the task; delete it from the goal where it is no task of this year.
task-without-indicator = “{ $cell }” says “{ $task }”; no indicator measures it.
task-without-indicator-all = None of the tasks in “{ $cell }” ({ $words }) is measured by an indicator.
task-without-indicator-line = “{ $item }” takes { $percent }% of the money and no indicator has to do with it; consider adding one.
task-without-indicator-main = No indicator measures the main task “{ $task }”.

## Appropriateness

rule-goal-without-figure = A goal without a figure
    .why = A goal without a figure is always met and can’t be compared with the result; years, numbers of documents and the present staff are no figures of a goal.
    .do = State the quantity, standard or date of the main tasks: “养护县道46公里，12月底前完成”.
goal-without-figure = “{ $cell }” has no figure that can be checked: “{ $goal }”
goal-without-figure-slogan = “{ $cell }” is the single phrase “{ $goal }” and states no task, quantity or date.
goal-without-figure-name = “{ $cell }” repeats the project’s name in other words, “{ $goal }”, and states neither how much nor to what degree.
goal-without-figure-parts = “{ $cell }” has { $parts } parts, and { $count } of them state a figure that can be checked.

rule-prose-product-off = Standard, number and amount in a text do not fit
    .why = The standard times the number is not the amount (or area) that the text gives.
    .do = Make sure of all three; where some were paid late, left, or get less, say so.
prose-product-off = “{ $cell }”: { $standard } × { $count } = { $product }; the text says “{ $amount }”.
prose-product-off-area = “{ $cell }”: { $length } × { $width } = { $product }; the text says “{ $area }”.

rule-prose-rate-off = A percentage does not follow from the figures
    .why = The percentage is computed from two figures of the text, which give another one.
    .do = Make sure of both figures and of the percentage; where another base is meant, say which.
prose-rate-off = “{ $cell }”: { $part } ÷ { $whole } gives { $rate }%; the text says “{ $quote }”.
prose-rate-off-growth = “{ $cell }”: now { $whole } after a change of { $part }, which is { $rate }% of the figure before; the text says “{ $quote }”.
prose-rate-off-excess = “{ $cell }” says “{ $quote }”; the indicator “{ $indicator }” has the target “{ $target }” and the result “{ $actual }”, which is { $rate }% above.

rule-prose-sum-off = Parts in a text do not add up
    .why = The parts do not come to the whole that the text gives: nobody knows which figure counts.
    .do = Make sure of the whole and of each part; where parts were left out, add them.
prose-sum-off = “{ $cell }”: { $terms } = { $sum }; the text says “{ $quote }”.
prose-sum-off-close = “{ $cell }”: { $terms } = { $sum }, which just misses “{ $quote }” in the text.
prose-sum-off-account = “{ $cell }”: by what the text says, { $terms } = { $sum }; it gives “{ $quote }”.
prose-sum-off-near = “{ $cell }”: { $terms } = { $sum }, which just misses “{ $quote }”: are these its parts?

rule-rate-above-100 = A rate passes 100 %
    .why = A pass rate or coverage ends at 100 %; “≥100%” asks for more than all.
    .do = Write “=100%” where all are meant; enter results as they are.
rate-above-100 = “{ $indicator }” ends at 100 %; “{ $target }” should read “=100%”.
rate-above-100-over = “{ $indicator }” ends at 100 %, but its target is “{ $target }”.
rate-above-100-result = “{ $indicator }” ends at 100 %, but its result is “{ $actual }”.

rule-target-asks-nothing = A target asks for nothing
    .why = A target of 0, “≥0” or less than 0 is met by doing nothing.
    .do = State the quantity of this year, or delete the row if it is not needed.
target-asks-nothing = “{ $indicator }”: the target “{ $target }” is met by doing nothing.
target-asks-nothing-rate = “{ $indicator }” is better when higher, and its target is “{ $target }”: met by doing nothing.
target-asks-nothing-negative = “{ $indicator }”: the target “{ $target }” is below zero.

rule-text-slip = A slip of the pen
    .why = Slips get in the way of reading; wrong figures and document numbers are quoted on.
    .do = Correct it by the source.
text-slip-doubled = “{ $cell }” has the word “{ $found }” twice.
text-slip-stops = “{ $cell }” has two stops in a row at “{ $found }”.
text-slip-bracket = “{ $cell }”: the bracket of the document number “{ $found }” is not closed; it looks like “〔2025〕12号”.
text-slip-quote = “{ $cell }”: the quotation at “{ $found }” ends and never begins.
text-slip-pixels = “{ $cell }”: “{ $found }” is a size on a screen, no length; write centimetres or metres.
text-slip-amount = “{ $cell }”: the separators in “{ $found }” are out of place; make sure of the amount.

rule-text-too-long = A text is longer than the form allows
    .why = A longer text does not fit the print and may be cut off by the system it is submitted to.
    .do = Shorten it; keep tasks, quantities, standards and dates.
text-too-long = “{ $cell }” has { $count } characters; the form allows { $most }.

rule-target-direction-odd = The sign points the wrong way
    .why = “≥” for accidents, or “≤” for a task, gives full points for doing badly.
    .do = Use “≥” where more is better and “≤” where less is better.
target-direction-odd-bad = “{ $indicator }” is better when lower; the sign in “{ $target }” points the wrong way.
target-direction-odd-all = “{ $indicator }” is better when lower, and its target asks for “{ $target }”.
target-direction-odd-good = “{ $indicator }” is better when higher; “{ $target }” sets a ceiling. The sign should be “≥”.
target-direction-odd-output = “{ $indicator }” is an output quantity; “{ $target }” says the less the better, the sign should be “≥” or “=”.
target-direction-odd-cost = “{ $indicator }” is a cost; “{ $target }” says the more the better, the sign should be “≤”.

rule-target-vague = A target only points in a direction or praises
    .why = “Improve”, “effective” or “good results” have no yardstick and are always met.
    .do = Give a figure where possible; otherwise name a standard or describe the bands (优：…；良：…；差：…).
target-vague = “{ $indicator }”: the target says only “{ $target }” and names nothing to verify it by; write “{ $example }”, for instance.

rule-unit-unfit = The unit does not fit the indicator
    .why = Where unit and indicator speak of different things, no result can be filled in or compared.
    .do = Use a unit that fits, or rename the indicator.
unit-unfit-amount = “{ $indicator }”: the target “{ $target }” is an amount, its unit is “{ $unit }”.
unit-unfit-words = “{ $indicator }”: the target “{ $target }” is words, its unit is “{ $unit }”.
unit-unfit-count = “{ $indicator }” is a count or a time, but its target “{ $target }” is a percentage.
unit-unfit-rate = “{ $indicator }” is a rate, but the unit of its target “{ $target }” is “{ $unit }”.
unit-unfit-statement = “{ $indicator }” makes a statement and names nothing that has a share; “{ $target }” can't be computed.
unit-unfit-burden = “{ $indicator }”: the target is “{ $target }”; which burden it is, and a share of what, can't be seen.
unit-unfit-spelled = “{ $indicator }”: in “{ $target }” the unit is usually written “{ $unit }”.

rule-target-several = One cell holds several values
    .why = A result can match only one of them, and points can't be computed.
    .do = One value to a row: make several indicators of it.
target-several = “{ $indicator }”: the target “{ $target }” holds several figures; split it into rows.

rule-unit-of-another-thing = The unit measures another thing
    .why = Areas are in square metres or mu, people in persons, occasions in times; with another unit no result can be entered.
    .do = Use a unit that fits the name, or a name that fits the unit.
unit-of-another-thing = “{ $indicator }”: the target is “{ $target }”; “{ $unit }” measures another thing.
unit-of-another-thing-broad = “{ $indicator }” is in “{ $unit }”; people are usually counted in 人, occasions in 次 or 场 (now “{ $target }”).
unit-of-another-thing-named = The name “{ $indicator }” says “{ $own }”, the target “{ $target }” is in “{ $unit }”; the figure need not stand in the name.

rule-result-negative = A result below zero
    .why = Counts, money and rates are never less than nothing; mostly a dash was typed before the number, and the score is wrong with it.
    .do = Check and write the real figure; where a decrease is meant, say so in the indicator's name.
result-negative = “{ $indicator }”: “{ $cell }” says “{ $actual }”, which is below zero; please check it.

rule-result-without-figure = A result without a figure
    .why = “Completed”, “a clear effect” and “improved” do not say how much was reached and can’t be held against the goal.
    .do = State the quantity and share that were reached: “养护县道46公里，占计划的100%”.
result-without-figure = “{ $cell }” does not say how much was reached: “{ $text }”
result-without-figure-praise = “{ $cell }” praises and states no figure that can be checked: “{ $text }”
result-without-figure-uses = “{ $cell }” lists what the money was spent on and does not say how much was done: “{ $text }”

rule-deadline-in-name = The deadline stands in the name
    .why = With a deadline in the name and a percentage as the target, nobody knows whether time or degree is measured.
    .do = Name what is done, and move the deadline to the target.
deadline-in-name = “{ $indicator }” has its deadline in the name and the target “{ $target }”; name it “完成时间” and write “{ $deadline }” as the target.

## Feasibility

rule-budget-change-unexplained = A change of the budget is not explained
    .why = When a budget is cut or raised by much, tasks and goals change with it; without a word nobody can tell whether money and work still match.
    .do = Say when and why it was changed, on whose approval, and whether the goals were changed as well.
budget-change-unexplained-raised = The initial budget was { $initial }{ $unit }, the annual one { $annual }{ $unit }, { $percent } % more; say why it was raised.
budget-change-unexplained-withdrawn = The initial budget was { $initial }{ $unit } and the annual one is 0: where all of it was taken back, say why and what becomes of the goals; where not, enter the annual budget.
budget-change-unexplained-cut = The initial budget was { $initial }{ $unit }, the annual one { $annual }{ $unit }, { $percent } % less; nothing says why, nor whether the goals were changed.

rule-grounds-unnamed = The grounds name nothing to rest on
    .why = A reviewer judges by documents, their numbers and decisions whether the project should exist; anybody can write “needed for work”.
    .do = Give title and number of the document, the minutes or the approval.
grounds-unnamed = “{ $cell }” says “{ $text }”: no document, number or decision.

rule-deadline-outside-period = A date lies outside the project or the year
    .why = Indicators of the year are evaluated within the year; a date beyond the project can't be kept.
    .do = Make sure of the date; for work across years say what is reached this year.
deadline-outside-period = “{ $indicator }”: the date “{ $target }” lies outside the project period.
deadline-outside-period-year = “{ $indicator }”: the date “{ $target }” lies outside the year { $year }.

rule-fund-total-zero = No funds are applied for
    .why = Targets are declared with a budget; without money there is no spending to evaluate.
    .do = Make sure of the total of the year; a year without funds needs no declaration.
fund-total-zero = “{ $cell }” is “{ $text }”: no funds are applied for this year.

rule-figure-in-two-versions = Two figures for one thing
    .why = Two places speak of one thing and give different figures: one of them is a slip.
    .do = Make both the same; where they are two things, name them apart.
figure-in-two-versions = “{ $cell }” says “{ $said }”, “{ $where }” says “{ $other }”: one figure or two?
figure-in-two-versions-row = “{ $cell }” says “{ $said }”, the indicator “{ $indicator }” says “{ $other }”: one figure or two?
figure-in-two-versions-rows = “{ $indicator }” is “{ $said }”, “{ $first }” is “{ $other }”: one thing or two?
figure-in-two-versions-persons = “{ $indicator }” is “{ $said }”, “{ $first }” is “{ $other }”: as many persons as occasions; make sure what is counted.

rule-fund-lines-absent = The cost is not broken down
    .why = A total without lines does not show what the money is for nor whether prices are reasonable.
    .do = List items with quantity, unit price, amount and how it was computed; the total equals the funds.
fund-lines-absent = The funds are { $amount }{ $unit }; no line says what they are made up of.

rule-line-growth-unexplained = Much more than last year, without grounds
    .why = A reviewer will ask what more is done, or why the price has risen.
    .do = State what was added, or which standard was raised, beside the amount.
line-growth-unexplained = “{ $item }” asks for { $amount }{ $unit }, last year it was { $last }{ $unit }: { $percent } % more, without grounds.

rule-line-product-off = Quantity times price is not the amount
    .why = When the computation and the amount differ, nobody knows which one counts.
    .do = Check quantity, price and amount, and mind 元 and 万元.
line-product-off = “{ $item }”: “{ $quantity }” times “{ $price }” is { $product }{ $unit }, but the amount is { $amount }{ $unit }.
line-product-off-grounds = “{ $item }”: “{ $grounds }” comes to { $product }{ $unit }, but the amount is { $amount }{ $unit }.

rule-over-target-unexplained = A result far beyond its target is not explained
    .why = A result far beyond the target usually means the target was set too low; reviewers ask why or take points off.
    .do = Give the reason in the reason column; if the target was too low, say how it will be set in future.
over-target-unexplained = “{ $indicator }”: the target is “{ $target }”, the result “{ $actual }” is { $percent } % of it, and no reason is given.
over-target-unexplained-ceiling = “{ $indicator }”: the ceiling is “{ $target }”, the result “{ $actual }” is only { $percent } % of it, and no reason is given.

rule-progress-behind-spending = Money runs ahead of the work
    .why = Where most of the money is spent and little of the work is done, payments do not follow progress, or the result was not reported.
    .do = Check the result; where money was paid in advance, say why and what follows.
progress-behind-spending = “{ $cell }” says “{ $text }”, but { $rate } % of the money is spent; nothing explains the gap.

rule-unfinished-unexplained = Not finished, without a reason
    .why = What was not finished needs a reason and a remedy; else nobody can tell whether to go on next year.
    .do = Say what was not finished, by how much, why, and until when it will be.
unfinished-unexplained = “{ $cell }” says “{ $clause }”; nothing in the table says why.

rule-unit-cost-off = Unit cost times quantity is more than the budget
    .why = What one costs times how many there are is what will be spent; more than the budget means that one of the three is wrong.
    .do = Check unit cost, quantity and budget.
unit-cost-off = “{ $indicator }” is “{ $target }” and “{ $quantity }” is “{ $number }”: together { $product }{ $unit }, more than the funds of { $budget }{ $unit }.

rule-period-reversed = Start and end do not fit
    .why = A project that ends before it begins, or that leaves out this year, has no budget to apply for.
    .do = Make sure of the two dates.
period-reversed = The project ends before it begins.
period-reversed-year = The project period does not include the year { $year }.

rule-schedule-off = The schedule's times are off
    .why = Steps outside the period, or out of order, were never planned; a plan without times can't be followed.
    .do = List the steps with months, one after the other, all within the period: “tender in March, works April to October, acceptance in November”.
schedule-off-outside = “{ $step }” in “{ $cell }” is outside the project's period { $period }.
schedule-off-order = In “{ $cell }”, “{ $step }” stands after “{ $earlier }” but lies before it; check the order.
schedule-off-reversed = “{ $cell }”: “{ $earlier }” comes before “{ $step }”; work ends before it begins. Check the months.
schedule-off-undated = “{ $cell }” names no time; nobody can tell when each step is done.

rule-satisfaction-target-off = A satisfaction target is unsuitable
    .why = Satisfaction comes from a survey: 100 % can hardly be reached, and words can't be computed.
    .do = “≥90%” to “≥95%” is usual.
satisfaction-target-off-words = “{ $indicator }”: the target says “{ $target }”; give a percentage such as “≥90%”.
satisfaction-target-off-full = “{ $indicator }” is set to “{ $target }”: everybody would have to be satisfied.
satisfaction-target-off-over = “{ $indicator }”: the target “{ $target }” passes 100 %.
satisfaction-target-off-low = “{ $indicator }”: the target “{ $target }” is below the usual { $least } %; consider raising it.
satisfaction-target-off-nobody = “{ $indicator }” does not say whose satisfaction, such as “受益群众满意度”.

rule-note-contradicted = Explanation and target give different figures
    .why = With one figure in the explanation and another as target, nobody knows which one counts.
    .do = Make both the same.
note-contradicted = The explanation of “{ $indicator }” says “{ $note }”; the target is “{ $target }”.

rule-over-target-in-text = A result told in words is far from what was asked for
    .why = A result so far off mostly means that the target was set too low; a reviewer will ask.
    .do = Give the reason; where the target was low, say how it will change.
over-target-in-text = “{ $cell }” says “{ $clause }”: { $percent } % of what was asked for, without a reason.
over-target-in-text-ceiling = “{ $cell }” says “{ $clause }”: only { $percent } % of the ceiling, without a word on why it is so high.

rule-results-too-even = The results are too even
    .why = Where every row meets its target to the digit, or full points stand beside problems, targets were mostly copied.
    .do = Compare each result with records, surveys and accounts; take points off where there were problems.
results-too-even-targets = { $count } results all equal their targets to the digit; make sure that they are the real ones.
results-too-even-full = All { $count } indicators have full points, and “{ $cell }” tells of problems; make sure of both.

## Consistency

rule-amount-negative = An amount is negative
    .why = Budgets and spending are never below zero, and a negative amount spoils the totals.
    .do = Make sure of the amount; after a cut, enter what is left.
amount-negative = “{ $cell }” is “{ $text }”; an amount can't be below zero.
amount-negative-row = “{ $cell }” of “{ $row }” is “{ $text }”; an amount can't be below zero.

rule-annual-above-whole = The year's funds exceed the whole
    .why = The year's funds are part of the project's total.
    .do = Make sure of both amounts.
annual-above-whole = “{ $cell }” is { $value } { $unit }, more than “{ $other }” with { $limit } { $unit }.

rule-completion-contradicted = Statements on completion contradict each other
    .why = One place says done or paid, figures in another say not: the evaluation does not hold.
    .do = Say the same in both places; where something was missed, say how much and why.
completion-contradicted-row = “{ $cell }” says “{ $claim }”; the indicator “{ $indicator }” with the target “{ $target }” has the result “{ $actual }”, without a reason.
completion-contradicted-text = “{ $cell }” says “{ $claim }”, and then “{ $denied }”.
completion-contradicted-figure = “{ $cell }” says “{ $said }”, which is the goal “{ $goal }”, and yet “{ $denied }”.
completion-contradicted-satisfaction = “{ $cell }” says “{ $claim }”; by “{ $where }” satisfaction is only “{ $said }”.
completion-contradicted-paid = “{ $cell }” says “{ $claim }”; only { $rate }% of the budget is executed.
completion-contradicted-money = “{ $cell }” gives “{ $said }” as done while { $rate }% of the money is spent, without a word on why.

rule-cost-above-budget = A cost exceeds the budget
    .why = A cost target above all the money of the project means that one of the two is wrong.
    .do = Make sure of the cost target and the total funds.
cost-above-budget = “{ $indicator }” is { $cost } { $unit }, more than the project's { $budget } { $unit }.

rule-execution-rate-off = The execution rate needs attention
    .why = The rate carries points of the self-evaluation; a low rate or one above 100 % has to be explained.
    .do = Make sure of budget, spending, rate (executed ÷ annual budget) and points; where money was added, the annual budget is the adjusted one; a low rate is explained under other notes.
execution-rate-off-points = The rate is { $rate } %, which gives { $computed } points; the form says { $printed }.
execution-rate-off-printed = The rate is { $rate } %; the form says { $printed } %.
execution-rate-off-rounded = The rate is { $rate } %; the form rounds it to { $printed } %. Better keep two decimals.
execution-rate-off-above = More was spent than budgeted: { $rate } %. Make sure of the adjusted budget, or say where the money came from.
execution-rate-off-low = The rate is only { $rate } %, below { $least } %, and no reason is given.
execution-rate-off-told = The rate is only { $rate } %, below { $least } %; “{ $cell }” speaks of a reason. See whether it covers all that was not spent.
execution-rate-off-row = The result of “{ $indicator }” is “{ $actual }”; by the amounts it is { $rate } %.
execution-rate-off-source = “{ $cell }” is { $printed } %; by the amounts of this row it is { $rate } %.
execution-rate-off-zero = The annual budget is 0 but money was spent; no rate can be computed.

rule-fund-in-text-off = The money in a text is not the money of the form
    .why = When text and funds state two amounts for the same money, nobody knows how much was approved or spent.
    .do = Check against the notice and the budget and make them agree; if the text means other money, say which.
fund-in-text-off = “{ $cell }” says “{ $quote }”, but “{ $total }” is { $amount }{ $unit }.
fund-in-text-off-unit = “{ $cell }” says “{ $quote }”, and “{ $total }” is { $amount }{ $unit }: the same digits in units that differ by ten thousand, as if 元 and 万元 were mixed.

rule-fund-lines-off = The composition of the funds does not add up
    .why = When the lines do not add up to their total, or to the funds of the form, nobody can say what the money is for or how much there is.
    .do = Go through the lines and correct the amount or the total; add the line that is not listed.
fund-lines-off = The lines add up to { $terms } = { $sum }{ $unit }, but “{ $cell }” is { $total }{ $unit }.
fund-lines-off-close = The lines add up to { $terms } = { $sum }{ $unit }, a little off “{ $cell }”, { $total }{ $unit }; check the rounding.
fund-lines-off-short = The lines add up to { $terms } = { $sum }{ $unit }, less than “{ $cell }”, { $total }{ $unit }; correct the amounts or add the line that is not listed.
fund-lines-off-own = “{ $cell }” of “{ $item }” is { $total }{ $unit }, but the lines add up to { $terms } = { $sum }{ $unit }.
fund-lines-off-own-close = “{ $cell }” of “{ $item }” is { $total }{ $unit }, but the lines add up to { $terms } = { $sum }{ $unit }, a little off; check the rounding.
fund-lines-off-unread = “{ $cell }” of “{ $item }” says “{ $text }”; a comma or point is misplaced and no number can be read. Write “67,700元” or “67700元”.

rule-fund-sum-mismatch = A total is not the sum of its sources
    .why = Where total and sources differ, nobody knows how much money the project has.
    .do = Make sure of the total and of each source.
fund-sum-mismatch = “{ $cell }” is { $total } { $unit }, its sources add up to { $sum } { $unit }.
fund-sum-mismatch-close = “{ $cell }” is { $total } { $unit }, its sources add up to { $sum } { $unit }; the small difference may be rounding.
fund-sum-mismatch-zero = “{ $cell }” is 0, yet its sources add up to { $sum } { $unit }.

rule-fund-source-contradicted = The source of the money is told in two ways
    .why = Fiscal money and other money are reviewed and controlled differently.
    .do = Check the source and put the amount into its row.
fund-source-contradicted = “{ $cell }” says “{ $text }”, but all { $amount }{ $unit } stand under “{ $source }”.

rule-income-off = Income, receipts and spending do not match
    .why = Whoever spends more than came in must say from where; money that did not come delays the work and lowers the rate.
    .do = Name the carried-over or other money that was used, or why the money did not come.
income-off-spent = { $executed }{ $unit } were spent, more than the income of { $income }{ $unit } in “{ $cell }”; nothing says what paid for the rest.
income-off-received = “{ $cell }” says that { $received }{ $unit } came, { $percent } % of the annual budget of { $annual }{ $unit }; nothing says why.

rule-goal-number-contradicted = Text and indicator give different figures
    .why = Two figures for one thing: nobody knows which one counts.
    .do = Make both the same; where they are two things, name them apart.
goal-number-contradicted = “{ $cell }” says “{ $said }”; the target of “{ $indicator }” is “{ $target }”.
goal-number-contradicted-result = “{ $cell }” says “{ $said }”; the result of “{ $indicator }” is “{ $actual }”.
goal-number-contradicted-perhaps = “{ $cell }” says “{ $said }”, the indicator “{ $indicator }” says “{ $other }”: one thing or two?

rule-goal-number-unmeasured = The goal has a number, the indicator has none
    .why = The goal sets a number and the indicator is in words: nobody will measure by the number.
    .do = Take the number of the goal as the target of the row.
goal-number-unmeasured = “{ $cell }” says “{ $said }”; the indicator “{ $indicator }” only says “{ $target }”. Take the number of the goal as its target.

rule-goal-of-another-year = The goal is of another year
    .why = A goal taken over from last year, or one for later years, does not measure this one.
    .do = State the goal of this year.
goal-of-another-year = “{ $cell }” only speaks of { $found }; the form is for { $year }.
goal-of-another-year-later = “{ $cell }” speaks of { $found }; this form is for { $year }. Write what will be done in that year.

rule-grade-off = The grade does not follow from the total
    .why = The grade follows from the total by the bounds of the place, such as 优 from 90; otherwise it rests on nothing.
    .do = Change the grade, or make sure of the total.
grade-off = { $total } points give “{ $grade }”; the form says “{ $printed }”.

rule-cost-result-off = The total cost is not what was spent
    .why = The total cost is the money that was spent; it should be the executed amount of the funds.
    .do = Check both and make them agree; if they cover different things, say which.
cost-result-off = The result of “{ $indicator }” is “{ $actual }”, but { $executed }{ $unit } were spent.
cost-result-off-nothing = “{ $indicator }”: the target is “{ $target }”, yet “{ $actual }” was spent; check whether the result is missing or nothing was done.

rule-part-overspent = A part spent more than its own budget
    .why = The total holds and one part does not: money was moved between parts, or a figure is wrong.
    .do = Check this part; where money was moved, say on what grounds.
part-overspent = “{ $cell }” is { $executed }{ $unit }, more than the budget of this source, { $annual }{ $unit }.
part-overspent-line = “{ $item }” spent { $executed }{ $unit }, more than its budget of { $annual }{ $unit }.

rule-row-score-off = An indicator's score does not follow from its result
    .why = Points follow the share reached and never exceed the weight; too many or too few spoil the total.
    .do = Correct the points, or say why fewer were given.
row-score-off-above-weight = “{ $indicator }” has { $printed } points, more than its weight of { $weight }.
row-score-off-over = “{ $indicator }”: target “{ $target }”, result “{ $actual }” give { $computed } points; the form says { $printed }.
row-score-off-under = “{ $indicator }”: target “{ $target }”, result “{ $actual }” give { $computed } points; the form says only { $printed }, without a reason.
row-score-off-short = “{ $indicator }”: target “{ $target }”, result “{ $actual }” give { $computed } points; the form says { $printed }, which is less.
row-score-off-met = “{ $indicator }” is done, yet has { $printed } of { $weight } points, without a reason.
row-score-off-late = “{ $indicator }” was due “{ $target }” and done “{ $actual }”: late, so it can’t have full points; the form says { $printed }. Take off what the delay cost and say why.
row-score-off-tier = “{ $indicator }”: the result says “{ $actual }”, which gives { $low } to { $high } points; the form says { $printed }.

rule-total-score-off = The total is not the sum of the points
    .why = The total is published and decides the grade; it has to agree with the rows.
    .do = Add up the points of the rows and of the execution rate again.
total-score-off = The points add up to { $sum }, the total says { $printed }.
total-score-off-recomputed = Computed row by row the total is { $computed }; the form says { $printed }.

rule-weight-outside-range = Points are out of range
    .why = Weights, scores and the total lie between 0 and 100.
    .do = Make sure of the number in this cell.
weight-outside-range = “{ $cell }” is “{ $text }”, which is not between 0 and 100.
weight-outside-range-row = “{ $indicator }”: “{ $cell }” is “{ $text }”, which is not between 0 and 100.

rule-weight-split-off = The split of points differs from the usual one
    .why = The usual split gives output, benefit and satisfaction their due; leaning on one of them distorts the total.
    .do = Follow the local or the usual split; where a local rule says otherwise, name it.
weight-split-off = The points are split { $found }; the usual split is { $usual }.
weight-split-off-share = “{ $indicator }” has { $printed } points; { $rows } rows share the { $whole } points of their level 2, { $due } each.

rule-money-unit-mixed = 元 and 万元 are mixed up
    .why = One character makes a factor of ten thousand; sums, rates and costs go wrong with it.
    .do = Use one unit in the whole table, the one in its head; check in which unit this figure was meant.
money-unit-mixed-stated = “{ $cell }” says “{ $text }”, but the amounts of this form are in { $unit }.
money-unit-mixed-amounts = “{ $cell }” is “{ $text }” and “{ $other }” is { $amount }{ $unit }: a factor of about ten thousand, as if 元 and 万元 were mixed.
money-unit-mixed-row = The target of the cost “{ $indicator }” is “{ $target }”, the funds are { $budget }{ $unit }: the same figure in units that differ by ten thousand.
money-unit-mixed-large = “{ $cell }” is “{ $text }”; in { $unit } that is { $converted } 亿元. It looks like a figure in 元; check the unit.
money-unit-mixed-small = “{ $cell }” is only “{ $text }” { $unit }; it looks like a figure in 万元, check the unit.

rule-weight-sum-off = The points do not add up to 100
    .why = Unless the points add up to 100, the total can't be graded.
    .do = Adjust the points of the rows so that they make 100 together with the execution rate.
weight-sum-off = The rows have { $rows } points, with { $execution } for the execution rate { $sum }; it should be 100.
weight-sum-off-unfilled = The rows have { $rows } points and the execution rate has none yet; together they make 100.
weight-sum-off-rows = The rows have { $rows } points, which does not make 100 with the execution rate either.
weight-sum-off-printed = The total of points says { $printed }, but the rows and the execution rate have { $sum }.

rule-years-contradicted = One thing under two ranges of years
    .why = When name, goal and papers give different years, nobody can tell which year's work and money this is.
    .do = Check and make them agree.
years-contradicted = “{ $cell }” says { $found }; elsewhere the same thing (“{ $subject }”) is of { $other }.
years-contradicted-period = “{ $cell }” gives the period { $found }; the project's period is { $period }.

rule-whole-beyond-period = A project of one year costs more than that year's money
    .why = What begins and ends in one year is paid in that year; the rest of the money belongs to no year.
    .do = Check the dates, the whole amount and the amount of the year.
whole-beyond-period = The project begins and ends in { $year }; the whole amount is { $whole }{ $unit }, that of the year only { $amount }{ $unit }.

rule-year-out-of-range = The year is out of range
    .why = The year says which budget the form belongs to, and dates are checked against it.
    .do = Enter the budget year, such as “2026”.
year-out-of-range = “{ $cell }” is “{ $text }”, which is not between 2000 and 2100.

rule-actual-in-other-unit = Result and target are in different units
    .why = The two can't be compared, and no share can be computed.
    .do = Enter the result in the unit of the target.
actual-in-other-unit = “{ $indicator }”: the target is “{ $target }”, the result “{ $actual }”; the units differ.

rule-weight-concentrated = Points are spread unevenly
    .why = Where one row holds most points the others hardly count; where all are alike nothing is more important than anything else.
    .do = Give the main tasks more, without putting all on one row.
weight-concentrated = “{ $indicator }” alone carries { $weight } points; the others hardly count.
weight-concentrated-nothing = “{ $indicator }” carries no points, so its result does not count.
weight-concentrated-alike = All { $count } indicators carry { $weight } points; nothing is more important than anything else.

rule-text-of-another = A text speaks of another place, fund or purpose
    .why = Another place, fund or purpose left in the form shows that the text was copied; it may not be about this project at all.
    .do = Correct it; where there is a connection, say which.
text-of-another-place = “{ $cell }” speaks of “{ $found }”, the head of the form of “{ $own }”; was it misspelt, or copied from elsewhere?
text-of-another-fund = “{ $cell }” says “{ $found }”, the project is about “{ $about }”; they have no word in common. Is it the right fund?
text-of-another-purpose = “{ $cell }” says the money is for “{ $found }”, the project is about “{ $about }”; they have no word in common. Was it copied from elsewhere?

rule-goal-unlike-plan = The goal does not match what the year is for
    .why = Where only the bill is left to settle, a goal about the use of the building does not evaluate this year’s money.
    .do = State what will be settled this year, such as “6月底前完成审价，按合同付清尾款”; the use of the building belongs into the overall goal.
goal-unlike-plan = By “{ $other }” this year is only for “{ $words }”; “{ $cell }” does not speak of it.

rule-approved-changed = Differs from the approved targets
    .why = Approved targets do not change as a rule; monitoring and evaluation look at what was approved. Whoever changes the target first evaluates another one.
    .do = Put back what was approved; where it has to change, have the adjustment approved first.
approved-changed = "{ $cell }" was approved as "{ $approved }"; here it is "{ $text }".
approved-changed-row = { $cell } of "{ $row }" was approved as "{ $approved }"; here it is "{ $text }".
approved-changed-gone = The approved row "{ $row }" is gone.
approved-changed-new = "{ $row }" is not among the approved targets.
approved-changed-rated = "{ $cell }" is "{ $approved }" on the sheet that is rated; here it is "{ $text }".
approved-changed-rated-row = { $cell } of "{ $row }" is "{ $approved }" on the sheet that is rated; here it is "{ $text }".
approved-changed-rated-gone = The sheet that is rated has a row "{ $row }"; it is gone here.
approved-changed-rated-new = "{ $row }" is not on the sheet that is rated.

rule-carried-changed = Differs from the document it was made from
    .why = Name, code, unit, year and initial budget tell that two sheets are about one project and one sum of money. Where they were changed, the sheets no longer belong together.
    .do = Put back what the other document says; where that is wrong, correct it first and begin this one anew. A budget adjusted within the year belongs into the annual budget.
carried-changed = "{ $cell }" is "{ $before }" in the document this was made from; here it is "{ $text }".
carried-changed-blank = "{ $cell }" is "{ $before }" in the document this was made from; here it is blank.
carried-changed-unit = "{ $cell }" is "{ $before }" in the document this was made from; here it is "{ $text }". Where units were merged or renamed, say so.
carried-changed-budget = "{ $cell }" is "{ $before }" in the document this was made from; here it is "{ $text }". The approved initial amount does not change.
carried-changed-annual = "{ $cell }" was approved as "{ $before }"; here it is "{ $text }". Where it was adjusted within the year, say so.
carried-changed-last = { $cell } of "{ $row }" is "{ $before }" in last year's document; here it is "{ $text }".

rule-ex-ante-exceeded = Asks for more than the ex-ante evaluation allowed
    .why = The ex-ante evaluation is what money is asked for by: what it cut can't be asked for again, and what it never saw can't be added.
    .do = Ask for what the evaluation allowed, and adjust goals and estimates; where more is needed now, have it evaluated again.
ex-ante-exceeded = { $amount } { $unit } are asked for; only { $limit } { $unit } were evaluated.
ex-ante-exceeded-cut = { $amount } { $unit } are asked for; of { $asked } { $unit } the evaluation cut { $cut } { $unit } and allowed { $limit } { $unit }.
ex-ante-exceeded-cut-year = { $amount } { $unit } are asked for this year; the evaluation saw { $asked } { $unit } for it and cut { $cut } { $unit } in all, which would leave { $limit } { $unit }. Enter the total of the project, or say which year bears the cut.

rule-cut-above-request = More is cut than was asked for
    .why = No more can be cut than was asked for: either a figure or its unit is wrong.
    .do = Compare the amount asked for, the amount cut and their unit.
cut-above-request = “{ $cell }” is { $value } { $unit }, more than “{ $other }” with { $limit } { $unit }.

rule-adjustment-unexplained = Adjustment without a reason
    .why = Approved targets do not change as a rule; where they have to, reviewers need to know what changed and why.
    .do = Say why, and on what grounds; where nothing changed, no adjustment is needed.
adjustment-unexplained = Something differs from before the adjustment, and "{ $cell }" is blank.
adjustment-unexplained-nothing = Nothing differs from before the adjustment.

## Forms of the steps of the year: tasks, monitoring, review and rating

rule-task-incomplete = A main task is not filled in
    .why = A task needs a name, content and money, and in a self-evaluation a result; otherwise nobody sees what the money is for.
    .do = Fill this cell; delete the row if it is not needed.
task-incomplete-row = Task “{ $row }” has no “{ $cell }”.

rule-line-amount-implausible = One line has more money than can be true
    .why = One task or item with more money than a whole project can have: most often 元 were written as 万元, or some zeros too many. Its total is wrong with it.
    .do = Check the amount and its unit; where it really is so much, say why.
line-amount-implausible-row = “{ $cell }” of “{ $row }” is “{ $text }”, above { $to } 万元; check the unit and the number of digits.

rule-line-parts-off = The sources of a task are not its amount
    .why = The amount of each task is made up of fiscal and other money; where they do not add up, the totals do not fit the budget.
    .do = Check the amount and its two sources, and correct the one that is wrong.
line-parts-off-row = “{ $cell }” of “{ $row }” is { $value }{ $unit }, its sources add up to { $limit }{ $unit }.

rule-tasks-sum-off = The tasks do not add up to the total
    .why = The total is what is approved. Where the tasks give another sum, one is missing or an amount is wrong.
    .do = Compare the amounts, add the missing task, or correct the total.
tasks-sum-off = “{ $cell }” is { $total } { $unit }, the tasks add up to { $sum } { $unit }.
tasks-sum-off-close = “{ $cell }” is { $total } { $unit }, the tasks add up to { $sum } { $unit }: so close that it may be rounding.
tasks-sum-off-zero = “{ $cell }” is 0, and the tasks add up to { $sum } { $unit }.

rule-progress-missing = Progress is not filled in
    .why = Monitoring tells what was done and spent by a day, and whether the year will end well. Without one of them nothing can be judged.
    .do = Fill this cell: a date with its day, an amount that did not arise as 0, and for an indicator whose work has not begun 0 and the unit.
progress-missing = “{ $cell }” is blank.
progress-missing-row = Indicator “{ $indicator }” has no “{ $cell }”.
progress-missing-column = No indicator has a “{ $cell }”.

rule-deviation-unexplained = A target may be missed, and nobody says why
    .why = “Possible” or “impossible” alone does not tell whether money, rules, people or equipment is wanting.
    .do = Tick a cause, and say in a sentence by how much, why, and when it catches up.
deviation-unexplained-row = Indicator “{ $indicator }” is not certain; no cause is ticked and “{ $cell }” is blank.
deviation-unexplained-other = The cause of indicator “{ $indicator }” is “other”: say in “{ $cell }” what it is.

rule-hopeless-without-remedy = A target is given up, and no remedy is named
    .why = Without a remedy the money goes on being spent by a plan that is known to fail.
    .do = Say whether the target or the budget changes or another way is taken, who does it and when.
hopeless-without-remedy = A target is impossible to reach, and “{ $cell }” is blank.
hopeless-without-remedy-absent = A target is impossible to reach, and “{ $cell }” says “{ $text }”.

rule-expected-above-budget = Expected spending does not fit the budget or what was spent
    .why = More than the budget needs more budget first; less than what was spent already cannot be.
    .do = Compare budget, spending so far and expected spending.
expected-above-budget = “{ $cell }” is { $value } { $unit }, more than “{ $other }” with { $limit } { $unit }.
expected-above-budget-spent = “{ $cell }” is { $value } { $unit }, less than “{ $other }” with { $limit } { $unit }.

rule-rating-open = An item was not rated
    .why = With an item open, total and grade rest on nothing.
    .do = Give points or a grade; 0 points are written as 0.
rating-open-row = “{ $row }” has no “{ $cell }”.
rating-open-indicator = Indicator “{ $indicator }” has no “{ $cell }”.

rule-score-above-points = More points given than there are
    .why = An item gives at most its points; more distorts total and grade.
    .do = Look at the points of this item again.
score-above-points-row = “{ $row }” got { $value } points and has only { $limit }.
score-above-points-indicator = Indicator “{ $indicator }” got { $value } points and has only { $limit }.

rule-score-negative = Points below 0
    .why = An item gives at least 0 points; less would be taken from other items.
    .do = Write 0.
score-negative-row = “{ $cell }” of “{ $row }” is “{ $text }”; the least is { $from }.
score-negative-cell = “{ $cell }” is “{ $text }”; the least is { $from }.
score-negative-indicator = “{ $cell }” of indicator “{ $indicator }” is “{ $text }”; the least is { $from }.

rule-deduction-reason-empty = The reason for points taken off says nothing
    .why = Words such as 无 or 工作需要 do not tell for what points were taken off; the unit does not know what to mend, and nobody can check.
    .do = Say what is wanting, and by which document.
deduction-reason-empty-row = “{ $row }” did not get all points, and “{ $cell }” only says “{ $words }”.
deduction-reason-empty-grade = “{ $row }” is rated low, and “{ $cell }” only says “{ $words }”.
deduction-reason-empty-indicator = Indicator “{ $indicator }” was given less than its own points, and “{ $cell }” only says “{ $words }”.

rule-deduction-unexplained = Points taken off or a low grade, without a reason
    .why = Without a reason nobody knows what to change or how to answer.
    .do = Say what is wanting, by which rule, and what would be enough.
deduction-unexplained-row = “{ $row }” did not get full points, and “{ $cell }” is blank.
deduction-unexplained-grade = “{ $row }” got a low grade, and “{ $cell }” is blank.
deduction-unexplained-indicator = Indicator “{ $indicator }” got fewer points than it gave itself, and “{ $cell }” is blank.

rule-rating-total-off = The total is not the sum of the items
    .why = The total decides the grade; it has to rest on the items.
    .do = Compare the points, or take the computed total.
rating-total-off = “{ $cell }” is { $total }, the points given add up to { $sum }.
rating-total-off-zero = “{ $cell }” is 0, and the points given add up to { $sum }.
rating-total-off-points = “{ $cell }” is { $total }, the points of the items add up to { $sum }.
rating-total-off-points-zero = “{ $cell }” is 0, and the points of the items add up to { $sum }.

rule-review-total-off = The total given is not the sum of the rows
    .why = The total decides grade and deviation; it has to rest on the rows.
    .do = Compare the points given for the rows and for spending, or take the computed total.
review-total-off = “{ $cell }” is { $printed }; the points given for the rows and for spending add up to { $computed }.
review-total-off-execution = “{ $cell }” is { $printed }; it lies between 0 and { $most }.

rule-deviation-off = The deviation does not follow from the two totals
    .why = The deviation is own total less total given, divided by the own total; it tells whether the self-evaluation can be trusted.
    .do = Make sure of both totals; where they are right, take the computed deviation.
deviation-off = “{ $cell }” is { $printed } %; with an own total of { $own } and { $total } given it is { $computed } %.

rule-conclusion-missing = No conclusion or opinion
    .why = A review has to come to a grade, a conclusion and an opinion before it can be used for the budget and for corrections.
    .do = Fill this cell.
conclusion-missing = “{ $cell }” is blank.
conclusion-missing-absent = “{ $cell }” says “{ $text }”; it needs content.

rule-grade-unlike-items = The grade of the whole does not fit the points rated
    .why = The grade of the whole comes from the points rated; where none of them bears it out, nobody knows where it is from.
    .do = Check the points and the grade of the whole, and correct the one that is wrong.
grade-unlike-items-above = “{ $cell }” is “{ $text }”, and not one of the points rated reaches it.
grade-unlike-items-poor = “{ $cell }” is “{ $text }”, and one of the points is rated 差.
grade-unlike-items-below = “{ $cell }” is “{ $text }”, and all of the points are rated 优 or 良.

rule-conclusion-off = The conclusion does not fit the grade or the items
    .why = Grade, items, cut and conclusion have to say the same; otherwise nobody knows which to follow.
    .do = Correct one of them; where there is a special consideration, say so in the opinion.
conclusion-off-poor = The grade is 差, and “{ $cell }” is “{ $text }”.
conclusion-off-fair = The grade is 中, which means a return, and “{ $cell }” is “{ $text }”.
conclusion-off-best = The grade is 优, and “{ $cell }” is “{ $text }”.
conclusion-off-question = One question is answered with no, and “{ $cell }” is “{ $text }” without any change.
conclusion-off-refused = Every question is answered with no, and “{ $cell }” is “{ $text }”.
conclusion-off-answered = Every question is answered with yes, and “{ $cell }” is “{ $text }”.
conclusion-off-item = One point is rated 差, and “{ $cell }” is “{ $text }” without any revision.
conclusion-off-untrue = The points make a grade of 良 or better, and “{ $cell }” is “{ $text }”.
conclusion-off-true = The points make a grade of 中 or worse, and “{ $cell }” is “{ $text }”.
conclusion-off-near = The total given again is close to the unit's own, and “{ $cell }” is “{ $text }”.
conclusion-off-far = The total given again is far below the unit's own, and “{ $cell }” is “{ $text }”.
conclusion-off-cut = Money is cut, and “{ $cell }” is “{ $text }”.

rule-dates-out-of-order = Dates in the wrong order
    .why = First prepared, then checked, then approved; another order means a step was skipped or a date is wrong.
    .do = Compare the dates.
dates-out-of-order = “{ $cell }” { $value } is before “{ $other }” { $limit }.

rule-checked-by-oneself = Checked by whoever prepared it
    .why = Checking means another pair of eyes; it is better done by somebody else.
    .do = Let somebody else check or approve it.
checked-by-oneself = “{ $cell }” and “{ $other }” are the same person.

rule-instrument-unplanned = Schedule and safeguards do not speak of the instrument
    .why = Procurement, purchased services, partnerships, debt and funds each have steps of their own, which need time and somebody responsible.
    .do = Say in the schedule or the safeguards when procurement takes place, who is paid and how, what repays the debt, or how the fund ends.
instrument-unplanned-procurement = “{ $cell }” is “{ $text }”, and neither schedule nor safeguards speak of a purchase or tender.
instrument-unplanned-service = “{ $cell }” is “{ $text }”, and nothing says from whom or how the provider is chosen.
instrument-unplanned-partner = “{ $cell }” is “{ $text }”, and nothing is said of partners, payment or affordability.
instrument-unplanned-debt = “{ $cell }” is “{ $text }”, and nothing says what repays it.
instrument-unplanned-fund = “{ $cell }” is “{ $text }”, and nothing is said of contribution, management or exit.

rule-budget-type-unfit = A budget that takes no debt
    .why = Government debt stands in the general public budget or the budget of government funds, not in the other two.
    .do = Compare budget and instrument.
budget-type-unfit = The instrument is debt, and “{ $cell }” is “{ $text }”.

fix-drop-row = Take this row out
fix-put-rows-back = Put the missing rows back
rule-printed-text-changed = Printed text was changed
    .why = Items and points of review and rating sheets are fixed; changed ones can't be compared with other projects.
    .do = Put back what the form prints; other remarks go into the opinion.
printed-text-changed = “{ $cell }” is printed as “{ $printed }”; here it is “{ $text }”.
printed-text-changed-gone = Printed rows are missing: { $list }.
printed-text-changed-new = Row { $n } is none of the printed rows.

rule-spending-behind-time = Spending lags behind the year
    .why = As the year passes the money should be spent at about the same pace; a large gap without a word ends in a rush, or in money left over.
    .do = Say among the remedies why it lags and when how much will be paid; say what will be cut or returned where it can't be spent.
spending-behind-time = { $share } % of the year is over and { $rate } % of the money is spent, { $gap } percentage points behind (more than { $bound } need a reason); nothing says why.
spending-behind-time-told = { $share } % of the year is over and { $rate } % of the money is spent, { $gap } percentage points behind; the reason stands in “{ $cell }”. Make sure of it.

rule-likelihood-contradicted = Likelihood and expected value contradict each other
    .why = Monitoring asks whether the target will be met; two contrary answers tell nobody whether to step in.
    .do = Check the value expected at the end of the year, then choose; where it falls short, give the cause and the remedy.
likelihood-contradicted = “{ $indicator }” says “{ $likelihood }”, yet “{ $expected }” is expected, short of the target “{ $target }”.
likelihood-contradicted-none = “{ $indicator }” says “{ $likelihood }”, yet “{ $expected }” is expected, which meets the target “{ $target }”.
likelihood-contradicted-done = “{ $indicator }” says “{ $likelihood }”, yet “{ $so-far }” is done already, which meets the target “{ $target }”.

rule-money-and-goals-apart = Money and goals are far apart
    .why = Money and work should advance together: money spent without work, or work done without payment, has a reason. How much work is done is told by outputs that come to an amount; rates, qualities, costs and satisfaction may stand at their level from the start and are left out.
    .do = Make sure of the amounts and the rows; where they are right, say among the remedies why, and what comes next.
money-and-goals-apart-spent = { $rate } % of the money is spent and outputs that come to an amount are at { $goals } % on average, { $gap } percentage points apart (more than { $bound } need a reason): money is ahead, and nothing says why.
money-and-goals-apart-spent-all = { $rate } % of the money is spent and all rows are at { $goals } % on average, { $gap } percentage points apart (more than { $bound } need a reason): money is ahead, and nothing says why.
money-and-goals-apart-unspent = outputs that come to an amount are at { $goals } % on average and { $rate } % of the money is spent, { $gap } percentage points apart (more than { $bound } need a reason): work is not paid for, and nothing says why.
money-and-goals-apart-unspent-all = all rows are at { $goals } % on average and { $rate } % of the money is spent, { $gap } percentage points apart (more than { $bound } need a reason): work is not paid for, and nothing says why.
money-and-goals-apart-told = { $rate } % of the money is spent and outputs that come to an amount are at { $goals } % on average, { $gap } percentage points apart; the reason stands in “{ $cell }”. Make sure of it.
money-and-goals-apart-told-all = { $rate } % of the money is spent and all rows are at { $goals } % on average, { $gap } percentage points apart; the reason stands in “{ $cell }”. Make sure of it.

rule-progress-implausible = Results of a monitoring sheet that can hardly be true
    .why = What is expected for the year includes what is done, so it can't be less; many times the target is most often a slip in the unit or the digits. How far the goals are is computed from these figures.
    .do = Check the unit and the digits; where it really is so, say why.
progress-implausible = “{ $so-far }” of indicator “{ $indicator }” are done, and “{ $expected }” are expected for the year, which is less.
progress-implausible-times = “{ $cell }” of indicator “{ $indicator }” is “{ $text }”, { $times } times the target “{ $target }”; check the unit and the digits.

rule-progress-going-back = Less than the monitoring sheet before, or no later
    .why = The figures of monitoring add up from the beginning of the year, so they only grow; where they fall, one of the two sheets is wrong, or tells of one period only.
    .do = Compare with the sheet before: the day has to be later, and amounts and results are those since January.
progress-going-back-day = “{ $cell }” is “{ $text }”, no later than “{ $before }” on the sheet before.
progress-going-back-money = “{ $cell }” is { $text }; the sheet before already told of { $before }, and what adds up does not fall.
progress-going-back-row = “{ $cell }” of “{ $indicator }” is “{ $text }”; the sheet before already told of “{ $before }”, and what adds up does not fall.

rule-so-far-rate-off = The printed rate is not the computed one
    .why = The rate is spending divided by the budget; the three figures have to agree.
    .do = Make sure of budget and spending; where they are right, take the computed rate.
so-far-rate-off = “{ $cell }” is { $printed } %; spending and budget make { $rate } %.

rule-spent-above-budget = More spent than the budget has
    .why = Without a budget nothing can be spent; more than the budget means a wrong figure or unit, or a raise that was not entered.
    .do = Compare the two amounts and their unit; where the budget was raised, have goals and budget adjusted first.
spent-above-budget = “{ $cell }” is { $value } { $unit }, more than “{ $other }” with { $limit } { $unit }.

rule-ex-ante-rejected = The ex-ante evaluation did not support the project
    .why = A project that did not pass its ex-ante evaluation can't ask for money: change it, have it evaluated again, and declare it then.
    .do = Change the project as the evaluation says, have it evaluated again, and begin the declaration from the new evaluation.
ex-ante-rejected = The ex-ante evaluation that this was begun from concludes “{ $text }”: the project can't ask for money yet.

rule-monitored-outside-year = Monitored up to a day of another year
    .why = Monitoring looks at this year's money and targets; with a day of another year neither can be computed.
    .do = Make sure of the year and of the day.
monitored-outside-year = “{ $cell }” is “{ $text }”, which is not in the year of this sheet.
