// 由公开的 JSON Schema 和 wire.schema.json 生成，请不要手改。
// Generated from the published JSON Schemas and wire.schema.json.

/** 结果应用建议：规则包就一份文件的结果给出的建议。 */
export interface Advice {
  /** 依据的文号和条款。 */
  basis: Array<string>;
  /** 由什么得出。 */
  because: Array<Because>;
  /** 压减百分之几；依据没有写明比例的为空，不建议任何比例。 */
  reduction: Decimal | null;
  says: Said;
}

/** 情况说明：对一个问题的说明：为什么可以这样填。问题仍在报告里，只是另外计数。 */
export interface Answer {
  /** 谁写的。 */
  by?: string;
  /** 什么时候写的。 */
  date?: string;
  /** 说明的原文。 */
  reason: string;
}

/** 参数：填进话里的数、名称或原文。 */
export type Arg = {
  type: "text";
  value: string;
} | {
  type: "number";
  value: Decimal;
} | {
  type: "cell";
  value: string;
} | {
  type: "term";
  value: string;
} | {
  type: "words";
  value: Array<string>;
};

/** 缘由：得分的等级、监控的灯、某项进度越过界限，或连续两次低于界限。 */
export type Because = {
  kind: "grade";
  name: string;
} | {
  kind: "light";
  light: Light;
} | {
  kind: "measure";
  measure: MeasureName;
} | {
  kind: "twice-below";
};

/** 取自来源的文字：按本文件的单元格和行号记录。 */
export interface Carried {
  cells?: Cells;
  /** 各表各行的单元格。 */
  tables?: {
    [key: string]: {
      [key: string]: unknown;
    };
  };
}

/** 生成的选项：relation：同一份文件可以有几种接法时写明，如 adjusted 调整、last-year 下一年度。pack 不写即第一份来源文件的规则包；它没有这张表，即它所扩展的规则包。 */
export interface CarryOptions {
  lang?: Language;
  /** 规则包的编号，或编号和版次。 */
  pack?: string;
  /** 文件用的是规则包的另一版次时，换用本机的版次。 */
  rebind?: boolean;
  relation?: Relation;
}

/** 各单元格的原文：单元格或列的编号，对应所填的原文，一字不改。没有填的不出现。 */
export interface Cells {
  [key: string]: string;
}

/** 一处不同：与来源不同的一格；cell 为空是整行新增或删去。before 为空文本是原来没有，now 为空文本是现在没有。 */
export interface Change {
  before: string;
  cell: string | null;
  now: string;
  /** 位置，文字。 */
  place: string;
  relation: Relation;
  row: string | null;
  table: string | null;
}

/** 检查的选项：stage 不写即 submission，lang 不写即打开时的语言。 */
export interface CheckOptions {
  lang?: Language;
  stage?: Stage;
}

/** 检查或计分的请求：填报文件写成对象，或文件的文本，二者取一。stage 不写即 submission。 */
export type CheckRequest = {
  document: FormDocument;
  lang?: Language;
  /** 文件用的是规则包的另一版次时，换用本机的版次。 */
  rebind?: boolean;
  stage?: Stage;
} | {
  json: string;
  lang?: Language;
  /** 文件用的是规则包的另一版次时，换用本机的版次。 */
  rebind?: boolean;
  stage?: Stage;
};

/** 检查的回答：报告、文字和得分。 */
export interface CheckResponse {
  /** 结果应用建议；规则包没有写明的没有。 */
  advice: Array<Advice>;
  /** 监控情况，监控表才有。 */
  monitoring: MonitoringCard | null;
  notices: Notices;
  /** 绩效得分，自评表才有。 */
  performance: Scorecard | null;
  /** 目标质量得分，整张的申报表才有。 */
  quality: QualityCard | null;
  /** 评分，事前评估、目标审核、再评价、报告评级才有。 */
  rating: RatingCard | null;
  report: Report;
  /** 报告中各个问题的文字，次序相同。 */
  words: Array<Words>;
}

/** 问题数：各种处置的问题有多少个。 */
export interface Counts {
  /** 提示。 */
  advises: number;
  /** 必须修改。 */
  blocks: number;
  /** 建议修改。 */
  warns: number;
}

