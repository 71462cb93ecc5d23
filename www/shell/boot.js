// Starts the engine. `cargo dev build` puts wasm-bindgen's glue in front of this file, wraps both into one function and
// uses the result in the single file, where the module stands packed in the page (unpack.js is in front as well), and in
// the site, where it is a file.
{
  const root = document.documentElement;
  const engine = document.getElementById('engine');

  const start = async () => {
    await wasm_bindgen({ module_or_path: engine.href || (await unpacked(engine)) });
    root.dataset.state = 'running';
  };

  // guard.js has already spoken where there is no WebAssembly.
  if (root.dataset.state === 'opening') {
    start().catch((error) => {
      document.dispatchEvent(new CustomEvent('jibiao:stopped', { detail: String(error) }));
    });
  }
}
