rule-alashankou-budget-type-missing = Not said which budget it is in
    .why = All four budgets are managed by performance, and totals keep them apart.
    .do = Choose the budget that the money is in.
alashankou-budget-type-missing = "{ $cell }" is blank.

rule-alashankou-fund-class-missing = Class of funds missing
    .why = Progress of spending is told by class: direct funds, funds treated like them, project expenditure, special transfers.
    .do = Choose the class of this money.
alashankou-fund-class-missing = "{ $cell }" is blank.
