# 各条规则的话：标题、为什么（.why）、怎么办（.do），以及每种问题的说法。指标按名称称呼，不按行号。

level-cost = 成本指标
level-output = 产出指标
level-benefit = 效益指标
level-satisfaction = 满意度指标
level-process = 过程指标
level-quantity = 数量指标
level-quality = 质量指标
level-timeliness = 时效指标
level-economic-cost = 经济成本指标
level-social-cost = 社会成本指标
level-ecological-cost = 生态环境成本指标
level-economic-benefit = 经济效益指标
level-social-benefit = 社会效益指标
level-ecological-benefit = 生态效益指标
level-sustainability = 可持续影响指标
level-service-satisfaction = 服务对象满意度指标

fix-equal-sign = 改为“=100%”
fix-score = 得分改为 { $computed }
fix-rate = 执行率改为 { $rate }%
fix-deviation = 偏离度改为 { $rate }%
fix-grade = 等级改为“{ $grade }”
fix-set = 改为“{ $text }”
fix-clear = 清空这一格
fix-replace = 把“{ $words }”改为“{ $text }”
fix-remove = 删去“{ $words }”
fix-fill = 改为算出的“{ $text }”

## 完整性

rule-cell-missing = 必填内容未填
    .why = 缺了项目、单位、金额或目标，审核人无法确认这是谁的什么项目、花多少钱、要达到什么，表会被退回。
    .do = 补填这一格。
cell-missing = “{ $cell }”没有填写。
cell-missing-absent = “{ $cell }”填的是“{ $text }”，这一格不能没有内容。

rule-cell-blank = 项目情况没有填全
    .why = 项目性质、类别、起止时间和总体目标说明这是什么样的项目、做到哪一年，空着会被问到。
    .do = 补填这一格；确实没有的写“无”。
cell-blank = “{ $cell }”没有填写。

rule-indicator-cell-missing = 指标行没有填全
    .why = 指标缺名称就不知道考核什么，缺指标值就没有考核标准；自评表缺实际完成值或得分，结果无从核对。
    .do = 补填这一格；这一行用不上就整行删除。
indicator-cell-missing-row = 指标“{ $indicator }”的“{ $cell }”没有填写。
indicator-cell-missing-column = 所有指标都没有填写“{ $cell }”。

rule-category-absent = 缺少某一类指标
    .why = 产出、效益、满意度各看项目的一面，缺了哪一类，这一面就没有考核依据。
    .do = 补充这一类的指标；确实不适用的，在说明中写清原因。
category-absent = 没有设置{ $level }。
category-absent-all = 一条绩效指标也没有填写。
category-absent-cost = 没有设置{ $level }，建议补充单位成本或总成本控制数。

rule-indicator-name-empty = 指标名称没有内容
    .why = 名称是一个数、指标分类名或模板占位时，看不出考核的是什么。
    .do = 写成可以数、可以查的名称，例如“新建村级道路长度”；用不上的行删除。
indicator-name-empty-number = { $level }下的指标名称只写了“{ $name }”，看不出考核什么。
indicator-name-empty-level = 指标名称“{ $name }”与二级指标名称相同，没有写明具体考核什么。
indicator-name-empty-template = 指标名称只有模板里的“{ $name }”，没有写具体内容。

rule-own-cell-blank = 表上印着的一格空着
    .why = 表上印了这一格，审核人会问为什么不填。
    .do = 补填；确实没有的写“无”。
own-cell-blank = “{ $cell }”空着。

rule-cell-unreadable = 数字或日期读不出来
    .why = 金额、分值、日期读不出来，就不能核对合计、计算得分。
    .do = 核对后按提示的写法改写。
cell-unreadable = “{ $cell }”填的是“{ $text }”，读不出数；只写数，例如“1200.50”。
cell-unreadable-line = “{ $row }”的“{ $cell }”填的是“{ $text }”，读不出来；只写数，例如“120.5”。
cell-unreadable-row = 指标“{ $indicator }”的“{ $cell }”填的是“{ $text }”，读不出数；只写数，例如“10”。
cell-unreadable-target = 指标“{ $indicator }”的“{ $cell }”填的是“{ $text }”，读不出数或日期；数写成“1000人”，日期写成“2026-01-31”。
cell-unreadable-no-such-date = 指标“{ $indicator }”的“{ $cell }”写的“{ $text }”日历上没有，请核对月、日。
cell-unreadable-no-such-date-told = “{ $cell }”里写的“{ $text }”日历上没有，请核对月、日。
cell-unreadable-year = “{ $cell }”填的是“{ $text }”，读不出年度；写成四位数，例如“2026”。
cell-unreadable-date = “{ $cell }”填的是“{ $text }”，读不出日期；写成“2026-01-31”或“2026年1月31日”。
cell-unreadable-monitored = “{ $cell }”填的是“{ $text }”，读不出日期；执行进度都按这一天计算，写成“2026-07-31”或“2026年7月31日”。
cell-unreadable-period = “{ $cell }”填的是“{ $text }”，读不出起止时间；写成“2026年1月—2028年12月”。

rule-choice-unlisted = 填的不是表上印的选项
    .why = 表上印了选项，填别的话，审核、汇总和计分都认不出选的是哪一个。
    .do = 从印着的选项里选一个；要补充说明的，写在说明或备注里。
choice-unlisted = “{ $cell }”填的是“{ $text }”，不是选项里的；可选的有：{ $choices }。
choice-unlisted-kind = “{ $cell }”填的是“{ $text }”，表上印的是：{ $choices }；没有对应的，选最接近的一项。
choice-unlisted-row = “{ $row }”的“{ $cell }”填的是“{ $text }”，不是选项里的；可选的有：{ $choices }。
choice-unlisted-meant = “{ $cell }”填的是“{ $text }”，表上印的是“{ $answer }”；照选项填。
choice-unlisted-row-meant = “{ $row }”的“{ $cell }”填的是“{ $text }”，表上印的是“{ $answer }”；照选项填。
choice-unlisted-several = “{ $cell }”填的是“{ $text }”，选了不止一项；这一格只选一项：{ $choices }。
choice-unlisted-row-several = “{ $row }”的“{ $cell }”填的是“{ $text }”，选了不止一项；这一格只选一项：{ $choices }。

rule-template-text-left = 模板提示文字没有替换
    .why = 留着“200字以内”“**个”这类提示，说明这一格还没有真正填写。
    .do = 换成本项目的内容；不需要的提示删去。
template-text-left = “{ $cell }”里还留着模板文字“{ $words }”。
template-text-left-value = 指标“{ $indicator }”的“{ $cell }”里还留着模板文字“{ $words }”。
template-text-left-name = 指标名称“{ $indicator }”里还留着模板符号“{ $words }”，建议从名称中删去。

rule-instruction-left = 填报说明没有替换
    .why = 表上的提示语留在格子里，说明这一格还没有真正填写。
    .do = 删去提示语，写本项目的内容。
instruction-left = “{ $cell }”里是表格的填报提示“{ $words }”，不是本项目的内容。

rule-goal-too-short = 目标写得太短
    .why = 几个字写不清做什么、做到什么程度、产生什么效果，年底也无法对照。
    .do = 写明主要任务、数量或标准、预期效果，至少有一个可以核对的数。
goal-too-short = “{ $cell }”只写了“{ $text }”，不足 { $least } 个字，没有写清任务、程度和效果。

rule-goal-elsewhere = 目标只写了“详见”
    .why = 目标要在本表中看得到，附件不随表流转时就成了空白。
    .do = 把目标的主要内容写进这一格。
goal-elsewhere = “{ $cell }”只写了“{ $words }……”，没有写出内容。

rule-goal-not-a-goal = 目标里没有目标
    .why = 钱下达了、花完了或用在哪里，都不是要达到的结果；年底无法据此判断做得好不好。
    .do = 写明用这笔钱完成什么、多少、达到什么程度、谁受益，例如“养护县道46公里，12月底前完成，优良路率达到85%”。
goal-not-a-goal-money = “{ $cell }”只写了资金的下达、拨付或结转（“{ $goal }”），没有写要达到的结果。
goal-not-a-goal-spending = “{ $cell }”只写了把钱花出去（“{ $goal }”），没有写要办成什么事。
goal-not-a-goal-uses = “{ $cell }”只列了资金的用途（“{ $goal }”），没有写要达到的结果。
goal-not-a-goal-past = “{ $cell }”写的是已经完成的事（“{ $goal }”），没有写要达到的结果。

rule-goal-is-project-name = 目标只是重复项目名称
    .why = 项目名称说的是花钱的事项，不是要达到的结果。
    .do = 写明要完成什么、完成到什么程度。
goal-is-project-name = “{ $cell }”与“{ $other }”相同，没有写出要达到的结果。

rule-actual-not-quantified = 实际完成值与指标值对不上
    .why = 指标值是数，完成值也应是数，才能算出完成了多少；完成值照抄“≥”等于没有报结果。
    .do = 填实际达到的数和单位，例如“92.5%”。
actual-not-quantified-name = 指标“{ $indicator }”的实际完成值照抄了指标名称“{ $actual }”，没有写出结果。
actual-not-quantified-range = 指标“{ $indicator }”的指标值是“{ $target }”，实际完成值写成了一段范围“{ $actual }”，应填实际达到的数。
actual-not-quantified-words = 指标“{ $indicator }”的指标值是“{ $target }”，实际完成值写成了“{ $actual }”，应填实际达到的数。
actual-not-quantified-copied = 指标“{ $indicator }”的实际完成值“{ $actual }”带着比较符号，像是照抄指标值，应填实际达到的数。
actual-not-quantified-unlike = 指标“{ $indicator }”的指标值是“{ $target }”，实际完成值却是“{ $actual }”，两者无法比较。

rule-below-target-unexplained = 未达目标没有说明原因
    .why = 自评要求对偏差作出说明并提出改进措施，空着会被退回补充。
    .do = 在“偏差原因分析及改进措施”中写明没有完成的原因和下一步措施。