/** 精确小数：十进制小数，写成文本，不用指数，不带多余的零，以免读成二进制浮点数。 */
export type Decimal = string;

/** 扣分：规则编号、问题个数、扣的分（已按上限）。 */
export type Deduction = [RuleId, number, Decimal];

/** 偏离度：复核总分比自评总分低多少，占自评总分的百分之几；高出的为负数。 */
export interface Deviation {
  /** 填的偏离度与算出的不符（正负号不论）。 */
  differs: boolean;
  /** 自评总分。 */
  own: Decimal | null;
  /** 算出的偏离度，百分数；缺一个总分为空。 */
  percent: Decimal | null;
  /** 文件里填的偏离度。 */
  printed: Decimal | null;
}

/** 审核维度：completeness 完整性，relevance 相关性，appropriateness 适当性，feasibility 可行性，consistency 勾稽关系。 */
export type Dimension = "completeness" | "relevance" | "appropriateness" | "feasibility" | "consistency";

/** 检查的回答：报告和文字。 */
export interface DraftCheck {
  report: Report;
  /** 报告中各个问题的文字，次序相同。 */
  words: Array<Words>;
}

/** 改动：对填报文件的一处改动。 */
export type Edit = {
  cell: string;
  edit: "set-cell";
  text: string;
} | {
  cell: string;
  edit: "set-row-cell";
  row: string;
  table: string;
  text: string;
} | {
  at: number;
  edit: "insert-row";
  row: Row;
  table: string;
} | {
  edit: "remove-row";
  row: string;
  table: string;
} | {
  edit: "move-row";
  row: string;
  table: string;
  to: number;
} | {
  edit: "set-waiver";
  waiver: Waiver;
} | {
  edit: "withdraw-waiver";
  waiver: Waiver;
} | {
  edit: "all";
  edits: Array<Edit>;
};

/** 问题：一处的一个缺陷，和规则包对它的处置。 */
export interface Entry {
  /** 填进话里的参数。 */
  args?: Array<NamedArg>;
  dimension: Dimension;
  /** 可直接采用的改动。 */
  fixes?: Array<Fix>;
  /** 规则包中的话的编号。 */
  message: string;
  place: Place;
  rule: RuleId;
  severity: Severity;
  /** 规则包允许用情况说明答复这个问题；不允许的不写。 */
  waivable?: true;
  /** 作数的情况说明。 */
  waiver?: Answer;
}

/** 错误代号：出错时 Error 对象上的 code，固定不变；message 给人看，会改。 */
export type ErrorCode = "too-large" | "not-text" | "not-json" | "too-deep" | "not-a-document" | "wrong-shape" | "newer-format" | "unknown-pack" | "other-edition" | "unknown-form" | "too-many-rows" | "too-much-text" | "repeated-row" | "not-a-pack" | "pack-not-built" | "pack-parent-missing" | "pack-differs" | "pack-unfit" | "no-step" | "other-project" | "other-budget" | "several-ways" | "two-of-a-kind" | "twice" | "itself" | "wrong-request" | "not-json-value" | "unknown-rule" | "wrong-edit" | "no-such-row" | "row-exists" | "no-such-waiver" | "broken-pack" | "not-exchangeable" | "bad-codes";

/** 例子里的一格：格子的名称和填的文字。 */
export interface ExampleText {
  label: string;
  text: string;
}

/** 写交换表的选项：codes：接收方的代码表，按对照表里的名称，每一项是代码和名称；没有给的，相应字段为 null。stage 不写即 submission。 */
export interface ExchangeOptions {
  codes?: {
    [key: string]: Array<[string, string]>;
  };
  lang?: Language;
  /** 文件用的是规则包的另一版次时，换用本机的版次。 */
  rebind?: boolean;
  stage?: Stage;
}

/** 交换表放不下、对不上的一处：code 固定不变；place 和 message 给人看。 */
export interface ExchangeProblem {
  cell: string | null;
  code: string;
  message: string;
  place: string;
  row: string | null;
  table: string | null;
}

