rule-caidian-ex-ante-skipped = An ex-ante evaluation that is due was left out
    .why = The budget rests on its result; that none is needed, or that it is still to come, takes its place nowhere.
    .do = Have it evaluated first, then choose the result.
caidian-ex-ante-skipped = A new project asks for one million yuan or more and has to be evaluated first, and "{ $cell }" is "{ $text }".

rule-caidian-ex-ante-missing = No word on the ex-ante evaluation
    .why = New projects of one million yuan or more of district money need the result of an ex-ante evaluation to apply.
    .do = Have the project evaluated first, then state the result here.
caidian-ex-ante-missing = A new project asks for one million yuan or more, and "{ $cell }" is blank.

rule-caidian-ex-ante-failed = The ex-ante evaluation was not passed
    .why = A project that did not pass can enter neither the project pool nor the budget.
    .do = Change the plan as the evaluation says, and apply when it has passed.
caidian-ex-ante-failed = The ex-ante evaluation was not passed; the project can't apply now.

rule-caidian-monitored-month = Monitored at another time than August
    .why = The district monitors every August; figures add up only when everybody uses one day.
    .do = Tell figures up to the end of July or August; where another notice says otherwise, give the reason.
caidian-monitored-month = "{ $cell }" is "{ $text }"; the district monitors in August.

rule-caidian-unforeseen-monitored = Reserves are not monitored
    .why = All projects of the year are monitored except reserves for the unforeseen.
    .do = No sheet is needed for it.
caidian-unforeseen-monitored = "{ $cell }" holds "{ $words }"; this money is not monitored.

rule-caidian-remedy-missing = No remedy though the grade is 良 or below
    .why = Projects graded 良 or below have to be put right; where that fails, next year's money is cut.
    .do = Say what is put right, how, and by when.
caidian-remedy-missing = The grade is 良 or below, and "{ $cell }" is blank.
caidian-remedy-missing-absent = The grade is 良 or below, and "{ $cell }" says "{ $text }".