below-target-unexplained = 指标“{ $indicator }”的目标是“{ $target }”，实际为“{ $actual }”，没有达到，也没有说明原因。

rule-unit-missing = 指标值没有单位
    .why = 只有数没有单位，3 家、3 次、3 万元说的不是一回事。
    .do = 在数后写上单位，或填在“度量单位”一栏。
unit-missing = 指标“{ $indicator }”的指标值“{ $target }”没有写单位，写法如“{ $example }”。

rule-grade-without-points = 有等级没有总分
    .why = 等级由总分决定；只写等级，无法核对，也无法与其他项目比较。
    .do = 填写总分，并附各行得分。
grade-without-points = 写了等级“{ $grade }”，总分却没有填。

rule-indicator-name-poor = 指标名称不便考核
    .why = 名称说不清考核的是什么，或写成一句话，换一个人就不知道该数什么。
    .do = 用“对象＋要数的东西”作名称，一行一个指标。
indicator-name-poor-bare = 指标名称“{ $indicator }”没有说是什么的，可写成“{ $example }”。
indicator-name-poor-sentence = 指标名称“{ $indicator }”是一句话，看不出数什么，可写成“{ $example }”。
indicator-name-poor-long = 指标名称“{ $indicator }”有 { $count } 个字，超过 { $most } 个字的报送时可能被截断。

rule-indicators-few = 指标太少
    .why = 几个指标反映不出产出的数量、质量、时效、成本和效果。
    .do = 围绕主要任务补充指标，数量指标每项主要任务一个。
indicators-few = 全表只有 { $count } 个指标，一般不少于 { $least } 个。

rule-level-skipped = 缺一类指标
    .why = 产出、效益、满意度各看项目的一面，少一类就少考核一面。
    .do = 补充这一类指标；确不适用的，说明理由。
level-skipped = 从已有各行看，没有设置{ $level }。
level-skipped-cost = 从已有各行看，没有设置{ $level }，建议补充单位成本或总成本控制数。
level-skipped-weighted = 各行分值合计已满，没有设置{ $level }。

rule-result-missing = 没有填写实际完成值
    .why = 没有完成值就无法自评，其他各行都已填写。
    .do = 填实际达到的数和单位；没有开展的，写明原因。
result-missing = 指标“{ $indicator }”的目标是“{ $target }”，没有填写实际完成值。

rule-row-inapplicable = 用不上的行没有删
    .why = “不适用”的行不考核任何事，还会占用分值和版面。
    .do = 删除这一行；这一类指标有规定必须设置的，换成能考核的指标。
row-inapplicable = 指标“{ $indicator }”写着“{ $text }”，建议删去这一行。

rule-target-is-a-name = 指标名称与指标值填反了
    .why = 指标值一栏写的是另一个指标的名称，没有要达到的数。
    .do = 把它移作指标名称，在指标值一栏写符号、数和单位。
target-is-a-name = 指标“{ $indicator }”的指标值写成了“{ $target }”，这是指标名称，不是要达到的值。

## 相关性

rule-category-misplaced = 指标放错了分类
    .why = 放错分类会让这一类看似有指标、实际没有考核，权重也跟着算错。
    .do = 移到合适的二级指标下，或换成真正反映这一类的指标。
category-misplaced-process = 指标“{ $indicator }”考核的是资金或内部管理（“{ $words }”），属于过程，不是产出或效益。
category-misplaced-amount = 指标“{ $indicator }”是投入的金额，不是产出的数量。
category-misplaced-satisfaction = 指标“{ $indicator }”考核的是“{ $words }”，应放在满意度指标下。
category-misplaced-benefit-as-cost = 指标“{ $indicator }”写的是效果（“{ $words }”），不是成本，应放在效益指标下。
category-misplaced-not-economic = 指标“{ $indicator }”（“{ $words }”）不是经济效益。
category-misplaced-not-ecological = 指标“{ $indicator }”（“{ $words }”）不是生态效益。
category-misplaced-time = 指标“{ $indicator }”考核的是时间（“{ $words }”），应放在时效指标下。
category-misplaced-quality = 指标“{ $indicator }”（“{ $words }”）说的是做得好不好，应放在质量指标下；数量指标写做了多少。
category-misplaced-reach = 指标“{ $indicator }”（“{ $words }”）是比率，不是数量；数量指标写覆盖多少人、多少户。
category-misplaced-payment = 指标“{ $indicator }”（“{ $words }”）只说钱发没发，不反映质量或效益。
category-misplaced-work = 指标“{ $indicator }”（“{ $words }”）是产出，不是效益；效益写给谁带来什么变化。
category-misplaced-input = 指标“{ $indicator }”（“{ $words }”）是投入，投入的人财物不能作为绩效目标。

rule-cost-without-cost = 成本指标没有成本
    .why = 成本指标要看花了多少钱办成一件事；达标率、执行率，或把预算总额再写一遍，都反映不出成本高低。
    .do = 改为单位成本或分项成本，例如“每公里造价 ≤35万元”。
cost-without-cost = 成本指标“{ $indicator }”的指标值“{ $target }”没有写出成本，可写成“{ $example }”。
cost-without-cost-things = 成本指标“{ $indicator }”的指标值“{ $target }”数的是东西，不是花多少钱，可写成“{ $example }”。
cost-without-cost-total = 成本指标“{ $indicator }”的指标值“{ $target }”就是预算总额，建议改为单位成本或分项成本，例如“{ $example }”。

rule-goal-repeated = 同一段文字写在两处
    .why = 年度目标照抄总体目标看不出这一年完成哪一部分；目标照抄概况、依据，等于没有写要达到的结果。
    .do = 年度目标写本年度的任务和数量；概况写项目，目标写结果，各写各的。
goal-repeated = “{ $cell }”与“{ $other }”的文字几乎相同，看不出本年度要完成哪一部分。
goal-repeated-case = “{ $cell }”几乎每一句都是从“{ $other }”等处抄来的，没有写出要达到的数量或结果。
goal-repeated-text = “{ $cell }”与“{ $other }”的文字几乎相同，请各写各的内容。

rule-goal-result-copied = 完成情况照抄预期目标
    .why = 照抄目标等于没有报告结果。
    .do = 对照目标逐项写实际完成了多少。
goal-result-copied = “{ $cell }”与“{ $other }”的文字几乎相同，没有写出实际完成的情况。

rule-indicator-foreign = 指标与项目对不上
    .why = 指标应当来自本项目的任务和目标，套用别的项目的指标考核不到本项目。
    .do = 换成反映本项目任务的指标；确属本项目的，在项目名称、目标或概况中写到相应任务。
indicator-foreign = 指标“{ $indicator }”说的是“{ $words }”，项目说的是“{ $about }”，没有共同的词。
indicator-foreign-table = 指标说的是“{ $list }”，项目说的是“{ $about }”，几乎没有共同的词，像是别的项目的指标。
indicator-foreign-ecology = “{ $about }”是发给个人的，看不出怎样产生“{ $indicator }”这样的生态效益。

rule-indicator-repeated = 指标重复
    .why = 同一件事写成两个指标，等于重复计分，也占了其他指标的位置。
    .do = 保留一行；两行确有不同的，把不同之处写进名称。
indicator-repeated = 指标“{ $indicator }”与第 { $first } 行重复。
indicator-repeated-satisfaction = 指标“{ $indicator }”与第 { $first } 行问的是同一群人的满意度，保留满意度指标下的一行。
indicator-repeated-execution = 指标“{ $indicator }”与资金栏的执行率是同一件事，已经单独计分。
indicator-repeated-share = 指标“{ $indicator }”就是第 { $first } 行的完成比例，与那一行重复。
indicator-repeated-union = 指标“{ $indicator }”说的都在“{ $list }”里，与它们重复。
indicator-repeated-note = 指标“{ $indicator }”的说明只是重复名称（“{ $note }”），建议写明怎样计算、数据从哪里来。

rule-price-as-quality = 金额标准放在数量或质量下
    .why = 每人、每户、每亩多少钱是成本标准，不反映数量多少或质量好坏。
    .do = 移到成本指标下；数量、质量另设指标。
price-as-quality = 指标“{ $indicator }”的指标值“{ $target }”是单位金额，应放在成本指标下。

rule-target-not-quantified = 能量化的指标没有量化
    .why = 数量、时间、成本和各种“率”都能给出数，写成文字年底就无法核对。
    .do = 写成符号＋数＋单位，例如“≥30场”“12月底前”“≤30万元”。
target-not-quantified-quantity = 数量指标“{ $indicator }”的指标值写成了“{ $target }”，应写出数量，例如“{ $example }”。
target-not-quantified-share = 数量指标“{ $indicator }”的指标值是“{ $target }”，没有写出做多少，例如“{ $example }”。
target-not-quantified-lot = 数量指标“{ $indicator }”的指标值是“{ $target }”，一批有多少看不出来，建议写明，例如“{ $example }”。
target-not-quantified-cost = 成本指标“{ $indicator }”的指标值写成了“{ $target }”，应写出金额或单位成本，例如“{ $example }”。
target-not-quantified-time = 时效指标“{ $indicator }”的指标值写成了“{ $target }”，应写出完成时间、时限或及时率，例如“{ $example }”。
target-not-quantified-countable = 指标“{ $indicator }”可以计数或计算，指标值却写成了“{ $target }”。

rule-category-unlike = 指标与所在分类不符
    .why = 名称和指标值说的是另一类事，这一类看似有指标，实际没有考核。
    .do = 移到相符的二级指标下，或换成真正反映这一类的指标。
