// The site alone: from its second visit on it opens without a network. Where the browser keeps no workers (a page without
// https, a private window), it works as before.
if ('serviceWorker' in navigator) navigator.serviceWorker.register('worker.js').catch(() => {});
