# 页面上的话。只有文字和占位；名字就是程序里的方法名。

product = 绩表
claim = 预算绩效表：填写、检查、计分、打印，全在本机完成
language-tag = zh-CN
colon = ：
number = 序号
blank = 未填
close = 关闭
cancel = 取消
kit-broken = 规则包没能装入

# 我的填报
home = 我的填报
begin = 新建填报
open-file = 打开文件
reading-drafts = 正在读取本机草稿……
empty-home = 本机还没有草稿。一份表从新建到报送分三步：
empty-home-one = 在下面选一张表，直接在表上填写；内容自动暂存在本机浏览器，随时可以关掉再来。
empty-home-two = 点“检查”，看看哪些地方会被退回，照着提示改。
empty-home-three = 保存文件交给同事或上级；打印件就是正式表样。已有绩表文件，拖到本页即可打开。
column-project = 项目
column-form = 表
column-year = 年度
column-state = 进度
column-changed = 最后修改
column-tools = 操作
unnamed = （未填名称）
card-done = { $done }/{ $sections } 部分已完成
card-clean = 检查未见问题
card-problems = 有 { $count } 处要改
card-behind = 未保存到文件
duplicate = 复制
duplicate-name = 复制“{ $name }”
delete = 删除
delete-name = 删除“{ $name }”
deleted = 草稿已删除，可以撤销
deleted-name = 已删除“{ $name }”的本机草稿。保存过的文件不受影响。
restore = 撤销删除
restored = 草稿已恢复
privacy = 填报内容只在这台电脑上，不上传。浏览器里的草稿是缓存，清理浏览器数据会一并清掉；重要的填报请保存文件。同一台电脑上从本机打开的其他网页也能读到草稿。

# 保存
storage-off = 这个浏览器现在不能暂存草稿（{ $reason }）。可以照常填写，但关掉页面内容就没有了，请随时点“保存文件”。
kept-nothing = 尚无改动
keeping = 正在暂存……
kept = 已暂存在本机 { $at }
keep-failed = 无法暂存（{ $reason }），请保存文件
keep-failed-said = 无法暂存到本机，请保存文件
file-none = 尚未保存为文件
file-behind = 文件 { $name }：有未保存的修改
file-saved = 文件 { $name }：{ $at } 已保存
file-same = 文件 { $name }：无改动
file-saved-said = 已保存文件 { $name }
exported = 已导出上传用 JSON
save-file = 保存文件
save-keys = 保存文件 (Ctrl+S)
choose-place = 指定保存位置……
export-upload = 导出上传用 JSON
print = 打印
more = 更多
keys = 快捷键
not-written = 文件没有写成
not-written-what = 浏览器没能写入所选位置（{ $message }）。填报内容没有丢，请改用“保存文件”另存一份。
leave = 这份草稿还没有保存
leave-what = 浏览器暂存不了草稿，文件里也没有最新内容。现在离开，改动就没有了。
leave-anyway = 放弃改动并离开
other-window = 这份草稿正在另一个窗口里填写，这里只能看。
take-over = 接管到本窗口
taking-over = 正在从另一个窗口接管……
taken-over = 已接管，可以填写
rebound = 这份文件原用规则包 { $pack }，现已换用本机版本；再次保存后生效。
unknown-kept = 文件里有本表没有的内容，已原样保留，保存时一并写回：{ $what }

# 打开
bad-file = 打不开“{ $name }”
choose-other-file = 另选文件
other-edition = “{ $name }”用的是另一版规则
other-edition-what = 换用本机版本后，检查和计分按本机版本进行，填写的内容不变。
rebind = 换用本机版本打开
clash = 本机已有这份填报的草稿，内容不同
clash-what = 文件“{ $name }”与本机草稿（{ $time } 修改）是同一份填报，但内容不一样。要怎样打开？
clash-copy = 文件另开为副本
clash-replace = 用文件替换草稿
clash-keep = 不用文件，打开草稿

# 台面
notices = 提醒
skip = 跳到表格
undo = 撤销
redo = 重做
undo-keys = 撤销 (Ctrl+Z)
redo-keys = 重做 (Ctrl+Y)
undone = 已撤销一步
redone = 已重做一步
check = 检查
check-now = 现在检查
tasks = 填报步骤
tasks-done = { $done }/{ $all } 部分已完成
status-not-started = 未开始
status-filling = 填写中
status-done = 已完成
status-trouble = 有问题
results = 检查与得分
hint = 填写提示
example = 例：{ $text }
length = 已写 { $length } 字，最多 { $limit } 字