category-unlike-timeless = 时效指标“{ $indicator }”（{ $target }）没有说时间，可写成“{ $example }”。
category-unlike-count = “{ $indicator }”（{ $target }）数的是数量，不是{ $level }，应放在数量指标下。
category-unlike-date = “{ $indicator }”的指标值“{ $target }”是时间，不是{ $level }，应放在时效指标下。
category-unlike-effect = “{ $indicator }”说的是效果，不是{ $level }，应放在效益指标下，并写明用什么数衡量。
category-unlike-duty = 数量指标“{ $indicator }”说的是职责，没有可数的事项，可写成“{ $example }”。
category-unlike-burden = “{ $indicator }”不是给社会或环境带来的代价，不属于{ $level }，可写成“{ $example }”。
category-unlike-satisfaction = 满意度指标“{ $indicator }”（{ $target }）没有问谁是否满意，应移到产出或效益指标下。

rule-level-unknown = 级次写的不是表上的指标级次
    .why = 一级、二级指标由框架规定，写成别的，这一行算哪一类、占多少分就说不清。
    .do = 改成表上的级次名称；自己的分类写在三级指标里。
level-unknown = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，表上的有：{ $levels }。
level-unknown-two = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，表上的有：{ $levels }。

rule-level-two-elsewhere = 二级指标放错了一级指标
    .why = 一级指标决定分值怎样分配，放错了各类分值都不对。
    .do = 改一级指标，或换成属于这一级的二级指标。
level-two-elsewhere = 指标“{ $indicator }”的“{ $level }”写在“{ $found }”下，它属于{ $home }。

rule-goal-off-project = 目标与项目对不上
    .why = 目标说的不是这个项目要办的事，多半是从别的项目抄来没有改，项目的钱就没有对应的目标。
    .do = 写本项目要完成的任务、数量和效果；确属本项目的，在项目名称或概况中写明。
goal-off-project = “{ $cell }”说的是“{ $words }”，项目名称说的是“{ $about }”，没有共同的词。
goal-off-project-part = “{ $cell }”中的“{ $part }”与项目名称说的“{ $about }”没有共同的词，看不出是本项目要做的事。

rule-task-without-indicator = 目标里的任务没有指标
    .why = 目标写了要做的事，指标里没有，这件事做没做、做了多少都不考核。
    .do = 为这项任务补一个数量或质量指标；不是本年度任务的，从目标中删去。
task-without-indicator = “{ $cell }”写了“{ $task }”，没有一个指标考核这件事。
task-without-indicator-all = “{ $cell }”写的任务（{ $words }）没有一项有指标考核。
task-without-indicator-line = 支出“{ $item }”占全部支出的 { $percent }%，没有一个指标与它有关，建议补充。
task-without-indicator-main = 年度主要任务“{ $task }”没有指标考核。

## 适当性

rule-goal-without-figure = 目标没有一个数
    .why = 没有数的目标怎么都算完成，年底无法对照；年份、文号、现有人数不是目标的数。
    .do = 写上主要任务的数量、标准或时间，例如“养护县道46公里，12月底前完成”。
goal-without-figure = “{ $cell }”通篇没有可以核对的数：“{ $goal }”
goal-without-figure-slogan = “{ $cell }”只有一句话“{ $goal }”，没有写明任务、数量和时间。
goal-without-figure-name = “{ $cell }”只是换个说法重复项目名称：“{ $goal }”，没有写明做多少、做到什么程度。
goal-without-figure-parts = “{ $cell }”有 { $parts } 项，只有 { $count } 项写了可以核对的数，其余各项年底无法对照。

rule-prose-product-off = 文中标准、数量与金额不符
    .why = 按文中的标准和数量算出来的，不是文中写的金额（面积）。
    .do = 核对标准、数量和金额后改正；有补发、退出、分档等情况的，在文中说明。
prose-product-off = “{ $cell }”：{ $standard } × { $count } = { $product }，文中写的是“{ $amount }”。
prose-product-off-area = “{ $cell }”：{ $length } × { $width } = { $product }，文中写的是“{ $area }”。

rule-prose-rate-off = 文中比率与数据不符
    .why = 比率由文中的两个数算出，算出来的不是所写的数。
    .do = 核对两个数和比率后改正；另有口径的，写明口径。
prose-rate-off = “{ $cell }”：{ $part } ÷ { $whole } 算出来是 { $rate }%，文中写的是“{ $quote }”。
prose-rate-off-growth = “{ $cell }”：现为 { $whole }，变动 { $part }，按上期数算幅度是 { $rate }%，文中写的是“{ $quote }”。
prose-rate-off-excess = “{ $cell }”写“{ $quote }”，指标“{ $indicator }”目标“{ $target }”、实际“{ $actual }”，超出 { $rate }%。

rule-prose-sum-off = 文中分项与总数不符
    .why = 分项加起来不是文中写的总数，不知道以哪个为准。
    .do = 核对总数和各分项后改正；分项没有列全的，补上其余部分。
prose-sum-off = “{ $cell }”：{ $terms } = { $sum }，文中写的是“{ $quote }”。
prose-sum-off-close = “{ $cell }”：{ $terms } = { $sum }，与文中写的“{ $quote }”只差一点。
prose-sum-off-account = “{ $cell }”：按前后文 { $terms } = { $sum }，文中写的是“{ $quote }”。
prose-sum-off-near = “{ $cell }”：{ $terms } = { $sum }，与“{ $quote }”只差一点，是不是它的分项？

rule-rate-above-100 = 比率超过 100%
    .why = 合格率、覆盖率这类比率最高就是 100%，“≥100%”等于要求超过全部。
    .do = 要求全部达到的写“=100%”；完成值按实际比率填写。
rate-above-100 = 指标“{ $indicator }”最高只能到100%，“{ $target }”应写成“=100%”。
rate-above-100-over = 指标“{ $indicator }”最高只能到100%，指标值却是“{ $target }”。
rate-above-100-result = 指标“{ $indicator }”最高只能到100%，实际完成值却是“{ $actual }”。

rule-target-asks-nothing = 指标值没有要求
    .why = 数量写成 0、“≥0”或负数，什么都不做也算完成。
    .do = 写出本年度要完成的数量；用不上的行删除。
target-asks-nothing = 指标“{ $indicator }”的指标值是“{ $target }”，不做也算完成。
target-asks-nothing-rate = 指标“{ $indicator }”越高越好，指标值却是“{ $target }”，不做也算完成。
target-asks-nothing-negative = 指标“{ $indicator }”的指标值“{ $target }”是负数，请核对。

rule-text-slip = 文字笔误
    .why = 笔误影响理解，数和文号写错还会被引用。
    .do = 对照原文改正。
text-slip-doubled = “{ $cell }”里“{ $found }”词语重复。
text-slip-stops = “{ $cell }”里“{ $found }”标点重复。
text-slip-bracket = “{ $cell }”里文号“{ $found }”的括号不全，应写成“〔2025〕12号”的样子。
text-slip-quote = “{ $cell }”里“{ $found }”只有后引号，缺前引号。
text-slip-pixels = “{ $cell }”里“{ $found }”是屏幕像素，不能表示长度，应改为厘米或米。
text-slip-amount = “{ $cell }”里“{ $found }”的千分位不对，核对金额。

rule-text-too-long = 文字超出表格容量
    .why = 超出字数的文字打印不下，报送系统也可能截断。
    .do = 删繁就简，保留任务、数量、标准和时间。
text-too-long = “{ $cell }”写了 { $count } 个字，最多 { $most } 个字。

rule-target-direction-odd = 指标值的符号方向相反
    .why = 事故、逾期这类越少越好的指标写“≥”，或任务量写“≤”，会让做得差反而得满分。
    .do = 越多越好的用“≥”，越少越好的用“≤”。
target-direction-odd-bad = 指标“{ $indicator }”越少越好，指标值“{ $target }”的方向写反了。
target-direction-odd-all = 指标“{ $indicator }”越少越好，指标值却要求达到“{ $target }”。
target-direction-odd-good = 指标“{ $indicator }”越高越好，指标值“{ $target }”给它封了顶，符号应为“≥”。
target-direction-odd-output = 数量指标“{ $indicator }”的指标值是“{ $target }”，等于做得越少越好，符号应为“≥”或“=”。
target-direction-odd-cost = 成本指标“{ $indicator }”的指标值是“{ $target }”，等于花得越多越好，符号应为“≤”。

rule-target-vague = 指标值只有方向或评语
    .why = “提升”“有效”“效果明显”没有判断标准，年底怎么都算完成。
    .do = 能给数的给数；只能定性的写明分档标准或依据，例如“达到一级A标准”“优：…；良：…；差：…”。
target-vague = 指标“{ $indicator }”的指标值只写了“{ $target }”，没有可以核对的标准，可写成“{ $example }”。

rule-unit-unfit = 单位与指标不符
    .why = 单位与指标说的不是一回事，年底就无法填报和比较。
    .do = 改用与指标相符的单位，或改写指标名称。
unit-unfit-amount = 指标“{ $indicator }”的指标值“{ $target }”是金额，度量单位却是“{ $unit }”。
unit-unfit-words = 指标“{ $indicator }”的指标值“{ $target }”是文字，度量单位却是“{ $unit }”。
unit-unfit-count = 指标“{ $indicator }”是数量或时间，指标值“{ $target }”却是百分比。
unit-unfit-rate = 指标“{ $indicator }”是比率，指标值“{ $target }”的单位却是“{ $unit }”。
unit-unfit-statement = 指标“{ $indicator }”说的是一件事，没有写明是什么的比率，“{ $target }”无法计算。
unit-unfit-burden = 指标“{ $indicator }”的指标值是“{ $target }”，看不出是什么代价、占什么的百分之几。
unit-unfit-spelled = 指标“{ $indicator }”的指标值“{ $target }”，单位一般写作“{ $unit }”。

rule-target-several = 一格写了几个值
    .why = 几个值写在一格，完成值只能对上一个，得分也没法算。
    .do = 一个值一行，分成几个指标。
target-several = 指标“{ $indicator }”的指标值“{ $target }”有几个数，建议分成几行。

