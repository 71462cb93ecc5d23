rule-caidian-ex-ante-skipped = 该做的事前绩效评估没有做
    .why = 评估结果是安排预算的依据，“不需要评估”和还没有结果，都不能代替。
    .do = 先做事前绩效评估，再选评估的结果。
caidian-ex-ante-skipped = 新增项目申请财政资金达到100万元，要先做事前绩效评估，“{ $cell }”却是“{ $text }”。

rule-caidian-ex-ante-missing = 没有说明事前绩效评估
    .why = 新增区级财政资金100万元及以上的项目，事前绩效评估的结果是申请预算的必备要件。
    .do = 先做事前绩效评估，再在这里填写结果。
caidian-ex-ante-missing = 新增项目申请财政资金达到100万元，“{ $cell }”没有填写。

rule-caidian-ex-ante-failed = 事前绩效评估没有通过
    .why = 没有通过评估的项目，不能纳入项目库，也不能编入预算。
    .do = 按评估意见修改方案，重新评估通过后再申报。
caidian-ex-ante-failed = 事前绩效评估没有通过，这个项目现在不能申报预算。

rule-caidian-monitored-month = 监控时点不是8月
    .why = 区里在每年8月做运行监控，各单位用同一个时点，数字才能汇总和比较。
    .do = 数据截到7月底或8月；另有通知的，写情况说明。
caidian-monitored-month = “{ $cell }”是“{ $text }”，区里每年8月监控。

rule-caidian-unforeseen-monitored = 不可预见经费不在监控范围
    .why = 区里监控当年全部项目支出，不含不可预见经费。
    .do = 不必为它填监控表。
caidian-unforeseen-monitored = “{ $cell }”里有“{ $words }”，这项经费不在监控范围。

rule-caidian-remedy-missing = 良及以下没有写整改措施
    .why = 评价等次为良及以下的项目要整改；整改没有成效的，下年预算会被取消或压减。
    .do = 写明整改什么、怎样改、什么时候完成。
caidian-remedy-missing = 评价等次在良及以下，“{ $cell }”没有填写。
caidian-remedy-missing-absent = 评价等次在良及以下，“{ $cell }”不能填“{ $text }”。
