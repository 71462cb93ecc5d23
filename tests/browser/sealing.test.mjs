// 加密传送: what is sealed on the page opens on the command line and the other way round, and keys are kept nowhere.
import { Decrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { jibiao, json } from '../schemas/command.mjs';
import { dist, needed, root, singleFile } from '../tools.mjs';
import { axe } from './axe.mjs';
import { ENGINES, ready, withPage } from './drivers.mjs';
import { action, cell } from './filling.mjs';
import { servePortal } from './portal.mjs';

needed(dist);

const declaration = join(root, 'tests/documents/declaration-2021.json');
const WORDS = '一 二 三 四 correct horse';
const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-sealing-'));
const choice = (how) => `input[name="sealing"][value="${how}"]`;
const refusal = '[data-notice="hand-in"]';

function written(at, name, content) {
  const path = join(at, name);
  writeFileSync(path, content);
  return path;
}

async function keyPair() {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function onHandIn(page, address = singleFile) {
  await page.goto(address);
  await page.waitFor(ready);
  await page.setFiles('#file-picker', [declaration]);
  await page.waitFor(cell('project-name'));
  await page.click(action('hand-in'));
  await page.waitFor(action('pack'));
}

async function choose(page, how) {
  await page.click('.sealing > summary');
  await page.click(choice(how));
  await page.waitFor(`[data-sealing="${how}"]`);
}

const today = (page) => page.evaluate(() => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
});

async function packed(page) {
  const file = await page.download(() => page.click(action('pack')));
  await page.waitFor('[data-bundle="even"]');
  return file;
}

/** Everything that the page keeps in this browser, as text. */
const kept = (page) => page.evaluate(async () => {
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const all = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href];
  const open = await asked(indexedDB.open('jibiao'));
  for (const name of open.objectStoreNames) all.push(JSON.stringify(await asked(open.transaction(name).objectStore(name).getAll())));
  open.close();
  return all.join('\n');
});

for (const engine of ENGINES) {
  test(`${engine}: a bundle sealed for a key opens on the command line and on the page, and holds the bundle to the byte`, () =>
    withPage(engine, {}, async (page) => {
      const [at, { identity, recipient }, other] = [folder(), await keyPair(), await keyPair()];
      const attachment = written(at, '照片.bin', Buffer.alloc(300_000, 7));
      await onHandIn(page);
      await page.setFiles('#attachment-picker', [attachment]);
      await page.waitFor('[data-attachments="1"]');
      const date = await today(page);
      await choose(page, 'keys');
      await page.retype('#seal-keys', `${other.recipient}\n${recipient}`);
      const file = await packed(page);
      assert.equal(file.name, '农村公路安全防护工程-2026-报送包.zip.age');
      assert.match(await page.text('[data-bundle]'), /已加密：只有收件人/);

      const sealed = written(at, 'sealed.zip.age', file.bytes);
      const keys = written(at, 'key.txt', `# public key: ${recipient}\n${identity}\n`);
      assert.equal(json(['verify', sealed, '--identity', keys, '--format', 'json']).results[0].standing, 'valid');
      const plain = join(at, 'plain.zip');
      jibiao(['bundle', declaration, '--attach', attachment, '--date', date, '--stage', 'submission', '-o', plain]);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      assert.ok(Buffer.from(await decrypter.decrypt(file.bytes)).equals(readFileSync(plain)));

      await page.click(action('home'));
      await page.waitFor(action('open-draft'));
      await page.setFiles('#file-picker', [sealed]);
      await page.waitFor('[data-dialog="sealed"]');
      await page.setFiles('#unseal-file', [keys]);
      await page.click(action('unseal'));
      await page.waitFor('[data-dialog="verified"][data-standing="valid"]');
      assert.match(await page.text('#dialog'), /照片\.bin/);
      await page.click(action('open-bundled'));
      await page.waitFor(cell('project-name'));
      const stored = await kept(page);
      assert.ok(stored.includes('农村公路安全防护工程'), 'the draft is kept');
      assert.ok(!stored.includes(identity) && !stored.includes(recipient), 'no key is');
      assert.deepEqual(await page.errors(), []);
      assert.deepEqual(await page.requests(), []);
      // Chromium 86 reports each module that it compiles (drivers/playwright.mjs), and two more were asked for here.
      const modules = (violation) => engine === 'chromium86' && violation === 'script-src eval';
      assert.deepEqual((await page.violations()).filter((violation) => !modules(violation)), []);
    }));

  test(`${engine}: what the command line seals with a passphrase opens on the page, and a wrong one does not`, () =>
    withPage(engine, {}, async (page) => {
      const at = folder();
      const sealed = join(at, '甲.zip.age');
      jibiao(['bundle', declaration, '--passphrase-file', written(at, '口令.txt', WORDS), '-o', sealed]);
      await page.goto(singleFile);
      await page.waitFor(ready);
      await page.setFiles('#file-picker', [sealed]);
      await page.waitFor('[data-dialog="sealed"]');
      await page.type(`${WORDS}!`);
      await page.press('Enter');
      await page.waitFor('#unseal-refused');
      assert.match(await page.text('#unseal-refused'), /口令不对/);
      await page.retype('#dialog-first', WORDS);
      await page.click(action('unseal'));
      await page.waitFor('[data-dialog="verified"][data-standing="valid"]');
      assert.match(await page.text('#dialog-title'), /甲\.zip(?!\.age)/);
      assert.deepEqual(await page.errors(), []);
    }));
}