rule-unit-of-another-thing = 度量单位量的不是这件事
    .why = 面积用平方米或亩，人数用人，次数用次；单位不对，年底就填不出完成值。
    .do = 改用与名称相符的单位，或按单位改写名称。
unit-of-another-thing = 指标“{ $indicator }”的指标值是“{ $target }”，单位“{ $unit }”量的不是这件事。
unit-of-another-thing-broad = 指标“{ $indicator }”的单位写成“{ $unit }”，人数一般用“人”，次数一般用“次”或“场”（现为“{ $target }”）。
unit-of-another-thing-named = 指标名称“{ $indicator }”里的单位是“{ $own }”，指标值“{ $target }”的单位却是“{ $unit }”；数也不必写进名称。

rule-result-negative = 完成值是负数
    .why = 数量、金额、比率不会比零还少；负数多半是多打了一个“-”，得分也就算不对。
    .do = 核对后改为实际数；表示减少的，在指标名称里写明“减少”“下降”。
result-negative = 指标“{ $indicator }”的“{ $cell }”填的是“{ $actual }”，是负数，请核对。

rule-result-without-figure = 完成情况没有一个数
    .why = “已完成”“效果明显”“提升了水平”看不出完成了多少，与目标无法对照。
    .do = 写实际完成的数量和比例，例如“养护县道46公里，占计划的100%；回访群众120人，满意115人”。
result-without-figure = “{ $cell }”没有写出完成了多少：“{ $text }”
result-without-figure-praise = “{ $cell }”只有评语，没有可以核对的数：“{ $text }”
result-without-figure-uses = “{ $cell }”只列了钱花在哪些方面，没有写出办成了多少：“{ $text }”

rule-deadline-in-name = 时间写在指标名称里
    .why = 时间写进名称，指标值又写百分比，说不清考核的是时间还是完成了多少。
    .do = 名称写做什么，把时间移到指标值一栏。
deadline-in-name = 指标“{ $indicator }”的时间写在名称里，指标值却是“{ $target }”；名称写“完成时间”，指标值写“{ $deadline }”。

## 可行性

rule-budget-change-unexplained = 预算调整没有说明
    .why = 预算中途大幅增减，任务和目标也应随之变化；不说明原因，就看不出钱和事是否还相称。
    .do = 说明何时因何调整、批准文件，以及目标是否同步调整。
budget-change-unexplained-raised = 年初预算 { $initial }{ $unit }，全年预算 { $annual }{ $unit }，增加了 { $percent }%，建议说明追加的原因。
budget-change-unexplained-withdrawn = 年初预算 { $initial }{ $unit }，全年预算却是 0：预算全部收回的，要说明原因和目标怎么办；没有收回的，补填全年预算数。
budget-change-unexplained-cut = 年初预算 { $initial }{ $unit }，全年预算 { $annual }{ $unit }，减少了 { $percent }%，没有说明调减的原因，也看不出目标是否随之调整。

rule-grounds-unnamed = 立项依据没有写出依据
    .why = 审核人凭文件名、文号或会议决定判断项目该不该做；“工作需要”人人可写。
    .do = 写明文件名称和文号、会议纪要或批复，例如“某县人民政府办公室关于……的通知（某政办〔2025〕12号）”。
grounds-unnamed = “{ $cell }”写的是“{ $text }”，没有文件名、文号或会议决定。

rule-deadline-outside-period = 时间不在项目期或年度之内
    .why = 本年度的指标要在本年度内考核，超出项目期的时间无法完成。
    .do = 核对时间；跨年的写明本年度完成到哪一步。
deadline-outside-period = 指标“{ $indicator }”的时间“{ $target }”不在项目期之内。
deadline-outside-period-year = 指标“{ $indicator }”的时间“{ $target }”不在 { $year } 年度之内。

rule-fund-total-zero = 没有申请资金
    .why = 绩效目标随预算申报，资金为 0 就没有可以考核的支出。
    .do = 核对年度资金总额；本年度不安排资金的，不用申报。
fund-total-zero = “{ $cell }”是“{ $text }”，本年度没有申请资金。

rule-figure-in-two-versions = 同一件事前后两个数
    .why = 两处说的是同一件事，数却不一样，其中一个是笔误。
    .do = 核对后改成一致；确是两件事的，把名称写清楚。
figure-in-two-versions = “{ $cell }”写“{ $said }”，“{ $where }”写“{ $other }”，是不是同一个数？
figure-in-two-versions-row = “{ $cell }”写“{ $said }”，指标“{ $indicator }”写“{ $other }”，是不是同一个数？
figure-in-two-versions-rows = “{ $indicator }”是“{ $said }”，“{ $first }”是“{ $other }”，是不是同一件事？
figure-in-two-versions-persons = “{ $indicator }”是“{ $said }”，“{ $first }”是“{ $other }”：人数和人次一样，核对口径。

rule-fund-lines-absent = 没有列出成本构成
    .why = 只有总数没有明细，看不出钱花在哪里、标准是否合理。
    .do = 逐项列出支出内容、数量、单价、金额和测算依据，合计等于资金总额。
fund-lines-absent = 资金 { $amount }{ $unit }，没有列出由哪些支出构成。

rule-line-growth-unexplained = 比上年增加很多没有依据
    .why = 同一项支出比上年多出许多，审核人会问多做了什么、标准为何提高。
    .do = 在测算依据中写明新增的数量或提高的标准。
line-growth-unexplained = “{ $item }”{ $amount }{ $unit }，上年 { $last }{ $unit }，增加了 { $percent }%，没有写测算依据。

rule-line-product-off = 数量乘单价不等于金额
    .why = 测算过程和金额对不上，不知道以哪个为准。
    .do = 核对数量、单价和金额，注意元与万元。
line-product-off = “{ $item }”数量“{ $quantity }”乘单价“{ $price }”是 { $product }{ $unit }，金额写的是 { $amount }{ $unit }。
line-product-off-grounds = “{ $item }”按“{ $grounds }”计算是 { $product }{ $unit }，金额写的是 { $amount }{ $unit }。

rule-over-target-unexplained = 远超目标没有说明原因
    .why = 完成值远超目标，往往是年初目标定得过低，审核时会要求说明或调减得分。
    .do = 在“偏差原因分析及改进措施”中说明原因；目标定低了的，写明今后如何调整。
over-target-unexplained = 指标“{ $indicator }”的目标是“{ $target }”，实际为“{ $actual }”，是目标的 { $percent }%，没有说明原因。
over-target-unexplained-ceiling = 指标“{ $indicator }”的上限是“{ $target }”，实际为“{ $actual }”，只有上限的 { $percent }%，没有说明原因。

rule-progress-behind-spending = 钱花得比事办得快
    .why = 资金已经支出大半，任务只完成一小部分，说明付款与进度脱节，或完成情况没有写实。
    .do = 核对完成情况；付款超前的，说明原因和后续安排。
progress-behind-spending = “{ $cell }”是“{ $text }”，资金却已执行 { $rate }%，进度明显落后于支出，没有说明。

rule-unfinished-unexplained = 没有完成，也没有说明原因
    .why = 没有完成的部分要说明原因和改进措施，否则无法判断下年是否继续安排。
    .do = 写明哪些没有完成、差多少、什么原因、何时完成。
unfinished-unexplained = “{ $cell }”写“{ $clause }”，全表没有说明原因。

rule-unit-cost-off = 按单位成本计算超过预算
    .why = 单位成本乘以数量就是要花的钱，比预算还多，说明标准、数量或预算有一处不对。
    .do = 核对单位成本、数量和预算。
unit-cost-off = 指标“{ $indicator }”是“{ $target }”，“{ $quantity }”是“{ $number }”，相乘为 { $product }{ $unit }，超过资金总额 { $budget }{ $unit }。

rule-period-reversed = 项目起止时间不合
    .why = 起止时间颠倒，或不含本年度，本年度就没有可以安排的预算。
    .do = 核对开始和完成日期。
period-reversed = 完成时间早于开始时间。
period-reversed-year = 项目起止时间不包含 { $year } 年度。

rule-schedule-off = 实施计划的时间有问题
    .why = 步骤超出项目期或前后颠倒，说明计划没有排过；没有时间的计划无法检查进度。
    .do = 分步骤写清内容和起止月份，前后衔接，都在项目期内，例如“3月完成招标，4—10月施工，11月验收”。
schedule-off-outside = “{ $cell }”中的“{ $step }”不在项目期 { $period } 之内。
schedule-off-order = “{ $cell }”中“{ $step }”排在“{ $earlier }”之后，时间却更早，请核对先后。
schedule-off-reversed = “{ $cell }”里“{ $earlier }”在前，“{ $step }”在后，还没开工就完工验收了，请核对月份。
schedule-off-undated = “{ $cell }”没有写时间，看不出每一步什么时候完成。

rule-satisfaction-target-off = 满意度目标不合适
    .why = 满意度来自调查，定为 100% 几乎做不到，写成文字则无法计算。
    .do = 一般写“≥90%”到“≥95%”。
satisfaction-target-off-words = 指标“{ $indicator }”的指标值写成了“{ $target }”，应写成百分比，例如“≥90%”。
satisfaction-target-off-full = 指标“{ $indicator }”定为“{ $target }”，要求人人满意，难以做到。
satisfaction-target-off-over = 指标“{ $indicator }”的指标值“{ $target }”超过了100%。
satisfaction-target-off-low = 指标“{ $indicator }”的指标值是“{ $target }”，低于一般的 { $least }%，建议提高。
satisfaction-target-off-nobody = 指标“{ $indicator }”没有写是谁的满意度，例如“受益群众满意度”。

rule-note-contradicted = 指标解释与指标值不一致
    .why = 解释里的数和指标值不同，不知道按哪个考核。
    .do = 核对后改成一致。
note-contradicted = 指标“{ $indicator }”的解释写“{ $note }”，指标值是“{ $target }”。