/** 交换表：全文的格式：jibiao schema exchange。 */
export interface ExchangeTables {
  check: {
    counts: Counts;
    digest: string;
    receipt: string;
    stage: Stage;
    verdict: Verdict;
  };
  /** 由表不能原样得回的部分。 */
  document: FormDocument;
  jibiao_exchange: 1;
  /** 没有给出的代码表。 */
  open: Array<string>;
  profile: string;
  /** 每条记录取自哪一行，次序与 tables 相同；取自整份文件的为 null。 */
  rows: {
    [key: string]: Array<string | null>;
  };
  /** 各表的记录，按表名；字段按名。 */
  tables: {
    [key: string]: Array<{
      [key: string]: string | number | null;
    }>;
  };
}

/** 没有运行完的规则：供维护规则包的人查看。 */
export interface Fault {
  /** 因何停下。 */
  reason: string;
  rule: RuleId;
}

/** 可直接采用的改动：安全的小改动，由人决定是否采用，可以撤销。 */
export interface Fix {
  args?: Array<NamedArg>;
  edit: Edit;
  /** 规则包中说明此改动的话的编号。 */
  message: string;
}

/** 填报文件：一个人在一张表里填的内容。先存原文：每个单元格保留所填的文字，一字不改。较新版本的字段原样保留。 */
export interface FormDocument {
  cells?: Cells;
  /** whole 整张表（不写即是）；excerpt 摘录，没有出现的内容不等于没有填。 */
  extent?: "whole" | "excerpt";
  /** 规则包中的表单编号。 */
  form: string;
  /** 文件自己的编号，只造一次，不再使用。 */
  id: string;
  /** 文件格式的版本。 */
  jibiao: 1;
  /** 来源：这份文件由哪些文件生成，从中取了什么。 */
  origins?: Array<Origin>;
  pack: PackRef;
  /** 保存过的次数。 */
  revision?: number;
  /** 各表的行，按表的编号。 */
  tables?: {
    [key: string]: Array<Row>;
  };
  /** 情况说明：对检查出的问题，说明为什么可以这样填。次序不限，一个问题至多一条。 */
  waivers?: Array<Waiver>;
  [key: string]: unknown;
}

/** 一种表单：purpose 是它在一年里的环节，subject 是谁的目标。 */
export interface FormInfo {
  /** 版式所据的文号。 */
  basis: Array<string>;
  id: string;
  pack: PackRef;
  purpose: Purpose;
  /** project 项目，department 部门整体，transfer 转移支付区域。 */
  subject: "project" | "department" | "transfer";
  summary: Label;
  title: Label;
}

/** 算法：execution 执行率，higher 正向，lower 反向，lower-excess 反向按超出扣减，exact 等于，exact-only 等于且不足不得分，step 每少一个扣分，gate 满意度分档，over-target 超标扣减，tier 定性档次，rated 评分，graded 按等次评分，inapplicable 不适用，given 按所填，open 尚不能算。 */
export type Formula = "execution" | "higher" | "lower" | "lower-excess" | "exact" | "exact-only" | "step" | "gate" | "deadline" | "over-target" | "tier" | "rated" | "graded" | "inapplicable" | "given" | "open";

/** 名称：中英文各一。 */
export interface Label {
  en: string;
  zh: string;
}

/** 语言：zh 中文（默认），en 英文。 */
export type Language = "zh" | "en";

/** 不作数的情况说明：说明仍在文件里，但没有答复现在的问题。 */
export interface LapsedWaiver {
  waiver: Waiver;
  /** changed 内容或问题有变化，gone 问题已经不在，not-allowed 规则包不允许，too-short 字数不够，says-nothing 没有写明原因。 */
  why: "changed" | "gone" | "not-allowed" | "too-short" | "says-nothing";
}

/** 灯：red 红灯，yellow 黄灯，green 绿灯。 */
export type Light = "red" | "yellow" | "green";

/** 界限：规则包写明的界限，越过即亮灯。 */
export interface LightBound {
  /** 高于此数亮灯。 */
  above: Decimal | null;
  /** 文号和条款。 */
  basis: string | null;
  /** 低于此数亮灯。 */
  below: Decimal | null;
  /** 从这一天起适用。 */
  by: YearDay | null;
  light: Light;
  measure: MeasureName;
}

