rule-alashankou-budget-type-missing = Not said which budget it is in
    .why = All four budgets are managed by performance, and totals keep them apart.
    .do = Choose the budget that the money is in.
alashankou-budget-type-missing = "{ $cell }" is blank.

rule-alashankou-fund-class-missing = Class of funds missing
    .why = Progress of spending is told by class: direct funds, funds treated like them, project expenditure, special transfers.
    .do = Choose the class of this money.
alashankou-fund-class-missing = "{ $cell }" is blank.

rule-alashankou-twice-below = Below 60 points twice in a row
    .why = The budget of a project that is below 60 points twice in a row is adjusted.
    .do = Find out why, agree how much is cut, and have the goals adjusted as well.
alashankou-twice-below = "{ $cell }" is below 60 points now and was the time before: the budget is to be adjusted.
