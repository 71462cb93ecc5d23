# 命令行自己的话。结论、阶段、处置、维度、公式的名称在 kit 里。

version = jibiao { $version }
help =
    jibiao：预算绩效申报表、自评表的检查与计分，不联网。

    用法
      jibiao check   [文件…] [--stage 阶段] [--format text|json|sarif] [--rebind]
      jibiao score   [文件…] [--format text|json] [--rebind]
      jibiao upload  [文件] [--stage 阶段] [--rebind]   供系统接收的上报文件（JSON）
      jibiao upload  [文件] --profile 对照表 [--codes 代码表=文件.csv]… [-o 文件.json]
                                  按规则包里的对照表，转成别的系统的交换表；代码按名称查您给的代码表
      jibiao import  文件.json --profile 对照表 [--codes …]… [--form 表单] [-o 文件.json]
                                  由交换表读回填报文件；对不上的逐处说明
      jibiao profiles [对照表] [--format text|json]       全部对照表；写一个，则列出字段，各个名称见没见过
      jibiao explain 规则编号…     这条规则查什么、为什么、怎么改、依据和例子
      jibiao rules                全部规则
      jibiao forms   [表单] [--format text|json]          全部表单；写一张表单，则列出它的格子：编号、名称、含义、种类，
                                  选项，以及单元格和行在文件里怎么写
      jibiao new     表单 [来源文件…] [--as 关系] [--id 编号]
                                  一份空白填报文件；写了来源文件，就由它们结转：申报到监控、自评，上年到今年，项目到部门
      jibiao trace   文件… [--format text|json] [--rebind]
                                  文件所记的来源与手边的文件对得上吗，取来之后改了什么
      jibiao excel   文件… [-o 文件.xlsx] [--rebind]      按官方表式制成 Excel 表；几份文件各成一张工作表
                                  -o 写 .csv，则只存指标行
      jibiao excel   --blank 表单 [-o 文件.xlsx]          空白表，填好后用 import 读回
      jibiao import  文件.xlsx [--form 表单] [-o 文件夹] [--format text|json] [--rebind]
                                  读 Excel 表、清单或 CSV：每格内容放到哪里，哪些没有位置；-o 存成填报文件
      jibiao schema  [名称]        公开的 JSON Schema；不写名称则列出全部
      jibiao pack show  [规则包…] [--format text|json]    由什么组成，继承了什么，改了什么
      jibiao pack lint  规则包…   [--format text|json]    没有用处或互相矛盾的内容
      jibiao pack test  规则包…   [--format text|json]    运行规则包自带的例子
      jibiao pack diff  规则包 规则包 [--format text|json]  两个规则包有什么不同
      jibiao pack build 文件夹 [-o 文件]   制成一个文件（.zip 或 .json），供网页和系统打开
      jibiao library [词…] [--level 二级指标] [--category 类别] [--library 文件] [--format text|json]
                                  指标库：按汉字、拼音、首字母、类别找指标的写法；不写词则列出类别
      jibiao bundle 文件… [--attach 附件]… [--id 编号] [--date 日期] [--stage 阶段] [--slip 退回单.json]… [--force] [--encrypt-to 公钥 | --passphrase-file 文件] -o 报送包.zip
                                  报送包：填报文件、审核报告、打印页、附件和摘要，一个压缩包
      jibiao return 文件 [--findings none|blocks|warns|advises] [--comment '位置: 意见']… [--comments 意见.csv] [--reviewer 谁] [--date 日期] [-o 退回单.json]
                                  退回单：审核查出的问题（默认只列必须修改的）和审核人的意见，逐条对到表、行、格
      jibiao answer 文件 --slip 退回单.json [--note '序号: 说明']… [--notes 说明.csv] [--by 谁] [--date 日期] [-o 退回单.json]
                                  答复退回单：按改动逐条算出已修改、有说明、待处理
      jibiao slip show 退回单.json [文件] [--format text|json]   逐条答复了什么、改了什么；写上文件，再核对是否属实
      jibiao slip csv  退回单.json [-o 退回单.csv]    制成表格，填好“说明”一栏，可以交给 answer --notes
      jibiao publish 文件 [--format html|xlsx|json] [-o 公开.html]
                                  公开用的表：不含填报人、电话等个人信息和标明涉密的行、格（由规则包列明）
      jibiao verify 报送包… [--identity 文件 | --passphrase-file 文件] [--format text|json]
                                  报送包完好吗，重新审核的结论相同吗，哪里不一致

    填报文件是 JSON；某张表单在文件里怎么写，有哪些格子、行和选项：jibiao forms 表单
    文件写 - 或不写，读标准输入。
    规则包写文件夹、文件（.zip、.json），或自带规则包的编号。

    选项
      --stage    drafting 填写中、submission 报送（默认）、review 审核
      --format   text 给人看（默认）、json 给程序用、sarif 给代码审查工具用；publish：html、xlsx、json
      --rebind   文件用的是规则包的另一版次时，换用本机的版次来检查
      --pack     再加上这个规则包（自带的五个区市写编号，如 tianjin-dongli）；可以写几次，schema 以外的命令都能用
      --library  先读这份自有的指标库（.xlsx 或 CSV），再加上自带的建议
      --level    只看这个二级指标，如 数量、经济成本
      --category 只看这个项目类型或行业领域，如 培训、水利
      --as       来源文件能有几种用法时，指明一种：approved 批复的目标、assessed 事前评估、previous 上期监控、
                 last-year 上年、adjusted 调整、rated 被评对象、part 部门的组成项目
      --id       new 的文件编号；不写则随机生成
      --blank    excel：制成这个表单的空白表
      --form     import：外来的表属于这个表单；不写则按表上的字判断
      --attach   放进报送包的附件（佐证材料）；可以写几次
      --date     写进报送包的日期，如 2026-03-31；不写就没有
      --force    报送包已经存在时换掉它
      --comment  return：位置写格的编号或名称；行写 行编号、行编号/列、表编号/#3/列 或行的名称；全表的意见，位置留空
      --comments return：意见表（CSV），列名 位置、意见、规则；写了规则，意见附在那个问题上
      --slip     answer：要答复的退回单；bundle：随包带上，几份文件各带各的
      --encrypt-to       报送包为持有这个公钥（age1…）的人加密；可以写几次
      --passphrase-file  用这个文件第一行的口令加密报送包，或打开它
      --identity         打开加密的报送包用的私钥文件
      --lang     zh 中文（默认）、en 英文
      -h, --help    本说明
      -V, --version 版本

    退出码
      0   通过（可以有建议）；来源都核对过，不许改的没有改动（允许改的照列）；规则包没有问题、没有不同；报送包完好
      1   需要修改；来源被改动，或取自来源而不许改的内容被改动、缺失；规则包有问题、有不同；报送包不一致
      2   无法判定（有来源不在手边），或文件、规则包读不成
      64  用法不对
    几份文件一起检查时，取最坏的一个（64、2、1、0）。

