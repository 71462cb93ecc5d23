rule-jinghai-ex-ante-skipped = An ex-ante evaluation that is due was left out
    .why = The budget rests on its result; that none is needed, or that it is still to come, takes its place nowhere.
    .do = Have it evaluated first, then choose the result.
jinghai-ex-ante-skipped = A new important policy or project has to be evaluated first, and "{ $cell }" is "{ $text }".

rule-jinghai-ex-ante-missing = No word on the ex-ante evaluation
    .why = New important policies and projects are evaluated first; the result is needed to apply for money.
    .do = Have it evaluated first, then state the result here.
jinghai-ex-ante-missing = A new important policy or project, and "{ $cell }" is blank.

rule-jinghai-budget-type-missing = Not said which budget it is in
    .why = The general, the fund and the state capital budget are all managed by performance, each in its own way.
    .do = Choose the budget that the money is in.
jinghai-budget-type-missing = "{ $cell }" is blank.
