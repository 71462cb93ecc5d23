rule-declared-points-off = The points of the indicators are not as the form asks
    .why = On this form points are set with the targets: 90 for the indicators, 10 left for spending. Otherwise nothing can be scored by them.
    .do = Change the points of the rows.
declared-points-off-below = The points of the indicators add up to { $value }; they should make { $limit }.
declared-points-off-above = The points of the indicators add up to { $value }; they should make { $limit }.
declared-points-off-cost-above = Cost has { $value } points; the most is { $limit }.
declared-points-off-output-below = Output has { $value } points; the least is { $limit }.
declared-points-off-output-above = Output has { $value } points; the most is { $limit }.

rule-staff-rate-off = The rate of staff to posts is not that of the figures
    .why = The rate is staff ÷ posts, and points hang on it.
    .do = Check staff and posts, then write the rate that they make.
staff-rate-off = “{ $cell }” says { $value } %; staff ÷ posts makes { $limit } %.

rule-staff-above-posts = More staff than posts
    .why = The rate of staff to posts is a line in the evaluation of a department; above 100 % it costs points or wants an explanation.
    .do = Check both figures; where there are more people than posts, say why in the notes.
staff-above-posts = “{ $cell }” is { $value }, more than “{ $other }” with { $limit }.

fund-sum-mismatch-spending = “{ $cell }” is { $total } { $unit }; spending by kind makes { $sum } { $unit }.
fund-sum-mismatch-spending-close = “{ $cell }” is { $total } { $unit }; spending by kind makes { $sum } { $unit }. That is close: check the rounding.
fund-sum-mismatch-spending-zero = “{ $cell }” is 0, but spending by kind makes { $sum } { $unit }.