misuse-hint = 看用法：jibiao --help
misuse-no-command = 没有写要做什么。
misuse-unknown-command = 没有“{ $given }”这个命令。
misuse-unknown-option = 没有“{ $given }”这个选项，或它不能用在这个命令里。
misuse-missing-value = 选项“{ $given }”后面要写一个值。
misuse-wrong-value = 选项“{ $option }”不能是“{ $given }”，只能是：{ $known }。
misuse-unexpected = 多出了“{ $given }”。
misuse-needs-rule = 要写规则编号，例如：jibiao explain { $example }
misuse-needs-form = 要写表单编号。全部表单：{ $known }。
misuse-unknown-rule = 没有编号为“{ $given }”的规则。全部规则：jibiao rules
misuse-unknown-form = 没有编号为“{ $given }”的表单。全部表单：jibiao forms
misuse-unknown-schema = 没有名为“{ $given }”的 Schema。全部：{ $known }。
misuse-no-pack-command = 没有写要对规则包做什么：show、lint、test、diff、build。
misuse-unknown-pack-command = “pack”没有“{ $given }”这个命令，只有：show、lint、test、diff、build。
misuse-needs-pack = 要写规则包，例如：jibiao pack { $command } 文件夹
misuse-needs-two-packs = 要写两个规则包：jibiao pack diff 原来的 现在的
misuse-unknown-pack = 没有编号为“{ $given }”的规则包，也没有这个文件。现有：{ $known }。
misuse-ambiguous-form = 有几个规则包都有表单“{ $given }”：{ $packs }。请只用 --pack 写其中一个。
misuse-csv-takes-one = CSV 只放得下一份文件的指标行，请一次写一份，或存成 .xlsx。
misuse-needs-output = 要用 -o 写出存成哪个文件。
misuse-as-alone = “--as { $given }”要和来源文件一起写。
misuse-not-text = 参数“{ $given }”不是 UTF-8 文字。
did-you-mean = 是不是要写“{ $near }”？