# 纸面
year-before = （
year-after = 年度）
unit-before = 金额单位：
in-unit = （{ $unit }）
choose = 请选择
other-choice = 其他（自行填写）
seal-unit = 填报单位（盖章）：
seal-head = 单位负责人：
seal-date = 日期：
imprint = 规则包 { $pack }　　填报文件 { $id }　　第 { $revision } 次保存
row-tools = 行操作
no-row = 先点一行
row-name = 第 { $n } 行
cell-in-row = { $column }，第 { $n } 行
add-row = 添加一行
row-below = 下方插入
row-copy = 复制本行
row-up = 上移
row-down = 下移
row-remove = 删除本行
fill-down = 照抄上格
split-columns = 分列填写符号和单位
empty-table = 还没有指标。一行写一个，例如：产出指标 · 数量指标 · 新建村级道路长度 · ≥12公里。
starter-rows = 按二级指标列出空行
weights = 分值分配
weights-sum = 指标合计
weight-even = 正好
weight-left = 还剩 { $rest }
weight-over = 超出 { $rest }
echo-read = 已识别：{ $read }
echo-words = 已识别为定性描述
echo-unread = 未能识别，按原文保留
echo-amount = { $typed } { $typed-unit } = { $other } { $other-unit }

# 检查
problems = 问题
not-checked = 还没有检查。填写时不会打断您；填完一部分会自动看一遍，也可以随时点“检查”，看报送前还要改什么。
section-clean = 填完的部分没有发现问题。点“检查”看全表。
section-checked = 以下是已填部分的问题。点“检查”看全表。
problems-hidden = 修改后又有 { $count } 处新问题，点“检查”查看。
counts = 必须修改 { $blocks }　建议修改 { $warns }　提示 { $advises }
checked-said = 检查完毕：{ $verdict }。必须修改 { $blocks } 处，建议修改 { $warns } 处，提示 { $advises } 处。
title-problems = （{ $count } 处问题）
faults = 有规则没能运行完，结论不能作数：{ $rules }
accepted-next = 可以保存文件报送了。
why = 为什么
answered = 已说明
lapsed = 已失效
give-reason = 填写情况说明
confirm-reason = 重新说明
change-reason = 修改说明
withdraw-reason = 撤回说明
discard-reason = 删去这条说明
strays = 不再需要的说明
reasons = 附：情况说明
reason = 情况说明
reason-help = 写清具体原因和依据，例如文件名称、起因、时间。说明随文件走，审核人最先看到；问题仍会列出，不因说明而消失。
reason-length = 已写 { $length } 字，至少 { $least } 字
reason-said = 情况说明：{ $reason }
give = 保存说明
reason-given = 说明已保存，可以撤销
reason-withdrawn = 说明已撤回，可以撤销
counts-answered = 其中已说明 { $count } 处。
fix = 按此修改：{ $what }
fixed = 已按建议修改，可以撤销
show-rest = 显示其余 { $count } 处
rule-do = 怎么改
rule-basis = 依据
rule-bad = 会被指出的写法
rule-good = 可以的写法

# 检查与得分
checked-with = 按规则包 { $pack } 的 { $rules } 条规则检查（报送阶段）
score-performance = 绩效得分
score-quality = 目标质量得分
score-printed = 表上填写的总分 { $printed }
score-differs = 与计算不符
score-open = 还缺少实际完成值或分值，先给出可能的范围。
score-lines = 逐项计分
score-subject = 指标
score-weight = 分值
score-formula = 算法
score-inputs = 取数
score-computed = 计算得分
score-typed = 表上得分
score-between = { $low } ～ { $high }
score-dimension = 审核维度
score-deductions = 扣分
score-points = 得分
score-nothing-off = 无扣分
score-off = { $title }：{ $count } 处，扣 { $off } 分
score-basis = 依据：{ $basis }
score-not-determined = 无法判定
no-score = 这份表不计分：没有填分值，或只是摘录。
input-target = 指标值
input-actual = 实际完成值
input-executed = 执行数
input-annual = 预算数
hand-in = 保存与报送
hand-in-what = 保存的文件可以再打开修改；上传用 JSON 附有检查结论，交给报送系统。保存和打印不受检查结果限制。
back-to-sheet = 回到表格

# 快捷键
key-enter = 下一行同一列
key-move = 本行上移、下移
key-undo = 撤销、重做
key-next-finding = 下一处、上一处问题

