// Unpacks LZMA (the "alone" format: one properties byte, four bytes of window, eight bytes of length, then the stream),
// which no browser can do by itself. The names are those of the format's specification. Broken input gives nonsense,
// never an endless loop: WebAssembly refuses what is no module.

const STATES = 12;
const MATCH_LENGTH_MIN = 2;

const probabilities = (count) => new Uint16Array(count).fill(1024);

const lengthCoder = () => ({
  choice: probabilities(2),
  low: probabilities(16 << 3),
  mid: probabilities(16 << 3),
  high: probabilities(256),
});

export const unlzma = (source) => {
  const properties = source[0];
  const lc = properties % 9;
  const lp = ((properties / 9) | 0) % 5;
  const pb = (properties / 45) | 0;
  const positionMask = (1 << pb) - 1;
  const out = new Uint8Array(source[5] | (source[6] << 8) | (source[7] << 16) | (source[8] << 24));

  // The first byte of the stream is always zero.
  let at = 18;
  let code = ((source[14] << 24) | (source[15] << 16) | (source[16] << 8) | source[17]) >>> 0;
  let range = 0xffffffff;

  const bit = (table, index) => {
    const probability = table[index];
    const bound = (range >>> 11) * probability;
    let symbol;
    if (code < bound) {
      range = bound;
      table[index] = probability + ((2048 - probability) >> 5);
      symbol = 0;
    } else {
      range -= bound;
      code -= bound;
      table[index] = probability - (probability >> 5);
      symbol = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | source[at++]) >>> 0;
    }
    return symbol;
  };

  const tree = (table, base, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(table, base + node);
    return node - (1 << bits);
  };

  const reverseTree = (table, base, bits) => {
    let node = 1;
    let symbol = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(table, base + node);
      node = (node << 1) | one;
      symbol |= one << i;
    }
    return symbol;
  };

  const direct = (bits) => {
    let symbol = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      symbol = symbol * 2 + one;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | source[at++]) >>> 0;
      }
    }
    return symbol;
  };

  const length = (coder, position) => {
    if (!bit(coder.choice, 0)) return tree(coder.low, position << 3, 3);
    if (!bit(coder.choice, 1)) return 8 + tree(coder.mid, position << 3, 3);
    return 16 + tree(coder.high, 0, 8);
  };

  const literals = probabilities(0x300 << (lc + lp));
  const isMatch = probabilities(STATES << 4);
  const isRep = probabilities(STATES);
  const isRepG0 = probabilities(STATES);
  const isRepG1 = probabilities(STATES);
  const isRepG2 = probabilities(STATES);
  const isRep0Long = probabilities(STATES << 4);
  const slots = probabilities(4 << 6);
  const special = probabilities(128);
  const align = probabilities(16);
  const matchLength = lengthCoder();
  const repLength = lengthCoder();

  const distance = (size) => {
    const slot = tree(slots, Math.min(size, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reverseTree(special, base - slot, bits);
    return base + direct(bits - 4) * 16 + reverseTree(align, 0, 4);
  };

  const literal = (written, state, rep0) => {
    const before = written ? out[written - 1] : 0;
    const base = 0x300 * (((written & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
    let symbol = 1;
    if (state >= 7) {
      let matched = out[written - rep0 - 1];
      do {
        const expected = (matched >> 7) & 1;
        matched <<= 1;
        const one = bit(literals, base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | one;
        if (one !== expected) break;
      } while (symbol < 0x100);
    }
    while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, base + symbol);
    return symbol;
  };

  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let written = 0;
  while (written < out.length) {
    const position = written & positionMask;
    if (!bit(isMatch, (state << 4) + position)) {
      out[written] = literal(written, state, rep0);
      written++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let size;
    if (bit(isRep, state)) {
      if (bit(isRepG0, state)) {
        let chosen = rep1;
        if (bit(isRepG1, state)) {
          chosen = rep2;
          if (bit(isRepG2, state)) {
            chosen = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = chosen;
      } else if (!bit(isRep0Long, (state << 4) + position)) {
        out[written] = out[written - rep0 - 1];
        written++;
        state = state < 7 ? 9 : 11;
        continue;
      }
      size = length(repLength, position);
      state = state < 7 ? 8 : 11;
    } else {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      size = length(matchLength, position);
      state = state < 7 ? 7 : 10;
      rep0 = distance(size);
    }
    for (size += MATCH_LENGTH_MIN; size > 0 && written < out.length; size--, written++) out[written] = out[written - rep0 - 1];
  }
  return out;
};