reading-stdin = 正在从标准输入读取填报文件（Ctrl+D 结束；Windows 上是 Ctrl+Z 再回车）……
stdin = 标准输入
refused = { $file }：{ $message }
rebind-hint = 加上 --rebind 就换用本机的规则包来读。
district-hint = 这个规则包随程序自带，加上 --pack { $pack } 就用上它。
file-not-found = 找不到这个文件。请核对文件名和所在文件夹。
file-is-folder = 这是文件夹，不是文件。请写出其中的填报文件。
file-forbidden = 没有权限读这个文件。
file-unreadable = 读不出来：{ $reason }。
output-failed = 结果没有写完：{ $reason }。
packs-failed = 程序自带的规则包读不成，这份程序可能已经损坏：{ $reason }

title-line = { $form }（{ $id }）· { $stage }
project-line = 项目：{ $name }
verdict-line = 结论：{ $verdict }
counts-line = 必须修改 { $blocks }，建议修改 { $warns }，提示 { $advises }
quality-line = 目标质量得分：{ $points }
quality-line-graded = 目标质量得分：{ $points }（{ $grade }）
performance-line = 绩效得分：{ $points }
performance-line-graded = 绩效得分：{ $points }（{ $grade }）
printed-differs = 表上填的是 { $printed }，与计算不符
printed-sum = 表上各行所填得分之和是 { $sum }
points-between = { $low } 至 { $high } 之间，尚缺取数
points-unknown = 无法判定
waived-count = ；其中 { $count } 个已有情况说明
waived-line = 已有情况说明（{ $count }）
reason-line = 情况说明：{ $reason }
reason-by = （{ $by }）
lapsed-line = 不作数的情况说明（{ $count }）
group-line = { $severity }（{ $count }）
do-line = 怎么改：{ $text }
alike-rows = 所列其他行也是这样。
fix-line = 可直接改：{ $text }
nothing-found = 没有发现问题。
faults-line = 下面的规则没有运行完，所以无法判定：
fault-line = { $rule }：{ $reason }
notice-cells = 表单里没有这些单元格，内容保留、不参加检查：{ $cells }
notice-fields = 文件里有本版本不认识的字段，原样保留：{ $fields }
notice-rebound = 文件原用规则包 { $from }，这次换用 { $to } 检查。
pack-line = 规则包 { $pack }（{ $digest }）。某条规则的依据和例子：jibiao explain 规则编号
several-line = 共 { $files } 份：通过 { $accepted }，需要修改 { $rejected }，无法判定或读不成 { $open }。

