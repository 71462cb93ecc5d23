// A reporter for `node --test`: the files in which every test passed, one a line. `cargo dev test` remembers them.
export default async function* passed(events) {
  const files = new Map();
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A failure that belongs to no file may be anybody's.
    if (type === 'test:fail' && !data.file) return;
    files.set(data.file, (files.get(data.file) ?? true) && type === 'test:pass');
  }
  for (const [file, whole] of files) if (whole) yield `${file}\n`;
}