/** 一个来源：state：matches 一致，absent 不在手边，newer 后来又保存过，changed 内容不同而版本号未变新，misquoted 所记内容不符，other-project 另一个项目，circle 成了循环。 */
export interface Link {
  /** 那份文件的编号。 */
  id: string;
  relation: Relation;
  /** 那份文件的保存次数。 */
  revision: number;
  /** 给人看的一句话。 */
  says: string;
  state: "matches" | "absent" | "newer" | "changed" | "misquoted" | "other-project" | "circle";
}

/** 进度：一项进度怎么来的，亮什么灯。 */
export interface Measure {
  /** 亮灯所依的界限；绿灯为空。 */
  bound: LightBound | null;
  /** 填的数与算出的不符。 */
  differs: boolean;
  inputs: Array<ScoreInput>;
  /** 亮的灯；规则包没有写界限，或尚不能定，为空。 */
  light: Light | null;
  name: MeasureName;
  /** 文件里填的数。 */
  printed: Decimal | null;
  /** %、分或文件的金额单位。 */
  unit: string;
  /** 算出的数，或缺数时的上下限；无从计算为空。 */
  value: Points | null;
}

/** 监控项：time-share 序时进度，execution-rate 预算执行率，expected-rate 全年预计执行率，behind-time 执行率落后序时进度，goal-completion 目标完成率，expected-completion 全年预计目标完成率，apart 执行率与目标完成率的偏差，score 监控得分，score-before 上期监控得分，release 预计用不完的金额。 */
export type MeasureName = "time-share" | "execution-rate" | "expected-rate" | "behind-time" | "goal-completion" | "expected-completion" | "apart" | "score" | "score-before" | "release";

/** 监控情况：预算执行和目标完成的进度，与时间相比，互相比。只有规则包写明界限的才亮灯。 */
export interface MonitoringCard {
  /** 依据的文号和条款。 */
  basis: Array<string>;
  /** 各灯中最严重的一个；没有亮灯为空。 */
  light: Light | null;
  /** 各项进度。 */
  measures: Array<Measure>;
  /** 各指标的进度。 */
  rows: Array<RowProgress>;
  /** 保留几位小数。 */
  scale: number;
  /** 本期和上期的监控得分是否都低于规则包的界限；未定为空。 */
  twice_below: boolean | null;
}

/** 有名的参数：名称和参数。 */
export type NamedArg = [string, Arg];

/** 接着做的一步：可以由一份文件生成的表，和那份文件对它来说是什么。 */
export interface NextStep {
  form: string;
  /** 这张表所在的规则包：文件自己的，或它所扩展的。 */
  pack: PackRef;
  purpose: Purpose;
  relation: Relation;
  title: Label;
}

/** 打开时需要知道的事：都不影响检查，内容原样保留。 */
export interface Notices {
  /** 原来使用的规则包；没有换用为空。 */
  rebound_from: PackRef | null;
  /** 表单里没有的单元格和列。 */
  unknown_cells: Array<string>;
  /** 本版本不认识的字段。 */
  unknown_fields: Array<string>;
}

/** 打开的选项：lang 是这份文件以后说话的语言。 */
export interface OpenOptions {
  lang?: Language;
  /** 文件用的是规则包的另一版次时，换用本机的版次。 */
  rebind?: boolean;
}

/** 来源：本文件由它生成的一份文件。 */
export interface Origin {
  /** 作为底稿带入的内容，或调整前的内容。 */
  before?: Carried;
  /** 那份文件的表单编号。 */
  form: string;
  /** 不得更改的内容。 */
  frozen?: Carried;
  /** 那份文件的编号。 */
  id: string;
  pack: PackRef;
  /** approved 批复的目标，assessed 事前评估，previous 上期监控，last-year 上年同一项目，adjusted 调整前，rated 被评对象，part 组成部门的项目。 */
  relation: "approved" | "assessed" | "previous" | "last-year" | "adjusted" | "rated" | "part";
  /** 那份文件的保存次数。 */
  revision?: number;
  /** 那份文件规范化 JSON（RFC 8785）的 SHA-256，小写十六进制。 */
  sha256: string;
  [key: string]: unknown;
}