score-form = { $form }（{ $id }）
head-subject = 对象
head-weight = 分值
head-formula = 算法
head-inputs = 取数
head-points = 得分
head-printed = 所填
head-note = 说明
head-dimension = 维度
head-deductions = 扣分
head-measure = 监控项
head-value = 数值
head-light = 灯
head-so-far = 已完成
head-expected = 预计完成
head-item = 评分项
head-grade = 等次
deviation-line = 与自评的偏离度：{ $percent }%
rating-line = 评分：{ $points }
rating-line-graded = 评分：{ $points }（{ $grade }）
points-none = 不打分
monitoring-light = 监控结果：{ $light }
light-basis = { $light }的依据：{ $basis }
monitoring-no-light = 监控结果：没有亮灯（规则包没有写界限，或尚不能定）
monitoring-twice-below = 连续两次低于界限
advice-line = 结果应用建议：
advice-one = { $because }：{ $says }{ $cut }
advice-reduction = 压减 { $number }%。
advice-no-reduction = 依据没有写明压减比例，不建议任何比例。
row-total = 合计
differs = 不符
short-execution = 执行率
short-higher = 正向
short-lower = 反向
short-exact = 等于
short-given = 按所填
short-open = 尚缺
short-lower-excess = 反向扣减
short-exact-only = 等于
short-step = 按个扣分
short-gate = 分档
short-over-target = 超标扣减
short-deadline = 按期
short-tier = 定性档次
short-rated = 评分
short-graded = 按等次
short-inapplicable = 不适用
input-target = 指标值
input-actual = 实际
input-executed = 执行数
input-annual = 预算数
input-given = 所填
deduction = { $rule }（{ $count } 处）−{ $points }
unnamed = （未填名称）
formulas-line = 算法：
basis-line = 依据：{ $basis }
no-score = 这份文件不计分：{ $why }
no-score-excerpt = 它是摘录，没有出现的内容不等于没有填，不能给目标质量打分。
no-score-form = 这种表没有按规则计分的内容。
no-lines = 还没有可以计分的行。

explain-dimension = 维度：{ $dimension }
explain-why = 为什么
explain-do = 怎么改
explain-policy = 处置
explain-basis = 依据
explain-examples = 例子
explain-bad = 会查出 { $count } 处：
explain-good = 没有问题：
policy-line = { $stage }：{ $severity }
policy-but = 例外：“{ $message }”——{ $policy }
rules-but = * 这条规则查出的某几种情形另有处置，见 jibiao explain 规则编号。
policy-off = 不查
rules-gives-way = 左边的问题，在同一处已有右边的问题时不再提示：
rules-title = 共 { $count } 条规则。填写、报送、审核三个阶段的处置依次列在后面。
head-rule = 规则
head-title = 查什么
head-label = 名称
head-cell = 编号
head-concept = 含义
head-kind = 种类
cell-optional = 可不填
form-table = { $label }（表 { $id }）
form-shape = 在填报文件里这样写（… 处写内容，都是文字）：{ $shape }
form-rows = 每一行有自己的行号（id），不重复即可：{ $shape }
form-printed-rows = 行是印好的，只填空着的栏，行号不能改：{ $shape }；全部行号：{ $rows }
cell-choices = { $cell } 只能是：{ $choices }
head-form = 表单
head-pack = 规则包
head-schema = 代号
schemas-title = 公开的 JSON Schema（2020-12）。看其中一个：jibiao schema 名称

# 规则包。

pack-refused = 规则包“{ $pack }”不能使用，有 { $count } 处问题：
pack-extends = 以 { $pack }（{ $digest }）为基础
pack-valid = 有效期：{ $from } 至 { $to }
pack-valid-from = 有效期：{ $from } 起
pack-valid-to = 有效期：至 { $to }
pack-source = 依据：{ $number } { $title }（{ $state }）
pack-frames = 指标框架 { $all }：新增 { $own }，替换 { $replaced }，继承 { $inherited }
pack-forms = 表单 { $all }：新增 { $own }，替换 { $replaced }，继承 { $inherited }
pack-rules = 数据规则 { $all }：新增 { $own }，替换 { $replaced }，继承 { $inherited }
pack-instead = 替换 { $pack } 的同名者
pack-left-out = 不用的表单：{ $forms }
pack-tests = 自带例子 { $count } 个
pack-changes = 与 { $pack } 相比：
language-zh = 中文
language-en = 英文

diff-none = 没有不同。
diff-changed = { $from } → { $to }
diff-restated = 另作规定
diff-head = 基本信息
diff-frames = 指标框架
diff-forms = 表单
diff-rules = 数据规则
diff-policy = 处置
diff-exceptions = 个别情形的处置
diff-numbers = 数值
diff-words = 词表
diff-vocabulary = 词汇的其他部分
diff-scoring = 计分
diff-messages = 用语
diff-examples = 填好的示例
diff-profiles = 上传对照表
diff-tests = 例子