rule-over-target-in-text = 文字中的结果远超要求，没有说明原因
    .why = 完成值与年初要求相差太远，往往是目标定得过低，审核时会要求说明。
    .do = 写明原因；目标定低了的，写明今后如何调整。
over-target-in-text = “{ $cell }”写道“{ $clause }”，结果是要求的 { $percent }%，没有说明原因。
over-target-in-text-ceiling = “{ $cell }”写道“{ $clause }”，结果只有上限的 { $percent }%，没有说明上限为何定得这样高。

rule-results-too-even = 完成情况过于整齐
    .why = 每一行都分毫不差，或满分与问题并存，往往是照抄目标，没有按实际填报。
    .do = 按台账、调查和决算逐行核对完成值；有问题的，在相应指标上扣分。
results-too-even-targets = { $count } 个指标的完成值都与目标分毫不差，请核对是否按实际填写。
results-too-even-full = { $count } 个指标全部满分，“{ $cell }”却写有问题，请核对。

## 勾稽关系

rule-amount-negative = 金额是负数
    .why = 预算数和执行数都不小于 0，负数会带错合计。
    .do = 核对金额；调减的，直接写调减后的数。
amount-negative = “{ $cell }”是“{ $text }”，金额不能小于 0。
amount-negative-row = “{ $row }”的“{ $cell }”是“{ $text }”，金额不能小于 0。

rule-annual-above-whole = 年度资金超过总额
    .why = 年度资金是项目总额的一部分，不会比总额还多。
    .do = 核对两处金额。
annual-above-whole = “{ $cell }”{ $value }{ $unit }，超过“{ $other }”{ $limit }{ $unit }。

rule-completion-contradicted = 完成情况前后说法不一
    .why = 一处说已完成、已付清，另一处的数说没有，自评结论站不住。
    .do = 按实际改成一致；没有完成的，写明完成了多少、为什么。
completion-contradicted-row = “{ $cell }”写“{ $claim }”，指标“{ $indicator }”目标“{ $target }”、实际“{ $actual }”，没有完成，也没有说明原因。
completion-contradicted-text = “{ $cell }”前面写“{ $claim }”，又写“{ $denied }”。
completion-contradicted-figure = “{ $cell }”写“{ $said }”，与目标“{ $goal }”一致，却又写“{ $denied }”。
completion-contradicted-satisfaction = “{ $cell }”写“{ $claim }”，“{ $where }”的满意度却只有“{ $said }”。
completion-contradicted-paid = “{ $cell }”写“{ $claim }”，预算执行率只有 { $rate }%。
completion-contradicted-money = “{ $cell }”写完成“{ $said }”，预算执行率已是 { $rate }%，钱走在了事情前面，没有说明。

rule-cost-above-budget = 成本超过预算
    .why = 成本目标比项目的钱还多，预算或目标必有一处不对。
    .do = 核对成本目标和资金总额。
cost-above-budget = 成本指标“{ $indicator }”为 { $cost }{ $unit }，超过项目资金 { $budget }{ $unit }。

rule-execution-rate-off = 预算执行率有问题
    .why = 执行率占自评分值，算错会带错总分；执行率过低或超过 100% 需要说明。
    .do = 按“全年执行数÷全年预算数”核对预算数、执行数、执行率和得分；年中追加过预算的，全年预算数填调整后的数；执行率偏低的，在“其他需要说明的事项”中写明原因。
execution-rate-off-points = 执行率为 { $rate }%，得分应为 { $computed }，表上是 { $printed }。
execution-rate-off-printed = 执行率应为 { $rate }%，表上是 { $printed }%。
execution-rate-off-rounded = 执行率为 { $rate }%，表上写成 { $printed }%，建议保留两位小数。
execution-rate-off-above = 执行数超过预算数，执行率达到 { $rate }%，请核对预算调整数或说明资金来源。
execution-rate-off-low = 执行率只有 { $rate }%，低于 { $least }%，没有说明原因。
execution-rate-off-told = 执行率只有 { $rate }%，低于 { $least }%；“{ $cell }”提到了原因，请看是否说清了全部差额。
execution-rate-off-row = 指标“{ $indicator }”的实际完成值是“{ $actual }”，按预算数和执行数计算是 { $rate }%。
execution-rate-off-source = “{ $cell }”是 { $printed }%，按这一行的预算数和执行数计算是 { $rate }%。
execution-rate-off-zero = 全年预算数为 0，却有执行数，无法计算执行率。

rule-fund-in-text-off = 文字里的资金与表上的资金不一致
    .why = 同一笔钱在文字和资金栏里是两个数，不知道批的、花的到底是多少。
    .do = 核对下达文件和预算，改成一致；说的是另一笔钱的，写清楚是哪一笔。
fund-in-text-off = “{ $cell }”写的是“{ $quote }”，“{ $total }”却是 { $amount }{ $unit }。
fund-in-text-off-unit = “{ $cell }”写的是“{ $quote }”，“{ $total }”是 { $amount }{ $unit }，数相同而单位差一万倍，像是元和万元混用。

rule-fund-lines-off = 资金构成与合计对不上
    .why = 分项加起来不是合计，或与表头资金不符，就说不清钱花在哪里、一共多少。
    .do = 逐项核对金额，改正错的一项或合计；有未列出的部分，补上这一行。
fund-lines-off = 资金构成各行相加 { $terms } = { $sum }{ $unit }，与“{ $cell }”{ $total }{ $unit }不符。
fund-lines-off-close = 资金构成各行相加 { $terms } = { $sum }{ $unit }，与“{ $cell }”{ $total }{ $unit }相差很小，请核对是否四舍五入。
fund-lines-off-short = 资金构成各行相加 { $terms } = { $sum }{ $unit }，少于“{ $cell }”{ $total }{ $unit }，请核对金额，或补上没有列出的部分。
fund-lines-off-own = “{ $item }”的“{ $cell }”是 { $total }{ $unit }，各行相加 { $terms } = { $sum }{ $unit }。
fund-lines-off-own-close = “{ $item }”的“{ $cell }”是 { $total }{ $unit }，各行相加 { $terms } = { $sum }{ $unit }，相差很小，请核对是否四舍五入。
fund-lines-off-unread = “{ $item }”的“{ $cell }”填的是“{ $text }”，逗号或小数点的位置不对，读不出数；写成“67,700元”或“67700元”。

rule-fund-sum-mismatch = 资金合计不等于各来源之和
    .why = 总额与分项对不上，无法确认项目到底有多少钱。
    .do = 核对总额和各项来源。
fund-sum-mismatch = “{ $cell }”是 { $total }{ $unit }，各项来源合计为 { $sum }{ $unit }。
fund-sum-mismatch-close = “{ $cell }”是 { $total }{ $unit }，各项来源合计为 { $sum }{ $unit }，相差很小，请核对是否四舍五入。
fund-sum-mismatch-zero = “{ $cell }”是 0，各项来源合计却有 { $sum }{ $unit }。

rule-fund-source-contradicted = 资金来源前后不一
    .why = 同一笔钱一处是财政资金、一处是其他资金，审核口径和监管要求都不同。
    .do = 核对资金来源，填到相应的一行。
fund-source-contradicted = “{ $cell }”写的是“{ $text }”，资金 { $amount }{ $unit }却全部填在“{ $source }”。

rule-income-off = 收入、到位与支出不相称
    .why = 支出超过收入，要说明多出的钱从哪里来；到位远少于预算，任务和执行率都会受影响。
    .do = 写明使用的结转、其他资金，或资金没有到位的原因。
income-off-spent = 全年执行 { $executed }{ $unit }，超过“{ $cell }”所写的收入 { $income }{ $unit }，没有说明差额用的是什么钱。
income-off-received = “{ $cell }”写明到位资金 { $received }{ $unit }，只有全年预算 { $annual }{ $unit }的 { $percent }%，没有说明原因。

rule-goal-number-contradicted = 文字与指标的数不一致
    .why = 同一件事在文字和指标中是两个数，不知道以哪个为准。
    .do = 核对后改成一致；确是两件事的，把名称写清楚。
goal-number-contradicted = “{ $cell }”写“{ $said }”，指标“{ $indicator }”的指标值是“{ $target }”。
goal-number-contradicted-result = “{ $cell }”写“{ $said }”，指标“{ $indicator }”的实际完成值是“{ $actual }”。
goal-number-contradicted-perhaps = “{ $cell }”写“{ $said }”，指标“{ $indicator }”写“{ $other }”，是不是同一件事？

rule-goal-number-unmeasured = 目标有数，指标没有
    .why = 目标里已经定了数，指标却只写文字，年底不按这个数考核。
    .do = 把目标里的数写成该行的指标值。
goal-number-unmeasured = “{ $cell }”写了“{ $said }”，指标“{ $indicator }”却只写“{ $target }”，应以目标里的数作指标值。

rule-goal-of-another-year = 目标写的是别的年度
    .why = 沿用上一年的目标没有更新，或写成了以后年度的事，考核的就不是本年度。
    .do = 改为本年度的目标。
goal-of-another-year = “{ $cell }”只提到 { $found } 年，本表是 { $year } 年度。
goal-of-another-year-later = “{ $cell }”写的是 { $found } 年的事，本表是 { $year } 年度，应写本年度要完成的部分。

rule-grade-off = 等级与总分不符
    .why = 等级按总分和本地的分数线划定，例如90分以上为优，对不上就没有依据。
    .do = 按总分改等级，或核对总分。
grade-off = 总分 { $total } 分对应“{ $grade }”，表上是“{ $printed }”。

rule-cost-result-off = 总成本与全年执行数不一致
    .why = 总成本就是实际花的钱，与资金栏的执行数应当一致。
    .do = 核对执行数和总成本，改成一致；口径不同的，写明包含哪些支出。