/** 一个规则包：编号、版次、摘要，有效期和所据文件。 */
export interface PackInfo {
  edition: string;
  /** 所依据的规则包，最近的在前。 */
  extends: Array<PackRef>;
  id: string;
  name: Label;
  sha256: string;
  /** 所据文件：文号、名称、掌握的程度。 */
  sources: Array<{
    number: string;
    state: string;
    title: string;
  }>;
  /** 有效期的首日和末日；空文本是不限。 */
  valid: {
    from: string;
    to: string;
  };
}

/** 规则包：编号、版次和摘要三者合起来，只指一个规则包。 */
export interface PackRef {
  /** 版次，如 2026.1。 */
  edition: string;
  /** 规则包编号，如 cn-mof。 */
  id: string;
  /** 规则包内容的 SHA-256，小写十六进制。 */
  sha256: string;
}

/** 粘贴会做什么：edit 交给 apply 即放入，可以撤销；没有要改的为 null。 */
export interface Paste {
  columns: Array<string | null>;
  /** 内容太多，只读了前面的部分。 */
  cut: boolean;
  edit: Edit | null;
  /** 表头的行，从 0 起，不含后一个；没有表头则相等。 */
  head: Array<number>;
  /** 未取的隐藏行和列。 */
  hidden: number;
  rows: Array<PasteRow>;
  tally: PasteTally;
  /** 没有去处而有内容的列，从 0 起。 */
  unplaced: Array<number>;
  way: PasteWay;
}

/** 要放入的一格：from 是来表的第几列，从 0 起；column 是本表的列。use：fills 填入空格，replaces 替换 before，same 已有，locked 锁定不改，too-long 太长不放。turn：from-above 合并单元格补全，as-on-form 改用本表写法，one-line 多行并成一行。doubt：not-shown ####，failed 公式出错，shortened 数字被缩写。 */
export interface PasteCell {
  before: string;
  column: string;
  doubt: "not-shown" | "failed" | "shortened" | null;
  from: number;
  text: string;
  turn: "from-above" | "as-on-form" | "one-line" | null;
  use: "fills" | "replaces" | "same" | "locked" | "too-long";
}

/** 粘贴的表格：剪贴板里的 text/html 和 text/plain，至少一样。row 和 column 是光标所在的格。columns、way、leftOut 用来改上一次回答里认出的结果。 */
export interface PasteRequest {
  column?: string;
  /** 来表的各列放入本表的哪一列，null 为不放入。 */
  columns?: Array<string | null>;
  html?: string;
  /** 不放入的行，从 0 起。 */
  leftOut?: Array<number>;
  row?: string;
  /** 表单里表格的编号，如 indicators。 */
  table: string;
  text?: string;
  way?: PasteWay;
}

/** 来表的一行：fate：new 新增，over 放到本表第 row 行（从 0 起），head 表头，above 表头以上，total 合计行，blank 空行，left-out 不放入，homeless 放不下。texts 是来表的原文。 */
export interface PasteRow {
  cells: Array<PasteCell>;
  fate: "above" | "head" | "blank" | "total" | "left-out" | "homeless" | "over" | "new";
  row?: number;
  texts: Array<string>;
}

/** 粘贴的小结：新增、填入、改写的行；替换、换写、存疑、锁定、太长的格；放不下、合计、表头以上的行；未放入的列里有内容的格。 */
export interface PasteTally {
  above: number;
  added: number;
  changed: number;
  doubtful: number;
  filled: number;
  homeless: number;
  locked: number;
  replaced: number;
  tooLong: number;
  totals: number;
  turned: number;
  unplaced: number;
}

/** 表里已有的行怎么办：match 名称相同的改写、其余新增，over 从当前行起逐行覆盖，add 全部新增。 */
export type PasteWay = "match" | "over" | "add";

/** 位置：问题所在。行会移动，所以表内的位置除指针外还带行号。 */
export interface Place {
  /** 单元格或列。 */
  cell?: string;
  /** 检查时的 JSON 指针（RFC 6901）；空文本指整份文件。 */
  pointer: string;
  /** 行号，不随移动改变。 */
  row?: string;
  /** 所在部分。 */
  section?: string;
  /** 所在的表。 */
  table?: string;
}

/** 得分：算出的得分，或缺数时的上下限。 */
export type Points = {
  exact: Decimal;
  rounded: Decimal;
  state: "determined";
} | {
  high: Decimal;
  low: Decimal;
  state: "undetermined";
};

