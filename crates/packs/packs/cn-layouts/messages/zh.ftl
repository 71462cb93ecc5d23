rule-declared-points-off = 指标的分值不合规定
    .why = 这种表在申报时就定分值：指标合计90分，另10分留给预算执行率，分值不对，年底就没法按它打分。
    .do = 调整各行的分值。
declared-points-off-below = 指标分值合计 { $value } 分，应为 { $limit } 分。
declared-points-off-above = 指标分值合计 { $value } 分，应为 { $limit } 分。
declared-points-off-cost-above = 成本指标共 { $value } 分，最多 { $limit } 分。
declared-points-off-output-below = 产出指标共 { $value } 分，至少 { $limit } 分。
declared-points-off-output-above = 产出指标共 { $value } 分，最多 { $limit } 分。

rule-staff-rate-off = 人员控制率与人数对不上
    .why = 人员控制率＝在职人数÷编制数，按它打分；率填错，分也跟着错。
    .do = 核对在职人数、编制数，再按算式填率。
staff-rate-off = “{ $cell }”填的是 { $value }%，按在职人数÷编制数应为 { $limit }%。

rule-staff-above-posts = 在职人数超过编制数
    .why = 人员控制率是部门整体支出评价的一项，超过100%要扣分或说明。
    .do = 核对两个数；确实超编的，在说明中写明原因。
staff-above-posts = “{ $cell }”{ $value }，超过“{ $other }”{ $limit }。

fund-sum-mismatch-spending = “{ $cell }”是 { $total }{ $unit }，按支出性质分的合计为 { $sum }{ $unit }。
fund-sum-mismatch-spending-close = “{ $cell }”是 { $total }{ $unit }，按支出性质分的合计为 { $sum }{ $unit }，相差很小，请核对是否四舍五入。
fund-sum-mismatch-spending-zero = “{ $cell }”是 0，按支出性质分的合计却有 { $sum }{ $unit }。