cost-result-off = 成本指标“{ $indicator }”的实际完成值是“{ $actual }”，全年执行数是 { $executed }{ $unit }。
cost-result-off-nothing = 成本指标“{ $indicator }”目标“{ $target }”，实际却是“{ $actual }”，一分钱没花；请核对是没有填，还是没有实施。

rule-part-overspent = 分项执行超过分项预算
    .why = 总数没有超，其中一项却超了，说明资金在各项之间调剂过，或有一项填错。
    .do = 核对这一项；调剂使用的，说明依据。
part-overspent = “{ $cell }”是 { $executed }{ $unit }，超过这一来源的预算 { $annual }{ $unit }。
part-overspent-line = “{ $item }”执行 { $executed }{ $unit }，超过它的预算 { $annual }{ $unit }。

rule-row-score-off = 指标得分与完成情况不符
    .why = 得分按完成比例计算，最高不超过分值；多给少给都会带错总分。
    .do = 按完成情况改得分；有意少给的，写明原因。
row-score-off-above-weight = 指标“{ $indicator }”得 { $printed } 分，超过分值 { $weight }。
row-score-off-over = 指标“{ $indicator }”目标“{ $target }”，实际“{ $actual }”，应得 { $computed } 分，表上是 { $printed } 分。
row-score-off-under = 指标“{ $indicator }”目标“{ $target }”，实际“{ $actual }”，应得 { $computed } 分，表上只有 { $printed } 分，没有说明扣分原因。
row-score-off-short = 指标“{ $indicator }”目标“{ $target }”，实际“{ $actual }”，应得 { $computed } 分，表上是 { $printed } 分，少了。
row-score-off-met = 指标“{ $indicator }”已经完成，分值 { $weight }，只得 { $printed } 分，没有说明扣分原因。
row-score-off-late = 指标“{ $indicator }”要求“{ $target }”，实际“{ $actual }”，过了期限，不能得满分，表上是 { $printed } 分；按延误的影响扣分，并写明原因。
row-score-off-tier = 指标“{ $indicator }”的完成情况是“{ $actual }”，得分应在 { $low } 到 { $high } 分之间，表上是 { $printed } 分。

rule-total-score-off = 总分不等于各项得分之和
    .why = 总分是公开和评级的依据，必须与各行得分一致。
    .do = 按各行得分和执行率得分重新相加。
total-score-off = 各项得分合计为 { $sum }，总分写的是 { $printed }。
total-score-off-recomputed = 按规则逐行计算，总分为 { $computed }，表上是 { $printed }。

rule-weight-outside-range = 分值或得分超出范围
    .why = 分值、得分和总分都在 0 到 100 之间。
    .do = 核对这一格的数。
weight-outside-range = “{ $cell }”是“{ $text }”，不在 0 到 100 之间。
weight-outside-range-row = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，不在 0 到 100 之间。

rule-weight-split-off = 一级指标的分值分配与通行办法不同
    .why = 通行的分配让产出、效益、满意度各有分量；偏重某一类会使总分失真。
    .do = 按本地规定或通行分配调整；本地另有规定的，写明依据。
weight-split-off = 一级指标的分值为{ $found }，通行分配为{ $usual }。
weight-split-off-share = 指标“{ $indicator }”的分值是 { $printed }，二级指标 { $whole } 分由 { $rows } 个三级指标平分，每个应为 { $due } 分。

rule-money-unit-mixed = 元和万元混用
    .why = 差一个“万”字就差一万倍，合计、执行率和成本都会跟着错。
    .do = 全表只用一个单位，并与表头一致；核对这个数是按元还是按万元写的。
money-unit-mixed-stated = “{ $cell }”写的是“{ $text }”，本表金额的单位却是{ $unit }。
money-unit-mixed-amounts = “{ $cell }”是“{ $text }”，“{ $other }”是 { $amount }{ $unit }，相差一万倍左右，像是元和万元混用。
money-unit-mixed-row = 成本指标“{ $indicator }”的指标值是“{ $target }”，项目资金是 { $budget }{ $unit }，数相同而单位差一万倍。
money-unit-mixed-large = “{ $cell }”是“{ $text }”，按{ $unit }算合 { $converted } 亿元，像是按元填写的，请核对单位。
money-unit-mixed-small = “{ $cell }”只有“{ $text }”{ $unit }，像是按万元填写的，请核对单位。

rule-weight-sum-off = 分值合计不是 100
    .why = 分值合计不是 100，总分就不能按百分制评级。
    .do = 调整各行分值，使其与执行率分值合计为 100。
weight-sum-off = 指标分值合计 { $rows }，加上执行率 { $execution } 为 { $sum }，应为 100。
weight-sum-off-unfilled = 指标分值合计 { $rows }，执行率的分值没有填；两者合计应为 100。
weight-sum-off-rows = 指标分值合计 { $rows }，与执行率分值相加也不是 100。
weight-sum-off-printed = 总分（分值）填的是 { $printed }，各行与执行率的分值合计为 { $sum }。

rule-years-contradicted = 同一件事写了两个年度区间
    .why = 名称、目标和文件里的年度不一致，说不清是哪一年的事、哪一年的钱。
    .do = 核对后改成一致。
years-contradicted = “{ $cell }”写的是 { $found } 年，别处同样说“{ $subject }”，写的是 { $other } 年。
years-contradicted-period = “{ $cell }”写的期限是 { $found } 年，项目期是 { $period }。

rule-whole-beyond-period = 一年的项目，总额却多于年度资金
    .why = 项目当年开始当年完成，全部资金就是当年的资金；多出来的没有安排在哪一年。
    .do = 核对起止时间、项目总额和年度资金。
whole-beyond-period = 项目起止都在 { $year } 年，项目资金总额 { $whole }{ $unit }，年度资金只有 { $amount }{ $unit }。

rule-year-out-of-range = 年度不对
    .why = 年度决定这张表属于哪一年的预算，也用来核对各处时间。
    .do = 写所编预算的年度，例如“2026”。
year-out-of-range = “{ $cell }”是“{ $text }”，不在 2000 到 2100 年之间。

rule-actual-in-other-unit = 完成值与指标值的单位不同
    .why = 单位不同的两个数无法比较，也算不出完成了多少。
    .do = 按指标值的单位填写完成值。
actual-in-other-unit = 指标“{ $indicator }”的指标值是“{ $target }”，实际完成值却是“{ $actual }”，单位对不上。

rule-weight-concentrated = 分值分配不均
    .why = 一个指标占去大半分值，其他各行做得好坏都不影响总分；各行分值完全相同，则分不出主次。
    .do = 按任务轻重分配分值，主要任务多一些，但不要压在一行上。
weight-concentrated = 指标“{ $indicator }”一行就占 { $weight } 分，其他指标几乎不起作用。
weight-concentrated-nothing = 指标“{ $indicator }”的分值是 0，做得好坏都不影响总分。
weight-concentrated-alike = { $count } 个指标的分值都是 { $weight }，看不出主次。

rule-text-of-another = 文字里有别处的地名、资金或用途
    .why = 别的地方、别的资金或别的用途留在表里，说明这段文字是抄来的，内容可能都不是本项目的。
    .do = 核对后改成本项目的；确有关系的，写明是什么关系。
text-of-another-place = “{ $cell }”里写的是“{ $found }”，表头写的是“{ $own }”，请核对是否写错或照抄了别处。
text-of-another-fund = “{ $cell }”里写了“{ $found }”，项目说的是“{ $about }”，没有共同的词，请核对是否写错了资金。
text-of-another-purpose = “{ $cell }”里写了用于“{ $found }”，项目说的是“{ $about }”，没有共同的词，请核对是否照抄了别处。

rule-goal-unlike-plan = 目标与本年度的安排对不上
    .why = 本年度只剩结算、付尾款，目标却还写建成后的用途，考核的不是这一年的钱。
    .do = 目标写本年度要办完的事，例如“6月底前完成审价，按合同付清尾款”；建成后的效果写在总体目标里。
goal-unlike-plan = “{ $other }”里本年度只有“{ $words }”，“{ $cell }”没有写到这些事。

rule-approved-changed = 与批复的目标不一致
    .why = 绩效目标批复后一般不调整，监控和自评都对着批复的目标；改了目标再评，评的就不是原来的目标。
    .do = 恢复为批复的内容；确需调整的，按程序报批调整后再填。
approved-changed = “{ $cell }”批复为“{ $approved }”，这里是“{ $text }”。
approved-changed-row = “{ $row }”的{ $cell }批复为“{ $approved }”，这里是“{ $text }”。
approved-changed-gone = 批复的“{ $row }”这一行不见了。
approved-changed-new = “{ $row }”不在批复的目标里。
approved-changed-rated = “{ $cell }”在被评的表里是“{ $approved }”，这里是“{ $text }”。
approved-changed-rated-row = “{ $row }”的{ $cell }在被评的表里是“{ $approved }”，这里是“{ $text }”。
approved-changed-rated-gone = 被评的表里有“{ $row }”这一行，这里不见了。
approved-changed-rated-new = “{ $row }”不在被评的表里。

rule-carried-changed = 与来源文件不一致
    .why = 由上一张表结转来的项目名称、代码、单位、年度和年初预算，是认定同一个项目、同一笔钱的根据；这里改了，前后两张表就对不上。
    .do = 恢复为来源文件的写法；来源文件写错的，先改来源文件，再重新结转。年中调整的预算，填在全年预算数里。
carried-changed = “{ $cell }”在来源文件里是“{ $before }”，这里是“{ $text }”。
carried-changed-blank = “{ $cell }”在来源文件里是“{ $before }”，这里空着。
carried-changed-unit = “{ $cell }”在来源文件里是“{ $before }”，这里是“{ $text }”；单位合并、更名的，请说明。
carried-changed-budget = “{ $cell }”在来源文件里是“{ $before }”，这里是“{ $text }”；批复的年初数不再变动。
carried-changed-annual = “{ $cell }”批复为“{ $before }”，这里是“{ $text }”；年中调整过的，请说明。
carried-changed-last = “{ $row }”的{ $cell }在上年的表里是“{ $before }”，这里是“{ $text }”。

