// The parts of the page and where they are met. Nobody writes their markup here: it is taken from the page itself
// (harvest.mjs), so what is shown is what people see.
//
// state: a state of tests/browser/states.mjs · select: the part in it · states: how it is shown besides at rest ·
// width: how wide it is on the desk, where it is not as wide as the sheet.

/** Names of the groups, in the order shown. */
export const GROUPS = {
  buttons: '按钮和选择',
  fields: '填写的格',
  paper: '纸面',
  table: '指标表',
  cards: '卡片',
  findings: '问题与结论',
  desk: '工作台',
  home: '我的填报',
  results: '得分与图',
  handing: '报送',
  library: '指标库与示例',
  dialogs: '对话框',
};

const LIVE = ['hover', 'focus'];
const ABLE = [...LIVE, 'disabled'];

export const PARTS = [
  { group: 'buttons', name: '主要按钮', state: 'blank sheet', select: '.bar .main', states: LIVE },
  { group: 'buttons', name: '次要按钮', state: 'blank sheet', select: '[data-action="save-file"]', states: ABLE },
  { group: 'buttons', name: '图标按钮', state: 'sheet with rows', select: '.bar-tools', part: '[data-action="undo"]', states: ABLE },
  { group: 'buttons', name: '句中链接', state: 'list of problems', select: '.problems .note-tools', part: '.link', states: LIVE },
  { group: 'buttons', name: '行工具', state: 'sheet with rows', select: '.tool[data-action="row-below"]', states: ABLE },
  { group: 'buttons', name: '关闭', state: 'why', select: '.dialog .fold', states: LIVE },
  { group: 'buttons', name: '返回', state: 'blank sheet', select: '.bar-home', states: LIVE },
  { group: 'buttons', name: '状态筛选', state: 'list of drafts', select: '.chips', part: '.chip:nth-child(2)', states: LIVE },
  { group: 'buttons', name: '维度筛选', state: 'list of problems', select: '.filter' },
  { group: 'buttons', name: '表格与卡片', state: 'sheet with rows', select: '.views' },
  { group: 'buttons', name: '单位切换', state: 'blank sheet', select: '.unit-switch', states: LIVE },
  { group: 'buttons', name: '新填一张表', state: 'home without drafts', select: '.form-card', states: LIVE },

  { group: 'fields', name: '一行文字', state: 'list of problems', select: '.box.is-text', states: LIVE },
  { group: 'fields', name: '未填，有例子', state: 'blank sheet', select: '.cell:nth-child(4) .box', states: LIVE },
  { group: 'fields', name: '选择', state: 'list of problems', select: '.cells .box.is-choice', states: LIVE },
  { group: 'fields', name: '金额', state: 'list of problems', select: '.matrix td:not([class]) .box.is-figure', states: LIVE },
  { group: 'fields', name: '标签与格', state: 'list of problems', select: '.cells' },
  { group: 'fields', name: '搜索', state: 'list of drafts', select: '.finder' },

  { group: 'paper', name: '表头', state: 'list of problems', select: '.paper-title', and: ['.paper-line', '.must-means'] },
  { group: 'paper', name: '分节', state: 'list of problems', select: '.part-head' },
  { group: 'paper', name: '资金', state: 'list of problems', select: '.matrix' },
  { group: 'paper', name: '资金，带比率和分值', state: 'self-evaluation', select: '.matrix' },
  { group: 'paper', name: '落款与盖章', state: 'list of problems', select: '.paper-end' },

  { group: 'table', name: '空表', state: 'blank sheet', select: '.table' },
  { group: 'table', name: '有行', state: 'sheet with rows', select: '.table' },
  { group: 'table', name: '有问题', state: 'list of problems', select: '.table' },
  { group: 'table', name: '自评，带分值', state: 'self-evaluation', select: '.table' },
  { group: 'table', name: '表上印好的行', state: 'rows that are printed', select: '.table' },
  { group: 'cards', name: '一次一条', state: 'cards', select: '.table' },

  { group: 'findings', name: '问题', state: 'list of problems', select: '.problems', width: 'side' },
  { group: 'findings', name: '还没有检查', state: 'blank sheet', select: '.problems', width: 'side' },
  { group: 'findings', name: '通过', state: 'hand-in with a bundle', select: '.problems', width: 'side' },
  { group: 'findings', name: '格下的问题', state: 'list of problems', select: '.matrix > .notes' },

  { group: 'desk', name: '顶栏', state: 'clash of two copies', select: '.bar' },
  { group: 'desk', name: '窄屏上打开问题', state: 'list of problems', select: '[data-action="problems"]', states: LIVE },
  { group: 'desk', name: '菜单', state: 'menu', select: '.menu-items', width: 'side' },
  { group: 'desk', name: '填报步骤', state: 'list of problems', select: '.tasks', width: 'side' },
  { group: 'desk', name: '填写提示', state: 'sheet with rows', select: '.hint', width: 'side' },

  { group: 'home', name: '页头', state: 'home without drafts', select: '.home-head' },
  { group: 'home', name: '还没有填报', state: 'home without drafts', select: '.mine' },
  { group: 'home', name: '填报清单', state: 'list of drafts', select: '.mine' },
  { group: 'home', name: '选中几份', state: 'drafts chosen', select: '.deeds' },
  { group: 'home', name: '删除后可撤销', state: 'drafts deleted', select: '[data-notice="undo"]' },
  { group: 'home', name: '新建填报', state: 'home without drafts', select: '.year' },
  { group: 'home', name: '规则包', state: 'home without drafts', select: '.packs' },

  { group: 'results', name: '结论', state: 'results of a declaration', select: '.result .verdict' },
  { group: 'results', name: '目标质量得分', state: 'results of a declaration', select: '.score' },
  { group: 'results', name: '绩效得分与图', state: 'scores and charts', select: '.score' },
  { group: 'results', name: '怎么算出来的', state: 'a line of the scores opened', select: '.score-scroll' },
  { group: 'results', name: '运行监控', state: 'measures of monitoring', select: '.score' },
  { group: 'results', name: '审核报告', state: 'review report', select: '.review' },

  { group: 'handing', name: '佐证材料与报送包', state: 'hand-in with a bundle', select: '.result' },

  { group: 'handing', name: '加密传送', state: 'bundle to be encrypted', select: '.sealing' },

  { group: 'findings', name: '退回单', state: 'return slip', select: '.slip', width: 'side' },
  { group: 'findings', name: '写退回单', state: 'writing a return slip with a comment', select: '.slip', width: 'side' },
  { group: 'findings', name: '写下一张退回单', state: 'writing the next return slip', select: '.slip', width: 'side' },
  { group: 'findings', name: '退回单，改过和答复过', state: 'return slip with answers', select: '.slip', width: 'side' },

  { group: 'library', name: '指标库', state: 'library', select: '.problems', width: 'side' },
  { group: 'library', name: '填好的示例', state: 'example beside the form', select: '.example[data-example]', width: 'side' },

  { group: 'dialogs', name: '为什么', state: 'why', select: '.dialog' },
  { group: 'dialogs', name: '情况说明没有收下', state: 'reason that is refused', select: '.dialog' },
  { group: 'dialogs', name: '粘贴', state: 'paste', select: '.dialog' },
  { group: 'dialogs', name: '从清单新建', state: 'list of projects', select: '.dialog' },
  { group: 'dialogs', name: '从清单新建之后', state: 'drafts made of a list', select: '.dialog' },
  { group: 'dialogs', name: '加密的报送包', state: 'encrypted bundle', select: '.dialog' },
  { group: 'dialogs', name: '核验', state: 'verified bundle', select: '.dialog' },
  { group: 'dialogs', name: '导入', state: 'workbook to be imported', select: '.dialog' },
  { group: 'dialogs', name: '内容不同', state: 'clash of two copies', select: '.dialog' },
  { group: 'dialogs', name: '逐处合并', state: 'merge', select: '.dialog' },
  { group: 'dialogs', name: '快捷键', state: 'keys', select: '.dialog' },
];

