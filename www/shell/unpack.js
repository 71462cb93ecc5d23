// The engine of the single file, unpacked by a small module that stands in the page as it is (crates/unpack).
const unpacked = async (engine) => {
  const bytes = (base64) => {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  };
  await unpacker({ module_or_path: bytes(document.getElementById('unpacker').textContent) });
  return unpacker.unpack(engine.textContent);
};
