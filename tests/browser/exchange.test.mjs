// 交换表：the tables of another system leave the page as the command line writes them, with the codes that somebody handed
// in; what they can't take is told with the cell it stands in.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao } from '../schemas/command.mjs';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell } from './filling.mjs';

needed(dist);

const PROFILE = 'integrated-project-declaration';
const declaration = join(root, 'tests/documents/declaration-2021.json');
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-exchange-'));
const codes = (set) => `[data-codes="${set}"]`;

async function onHandIn(page, path = declaration) {
  await page.goto(singleFile);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', [path]);
  await page.waitFor(cell('project-name'));
  await page.click(action('hand-in'));
  await page.waitFor(action('exchange'));
}

/** The same file by the command line. */
function written(path, ...more) {
  const out = join(folder(), 'tables.json');
  jibiao(['upload', path, '--profile', PROFILE, '-o', out, ...more]);
  return readFileSync(out, 'utf8').trimEnd();
}

async function give(page, set, path) {
  await page.click(`${codes(set)} ${action('pick-codes')}`);
  await page.setFiles('#codes-picker', [path]);
}

for (const engine of ENGINES) {
  test(`${engine}: the tables are those of the command line, with codes from a file and without`, () =>
    withPage(engine, {}, async (page) => {
      // Codes with the signs in GB 18030, as a Chinese spreadsheet saves them.
      const signs = join(folder(), '计算符号.csv');
      writeFileSync(signs, Buffer.concat(['code,name\n4,', [0xa1, 0xdd], '\n5,', [0xa1, 0xdc], '\n1,=\n6,', [0xb6, 0xa8, 0xd0, 0xd4], '\n'].map((part) => Buffer.from(part))));
      await onHandIn(page);
      const bare = await page.download(() => page.click(action('exchange')));
      assert.equal(bare.name, '农村公路安全防护工程-2026.exchange.json');
      assert.equal(bare.text.trimEnd(), written(declaration));
      assert.match(await page.text('[data-exchange="wrote"]'), /计算符号、一级指标代码、二级指标代码/);

      await give(page, 'calc-sign', signs);
      await page.waitFor(() => document.querySelector('[data-codes="calc-sign"]').textContent.includes('4 个代码'));
      const full = await page.download(() => page.click(action('exchange')));
      assert.equal(full.text.trimEnd(), written(declaration, '--codes', `calc-sign=${signs}`));
      const [, , , length] = JSON.parse(full.text).tables.PM_PERF_INDICATOR;
      assert.equal(JSON.parse(full.text).open.includes('calc-sign'), false);
      assert.ok(Object.values(length).includes('4'), '安装波形护栏长度 ≥38公里 has the code of ≥');
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a table of codes that can not be used says why, and the one before it stays', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const file = (name, text) => {
      writeFileSync(join(at, name), text);
      return join(at, name);
    };
    await onHandIn(page);
    await give(page, 'calc-sign', file('对.csv', '代码,名称\n4,≥\n5,≤\n1,=\n'));
    await page.waitFor(() => document.querySelector('[data-codes="calc-sign"]').textContent.includes('对.csv'));
    for (const [name, text, why] of [
      ['没有列名.csv', '4,≥\n', /没有“代码”这一列/],
      ['缺.csv', '代码,名称\n4,≥\n,≤\n', /第 3 行缺/],
      ['重.csv', '代码,名称\n4,≥\n4,≤\n', /第 3 行的代码“4”/],
      ['图.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xff]), /没有“代码”这一列/],
    ]) {
      await give(page, 'calc-sign', file(name, text));
      const said = await page.waitFor((why) => {
        const text = document.querySelector('[data-codes="calc-sign"] [role="alert"]')?.textContent;
        return new RegExp(why).test(text ?? '') && text;
      }, why.source);
      assert.match(said, why);
      assert.match(await page.text(codes('calc-sign')), /对\.csv/);
    }
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await page.errors(), []);
  }));

test('what the tables can not take is told with its cell, and codes serve the next draft', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    const signs = join(at, '没有等号.csv');
    writeFileSync(signs, '代码,名称\n4,≥\n5,≤\n');
    await onHandIn(page);
    await give(page, 'calc-sign', signs);
    await page.waitFor(() => document.querySelector('[data-codes="calc-sign"]').textContent.includes('没有等号.csv'));
    await page.click(action('exchange'));
    // Of the worked declaration's targets one is with =, in its sixth row.
    await page.waitFor('[data-exchange="misfits"]');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'exchange-misfits');
    assert.equal(await page.count('[data-exchange="misfits"] li'), 1);
    assert.match(await page.text('[data-exchange="misfits"] li'), /第6行.*没有“=”/);
    await page.click(action('go-to-misfit'));
    await page.waitFor(() => document.activeElement.dataset.row === 'r6');

    const other = join(at, '乙.json');
    const document = JSON.parse(readFileSync(declaration, 'utf8'));
    document.id = 'another-project';
    writeFileSync(other, JSON.stringify(document));
    await page.setFiles('#file-picker', [other]);
    await page.waitFor(() => location.hash.includes('another-project'));
    await page.click(action('hand-in'));
    await page.waitFor(action('exchange'));
    assert.match(await page.text(codes('calc-sign')), /没有等号\.csv，2 个代码/);
    assert.equal(await page.count('[data-exchange]'), 0, 'nothing is said of it yet');
    assert.deepEqual(await page.errors(), []);
  }));
