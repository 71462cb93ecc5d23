// Undoes what `crates/dev/src/page/pack.rs` does to the module of the single file.

import { unlzma } from './lzma.js';

// What the module was taken apart into. Everything that is not one of the rest stands in MODULE, or in CODE where it
// belongs to a function.
const [MODULE, CODE, LOCAL, CALL, OFFSET, INT, LONG, STREAMS] = [0, 1, 2, 3, 4, 5, 6, 7];
const CODE_SECTION = 10;
// The most bytes that the size of a function can take.
const SIZE = 5;

export const unpack = (packed) => {
  const parts = unlzma(packed);
  const view = new DataView(parts.buffer);
  const total = view.getUint32(0, true);
  const out = new Uint8Array(total + SIZE);
  const at = [];
  for (let i = 0, start = 4 * (STREAMS + 1); i < STREAMS; i++) {
    at.push(start);
    start += view.getUint32(4 * (i + 1), true);
  }
  let written = 0;

  const byte = (stream) => (out[written++] = parts[at[stream]++]);
  const bytes = (stream, count) => {
    for (let i = 0; i < count; i++) byte(stream);
  };
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const one = byte(stream);
      value |= (one & 127) << shift;
      if (one < 128) return value;
    }
  };

  const operands = (op) => {
    if (op >= 0x20 && op <= 0x22) number(LOCAL);
    else if (op === 0x41) number(INT);
    else if (op === 0x42) number(LONG);
    else if (op === 0x10) number(CALL);
    else if (op >= 0x28 && op <= 0x3e) {
      number(CODE);
      number(OFFSET);
    } else if ((op >= 0x02 && op <= 0x04) || op === 0x0c || op === 0x0d || op === 0x23 || op === 0x24 || op === 0x3f || op === 0x40) number(CODE);
    else if (op === 0x11) {
      number(CODE);
      number(CODE);
    } else if (op === 0x0e) {
      for (let targets = number(CODE); targets >= 0; targets--) number(CODE);
    } else if (op === 0x43) bytes(CODE, 4);
    else if (op === 0x44) bytes(CODE, 8);
  };

  const body = () => {
    const start = written;
    written += SIZE;
    for (let groups = number(CODE); groups > 0; groups--) {
      number(CODE);
      byte(CODE);
    }
    for (let depth = 1; depth > 0; ) {
      const op = byte(CODE);
      if (op >= 0x02 && op <= 0x04) depth++;
      else if (op === 0x0b) depth--;
      operands(op);
    }
    // The size of a function stands before it and was left out.
    const end = written;
    let size = end - start - SIZE;
    for (written = start; size > 127; size >>>= 7) out[written++] = (size & 127) | 128;
    out[written++] = size;
    out.copyWithin(written, start + SIZE, end);
    written += end - start - SIZE;
  };

  bytes(MODULE, 8);
  while (written < total) {
    const section = byte(MODULE);
    const size = number(MODULE);
    if (section !== CODE_SECTION) bytes(MODULE, size);
    else for (let functions = number(CODE); functions > 0; functions--) body();
  }
  return out.subarray(0, total);
};
