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

# 情况说明：对问题的说明，以及说明为什么不作数。
gives-way = 同一处已有下列问题时，不再另行提示：
waiver-allowed = 所填内容符合实际、不便修改的，可以用情况说明写明原因，供审核人判断。
lapse-changed = 所填内容或问题已有变化，原来的说明不再作数；仍需说明的，请重新确认。
lapse-gone = 这个问题已经不存在，说明不再需要。
lapse-not-allowed = 这个问题不能用情况说明答复，只能修改。
lapse-too-short = 情况说明至少写 { $least } 个字，请写明具体原因。
lapse-says-nothing = “无”“见附件”之类看不出原因，请用 { $least } 个字以上写明具体情况。

formula-execution = 分值 × min(1, 全年执行数 ÷ 全年预算数)
formula-higher = 正向：分值 × min(1, 实际完成值 ÷ 指标值)
formula-lower = 反向：分值 × min(1, 指标值 ÷ 实际完成值)
formula-exact = 等于：完成得满分，否则按比例
formula-given = 定性、日期：按所填得分，不超过分值
formula-open = 尚不能计算
subject-execution = 预算执行率

json-text = 带引号的文字
json-object = 对象
json-list = 列表
json-count = 不小于 0 的整数
json-extent = "whole" 或 "excerpt"
json-relation = 来源关系："approved"、"previous"、"last-year"、"adjusted"、"rated" 或 "part"

open-too-large = 文件有 { $size } MB，超过上限 { $limit } MB。请确认选中的是绩表保存的填报文件（.json）。
open-not-text = 这个文件不是 UTF-8 文本（从第 { $at } 个字节起读不出）。请选绩表保存的 .json 文件；若用记事本改过，请另存为 UTF-8 编码。
    .zip = 这是 Excel、Word 或压缩文件（.xlsx、.docx、.zip），不是绩表的填报文件。请选绩表保存的 .json 文件；压缩包请先解压。
    .office = 这是旧版的 Excel、Word 或 WPS 文件（.xls、.doc、.et、.wps），不是绩表的填报文件。请选绩表保存的 .json 文件。
    .pdf = 这是 PDF 文件，不是绩表的填报文件。请选绩表保存的 .json 文件。
    .image = 这是图片，不是绩表的填报文件。请选绩表保存的 .json 文件。
    .utf-16 = 这个文件是 UTF-16 编码的。请用记事本打开，另存为 UTF-8 编码，再打开另存的文件。
open-not-json = 这个文件不是 JSON，或在别处改坏了：第 { $line } 行第 { $column } 列的写法不对。请改用原来的文件，或选绩表保存的 .json 文件。
    .line-end = 这个文件不是 JSON，或在别处改坏了：第 { $line } 行末尾的文字没有右引号。请改用原来的文件，或选绩表保存的 .json 文件。
    .cut = 这个文件不完整，到第 { $line } 行就断了。可能没有拷贝完，请重新拷贝或另选一份。
    .empty = 这个文件是空的。请重新拷贝或另选一份。
open-too-deep = 这个文件的层次太深（第 { $line } 行），不是绩表的填报文件。请另选绩表保存的 .json 文件。
open-not-a-document = 这是 JSON 文件，但不是绩表的填报文件：最外层没有 jibiao 字段。请选绩表保存的 .json 文件。
    .no-object = 这是 JSON 文件，但不是绩表的填报文件：最外层应是对象，现在是：{ $found }。请选绩表保存的 .json 文件。
    .version = 这是 JSON 文件，但不是绩表的填报文件：jibiao 字段应是格式的版本号（正整数），现在是：{ $found }。请选绩表保存的 .json 文件。
open-wrong-shape = 填报文件的内容不对，读到第 { $line } 行时读不下去。文件没有打开，原文件未改动。
    .missing = 填报文件缺少“{ $at }”。文件没有打开，原文件未改动。
    .twice = 填报文件里“{ $field }”写了两遍（读到第 { $line } 行时发现），不知道该用哪一个。请删去多余的；文件没有打开，原文件未改动。
    .waiver-twice = 规则“{ $rule }”的同一个问题有两条情况说明，不知道该用哪一条。请删去多余的；文件没有打开，原文件未改动。
    .kind = 填报文件里“{ $at }”的值应是{ $wanted }，现在是：{ $found }。文件没有打开，原文件未改动。
open-newer-format = 这份文件由较新的版本保存（格式 { $found }，本程序只认识到 { $known }）。请换用新版绩表打开；原文件未改动。
open-unknown-pack = 这份文件使用规则包“{ $pack }”（{ $edition } 版），本机没有这个规则包。请先取得该规则包再打开；原文件未改动。
    .name = 本机没有规则包“{ $pack }”。现有：{ $known }。
    .several = 规则包“{ $pack }”本机有几个版次：{ $known }。请写明版次。
open-other-edition = 这份文件使用规则包“{ $pack }”的 { $pinned } 版（{ $digest }），本机是 { $found } 版（{ $found-digest }）。确认换用本机版本后再打开；原文件未改动。
    .same-name = 这份文件使用的规则包“{ $pack }”与本机的同为 { $pinned } 版，但内容不同（文件用的是 { $digest }，本机是 { $found-digest }）。确认换用本机版本后再打开；原文件未改动。