rule-ex-ante-exceeded = 申报的资金超过事前绩效评估认可的数
    .why = 事前绩效评估的结果是申请预算的依据；评估核减的资金不能再申报回来，没有评估过的资金也不能加进来。
    .do = 按评估认可的数申报，同时调整目标和测算；情况变了确需更多资金的，重新评估。
ex-ante-exceeded = 申报 { $amount }{ $unit }，评估的只有 { $limit }{ $unit }。
ex-ante-exceeded-cut = 申报 { $amount }{ $unit }；评估时申请 { $asked }{ $unit }，核减 { $cut }{ $unit }，认可 { $limit }{ $unit }。
ex-ante-exceeded-cut-year = 本年申报 { $amount }{ $unit }；评估时本年申请 { $asked }{ $unit }，共核减 { $cut }{ $unit }，全从本年减去是 { $limit }{ $unit }。核减的是不是本年的，请填上项目资金总额或加以说明。

rule-cut-above-request = 核减的比申请的还多
    .why = 申请多少，最多核减多少；核减数更大，不是填错了数，就是用错了单位。
    .do = 核对申请数、核减金额和金额单位。
cut-above-request = “{ $cell }”{ $value }{ $unit }，超过“{ $other }”{ $limit }{ $unit }。

rule-adjustment-unexplained = 调整没有说明原因
    .why = 绩效目标批复后一般不调整；确需调整的，要说明改了什么、为什么改，审核人才能判断。
    .do = 写明调整原因和依据；没有改动的，不必另报。
adjustment-unexplained = 与调整前相比有改动，“{ $cell }”却没有填。
adjustment-unexplained-nothing = 与调整前相比没有任何改动。

## 年度各环节的表：部门任务、监控、审核和评级

rule-task-incomplete = 年度主要任务没有填全
    .why = 任务要有名称、内容和预算，自评时要有完成情况，审核人才知道钱用在哪件事上。
    .do = 补填这一格；这一行用不上就整行删除。
task-incomplete-row = 任务“{ $row }”的“{ $cell }”没有填写。

rule-line-amount-implausible = 一项的金额大得不像真的
    .why = 一项任务或一笔支出的钱，比整个项目可能有的还多，多半是把元写成了万元，或者多打了几个零；合计也跟着错。
    .do = 核对金额和单位；确实有这么多的，写明情况。
line-amount-implausible-row = “{ $row }”的“{ $cell }”是“{ $text }”，超过 { $to }万元，请核对单位和位数。

rule-line-parts-off = 一项任务的资金来源加起来不等于它的金额
    .why = 每项任务的金额由财政拨款和其他资金组成，加不起来，合计也对不上预算。
    .do = 核对这一项的金额和两个来源，改正不对的一个。
line-parts-off-row = “{ $row }”的“{ $cell }”是 { $value }{ $unit }，它的来源合计 { $limit }{ $unit }。

rule-tasks-sum-off = 各项任务的预算加起来不等于合计
    .why = 合计是批复预算的依据，与各项任务对不上，说明有任务漏填或金额填错。
    .do = 核对各项任务的金额，补上漏掉的任务，或者改正合计。
tasks-sum-off = “{ $cell }”是 { $total }{ $unit }，各项任务合计 { $sum }{ $unit }。
tasks-sum-off-close = “{ $cell }”是 { $total }{ $unit }，各项任务合计 { $sum }{ $unit }，相差很小，请核对是否四舍五入。
tasks-sum-off-zero = “{ $cell }”是 0，各项任务合计却有 { $sum }{ $unit }。

rule-progress-missing = 监控情况没有填全
    .why = 监控看到某一天为止做了多少、花了多少、年底能不能完成，缺一样就判断不了。
    .do = 补填这一格：截止日期写到日；没有发生的金额填 0；还没有开始做的指标，执行情况填 0 和单位。
progress-missing = “{ $cell }”没有填写。
progress-missing-row = 指标“{ $indicator }”的“{ $cell }”没有填写。
progress-missing-column = 所有指标都没有填写“{ $cell }”。

rule-deviation-unexplained = 目标可能完不成，没有说明原因
    .why = 只说“有可能”或“完全不可能”，看不出差在钱、制度、人还是条件，也就不知道要帮什么。
    .do = 在偏差原因里打勾，并用一句话写清差多少、为什么、什么时候补上。
deviation-unexplained-row = 指标“{ $indicator }”不是确定能完成，没有勾原因，“{ $cell }”也空着。
deviation-unexplained-other = 指标“{ $indicator }”的原因勾了“其他”，“{ $cell }”要写明是什么。

rule-hopeless-without-remedy = 目标完全不可能完成，没有整改措施
    .why = 明知完不成而没有措施，钱会继续按原计划花出去。
    .do = 写明调整目标、调减预算还是换办法，由谁在什么时候办。
hopeless-without-remedy = 有指标完全不可能完成，“{ $cell }”没有填写。
hopeless-without-remedy-absent = 有指标完全不可能完成，“{ $cell }”填的是“{ $text }”，要写清楚怎么办。

rule-expected-above-budget = 全年预计执行数与预算、已执行数不相称
    .why = 预计花的比预算多，就要先追加预算；比已经花的还少，两个数必有一个不对。
    .do = 核对预算数、已执行数和预计数，改正填错的一个。
expected-above-budget = “{ $cell }”{ $value }{ $unit }，超过“{ $other }”{ $limit }{ $unit }。
expected-above-budget-spent = “{ $cell }”{ $value }{ $unit }，比“{ $other }”{ $limit }{ $unit }还少。

rule-rating-open = 有一项没有评
    .why = 少评一项，总分和等级就没有依据。
    .do = 给这一项打分或评定等次；得 0 分的填 0。
rating-open-row = “{ $row }”的“{ $cell }”没有填写。
rating-open-indicator = 指标“{ $indicator }”的“{ $cell }”没有填写。

rule-score-above-points = 得分高于分值
    .why = 得分最多等于分值，高出来的分会让总分和等级失真。
    .do = 核对这一项的得分。
score-above-points-row = “{ $row }”得 { $value } 分，这一项只有 { $limit } 分。
score-above-points-indicator = 指标“{ $indicator }”复核得 { $value } 分，这一行只有 { $limit } 分。

rule-score-negative = 得分小于 0
    .why = 一项最少得 0 分，扣成负数会从别的项里再扣一遍。
    .do = 扣完为止，填 0。
score-negative-row = “{ $row }”的“{ $cell }”是“{ $text }”，最少是 { $from } 分。
score-negative-cell = “{ $cell }”是“{ $text }”，最少是 { $from } 分。
score-negative-indicator = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，最少是 { $from } 分。

rule-deduction-reason-empty = 扣分理由没有内容
    .why = “无”“工作需要”一类的话说不出扣在哪里，被审核的单位不知道改什么，也没法核对。
    .do = 写明差在哪里，依据哪份材料。
deduction-reason-empty-row = “{ $row }”没有得满分，“{ $cell }”却只写了“{ $words }”。
deduction-reason-empty-grade = “{ $row }”评定不高，“{ $cell }”却只写了“{ $words }”。
deduction-reason-empty-indicator = 指标“{ $indicator }”的复核得分低于自评得分，“{ $cell }”却只写了“{ $words }”。

rule-deduction-unexplained = 扣了分或评得低，没有写理由
    .why = 没有理由的扣分，被评的单位不知道改什么，也无法答复。
    .do = 写明扣在哪里：差什么材料、不符合哪一条、怎样才算符合。
deduction-unexplained-row = “{ $row }”没有得满分，“{ $cell }”没有填写。
deduction-unexplained-grade = “{ $row }”评得低，“{ $cell }”没有填写。
deduction-unexplained-indicator = 指标“{ $indicator }”的复核得分比自评低，“{ $cell }”没有填写。

rule-rating-total-off = 总分不等于各项之和
    .why = 总分决定等级，与各项对不上就没有依据。
    .do = 核对各项得分，或者改用算出的总分。
rating-total-off = “{ $cell }”是 { $total }，各项得分合计 { $sum }。
rating-total-off-zero = “{ $cell }”是 0，各项得分合计却有 { $sum }。
rating-total-off-points = “{ $cell }”是 { $total }，各项分值合计 { $sum }。
rating-total-off-points-zero = “{ $cell }”是 0，各项分值合计却有 { $sum }。

rule-review-total-off = 复核总分不等于各行复核得分之和
    .why = 复核总分决定等级和偏离度，与各行对不上就没有依据。
    .do = 核对各行和预算执行率的复核得分，或者改用算出的总分。
review-total-off = “{ $cell }”是 { $printed }，各行复核得分与预算执行率复核得分合计 { $computed }。
review-total-off-execution = “{ $cell }”是 { $printed }，应在 0 到 { $most } 之间。

rule-deviation-off = 偏离度与两个总分对不上
    .why = 偏离度＝（自评总分－复核总分）÷自评总分，用来判断自评可不可信，三个数必须对得上。
    .do = 核对自评总分和复核总分；没有错的，改用算出的偏离度。
deviation-off = “{ $cell }”是 { $printed }%；自评总分 { $own }，复核总分 { $total }，算出来是 { $computed }%。

rule-conclusion-missing = 没有写结论或意见
    .why = 评审的结果要落到等级、结论和意见上，才能用于下一步的预算安排和整改。
    .do = 补填这一格。
conclusion-missing = “{ $cell }”没有填写。
conclusion-missing-absent = “{ $cell }”填的是“{ $text }”，这一格不能没有内容。

rule-grade-unlike-items = 总的等级与各项评定不一致
    .why = 综合评定等级由各项评定而来，各项里找不到依据，等级就说不清从哪里来。
    .do = 核对各项评定和综合评定等级，改正不对的一个。
