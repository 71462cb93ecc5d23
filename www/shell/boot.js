// Starts the engine. `cargo dev build` puts wasm-bindgen's glue in front of this file, wraps both into one function and
// uses the result in the single file, where the module is written into the page, and in the site, where it is a file.
import { unpack } from './unpack.js';

{
  const root = document.documentElement;
  const engine = document.getElementById('engine');

  const decode = (base64) => {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  };

  const start = async () => {
    await wasm_bindgen({ module_or_path: engine.href || unpack(decode(engine.textContent)) });
    root.dataset.state = 'running';
  };

  // guard.js has already spoken where there is no WebAssembly.
  if (root.dataset.state === 'opening') {
    start().catch((error) => {
      document.dispatchEvent(new CustomEvent('jibiao:stopped', { detail: String(error) }));
    });
  }
}
