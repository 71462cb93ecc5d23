rule-xiuzhou-tier-missing = Class (A, B, C) missing
    .why = Projects are managed in three classes by importance; the class decides how they are reviewed and monitored.
    .do = Enter the class that the finance bureau set.
xiuzhou-tier-missing = "{ $cell }" is blank.
xiuzhou-tier-missing-absent = "{ $cell }" says "{ $text }"; every project has a class.

rule-xiuzhou-tier-unknown = The class is none of A, B and C
    .why = Projects are managed in three classes by importance.
    .do = Choose class A, B or C.
xiuzhou-tier-unknown = "{ $cell }" says "{ $text }"; it is A, B or C.

rule-xiuzhou-cut-missing = Amount of the cut missing
    .why = Where the conclusion is a cut, the budget needs to know by how much.
    .do = Enter the amount.
xiuzhou-cut-missing = The conclusion is a cut, and "{ $cell }" is blank.
xiuzhou-cut-missing-absent = The conclusion is a cut, and "{ $cell }" says "{ $text }".
