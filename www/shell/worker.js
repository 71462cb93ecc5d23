// Keeps the site for work without a network. `cargo dev build` writes in which files there are; each carries a stamp of
// its content in its address, so that a file once kept never goes stale. Pages come from the network while there is one,
// so that a new edition is there at the next visit; without a network the kept one opens.
const FILES = ['{{files}}'];
const EDITION = 'jibiao-{{edition}}';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(EDITION).then((kept) => kept.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  const older = (name) => name.startsWith('jibiao-') && name !== EDITION;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(older).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  const kept = (address) => caches.open(EDITION).then((edition) => edition.match(address));
  event.respondWith(
    request.mode === 'navigate'
      ? fetch(request).catch(() => kept('./').then((page) => page || Response.error()))
      : kept(request).then((file) => file || fetch(request)),
  );
});