/** 上传对照表：规则包里的一份上传对照表：适用于哪种表，用到哪些代码表（needed：必须有）。 */
export interface ProfileInfo {
  codes: Array<{
    codes: string;
    label: Label;
    needed: boolean;
  }>;
  pack: PackRef;
  profile: string;
  purpose: Purpose;
  subject: "project" | "department" | "transfer";
  summary: Label;
  title: Label;
}

/** 环节：ex-ante 事前评估，declaration 目标申报，target-review 目标审核，monitoring 运行监控，self-evaluation 自评，re-evaluation 抽查复核，report-rating 报告评级。 */
export type Purpose = "ex-ante" | "declaration" | "target-review" | "monitoring" | "self-evaluation" | "re-evaluation" | "report-rating";

/** 目标质量得分：绩效目标填得好不好：按问题和规则包的扣分标准逐维度扣分。与绩效得分无关。 */
export interface QualityCard {
  /** 依据的文号和条款。 */
  basis: Array<string>;
  /** 等级。 */
  grade: string | null;
  /** 各维度。 */
  lines: Array<QualityLine>;
  /** 得分保留几位小数。 */
  scale: number;
  /** 总分；有规则没有运行完时为空，不猜。 */
  total: Decimal | null;
}

/** 一个维度：一个维度的分值、扣分和得分。 */
export interface QualityLine {
  deductions: Array<Deduction>;
  dimension: Dimension;
  points: Decimal;
  weight: Decimal;
}

/** 评分表：事前评估、目标审核、再评价、报告评级各项的得分或等次，以及合计。有项目未评时给出上下限，不当作 0。 */
export interface RatingCard {
  /** 依据的文号和条款。 */
  basis: Array<string>;
  /** 与自评的偏离；只有逐项复核的表才有。 */
  deviation: Deviation | null;
  /** 合计所属的等级或结论；未定为空。 */
  grade: string | null;
  /** 填的等级与算出的不符。 */
  grade_differs: boolean;
  /** 各评分项。 */
  lines: Array<RatingLine>;
  /** 文件里填的等级或结论，限规则包所列的名称。 */
  printed_grade: string | null;
  /** 文件里填的总分。 */
  printed_total: Decimal | null;
  /** 得分保留几位小数。 */
  scale: number;
  /** 各项得分之和；不打分的表为空。 */
  total: Points | null;
  /** 填的总分与算出的不符。 */
  total_differs: boolean;
  weight: Decimal;
}

/** 评分项：一项的得分怎么来的。 */
export interface RatingLine {
  /** 填的得分超出分值，或与所评等次不符。 */
  differs: boolean;
  formula: Formula;
  /** 所评等次，照填的写。 */
  grade: string | null;
  inputs: Array<ScoreInput>;
  /** 评分项，照表上的写。 */
  item: string;
  /** 所属的部分。 */
  part: string;
  place: Place;
  /** 得分；不打分为空。 */
  points: Points | null;
  /** 文件里填的得分。 */
  printed: Decimal | null;
  /** 分值；不打分为空。 */
  weight: Decimal | null;
}

/** 没有读成：文件为什么没有打开。 */
export interface Refusal {
  /** 固定不变的代号，如 not-json。 */
  code: string;
  /** 给人看的一句话：哪里不对，怎么办。 */
  message: string;
}

/** 来源关系：approved 批复的目标，previous 上期监控，last-year 上年同一项目，adjusted 调整前，rated 被评对象，part 组成部门的项目。 */
export type Relation = "approved" | "assessed" | "previous" | "last-year" | "adjusted" | "rated" | "part";

/** 检查报告：一份填报文件按一个规则包、在一个阶段检查的结果。退出码、网页、打印和 SARIF 都由它而来。 */
export interface Report {
  /** 全部问题，有情况说明的也在内。 */
  counts: Counts;
  /** 填报文件的编号。 */
  document: string;
  /** 问题，按表上的次序；审核时先列有情况说明的。 */
  entries: Array<Entry>;
  /** 没有运行完的规则；有一条，结论就是无法判定。 */
  faults?: Array<Fault>;
  /** 表单编号。 */
  form: string;
  /** 文件所带、但不作数的情况说明。 */
  lapsed?: Array<LapsedWaiver>;
  pack: PackRef;
  /** 检查的是第几次保存。 */
  revision: number;
  /** 运行过的规则，不论有没有查出问题。 */
  rules: Array<RuleId>;
  stage: Stage;
  verdict: Verdict;
  /** 其中有情况说明的。 */
  waived: Counts;
}

