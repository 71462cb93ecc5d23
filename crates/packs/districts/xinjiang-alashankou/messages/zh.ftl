rule-alashankou-budget-type-missing = 没有写明预算类型
    .why = 四本预算全部纳入绩效管理，汇总时要分得清。
    .do = 选资金所在的预算。
alashankou-budget-type-missing = “{ $cell }”没有填写。

rule-alashankou-fund-class-missing = 没有写明资金类别
    .why = 监控按直达资金、参照直达资金、项目支出、专项转移支付分别汇总支出进度。
    .do = 选这笔资金的类别。
alashankou-fund-class-missing = “{ $cell }”没有填写。

rule-alashankou-twice-below = 连续两次监控审核低于60分
    .why = 连续两次低于60分的项目资金要进行预算调整。
    .do = 查明原因，与财政部门商定调减多少，并同步调整绩效目标。
alashankou-twice-below = 上一次和这一次的“{ $cell }”都低于60分，要进行预算调整。
