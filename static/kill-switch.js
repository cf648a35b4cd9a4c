/*
 * The way out of a broken service worker. Deploy this file under the name service-worker.js in place of the
 * app's own: every browser fetches that address anew at the next visit, and this worker then takes over
 * without asking, deletes the app's stored files, unregisters itself and reloads the open tabs once. What
 * people have studied lies in IndexedDB and is not touched. Deploy the mended worker when it is ready.
 */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(stepAside()));

async function stepAside() {
	const base = new URL(self.registration.scope).pathname.replace(/\/$/, '');
	for (const name of await caches.keys()) {
		if (name.startsWith(`onsite${base}:`)) await caches.delete(name);
	}
	await self.registration.unregister();
	// Only tabs that a worker controlled: those that it never served are well, and would reload for ever.
	for (const tab of await self.clients.matchAll({ type: 'window' })) {
		tab.navigate(tab.url).catch(() => {});
	}
}
