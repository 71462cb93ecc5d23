// Seals bundles for their way, and opens sealed ones: the age format (age-encryption.org) by its author's own library.
// `cargo dev build` makes one script of this file and the library; sealer.js loads it when somebody asks for it. Bytes go
// through in pieces. Refusals are thrown as JSON, like those of the second module.
import { armor, Decrypter, Encrypter } from 'age-encryption';

/** How much is held until the browser gets it, which may lay it aside on disk. */
const HELD = 16 << 20;
const PUBLIC = /^age1[02-9ac-hj-np-z]{58}$/;
const PRIVATE = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;
const ARMOR = '-----BEGIN AGE';

const refusal = (code, file = '') => JSON.stringify({ code, file });

/** The words of a refusal, or `code` for anything else that was thrown. */
const refused = (error, code) => {
  if (typeof error === 'string') return error;
  // A passphrase takes a quarter of a gigabyte for a moment, so that guessing takes long.
  return refusal(error instanceof RangeError ? 'memory' : code);
};

const able = () => {
  if (typeof TransformStream !== 'function' || !window.crypto || !crypto.subtle) throw refusal('no-sealing');
};

async function gathered(stream, type, wentOn) {
  const reader = stream.getReader();
  const laid = [];
  let [held, bytes, all] = [[], 0, 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    held.push(value);
    bytes += value.length;
    all += value.length;
    if (!wentOn(all)) {
      await reader.cancel();
      throw refusal('cancelled');
    }
    if (bytes >= HELD) {
      laid.push(new Blob(held));
      [held, bytes] = [[], 0];
    }
  }
  return new Blob([...laid, ...held], { type });
}

/** A blob that only those who have one of the private keys can open, or who know the passphrase. */
async function seal(bundle, keys, passphrase, wentOn) {
  able();
  const encrypter = new Encrypter();
  for (const key of keys) {
    if (!PUBLIC.test(key)) throw refusal('bad-key', key);
    try {
      encrypter.addRecipient(key);
    } catch (_) {
      throw refusal('bad-key', key);
    }
  }
  if (passphrase) encrypter.setPassphrase(passphrase);
  try {
    return await gathered(await encrypter.encrypt(bundle.stream()), 'application/octet-stream', wentOn);
  } catch (error) {
    throw refused(error, 'not-sealed');
  }
}

/** What is in a sealed file. A key that does not open it and a file that is damaged are told apart. */
async function open(file, keys, passphrase) {
  able();
  const decrypter = new Decrypter();
  for (const key of keys) {
    if (!PRIVATE.test(key)) throw refusal('bad-private-key');
    try {
      decrypter.addIdentity(key);
    } catch (_) {
      throw refusal('bad-private-key');
    }
  }
  if (passphrase) decrypter.addPassphrase(passphrase);
  // The library says both with an error; what it asks here is which of them it is.
  const { unwrapFileKey } = decrypter;
  decrypter.unwrapFileKey = async (stanzas) => {
    const key = await unwrapFileKey.call(decrypter, stanzas);
    if (key === null) throw refusal('wrong-key');
    return key;
  };
  try {
    const written = (await file.slice(0, ARMOR.length).text()) === ARMOR;
    const bytes = written ? new Blob([armor.decode(await file.text())]) : file;
    return await gathered(await decrypter.decrypt(bytes.stream()), 'application/zip', () => true);
  } catch (error) {
    throw refused(error, 'damaged');
  }
}

window.jibiaoSealing = { seal, open };
