rule-xiuzhou-tier-missing = 没有写明项目类别（ABC）
    .why = 项目按重要程度分ABC三类管理，类别决定怎么审、怎么监控。
    .do = 填写区财政局确定的类别。
xiuzhou-tier-missing = “{ $cell }”没有填写。
xiuzhou-tier-missing-absent = “{ $cell }”填的是“{ $text }”，每个项目都有类别。

rule-xiuzhou-tier-unknown = 项目类别不是ABC
    .why = 项目按重要程度分ABC三类管理。
    .do = 改为A类、B类或C类。
xiuzhou-tier-unknown = “{ $cell }”填的是“{ $text }”，应为A类、B类或C类。

rule-xiuzhou-cut-missing = 核减资金没有写金额
    .why = 结论是核减资金的，要写明核减多少，预算才能照此安排。
    .do = 填写核减的金额。
xiuzhou-cut-missing = 结论是核减资金，“{ $cell }”没有填写。
xiuzhou-cut-missing-absent = 结论是核减资金，“{ $cell }”却填“{ $text }”。
