rule-dongli-ex-ante-skipped = An ex-ante evaluation that is due was left out
    .why = The budget rests on its result; that none is needed, or that it is still to come, takes its place nowhere.
    .do = Have it evaluated first, then choose the result.
dongli-ex-ante-skipped = A new policy or project exceeds one million yuan and has to be evaluated first, and "{ $cell }" is "{ $text }".

rule-dongli-ex-ante-missing = No word on the ex-ante evaluation
    .why = All new policies and projects above one million yuan are evaluated first; the budget rests on the result.
    .do = Have it evaluated first, then state the result here.
dongli-ex-ante-missing = A new policy or project exceeds one million yuan, and "{ $cell }" is blank.

rule-dongli-preparer-missing = Not said who prepared and who checked
    .why = Whoever asks for money sets the targets; whoever distributes it reviews them. Both are named.
    .do = Name the persons.
dongli-preparer-missing = "{ $cell }" is blank.