# 规则包
packs = 规则包
packs-what = 各地的表单和审核要求由财政部门做成规则包（一个 .zip 或 .json 文件）。打开一次，以后在这个浏览器里一直可用。
open-pack = 打开规则包
pack-edition = { $edition } 版
pack-opened = 已打开规则包“{ $name }”，有 { $count } 张表单
pack-not-kept = 规则包这次可以用，但没能存在本机（{ $reason }），下次请重新打开
pack-problems = 规则包的问题
forget-pack = 移除
forget-pack-name = 移除规则包“{ $name }”
pack-forgotten = 已移除规则包“{ $name }”；用它填的草稿还在，要再打开这个规则包才能继续填
packs-lost = 以前打开的规则包有 { $count } 个在这里不能用了，请向财政部门取得新的规则包再打开。
bad-pack = 规则包没有打开：{ $name }
no-pack = 打开“{ $name }”还缺规则包

# 全年各环节
forms-of = 表单来自
more-forms = 其他版式（{ $count }）
step-ex-ante = 事前评估
step-ex-ante-when = 新增重大政策和项目，申请预算之前。
step-declaration = 目标申报
step-declaration-when = 编预算时：做什么、做到什么程度。
step-review = 目标审核
step-review-when = 财政和主管部门审核申报的目标。
step-monitoring = 运行监控
step-monitoring-when = 年中：钱和目标各走到哪里。
step-evaluation = 绩效自评
step-evaluation-when = 年度结束后：对照目标，逐项计分。
step-checked = 抽查复核与评级
step-checked-when = 自评之后：复核得分，评定报告质量。
subject-project = 项目
subject-department = 部门整体
subject-transfer = 转移支付

# 接着做
next = 接着做
next-of = 由“{ $name }”接着做
next-none = 这份表后面没有可以由它生成的表。
next-named = { $what }：{ $form }
next-adjust = 年中调整
next-year = 下一年度
next-approved = 目标带入并锁定，只填完成情况。
next-previous = 带入上期填报的内容，接着填本期。
next-last-year = 沿用今年的内容，年度加一，金额重新填。
next-adjusted = 全部带入；改动自动列成调整前后对照。
next-rated = 带入被评对象的基本情况，逐项评分。
next-copied = 带入已有的内容作底稿。
next-lent = 这种表样没有自己的这张表，用“{ $pack }”的。
next-part = 可选几个项目，逐个汇入。
parts = 选择组成项目
parts-what = 勾选要汇入“{ $form }”的本机草稿。
parts-make = 生成
not-made = 没有生成

# 来源
origin = 《{ $form }》第 { $revision } 次保存，摘要 { $digest }
origin-matches = 与来源文件一致
locked = 取自“{ $relation }”，不在这里改。确需改动，请先办理调整，再由新的文件重新生成。
changes-count = 有 { $count } 处不同
changes-adjusted = 附：调整前后对照
changes-others = 与来源不同之处
changes-place = 位置
changes-before = 原来
changes-now = 现在
changes-nothing = （空）

# 表
empty-rows = “{ $table }”还没有填。一行写一项，依次是：{ $columns }。
more-columns = 显示选填的列：{ $columns }
sums = 金额合计

# 试算
trial = 试算
trial-what = 不写入填报文件。
trial-total = 总分由 { $before } 变为 { $now }。
trial-end = 结束试算
trial-field = 实际完成值改为（试算）
worked = { $formula } { $exact }，计 { $rounded } 分
worked-ratio = { $weight } × min(1, { $over } ÷ { $under }) { $exact }，计 { $rounded } 分
worked-open = { $formula }；可能的范围 { $range }
score-rescaled = 有不适用的行：其余各行共 { $from } 分，按比例折算为 { $to } 分。

# 监控、评分、结果应用
monitoring = 运行监控
monitoring-measure = 监控内容
monitoring-value = 数值
monitoring-typed = 表上所填
monitoring-dark = 没有亮灯：规则包没有写预警界限，或者取数还不全。
monitoring-light = 预警
monitoring-none = 无法计算
monitoring-above = 高于 { $limit } { $unit }
monitoring-below = 低于 { $limit } { $unit }
monitoring-so-far = 完成进度
monitoring-expected = 全年预计
monitoring-rows = 各指标进度
monitoring-twice = 连续两次监控低于规定的分数。
rating = 评分
rating-item = 评价要点
rating-grade = 等次
rating-printed = 表上填写 { $grade }
rating-deviation = 与自评的偏离度 { $percent }%
rating-open = 还有要点没有评分，先给出可能的范围。
advice = 结果应用建议
advice-cut = 压减 { $percent }%
advice-no-cut = 依据没有写明压减比例，不建议任何比例。
advice-because = 理由：{ $because }
advice-grade = 等级为“{ $grade }”
