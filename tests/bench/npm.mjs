// The package in Node: one declaration of 12 rows. Budget: check and score with the object passed in, median 200 µs.
import { load } from '../npm/package.mjs';

const BUDGET = 200;
const ROUNDS = 2_000;
const jibiao = await load();

const document = jibiao.blank('project-declaration-2021', 'bench');
document.cells = {
  year: '2026', 'project-name': '农村公路安全防护工程', department: '某县交通运输局', 'implementing-unit': '某县公路养护中心',
  'start-date': '2026-03-01', 'end-date': '2026-12-20', 'money-unit': '万元', 'fund.total.year': '486.5', 'fund.fiscal.year': '450',
  'fund.other.year': '36.5', 'year-goal': '安装波形护栏38公里、标志标牌160块，12月20日前完成交工验收，每公里造价不超过11.5万元，沿线群众满意度达到90%以上。',
};
const rows = [
  ['成本指标', '经济成本指标', '每公里护栏造价', '≤11.5万元'], ['产出指标', '数量指标', '安装波形护栏长度', '≥38公里'],
  ['产出指标', '数量指标', '安装标志标牌数量', '≥160块'], ['产出指标', '数量指标', '整治隐患路段数量', '≥6条'],
  ['产出指标', '质量指标', '交工验收合格率', '=100%'], ['产出指标', '质量指标', '护栏立柱埋深达标率', '≥98％'],
  ['产出指标', '时效指标', '交工验收完成时间', '12月20日前'], ['效益指标', '社会效益指标', '交通事故起数下降比例', '≥15%'],
  ['效益指标', '社会效益指标', '受益行政村数量', '≥24个'], ['效益指标', '生态效益指标', '施工占用林地面积', '0亩'],
  ['效益指标', '可持续影响指标', '护栏设计使用年限', '≥15年'], ['满意度指标', '服务对象满意度指标', '沿线群众满意度', '≥90%'],
];
document.tables = {
  indicators: rows.map(([one, two, three, target], index) => ({
    id: `r${index + 1}`,
    cells: { 'level-1': one, 'level-2': two, 'level-3': three, target, weight: index < 6 ? '10' : '5' },
  })),
};

function median(what, work, budget) {
  for (let round = 0; round < ROUNDS; round++) work(round);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    work(round);
    times.push(Number(process.hrtime.bigint() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  const middle = times[ROUNDS / 2];
  const verdict = budget ? `, ${middle <= budget ? 'within' : 'OVER'} the budget of ${budget}` : '';
  console.log(`npm, ${what.padEnd(44)} ${middle.toFixed(0).padStart(5)} µs median of ${ROUNDS}${verdict}; p95 ${times[ROUNDS * 0.95].toFixed(0)}`);
}

median('check and score, 12 rows, object passed in', () => jibiao.check({ document }), BUDGET);
const json = JSON.stringify(document);
median('check and score, 12 rows, text passed in', () => jibiao.check({ json }));
const draft = jibiao.Draft.open(document);
median('one edit and a check of a kept draft', (round) => {
  draft.apply({ edit: 'set-row-cell', table: 'indicators', row: 'r2', cell: 'target', text: `≥${round}公里` });
  draft.check();
});
