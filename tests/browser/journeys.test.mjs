// The main job, end to end, in every engine: a real declaration and a real self-evaluation typed with real key events,
// checked, scored and exported, from disk, with no request.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dist, needed } from '../tools.mjs';
import { ENGINES, withPage } from './drivers.mjs';
import { action, assertHolds, exported, fill, joinedRow, printedRow, published, startForm } from './filling.mjs';

needed(dist);

for (const engine of ENGINES) {
  test(`a published declaration is typed, checked and exported: ${engine}`, async (t) => {
    const table = published('decl_putuo_lanxi_2026', t);
    if (!table) return;
    const { fields } = table;
    const work = {
      cells: {
        year: String(table.year),
        'project-name': table.project,
        'project-nature': fields['项目性质'],
        'project-class': fields['项目类别'],
        department: table.dept,
        'implementing-unit': table.unit,
        'start-date': fields['计划开始日期'],
        'end-date': fields['计划完成日期'],
        'money-unit': table.money_unit,
        'fund.total.whole': fields['项目资金总额'],
        'fund.fiscal.whole': fields['其中：财政资金'],
        'fund.other.whole': fields['其他资金(总)'],
        'fund.total.year': fields['年度资金申请总额'],
        'fund.fiscal.year': fields['其中：当年财政拨款'],
        'fund.carryover.year': fields['上年结转资金'],
        'fund.other.year': fields['其他资金(年)'],
        'whole-goal': fields['项目总目标'],
        'year-goal': fields['年度总体目标'],
      },
      rows: table.rows.map(printedRow),
    };
    await withPage(engine, {}, async (page) => {
      await startForm(page, 'project-declaration-2021');
      await fill(page, work);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      // 及时, 提升 and 健全 say nothing that could be checked at year's end.
      const vague = await page.count('[data-rule="target-vague"], [data-rule="target-not-quantified"]');
      assert.ok(vague >= 4, `${vague} vague targets`);
      const { upload } = await exported(page);
      assertHolds(upload.document, work);
      assert.deepEqual(await page.requests(), []);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  test(`a published self-evaluation is typed, scored 99.80 by rule and exported: ${engine}`, async (t) => {
    const table = published('selfeval_yongde_mingliang_2022', t);
    if (!table) return;
    const { funds } = table;
    const work = {
      cells: {
        year: String(table.year),
        'project-name': table.project,
        department: table.dept,
        'implementing-unit': table.unit,
        'money-unit': table.money_unit,
        'fund.total.annual': String(funds.annual),
        'fund.total.executed': String(funds.executed),
        'fund.total.weight': String(funds.weight),
        'fund.total.rate': funds.rate,
        'fund.total.score': String(funds.score),
        'total-weight': String(table.total_weight),
        'total-score': String(table.total_score),
        grade: table.grade,
      },
      // The list of the form offers the level without the 等 that Yunnan prints behind it.
      rows: table.rows.map(joinedRow).map((row) => ({ ...row, 'level-2': row['level-2'].replace(/等$/, '') })),
    };
    await withPage(engine, {}, async (page) => {
      await startForm(page, 'project-self-evaluation-2015');
      await fill(page, work);
      await page.click(action('check'));
      await page.waitFor('[data-verdict]');
      const { upload } = await exported(page);
      assertHolds(upload.document, work);
      assert.equal(upload.performance.total.rounded, '99.8');
      assert.equal(upload.performance.printed_total, '96');
      // 资金到位及时率 7 of 10 and 政策知晓率 9 of 9.8 are the rows whose points differ from the rule.
      const differing = upload.performance.lines.filter((line) => line.differs).map((line) => line.subject.name);
      assert.deepEqual(differing, ['资金到位及时率', '政策知晓率']);
      const found = upload.report.entries.filter((entry) => entry.rule === 'row-score-off').map((entry) => entry.place.row);
      assert.equal(found.length, 2);
      // The page says the same as the file.
      const score = await page.text('[data-score="performance"]');
      assert.match(score, /99\.80/);
      assert.match(score, /96/);
      assert.deepEqual(await page.requests(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });
}
