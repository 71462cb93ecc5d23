// The page that shows the design system: tokens out of www/style, parts out of the page itself, in the style that the page has.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from '../tools.mjs';
import { GROUPS } from './parts.mjs';

const here = (name) => readFileSync(join(import.meta.dirname, name), 'utf8');
const style = join(root, 'www/style');

/** The sheets of www/style as they are written. */
export const sheets = () => readdirSync(style).filter((name) => name.endsWith('.css')).sort().map((name) => readFileSync(join(style, name), 'utf8'));

/** The tokens of a theme, by name. */
export function tokens(dark) {
  const [light, other] = readFileSync(join(style, '00-tokens.css'), 'utf8').split('@media');
  return Object.fromEntries([...(dark ? other : light).matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

const ON_PAPER = new Set(['fields', 'paper', 'table', 'cards']);
const isColor = (value) => value.startsWith('#');
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const STATES = { rest: '平常', hover: '指向', focus: '焦点', disabled: '不可用' };

/** A part among others: ids of its own, no landmark, nothing modal. */
function loose(html, name) {
  return html
    .replace(/ (id|for|name|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/g, (_, attribute, ids) => {
      return ` ${attribute}="${ids.split(' ').map((id) => `${name}-${id}`).join(' ')}"`;
    })
    .replace(/<(\/?)(aside|nav|header|footer|main)\b/g, (_, end, tag) => (end ? '</div' : /aside|nav/.test(tag) ? '<div role="group"' : '<div'))
    .replace(/<section\b/g, '<section role="group"')
    .replace(/ role="(dialog|search|region)"/g, ' role="group"')
    .replace(/ (aria-modal="true"|aria-live="[a-z]+"|role="status")/g, '')
    .replace(/<h1\b/g, '<h2')
    .replace(/<\/h1>/g, '</h2>');
}

function shown(html, state) {
  const off = html.replace(/ data-shown=""/, ` data-shown="${state}"`);
  if (state === 'disabled') return off.replace(/(<button\b(?:(?!>).)*?)(?: disabled="")?((?:(?!>).)* data-shown="disabled")/, '$1 disabled=""$2');
  // What happens to stand disabled is shown able.
  return off.replace(/(<button\b(?:(?!>).)*?) disabled=""((?:(?!>).)* data-shown=")/, '$1$2');
}

/** Around a part stand what gives it its look, without a box of their own. */
function placed({ html, around }) {
  const before = around.map(([, classes]) => `<div class="ds-around ${classes}">`).join('');
  return before + html + '</div>'.repeat(around.length);
}

function specimen(part, at) {
  const states = part.states ? ['rest', ...part.states] : ['rest'];
  const one = (state) => {
    const pieces = part.pieces.map((piece) => placed({ ...piece, html: loose(shown(piece.html, state), `p${at}-${state}`) }));
    return `<div class="ds-state"><p class="ds-label">${STATES[state]}</p><div class="ds-box${part.width ? ' ds-side' : ''}${ON_PAPER.has(part.group) ? ' ds-paper' : ''}" data-specimen="${at}:${state}">${pieces.join('')}</div></div>`;
  };
  const wide = part.states ? 'ds-states' : 'ds-states ds-alone';
  return `<div class="ds-part"><h3>${part.name}</h3><p class="ds-label">${escape(part.state)} · <code>${escape(part.select)}</code></p><div class="${wide}">${states.map(one).join('')}</div></div>`;
}

function colors() {
  const names = Object.keys(tokens(false)).filter((name) => isColor(tokens(false)[name]));
  const swatch = (name) => `<li><span class="ds-swatch ds-c-${name}"></span><code>${name}</code></li>`;
  return {
    style: names.map((name) => `.ds-c-${name}{background:var(--${name})}`).join(''),
    html: `<ul class="ds-swatches">${names.map(swatch).join('')}</ul>`,
  };
}

const TYPE = `<dl class="ds-type">
<div><dt>宋体 24 / 1.4，粗</dt><dd class="ds-title">项目支出绩效目标申报表</dd></div>
<div><dt>宋体 15 / 22，等宽数字</dt><dd class="ds-song">1,860.50 万元，≥98 %</dd></div>
<div><dt>黑体 20 / 28，粗</dt><dd class="ds-h">我的填报</dd></div>
<div><dt>黑体 15 / 1.6</dt><dd>填写时不打断您，看报送前还要改什么。</dd></div>
<div><dt>黑体 13 / 20</dt><dd class="ds-small">已识别：≥ 98 %</dd></div></dl>`;

const SPACE = `<ul class="ds-space">${[4, 8, 12, 16, 20, 24, 32, 36].map((px) => `<li><span class="ds-s${px}"></span>${px}</li>`).join('')}</ul>`;

/** The whole page. */
export function designPage(parts) {
  const group = ([id, title]) => {
    const list = parts.map((part, at) => [part, at]).filter(([part]) => part.group === id);
    return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${list.map(([part, at]) => specimen(part, at)).join('')}</section>`;
  };
  const color = colors();
  const look = readFileSync(join(dist, 'site/style.css'), 'utf8') + here('page.css') + color.style;
  const script = here('page.js');
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash(look)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>绩表的部件</title>
<style>${look}</style>
</head>
<body class="ds">
<main>
<h1>绩表的部件</h1>
<p>颜色、字体、间距和每个部件的各种状态。部件的写法取自真实页面，样式就是页面的样式；指向和焦点是固定住的，其余可以动手试。高对比度由系统设置打开。</p>
<p class="ds-themes" role="group" aria-label="明暗"><button type="button" class="quiet" data-theme="" aria-pressed="true">随系统</button> <button type="button" class="quiet" data-theme="in-light" aria-pressed="false">浅色</button> <button type="button" class="quiet" data-theme="in-dark" aria-pressed="false">深色</button></p>
<section aria-labelledby="tokens"><h2 id="tokens">颜色、字体、间距</h2>${color.html}${TYPE}${SPACE}</section>
${Object.entries(GROUPS).map(group).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`;
}
