rule-jinghai-ex-ante-skipped = 该做的事前绩效评估没有做
    .why = 评估结果是安排预算的依据，“不需要评估”和还没有结果，都不能代替。
    .do = 先做事前绩效评估，再选评估的结果。
jinghai-ex-ante-skipped = 新增的重大政策或项目，要先做事前绩效评估，“{ $cell }”却是“{ $text }”。

rule-jinghai-ex-ante-missing = 没有说明事前绩效评估
    .why = 新增重大政策和项目要做事前绩效评估，评估结果是申请预算的必备要件。
    .do = 先做事前绩效评估，再在这里填写结果。
jinghai-ex-ante-missing = 新增的重大政策或项目，“{ $cell }”没有填写。

rule-jinghai-budget-type-missing = 没有写明预算类型
    .why = 一般公共预算、政府性基金预算、国有资本经营预算都纳入绩效管理，各有各的要求。
    .do = 选资金所在的预算。
jinghai-budget-type-missing = “{ $cell }”没有填写。