open-unknown-form = 规则包里没有表单“{ $form }”。请换用含有它的规则包，或核对表单的名称。
open-too-many-rows = 表“{ $table }”有 { $found } 行，超过上限 { $limit } 行。请拆成几份再打开；原文件未改动。
    .waivers = 文件里有 { $found } 条情况说明，超过上限 { $limit } 条；原文件未改动。
open-too-much-text = 单元格“{ $cell }”有 { $found } 个字，超过上限 { $limit } 个字；原文件未改动。
    .waiver = 规则“{ $rule }”的一条情况说明有 { $found } 个字，超过上限 { $limit } 个字；原文件未改动。
open-repeated-row = 表“{ $table }”第 { $position } 行的行号“{ $row }”与前面重复，无法分清两行；原文件未改动。

# 规则手册：由程序生成的 Markdown。
handbook = 规则手册
handbook-about = 每条规则查什么、为什么查、怎么改、依据是什么，各附正例和反例；“→”后面是程序查出问题时说的话。
handbook-do = 怎么改
handbook-basis = 依据
handbook-bad = 会查出问题的写法
handbook-good = 没有问题的写法
handbook-packs = 各规则包怎么处置
handbook-pack = 规则包
handbook-off = 不查
handbook-reason = 情况说明
handbook-taken = 可以
handbook-not-taken = 不可以

# 指标库：自带的指标库为什么读不进来。
library-not-text = 这个文件的文字读不出来。请在 Excel 或 WPS 里另存为 CSV（UTF-8），再打开另存的文件。
library-not-a-table = 这个文件不是表格。请在 Excel 或 WPS 里另存为 CSV，再打开另存的文件。
library-column-missing = 表头里没有“{ $column }”这一列。指标库至少要有“二级指标”和“三级指标”两列，表头放在前 10 行。
library-column-twice = 第{ $row }行表头里“{ $column }”出现了两次，不知道该读哪一列。请改掉其中一个的列名。
library-no-rows = 表头下面没有指标。
library-too-many-rows = 指标超过 { $text } 行（到第{ $row }行）。请分成几个文件。
library-text-too-long = 第{ $row }行“{ $column }”的文字超过 2000 字（“{ $text }”开头）。请写短一些。
library-level-unknown = 第{ $row }行“{ $column }”是“{ $text }”，认不出是哪一类。可用：数量、质量、时效、成本、经济成本、社会成本、生态环境成本、经济效益、社会效益、生态效益、可持续影响、满意度。
library-levels-disagree = 第{ $row }行“{ $column }”是“{ $text }”，与这一行的二级指标对不上。请改其中一个。
library-name-missing = 第{ $row }行没有三级指标的名称，或名称里没有文字（现在是“{ $text }”）。请补上名称。
library-direction-unknown = 第{ $row }行“{ $column }”是“{ $text }”，认不出方向。可用：≥、≤、=、＞、＜、正向、反向、日期、定性；也可以不填。
library-unit-unknown = 第{ $row }行“{ $column }”是“{ $text }”，不是计量单位。请改成“个”“人次”“%”“元/平方米”之类的单位，或不填。
library-pattern-disagrees = 第{ $row }行“{ $column }”是“{ $text }”，与这一行的方向、单位对不上。请改其中一个；“写法”不填时按方向和单位生成。
library-row-twice = 第{ $row }行“{ $text }”与第{ $other }行重复（二级指标、名称、单位、类别都相同）。请删去一行。

pack-not-a-pack = 这个文件不是绩表的规则包。请选规则包文件（.zip 或 .json）。
pack-not-built = 这个压缩包里是规则包的源文件，还没有制成规则包。请提供者先用 jibiao pack build 制成一个文件，再打开。
pack-parent-missing = 这个规则包以“{ $pack }”（{ $edition } 版）为基础，本机没有。请先打开那个规则包，再打开这个。
pack-differs = 本机已有规则包“{ $pack }”{ $edition } 版，内容与这个文件不同。同一版次不能有两种内容，请向提供者核对。
pack-unfit = 这个规则包有 { $count } 处问题，没有打开。请把问题发给制作规则包的人。

# 结转：由别的文件生成新文件时，为什么不成。
carry-unknown-form = { $reason }
carry-no-step = “{ $form }”不能由“{ $from }”生成。请选同一对象、同一框架的文件。
carry-other-project = 这几份文件不是同一个项目：“{ $one }”与“{ $other }”。请只选一个项目的文件。
carry-two-of-a-kind = 文件“{ $one }”与“{ $other }”提供的是同样的内容，不知道该用哪一份。请只选一份。
carry-twice = 文件“{ $one }”选了两遍。请只选一遍。
carry-itself = 文件“{ $one }”不能由它自己生成。请另选文件。
carry-too-many-rows = 表“{ $table }”将有 { $found } 行，超过上限 { $limit } 行。请分成几份。
relation-approved = 批复的目标
relation-previous = 上期监控
relation-last-year = 上年
relation-adjusted = 调整前
relation-rated = 被评对象
relation-part = 组成项目
link-matches = 与来源文件一致。
link-absent = 来源文件不在手边，未能核对。
link-newer = 来源文件后来又保存过，内容可能已变。请核对是否应以新的一版为准。
link-changed = 来源文件的内容与生成时不同，而版本号没有变新。请取得当时的文件，或查明改动。
link-misquoted = 来源文件没有变，但本文件所记的批复内容与它不符。请由来源文件重新生成。
link-other-project = 来源文件是另一个项目的。请核对文件。
link-circle = 来源文件又是由本文件生成的，成了循环。请核对文件。