test-line = 自带例子 { $all } 个，不符 { $failed } 个
test-inherited = 继承的例子 { $all } 个，因本包的数值或词语而不同的 { $changed } 个
test-found = 例子说应查出 { $expected } 处，实际查出 { $found } 处。
test-halted = 规则没有运行完：{ $reason }
test-unfit = 例子与本包不符：{ $reason }
build-done = 写好了 { $file }：{ $pack }（{ $digest }）
build-no-files = { $file }：里面没有规则包的源文件，不能制作。请写出规则包的文件夹。

lint-none = 没有要提的。
lint-rule-off = 规则“{ $rule }”在三个阶段都不查，等于没有。
lint-rule-unjudged = policy.toml 没有提到规则“{ $rule }”，它从不起作用。
lint-native-unjudged = policy.toml 没有提到程序自带的规则“{ $rule }”，它从不起作用；确实不用请写明 off。
lint-rule-formless = 规则“{ $rule }”所看的那类表单，本包一张也没有。
lint-rule-unbound = 继承的规则“{ $rule }”所看的单元格，本包的表单都没有，它在这里查不出什么。
lint-list-unused = 词表“{ $name }”没有规则用到。
lint-number-unused = 数值“{ $name }”没有规则用到。
lint-message-unused = 用语“{ $message }”没有地方用到，可能是名称写错了。
lint-range-empty = 规则“{ $rule }”的下限大于上限，填什么都不对。
lint-ranges-exclude = 规则“{ $rule }”与“{ $other }”对“{ $cell }”的范围没有交集，填什么都不对。
lint-allowed-exclude = 规则“{ $rule }”与“{ $other }”对“{ $cell }”各允许一些写法，没有一种两条都允许。
lint-length-above-limit = 规则“{ $rule }”要“{ $cell }”不少于 { $least } 个字，表单给的位置却没有这么多。
lint-off-deducts = 规则“{ $rule }”不查，却写了它的扣分。
lint-grade-unreachable = 等次“{ $grade }”的下限不低于前一等次，永远评不到。
lint-weights-sum = 分值合计是 { $sum }，不是 100。
lint-language-missing = 这里缺{ $language }。
lint-one-language = 用语“{ $message }”只改了一种文字，另一种还是继承来的说法。
lint-repeated = “{ $name }”与继承来的完全相同，可以不写。
lint-inherited-example = 继承的规则“{ $rule }”的例子（{ $example }）在本包的数值和词语下不再成立，请确认这是想要的。

library-note = 本软件自带的写法是建议，没有官方地位；横线处的数字由填报单位按计划、历史或标准测算。
library-none = 指标库里没有找到“{ $text }”。请换个词，或用 --category、--level 列出一类。
library-none-listed = 指标库里没有这样的指标。类别的名称：jibiao library
library-counts = 口径：{ $text }
library-evidence = 佐证资料：{ $text }
library-reference = 参考值：{ $text }
library-of = 适用：{ $names }
library-types = 项目类型
library-sectors = 行业领域
library-category = { $name }（{ $count }）

new-from-rejected = { $file }：按报送检查还有 { $count } 处必须修改，不能算已批复、已定稿；由它结转来的内容以后可能要跟着改。看问题：jibiao check { $file }
new-wrong = 结转成的文件一开始就有 { $count } 处问题，先弄清再往下填：
new-ways = 请在命令后面加上：{ $ways }
new-forms = 由“{ $from }”可以生成：
trace-none = 没有记来源。
trace-origin = { $relation }“{ $id }”第 { $revision } 版：
trace-title = { $form } · { $name }
trace-change = { $place }：“{ $before }”→“{ $now }”
trace-misquote = { $place }：来源文件是“{ $before }”，本文件记为“{ $now }”
trace-allowed = 取来之后有改动（允许改，列出供核对）：
trace-conflict = { $file } 的编号（“{ $id }”）和版次与它相同，内容不同：其中一份被改动过。请查明以哪一份为准。
trace-lacking = 没有记来源：这种表通常由前一张表结转，无从核对。
trace-broken = 批复或结转来的内容被改动、缺失（标 ✗ 的）。
trace-open = 有来源没有核对：请把来源文件一并写在命令后面，再核对一次。

