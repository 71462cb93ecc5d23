// Starts the engine. `cargo dev build` puts wasm-bindgen's glue in front of this file, wraps both into one function and
// uses the result in the single file, where the module stands packed in the page (unpack.js is in front as well), and in
// the site, where it is a file.

// What the module exports, as the glue takes it (crates/dev/src/page/mod.rs). A module that traps is gone for good, and
// WebKit tells a page that was opened from disk nothing of what was thrown: it is heard of here, where it is thrown.
function guarded(exports) {
  const calls = {};
  for (const [name, own] of Object.entries(exports)) {
    const call = (a, b, c, d, e) => {
      try {
        return own(a, b, c, d, e);
      } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) announce(error);
        throw error;
      }
    };
    calls[name] = typeof own === 'function' ? call : own;
  }
  return calls;
}

function announce(error) {
  document.dispatchEvent(new CustomEvent('jibiao:stopped', { detail: String(error) }));
}

{
  const root = document.documentElement;
  const engine = document.getElementById('engine');

  const start = async () => {
    await wasm_bindgen({ module_or_path: engine.href || (await unpacked(engine)) });
    root.dataset.state = 'running';
  };

  // guard.js has already spoken where there is no WebAssembly.
  if (root.dataset.state === 'opening') {
    start().catch(announce);
  }
}
