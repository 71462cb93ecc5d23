/* What the page says when it can't open or has broken. This is the oldest JavaScript on purpose: it has to speak
   in browsers that can't even read the main script. The state of the page is one attribute of <html>:
   opening → running → failed, or opening → unsupported; shell.css shows what belongs to it.

   Others report trouble by the event "jibiao:stopped" on the document, its detail a text: boot.js when the engine can't
   start or traps, the engine's panic hook when it breaks. Listening to window errors alone is not enough, because some
   engines hide what was thrown from a page that was opened from disk. */
(function () {
  var root = document.documentElement;

  function show(state, reason) {
    document.getElementById(state === 'failed' ? 'fatal-reason' : 'unsupported-reason').appendChild(
      document.createTextNode(String(reason).slice(0, 500))
    );
    root.setAttribute('data-state', state);
  }

  function stopped(reason) {
    var state = root.getAttribute('data-state');
    var button = document.getElementById('fatal-reload');
    if (state === 'opening') show('unsupported', reason);
    if (state !== 'running') return;
    /* Nothing typed from now on would be kept, so the page takes no more input. */
    document.getElementById('app').setAttribute('inert', '');
    show('failed', reason);
    button.onclick = function () {
      location.reload();
    };
    button.focus();
  }

  /* A module that traps is gone for good; other errors (of a browser extension, say) are not ours to announce. */
  function isTrap(error) {
    if (!error || typeof WebAssembly !== 'object') return false;
    return (
      error instanceof WebAssembly.RuntimeError ||
      (error instanceof RangeError && /wasm/.test(String(error.stack)))
    );
  }

  function thrown(error, text) {
    if (root.getAttribute('data-state') === 'opening' || isTrap(error)) stopped(error || text);
  }

  window.onerror = function (text, file, line, column, error) {
    thrown(error, text);
  };
  window.onunhandledrejection = function (event) {
    thrown(event.reason, 'unhandled rejection');
  };
  if (document.addEventListener) {
    document.addEventListener('jibiao:stopped', function (event) {
      stopped(event.detail);
    });
  }

  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
    stopped('WebAssembly');
  }
})();