test('a passphrase is long, typed twice, cleared after use and kept nowhere', () =>
  withPage('chromium', {}, async (page) => {
    const at = folder();
    await onHandIn(page);
    await choose(page, 'passphrase');
    assert.deepEqual(await axe(page), []);
    await page.retype('#seal-passphrase', '太短的口令');
    await page.click(action('pack'));
    await page.waitFor(refusal);
    assert.match(await page.text(refusal), /口令太短/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'seal-passphrase');
    await page.retype('#seal-passphrase', WORDS);
    await page.retype('#seal-passphrase-again', `${WORDS}？`);
    await page.click(action('pack'));
    await page.waitFor(() => /两遍口令不一样/.test(document.querySelector('[data-notice="hand-in"]')?.textContent));
    await page.retype('#seal-passphrase-again', WORDS);
    const file = await packed(page);
    assert.equal(await page.value('#seal-passphrase') + await page.value('#seal-passphrase-again'), '');
    const sealed = written(at, 'sealed.zip.age', file.bytes);
    const said = json(['verify', sealed, '--passphrase-file', written(at, 'w.txt', WORDS), '--format', 'json']);
    assert.equal(said.results[0].standing, 'valid');
    assert.ok(!(await kept(page)).includes(WORDS));
    // Off again, it is the plain bundle.
    await page.click(choice('not'));
    await page.waitFor('[data-sealing="not"]');
    assert.match((await packed(page)).name, /报送包\.zip$/);
    assert.deepEqual(await page.errors(), []);
  }));

