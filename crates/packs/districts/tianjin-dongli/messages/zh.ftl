rule-dongli-ex-ante-skipped = 该做的事前绩效评估没有做
    .why = 评估结果是安排预算的依据，“不需要评估”和还没有结果，都不能代替。
    .do = 先做事前绩效评估，再选评估的结果。
dongli-ex-ante-skipped = 新增的政策或项目超过100万元，要先做事前绩效评估，“{ $cell }”却是“{ $text }”。

rule-dongli-ex-ante-missing = 没有说明事前绩效评估
    .why = 新增100万元以上的重大政策和项目都要做事前绩效评估，结果是安排预算的依据。
    .do = 先做事前绩效评估，再在这里填写结果。
dongli-ex-ante-missing = 新增的政策或项目超过100万元，“{ $cell }”没有填写。

rule-dongli-preparer-missing = 没有写明谁编制、谁审核
    .why = 谁申请资金，谁编制目标；谁分配资金，谁审核目标。两个人都写明，责任才分得清。
    .do = 补填编制和审核的人。
dongli-preparer-missing = “{ $cell }”没有填写。