pack-not-used = { $file }：这份文件用的是规则包“{ $pinned }”，没有用“{ $named }”来检查。加上 --rebind 就换用它。

# excel、import。
excel-done = 已制成 { $file }（{ $n } 张表）。
excel-too-long = { $place }：内容超过电子表格一格能放的 32767 个字，表上只显示前面部分，全文保存在文件里，读回时不丢。
import-before = （原为：{ $before }）
import-same = 与制表时相同，没有改动。
import-unknown = 工作表“{ $sheet }”：没有认出是哪张绩效表，也不是带表头的项目清单。请用 --form 指明表单，或核对表头。

misuse-needs-bundle-output = 要用 -o 写出报送包的文件名，例如：jibiao bundle 申报表.json -o 报送包.zip
misuse-needs-bundle = 要写报送包，例如：jibiao verify 报送包.zip

# 报送包。
bundle-made = 已制成报送包 { $file }：{ $documents } 份文件，{ $attachments } 个附件，{ $size } MB。
bundle-not-accepted = 有文件还没有通过审核，照样制成了报送包；收到的人会看到这个结论。
bundle-twice = { $one } 与 { $other } 是同一份文件（编号“{ $id }”）。请只写一份。
    .differs = { $one } 与 { $other } 的编号都是“{ $id }”，内容却不同，收到的人不知道该用哪一份。请只写一份。
bundle-there = { $file } 已经存在，没有改动。换一个文件名，或加 --force 换掉它。
unpacked-name = “{ $file }”这个名字不能用在报送包里。
unpacked-duplicate = “{ $file }”放了两次。
unpacked-length = “{ $file }”在读的时候变了，没有制成报送包。请等它写完再试。
unpacked-too-large = 放不下“{ $file }”：报送包不超过 4 GB、10000 个文件。请分成几个包。
misuse-two-seals = --encrypt-to 和 --passphrase-file 只能用一种。
sealed = 这个报送包加了密。用 --identity 写出私钥文件，或用 --passphrase-file 写出口令文件。
sealed-no-key = { $file } 里没有可用的密钥或口令。私钥文件每行一个 AGE-SECRET-KEY-1…，口令写在口令文件的第一行。
sealed-wrong-key = 这把钥匙打不开 { $file }：它是为别人加密的，或口令不对。
sealed-damaged = { $file } 加密后又被改动或损坏，打不开。请重新索取。
sealed-done = 报送包已加密（age 格式）：传送途中别人看不到内容，收件人解开后就是明文。加密不证明是谁寄的；私钥或口令丢了，谁也打不开。