const because = (reasons) =>
  Object.fromEntries(Object.entries(reasons).flatMap(([reason, names]) => names.trim().split(/\s+/).map((name) => [name, reason])));

/** Classes of the style that none of the parts above wears, with where they are met instead. */
export const UNSHOWN = because({
  'when the page, its storage or a pack fails': 'notice-page is-grave wait is-failed verdict-faults pack-problems is-undetermined',
  'while something is scrolled, skipped or folded away': 'skip rows-here curtain drafts-more is-still',
  'in a document that was made from another one': 'is-locked lock-why origins origin-good origin-bad changes is-for-screen steps parts',
  'when a reason was given for a finding, or does not count any more': 'reasons reason is-answered is-lapsed reason-why reason-by verdict-answered',
  'after fixes were taken all at once': 'mended',
  'at a cell just left, or shown in the other unit': 'echo shown has-shown unit-shown hint-example',
  'with findings of the third kind, or of one section': 'is-advises is-noted problems-part problems-more',
  'when points or figures do not come out': 'is-over is-different differs score-open',
  'while other results are tried': 'trial trial-mark trial-points trial-line',
  'with a pack that has warning lights, or says what a result leads to': 'lamp red yellow green advice',
  'in a list where something is archived or spotless': 'is-archived is-clean is-chosen',
  'at the end of the list of forms and drafts': 'shelf home-end data',
  'where another project has rows like these': 'library-there others others-take',
  'in a workbook, bundle or table that is odd': 'import-form import-told is-odd verify-remarks paste-here is-doubtful paste-more',
  'in a return slip of which the document has changed, and where it is handed in': 'slip-answered slip-blank slip-more',
  'in print alone': 'watermark',
  'on forms that print notes': 'paper-note',
});

/** Classes that say what something is and need no look of their own. */
export const UNSTYLED = ['app', 'filed', 'is-behind', 'is-many', 'is-text', 'library-level', 'note-words', 'review', 'slip', 'task-name'];