grade-unlike-items-above = “{ $cell }”是“{ $text }”，各项评定却没有一项达到。
grade-unlike-items-poor = “{ $cell }”是“{ $text }”，却有一项评定为“差”。
grade-unlike-items-below = “{ $cell }”是“{ $text }”，各项评定却都是“优”“良”。

rule-conclusion-off = 结论与等级或各项评定不一致
    .why = 结论要与等级、各项评定和核减金额说同一件事，否则不知道按哪一个办。
    .do = 核对等级和结论，改正不对的一个；确有特殊考虑的，在意见里写明。
conclusion-off-poor = 等级是“差”，“{ $cell }”却是“{ $text }”。
conclusion-off-fair = 等级是“中”，要退回修改，“{ $cell }”却是“{ $text }”。
conclusion-off-best = 等级是“优”，“{ $cell }”却是“{ $text }”。
conclusion-off-question = 有一问的回答是“否”，“{ $cell }”却是“{ $text }”，没有提出调整。
conclusion-off-refused = 各问的回答都是“否”，“{ $cell }”却是“{ $text }”。
conclusion-off-answered = 各问的回答都是“是”，“{ $cell }”却是“{ $text }”。
conclusion-off-item = 有一项评定为“差”，“{ $cell }”却是“{ $text }”，没有要求修改。
conclusion-off-untrue = 评分的等级在良以上，“{ $cell }”却是“{ $text }”。
conclusion-off-true = 评分的等级在中以下，“{ $cell }”却是“{ $text }”。
conclusion-off-near = 复核总分与自评总分相差不大，“{ $cell }”却是“{ $text }”。
conclusion-off-far = 复核总分比自评总分低很多，“{ $cell }”却是“{ $text }”。
conclusion-off-cut = 核减了金额，“{ $cell }”却是“{ $text }”，应为调整后支持。

rule-dates-out-of-order = 日期先后颠倒
    .why = 先填报、再复核、后批准，日期倒过来，说明手续没有按顺序办或日期写错。
    .do = 核对日期。
dates-out-of-order = “{ $cell }”{ $value } 早于“{ $other }”{ $limit }。

rule-checked-by-oneself = 自己复核自己
    .why = 复核是为了有另一双眼睛看一遍，填报、复核和批准最好不是同一个人。
    .do = 换一个人复核或批准。
checked-by-oneself = “{ $cell }”与“{ $other }”是同一个人。

rule-instrument-unplanned = 实施方式没有在计划和措施里交代
    .why = 采购、购买服务、政府和社会资本合作、举债、设基金各有程序，计划里不提，时间和责任就没有着落。
    .do = 在实施计划或保障措施里写明：什么时候采购、谁来承接、怎样付费、用什么偿还、怎样退出。
instrument-unplanned-procurement = “{ $cell }”是“{ $text }”，计划和措施里没有提到采购或招标。
instrument-unplanned-service = “{ $cell }”是“{ $text }”，计划和措施里没有提到向谁购买、怎样确定承接主体。
instrument-unplanned-partner = “{ $cell }”是“{ $text }”，没有提到社会资本、付费或财政承受能力。
instrument-unplanned-debt = “{ $cell }”是“{ $text }”，没有提到用什么偿还。
instrument-unplanned-fund = “{ $cell }”是“{ $text }”，没有提到出资、管理或退出。

rule-budget-type-unfit = 预算类型与举债不相称
    .why = 政府债务分类纳入一般公共预算和政府性基金预算，不列入另外两本预算。
    .do = 核对预算类型和实施方式。
budget-type-unfit = 实施方式是政府债务，“{ $cell }”却是“{ $text }”。

fix-drop-row = 删去这一行
fix-put-rows-back = 恢复缺少的行
rule-printed-text-changed = 改动了表上印好的内容
    .why = 审核表、评分表的项目和分值是统一规定的；改了就不能与别的项目比较。
    .do = 恢复印好的内容；确有其他意见的，写在意见栏。
printed-text-changed = “{ $cell }”印的是“{ $printed }”，这里是“{ $text }”。
printed-text-changed-gone = 少了表上印好的行：{ $list }。
printed-text-changed-new = 第{ $n }行不是表上印好的行。

rule-spending-behind-time = 支出慢于序时进度
    .why = 一年过去了多少，钱大体也该花到多少；差得多又不说原因，年底容易突击花钱或者大量结余。
    .do = 在“整改措施”里写明为什么慢、什么时候支付多少；确实花不完的，写明调减或交回多少。
spending-behind-time = 全年已过 { $share }%，资金只执行了 { $rate }%，慢 { $gap } 个百分点（超过 { $bound } 个百分点要说明），表上没有说明原因。
spending-behind-time-told = 全年已过 { $share }%，资金只执行了 { $rate }%，慢 { $gap } 个百分点；原因写在“{ $cell }”里，请核对。

rule-likelihood-contradicted = 完成可能性与预计完成值对不上
    .why = 监控看的是年底能不能完成；可能性与预计值说法相反，就不知道该不该纠偏。
    .do = 核对年底预计值，再选可能性；完不成的写明原因和纠偏措施。
likelihood-contradicted = 指标“{ $indicator }”填的是“{ $likelihood }”，全年预计“{ $expected }”却达不到目标“{ $target }”。
likelihood-contradicted-none = 指标“{ $indicator }”填的是“{ $likelihood }”，全年预计“{ $expected }”却已达到目标“{ $target }”。
likelihood-contradicted-done = 指标“{ $indicator }”填的是“{ $likelihood }”，目前已完成“{ $so-far }”，达到了目标“{ $target }”。

rule-money-and-goals-apart = 资金和目标进度相差过大
    .why = 双监控看钱和事是不是一起往前走：钱花了事没办，或者事办了钱没付，都要有原因。事办了多少，只看要做到一定数量的产出指标；比率、质量、成本和满意度一开始就可能达标，不算在内。
    .do = 核对执行数和各行完成情况；数没有错的，在“整改措施”里写明原因和下一步安排。
money-and-goals-apart-spent = 资金已执行 { $rate }%，按数量计的产出指标平均只完成 { $goals }%，相差 { $gap } 个百分点（超过 { $bound } 个百分点要说明）：钱花在前面，表上没有说明原因。
money-and-goals-apart-spent-all = 资金已执行 { $rate }%，各项指标平均只完成 { $goals }%，相差 { $gap } 个百分点（超过 { $bound } 个百分点要说明）：钱花在前面，表上没有说明原因。
money-and-goals-apart-unspent = 按数量计的产出指标平均已完成 { $goals }%，资金只执行 { $rate }%，相差 { $gap } 个百分点（超过 { $bound } 个百分点要说明）：事办了钱没有付，表上没有说明原因。
money-and-goals-apart-unspent-all = 各项指标平均已完成 { $goals }%，资金只执行 { $rate }%，相差 { $gap } 个百分点（超过 { $bound } 个百分点要说明）：事办了钱没有付，表上没有说明原因。
money-and-goals-apart-told = 资金执行 { $rate }%，按数量计的产出指标平均完成 { $goals }%，相差 { $gap } 个百分点；原因写在“{ $cell }”里，请核对。
money-and-goals-apart-told-all = 资金执行 { $rate }%，各项指标平均完成 { $goals }%，相差 { $gap } 个百分点；原因写在“{ $cell }”里，请核对。

rule-progress-implausible = 监控的完成数不像真的
    .why = 年底预计数包括已经完成的，不会更少；是指标值的许多倍，多半是单位或位数写错。完成率按这些数计算。
    .do = 核对单位和位数；确实如此的，写明原因。
progress-implausible = 指标“{ $indicator }”已完成“{ $so-far }”，预计全年完成“{ $expected }”，反而少了。
progress-implausible-times = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，为指标值“{ $target }”的 { $times } 倍，请核对单位和位数。

rule-progress-going-back = 比上一次监控还少或还早
    .why = 监控填的是年初到截止日的累计数，只会增加；比上一次少，两次必有一次填错，或者填成了当期数。
    .do = 与上一次的监控表核对：截止日期要晚于上次，执行数和完成数填累计数。
progress-going-back-day = “{ $cell }”是“{ $text }”，不晚于上一次监控的“{ $before }”。
progress-going-back-money = “{ $cell }”是 { $text }，上一次监控已经是 { $before }，累计数不会减少。
progress-going-back-row = 指标“{ $indicator }”的“{ $cell }”是“{ $text }”，上一次监控已经是“{ $before }”；如果填的是累计数，不会减少。

rule-so-far-rate-off = 表上的执行率与算出的不一致
    .why = 执行率＝执行数÷预算数，表上三个数必须对得上。
    .do = 核对预算数和执行数；没有错的，改用算出的执行率。
so-far-rate-off = “{ $cell }”是 { $printed }%，按执行数和预算数算是 { $rate }%。

rule-spent-above-budget = 执行数超过预算数
    .why = 没有预算不能支出；执行数比预算数还大，不是填错了数或单位，就是追加的预算没有写进来。
    .do = 核对两个数和金额单位；年中追加了预算的，先办目标和预算调整，再按调整后的预算填写。
spent-above-budget = “{ $cell }”{ $value }{ $unit }，超过“{ $other }”{ $limit }{ $unit }。

rule-ex-ante-rejected = 事前绩效评估没有支持这个项目
    .why = 没有通过事前绩效评估的项目不能申请预算；先改方案、重新评估，通过了再申报。
    .do = 按评估意见修改项目，重新做事前绩效评估，再从新的评估表转来申报。
ex-ante-rejected = 转来的事前绩效评估结论是“{ $text }”，这个项目还不能申报预算。

rule-monitored-outside-year = 监控截止日期不在本年度
    .why = 监控看的是本年度的钱和目标；日期不在这一年，序时进度和执行率都算不对。
    .do = 核对年度和监控截止日期。
monitored-outside-year = “{ $cell }”是“{ $text }”，不在这张表的年度里。
