/* What the page says when it can't open or has broken. This is the oldest JavaScript on purpose: it has to speak
   in browsers that can't even read the main script. The state of the page is one attribute of <html>:
   opening → running → failed, or opening → unsupported; shell.css shows what belongs to it. */
(function () {
  var root = document.documentElement;

  function show(state, reason) {
    document.getElementById(state === 'failed' ? 'fatal-reason' : 'unsupported-reason').appendChild(
      document.createTextNode(String(reason).slice(0, 500))
    );
    root.setAttribute('data-state', state);
  }

  function stop(reason) {
    /* Nothing typed from now on would be kept, so the page takes no more input. */
    var button = document.getElementById('fatal-reload');
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

  function failed(error, text) {
    var state = root.getAttribute('data-state');
    if (state === 'opening') show('unsupported', error || text);
    else if (state === 'running' && isTrap(error)) stop(error);
  }

  window.onerror = function (text, file, line, column, error) {
    failed(error, text);
  };
  window.onunhandledrejection = function (event) {
    failed(event.reason, 'unhandled rejection');
  };

  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
    show('unsupported', 'WebAssembly');
  }
})();
