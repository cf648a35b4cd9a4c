/** The least service worker: one cache, filled on install, asked first. */

/** @typedef {Event & { request: Request, waitUntil(work: Promise<unknown>): void, respondWith(answer: Promise<Response>): void }} WorkerEvent */

const CACHE = 'bench-baseline';

self.addEventListener('install', (event) => {
	const filled = caches.open(CACHE).then((cache) => cache.add('/bench/start.html'));
	/** @type {WorkerEvent} */ (event).waitUntil(filled);
});

self.addEventListener('fetch', (event) => {
	const { request, respondWith } = /** @type {WorkerEvent} */ (event);
	const answer = async () => {
		const cache = await caches.open(CACHE);
		return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
	};
	respondWith.call(event, answer());
});