/** 折算：不适用的行不计分，其余各行按比例折算。 */
export interface Rescaled {
  /** 计分各行的分值之和。 */
  from: Decimal;
  /** 折算成多少分。 */
  to: Decimal;
}

/** 一行：表中的一行。 */
export interface Row {
  cells?: Cells;
  /** 行号，一份文件里不重复，移动、导出、合并都不变。 */
  id: string;
  [key: string]: unknown;
}

/** 指标进度：一个指标到监控时和全年预计完成多少。 */
export interface RowProgress {
  /** 全年预计完成指标值的百分之几，至多 100。 */
  expected: Decimal | null;
  /** 三级指标，照填的写。 */
  name: string;
  place: Place;
  /** 已完成指标值的百分之几，至多 100；不能衡量或尚未填为空。 */
  so_far: Decimal | null;
  /** 分值；没有为空。 */
  weight: Decimal | null;
}

/** 规则编号：以所查出的缺陷命名，发布后不再更改。 */
export type RuleId = string;

/** 一条规则：查什么、为什么、怎么改、处置、依据和例子。 */
export interface RulePage {
  /** 依据的文号和条款。 */
  basis: Array<{
    clause: string;
    document: string;
  }>;
  dimension: Dimension;
  do: string;
  /** 小例子：填在哪张表、填了什么、查出几处、怎么说；0 处是好例子。 */
  examples: Array<{
    cells: Array<ExampleText>;
    finds: number;
    form: string;
    rows: Array<Array<ExampleText>>;
    says: Array<string>;
  }>;
  /** 同一处已有这些规则的问题时，它的问题不再提示。 */
  gives-way: Array<RuleId>;
  id: RuleId;
  /** 各阶段的处置；null 是不查。 */
  policy: Array<{
    severity: Severity | null;
    stage: Stage;
  }>;
  /** 由哪个规则包、从哪一版起有这条规则。 */
  since: {
    edition: string;
    pack: string;
  };
  title: string;
  /** 它的问题，或其中一部分，可以用情况说明答复。 */
  waivable: boolean;
  why: string;
}

/** 两种文字：同一句话的中文和英文。 */
export interface Said {
  en: string;
  zh: string;
}

/** 取数：算这一行所用的一个数。 */
export interface ScoreInput {
  /** target 指标值，actual 实际完成值，executed 执行数，annual 预算数，initial 年初预算数，grade 等次；规则包给出的界限：within 允许偏差，pass 及格线，beyond 允许超出，step 每少一个扣的分，gate 本档所得，low 和 high 本档上下限；监控的取数：so-far、expected、of-time、counted-rows、open-rows、time-share、execution-rate、goal-completion。 */
  name: string;
  /** 读出的意思，如 ≥ 95 %。 */
  read: string;
}

/** 一行：一个对象的得分怎么来的。 */
export interface ScoreLine {
  /** 这一行的算法另有依据的，写文号和条款。 */
  basis: string | null;
  /** 填的得分与算出的不符，超出规则包允许的误差。 */
  differs: boolean;
  formula: Formula;
  inputs: Array<ScoreInput>;
  place: Place;
  points: Points;
  /** 文件里填的得分。 */
  printed: Decimal | null;
  subject: ScoreSubject;
  /** 分值；没有填为空。 */
  weight: Decimal | null;
}

/** 计分的回答：几种得分，按表单的用途只有一种。 */
export interface ScoreResponse {
  /** 结果应用建议；规则包没有写明的没有。 */
  advice: Array<Advice>;
  /** 监控情况，监控表才有。 */
  monitoring: MonitoringCard | null;
  /** 绩效得分，自评表才有。 */
  performance: Scorecard | null;
  /** 目标质量得分，整张的申报表才有。 */
  quality: QualityCard | null;
  /** 评分，事前评估、目标审核、再评价、报告评级才有。 */
  rating: RatingCard | null;
}

