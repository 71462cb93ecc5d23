# 本表自己的话：阶段、处置、结论、维度，以及文件为什么打不开。

verdict-accepted = 通过
verdict-accepted-with-notes = 通过，有建议
verdict-rejected = 需要修改
verdict-not-determined = 无法判定
severity-blocks = 必须修改
severity-warns = 建议修改
severity-advises = 提示
stage-drafting = 填写中
stage-submission = 报送
stage-review = 审核
dimension-completeness = 完整性
dimension-relevance = 相关性
dimension-appropriateness = 适当性
dimension-feasibility = 可行性
dimension-consistency = 勾稽关系
place-row = 第{ $n }行

formula-execution = 分值 × min(1, 全年执行数 ÷ 全年预算数)
formula-higher = 正向：分值 × min(1, 实际完成值 ÷ 指标值)
formula-lower = 反向：分值 × min(1, 指标值 ÷ 实际完成值)
formula-exact = 等于：完成得满分，否则按比例
formula-given = 定性、日期：按所填得分，不超过分值
formula-open = 尚不能计算
subject-execution = 预算执行率

open-too-large = 文件有 { $size } MB，超过上限 { $limit } MB。请确认选中的是绩表保存的填报文件（.json）。
open-not-text = 这个文件不是 UTF-8 文本（从第 { $at } 字节起读不出）。请选绩表保存的 .json 文件；若用记事本改过，请另存为 UTF-8 编码。
open-not-json = 这个文件不是完整的 JSON：第 { $line } 行第 { $column } 列处读不下去（{ $detail }）。文件可能没有拷贝完整，请重新拷贝或另选一份。
open-too-deep = 这个文件的层次太深（第 { $line } 行第 { $column } 列），不是绩表的填报文件。
open-not-a-document = 这是 JSON 文件，但不是绩表的填报文件：{ $detail }（第 { $line } 行第 { $column } 列）。
open-wrong-shape = 填报文件的内容不对：{ $detail }（第 { $line } 行第 { $column } 列）。文件没有打开，原文件未改动。
open-newer-format = 这份文件由较新的版本保存（格式 { $found }，本程序只认识到 { $known }）。请换用新版绩表打开；原文件未改动。
open-unknown-pack = 这份文件使用规则包“{ $pack }”（{ $edition } 版），本机没有这个规则包。请先取得该规则包再打开；原文件未改动。
open-other-edition = 这份文件使用规则包“{ $pack }”的 { $pinned } 版（{ $digest }），本机是 { $found } 版（{ $found-digest }）。确认换用本机版本后再打开；原文件未改动。
open-unknown-form = 规则包里没有表单“{ $form }”。
open-too-many-rows = 表“{ $table }”有 { $found } 行，超过上限 { $limit } 行。请拆成几份再打开；原文件未改动。
open-too-much-text = 单元格“{ $cell }”有 { $found } 个字，超过上限 { $limit } 个字；原文件未改动。
open-repeated-row = 表“{ $table }”第 { $position } 行的行号“{ $row }”与前面重复，无法分清两行；原文件未改动。
