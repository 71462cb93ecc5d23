rule-dongli-ex-ante-missing = 没有说明事前绩效评估
    .why = 新增100万元以上的重大政策和项目都要做事前绩效评估，结果是安排预算的依据。
    .do = 先做事前绩效评估，再在这里填写结果。
dongli-ex-ante-missing = 新增的政策或项目超过100万元，“{ $cell }”没有填写。

rule-dongli-preparer-missing = 没有写明谁编制、谁审核
    .why = 谁申请资金，谁编制目标；谁分配资金，谁审核目标。两个人都写明，责任才分得清。
    .do = 补填编制和审核的人。
dongli-preparer-missing = “{ $cell }”没有填写。