# 退回单
misuse-needs-slip = 请写上退回单文件：jibiao answer 文件 --slip 退回单.json，或 jibiao slip show 退回单.json
misuse-unknown-slip-command = slip 没有“{ $given }”这个命令；有：{ $known }
slip-head = 退回单：{ $document } 第 { $revision } 版
slip-answered = 以第 { $revision } 版答复  { $by }
slip-state-open = 待处理
slip-state-changed = 已修改
slip-state-explained = 有说明
slip-found = 查出：{ $text }
slip-comment = 意见：{ $text }
slip-note = 说明：{ $text }
slip-reason = 情况说明：{ $text }
slip-was = 当时所填：{ $text }
slip-now = { $cell }：{ $now }
slip-changed = { $cell }：“{ $before }”改为“{ $now }”
slip-gone-row = 这一行已经删去。
slip-gone-cell = 现在的表单没有这一格。
slip-still = 重新审核，这个问题仍然查得出。
slip-holds = 答复与手边的文件一致。
slip-later-document = 各条答复与手边的文件一致；文件在答复之后又有改动，不影响所列各条。
slip-differs = 第 { $entries } 条写的状态与手边的文件不符；请以文件为准，重新答复。
slip-csv-done = 已制成表格；填好“说明”一栏，用 jibiao answer --notes 读回。
slip-column-n = 序号
slip-column-place = 位置
slip-column-finding = 查出的问题
slip-column-comment = 意见
slip-column-was = 当时所填
slip-column-state = 状态
slip-column-now = 现在所填
slip-column-note = 说明
slip-no-comments = 看不出是意见表：第一行要有“位置”“意见”两列（规则一列可以不写），存为 CSV。
slip-no-notes = 看不出是说明表：第一行要有“序号”“说明”两列，存为 CSV。
slip-note-number = 说明表的序号“{ $given }”不是数字。
slip-too-large = 退回单过大（{ $detail }）。
slip-not-a-slip = 不是退回单：{ $detail }
slip-newer-format = 退回单是更新的格式（{ $detail }），请更新程序。
slip-other-document = 退回单是另一份文件的（编号 { $detail }）。
slip-twice = 这份文件（编号 { $detail }）已经带了一张退回单，一份文件只带一张。
slip-other-form = 退回单是另一张表单的（{ $detail }）。
slip-older-document = 退回单针对第 { $detail } 版，手边的文件更旧；请用那一版或之后的文件答复。
slip-no-entry = 退回单没有第 { $detail } 条。
slip-two-notes = 第 { $detail } 条有两个说明，请只留一个。
slip-no-place = 文件里没有“{ $detail }”这个位置，或那里没有查出所写的问题。
slip-several-places = “{ $detail }”可能指几处，请写编号：jibiao forms 表单 列出编号。
slip-says-nothing = “{ $detail }”的意见是空的。
slip-no-entries = 没有可列的：没有查出该列的问题，也没有意见。

# 公开
publish-done = 公开用的表写在 { $file }
publish-personal = 没有列入的个人信息：{ $names }
publish-secret-cells = 文字标明不公开、已留空的格：{ $names }
publish-secret-rows = 文字标明不公开、已删去的行：{ $names }
publish-look = 只按标明的字样删去；正文里有没有不宜公开的内容，公开前请人工再看一遍。

# 交换表：upload --profile、import --profile、profiles。
misuse-unknown-profile = 没有编号为“{ $given }”的上传对照表。全部：jibiao profiles
head-profile = 对照表
head-field = 字段
head-holds = 内容
head-known = 名称来历
known-seen = 见过
known-vendor = 一家厂商
known-unseen = 没见过，要核对
profile-codes = 代码表 { $codes }（{ $label }）：--codes { $codes }=文件.csv，没有就空着
profile-codes-needed = 代码表 { $codes }（{ $label }）：--codes { $codes }=文件.csv，必须有
profile-one = 第 { $n } 种记录：每份文件一条
profile-each = 第 { $n } 种记录：有 { $each } 这一列的表，每行一条
profile-constant = 固定为“{ $text }”
profile-receiver = 由接收系统填写
exchange-done = 已存到 { $file }
exchange-received = 已存到 { $file }
exchange-open = 没有给代码表，相应的代码字段空着：{ $codes }
exchange-new = 来文没有说它由哪份文件制成；放进了一份空白表。
exchange-same = 与制成这份表的文件完全相同。
exchange-changed = 与制成这份表的文件不同：表里改过。
exchange-left = 没有取用：{ $at }  { $text }
exchange-more = 还有 { $n } 条。
exchange-refused = { $file }：不能按对照表转换，共 { $n } 处：
exchange-at = { $place }：{ $what }
exchange-how-codes-missing = 请加上 --codes { $codes }=文件.csv（两列：代码、名称）。
exchange-how-form-open = 请用 --form 指明。
codes-columns = 代码表要有“代码”（code）和“名称”（name）两列，第一行是列名。
codes-half = 第 { $line } 行只有代码或只有名称。
codes-code-twice = 第 { $line } 行的代码“{ $text }”已经用于另一个名称。
codes-name-twice = 第 { $line } 行的名称“{ $text }”已经有另一个代码。上下级同名时请分成两个代码表。
codes-set-twice = 代码表“{ $text }”给了两次。