test('a wrong key, something that is none, and a damaged file each get their sentence', () =>
  withPage('chromium', {}, async (page) => {
    const [at, right, wrong] = [folder(), await keyPair(), await keyPair()];
    const sealed = join(at, '报送包.zip.age');
    jibiao(['bundle', declaration, '--encrypt-to', right.recipient, '-o', sealed]);
    const bytes = readFileSync(sealed);
    const flipped = Buffer.from(bytes);
    flipped[flipped.length - 1000] ^= 1;
    const broken = {
      'flipped.age': flipped,
      'short.age': bytes.subarray(0, bytes.length - 20_000),
      'head.age': Buffer.from(bytes.toString('latin1').replace('-> X25519 ', '-> X25519  '), 'latin1'),
    };
    const open = async (path) => {
      await page.setFiles('#file-picker', [path]);
      await page.waitFor('[data-dialog="sealed"]');
    };
    const tried = async (key) => {
      await page.retype('#unseal-key', key);
      await page.click(action('unseal'));
      await page.waitFor('[data-dialog="sealed"]:not([data-busy]) #unseal-refused');
      return page.text('#unseal-refused');
    };
    await page.goto(singleFile);
    await page.waitFor(ready);
    await open(sealed);
    assert.deepEqual(await axe(page), []);
    await page.click(action('unseal'));
    await page.waitFor('#unseal-refused');
    assert.match(await page.text('#unseal-refused'), /请输入口令或私钥/);
    assert.match(await tried(wrong.identity), /不是加密给这把私钥的/);
    assert.match(await tried(right.recipient), /私钥写得不对/);
    for (const [name, content] of Object.entries(broken)) {
      await page.click(action('dismiss'));
      await page.waitFor(() => !document.querySelector('#dialog'));
      await open(written(at, name, content));
      assert.match(await tried(right.identity), /文件损坏或没有传完整/, name);
    }
    // As text, the way it is pasted into a mail.
    await page.click(action('dismiss'));
    await page.waitFor(() => !document.querySelector('#dialog'));
    await open(written(at, 'text.age', armor.encode(bytes)));
    await page.retype('#unseal-key', right.identity);
    await page.click(action('unseal'));
    await page.waitFor('[data-dialog="verified"][data-standing="valid"]');
    assert.deepEqual(await page.errors(), []);
  }));

test('no key, one that is none, and a browser that can not encrypt: nothing is handed out', () =>
  withPage('chromium', {}, async (page) => {
    await onHandIn(page);
    await choose(page, 'keys');
    await page.click(action('pack'));
    await page.waitFor(refusal);
    assert.match(await page.text(refusal), /还没有填收件人的公钥/);
    const { recipient } = await keyPair();
    const mistyped = recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q');
    await page.retype('#seal-keys', mistyped);
    await page.click(action('pack'));
    await page.waitFor(() => /不是 age 的公钥/.test(document.querySelector('[data-notice="hand-in"]')?.textContent));
    await page.retype('#seal-keys', recipient);
    await page.evaluate(() => (window.TransformStream = undefined));
    await page.click(action('pack'));
    await page.waitFor(() => /不能加密和解密/.test(document.querySelector('[data-notice="hand-in"]')?.textContent));
    assert.equal(await page.count('[data-bundle]'), 0);
    assert.deepEqual(await page.errors(), []);
  }));

test('in the site the script comes when it is asked for, under a policy without unsafe-eval, and sealing can be given up', async () => {
  const portal = await servePortal(join(dist, 'site'), "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  try {
    await withPage('chromium', {}, async (page) => {
      const asked = () => page.evaluate(() => document.querySelectorAll('script[src^="seal.js"]').length);
      await onHandIn(page, portal.address);
      await choose(page, 'keys');
      assert.equal(await asked(), 0);
      const { identity, recipient } = await keyPair();
      await page.retype('#seal-keys', recipient);
      const { bytes } = await packed(page);
      assert.equal(await asked(), 1);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      assert.equal(Buffer.from(await decrypter.decrypt(bytes)).subarray(0, 4).toString('latin1'), 'PK\x03\x04');

      const big = written(folder(), '大.bin', Buffer.alloc(5_000_000, 5));
      await page.setFiles('#attachment-picker', [big]);
      await page.waitFor('[data-attachments="1"]');
      // As soon as it is being sealed, in the page itself: it takes less than a moment.
      await page.evaluate(() => new Promise((given) => {
        const { click } = HTMLAnchorElement.prototype;
        window.__offered = 0;
        HTMLAnchorElement.prototype.click = function () {
          window.__offered += 1;
          click.call(this);
        };
        const watch = new MutationObserver(() => {
          if (!/正在加密/.test(document.querySelector('[data-packing]')?.textContent)) return;
          watch.disconnect();
          document.querySelector('[data-action="cancel-pack"]').click();
          given();
        });
        watch.observe(document.body, { childList: true, characterData: true, subtree: true });
        document.querySelector('[data-action="pack"]').click();
      }));
      await page.waitFor(action('pack'));
      await packed(page);
      assert.equal(await page.evaluate(() => window.__offered), 1, 'the one that was not given up');
      assert.equal(await page.count(refusal), 0);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  } finally {
    portal.stop();
  }
});