/** 对象：这一行算的是什么。 */
export type ScoreSubject = {
  kind: "execution";
} | {
  kind: "indicator";
  /** 三级指标，照填的写。 */
  name: string;
};

/** 绩效得分表：自评得分的算法，逐行列出公式、取数、准确值和进位值。缺数时给出上下限，不当作 0。 */
export interface Scorecard {
  /** 依据的文号和条款。 */
  basis: Array<string>;
  /** 算出的总分所属等级。 */
  grade: string | null;
  /** 预算执行率和各指标。 */
  lines: Array<ScoreLine>;
  /** 各行所填得分之和；有一行没有填即为空。 */
  printed_sum: Decimal | null;
  /** 文件里填的总分。 */
  printed_total: Decimal | null;
  /** 有不适用的行时，其余各行怎样折算；没有折算为空。 */
  rescaled: Rescaled | null;
  /** 得分保留几位小数。 */
  scale: number;
  total: Points;
  /** 填的总分与算出的不符。 */
  total_differs: boolean;
  weight: Decimal;
}

/** 处置：blocks 必须修改，warns 建议修改，advises 提示。 */
export type Severity = "blocks" | "warns" | "advises";

/** 阶段：drafting 填写中，submission 报送，review 审核。 */
export type Stage = "drafting" | "submission" | "review";

/** 上报文件：供系统接收的文件：填报文件、检查报告、得分。接收方有引擎的应当自己再查一遍；没有的可以直接显示文字。 */
export interface Upload {
  /** 结果应用建议；规则包没有写明的没有。 */
  advice: Array<Advice>;
  document: FormDocument;
  /** 上报文件格式的版本。 */
  jibiao_upload: 1;
  /** 监控情况，监控表才有。 */
  monitoring: MonitoringCard | null;
  /** 绩效得分，自评表才有。 */
  performance: Scorecard | null;
  /** 目标质量得分，整张的申报表才有。 */
  quality: QualityCard | null;
  /** 评分，事前评估、目标审核、再评价、报告评级才有。 */
  rating: RatingCard | null;
  report: Report;
  /** 报告中各个问题的文字（中文），次序相同。 */
  words: Array<Words>;
}

/** 上报的选项：stage 不写即 submission。 */
export interface UploadOptions {
  stage?: Stage;
}

/** 结论：accepted 通过，accepted-with-notes 通过但有建议，rejected 需要修改，not-determined 无法判定。 */
export type Verdict = "accepted" | "accepted-with-notes" | "rejected" | "not-determined";

/** 文件所带的情况说明：对某一处、某条规则所说的一句话的说明。位置只用编号，不随行移动而变；所填内容或问题一有变化，说明就不再作数。 */
export interface Waiver {
  /** 当时填进话里的参数，与报告中的相同；没有参数的不写。 */
  args?: Array<NamedArg>;
  /** 谁写的。 */
  by?: string;
  /** 单元格或列。 */
  cell?: string;
  /** 什么时候写的。 */
  date?: string;
  /** 所答的话的编号。 */
  message: string;
  /** 说明的原文。 */
  reason?: string;
  /** 行号。 */
  row?: string;
  rule: RuleId;
  /** 所在部分；问题不在表里也不在单元格里时才写。 */
  section?: string;
  /** 所在的表。 */
  table?: string;
  /** 当时单元格里的原文；写了就要与现在的相同才作数。 */
  text?: string;
  [key: string]: unknown;
}

/** 问题的文字：一个问题，用读者的语言说出来。 */
export interface Words {
  /** 怎么改。 */
  do: string;
  /** 每个可直接采用的改动说的是什么，次序与问题中的改动相同。 */
  fixes: Array<string>;
  /** 在哪里，从部分到单元格。 */
  place: string;
  /** 哪里不对。 */
  what: string;
}

/** 月日：每年的某一天。 */
export interface YearDay {
  day: number;
  month: number;
}

/** 各个函数出错时抛出的错误。 */
export interface JibiaoError extends Error {
  code: ErrorCode;
  /** 交换表放不下、对不上的，逐格列出；只在 code 是 not-exchangeable 时有。 */
  problems?: Array<ExchangeProblem>;
}
