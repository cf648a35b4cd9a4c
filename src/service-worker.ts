/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Makes the whole app available offline: one cache for each build, filled completely or not at all.
 * A new build waits for the person's word, and an old tab keeps its own files until it is gone.
 */
import { base, build, files, prerendered, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;

const PREFIX = `onsite${base}:`;
const CACHE = PREFIX + version;
/** The adapter's fallback stands in none of Kit's lists; every navigation is answered with it. */
const SHELL = `${base}/200.html`;
/** Only a store's listing shows the first, and only who deploys needs the second. */
const NOT_OF_THE_APP = /\/screenshots\/|\/kill-switch\.js$/;

/** Large and seldom needed: what draws, workers, WebAssembly. Stored once the rest stands and a page asks for it. */
const LATE = build.filter((path) => path.startsWith(`${base}/_app/immutable/late/`));

const ASSETS = [
	SHELL,
	...build.filter((path) => !LATE.includes(path)),
	...files.filter((path) => !NOT_OF_THE_APP.test(path)),
	...prerendered.filter((path) => path.startsWith(`${base}/library/`)),
];
/** Their names carry the hash of their content, so that an equal name means an equal file. */
const HASHED = new RegExp(`^${base}/(_app/immutable|library)/.+[.-][\\w-]{8,}\\.\\w+$`);

const EXPECTED_TYPES: Record<string, RegExp> = {
	js: /javascript/,
	css: /css/,
	json: /json/,
	html: /html/,
	svg: /svg/,
	png: /image\/png/,
	webmanifest: /json|manifest/,
	woff2: /font|octet-stream/,
	wasm: /wasm|octet-stream/,
};

/** Hosts answer a missing file with a page and status 200; such an answer must never be kept. */
function problemOf(path: string, response: Response): string | undefined {
	if (!response.ok) return `status ${response.status}`;
	if (response.redirected) return 'redirected';
	const expected = EXPECTED_TYPES[path.split('.').at(-1) ?? ''];
	const type = response.headers.get('content-type') ?? '';
	if (expected && !expected.test(type)) return `content type "${type}"`;
	return undefined;
}

/** The page that starts a build names its first file; the page of another build would miss its files here. */
async function startsThisBuild(response: Response): Promise<boolean> {
	const first = build.find((path) => path.includes('/entry/start.')) ?? '';
	return (await response.text()).includes(first);
}

async function store(cache: Cache, path: string): Promise<void> {
	if (HASHED.test(path)) {
		const known = await caches.match(path);
		if (known) return cache.put(path, known);
	}
	const response = await fetch(path, { cache: HASHED.test(path) ? 'default' : 'reload' });
	const problem = problemOf(path, response);
	if (problem) throw new Error(`${path}: ${problem}`);
	if (path === SHELL && !(await startsThisBuild(response.clone()))) {
		throw new Error(`${path}: of another build`);
	}
	await cache.put(path, response);
}

/** The page that starts the build comes last, so that it is never there without its files. */
async function fill(cache: Cache, paths: string[]): Promise<void> {
	const waiting = paths.filter((path) => path !== SHELL);
	// A handful at a time: all at once starves the page that is being read meanwhile.
	const lane = async () => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			await store(cache, path);
		}
	};
	await Promise.all(Array.from({ length: 6 }, lane));
	if (paths.includes(SHELL)) await store(cache, SHELL);
}

async function install(): Promise<void> {
	const cache = await caches.open(CACHE);
	try {
		await fill(cache, ASSETS);
	} catch (problem) {
		await caches.delete(CACHE);
		throw problem;
	}
}

/** What a tab answers when asked for its build; a tab that does not answer may need anything. */
async function buildOf(client: Client): Promise<string | undefined> {
	return new Promise((answer) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = (event) => answer(String(event.data));
		setTimeout(() => answer(undefined), 3000);
		client.postMessage({ type: 'WHICH_BUILD' }, [port2]);
	});
}

/** Whether another build is on its way in: no tab names it yet, and its files are being stored. */
function newerOnItsWay(): boolean {
	return Boolean(worker.registration.installing ?? worker.registration.waiting);
}

async function deleteUnusedCaches(): Promise<void> {
	const tabs = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const builds = await Promise.all(tabs.map(buildOf));
	if (builds.includes(undefined) || newerOnItsWay()) return;
	const kept = new Set([version, ...builds].map((name) => PREFIX + name));
	for (const name of await caches.keys()) {
		if (name.startsWith(PREFIX) && !kept.has(name)) await caches.delete(name);
	}
}

/** Fetches what the browser has evicted, so that the next start needs no network again. */
async function refill(): Promise<void> {
	const installing = worker.registration.active === null;
	if (installing) return;
	const cache = await caches.open(CACHE);
	const present = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	const missing = ASSETS.filter((path) => !present.has(path));
	// Without a network, or on a host that has moved on to another build, it stays as it is.
	await fill(cache, missing).catch(() => {});
}

/** Whatever fails now is asked for again at the next start. */
async function storeLate(): Promise<void> {
	const cache = await caches.open(CACHE);
	const missing: string[] = [];
	for (const path of LATE) if (!(await cache.match(path))) missing.push(path);
	await fill(cache, missing).catch(() => {});
}

/** The browser may evict the cache and keep the database: say so, rather than show its own error. */
function lostFiles(): Response {
	return new Response(
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><title>Onsite is offline</title><body style="font:17px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem">
<h1 style="font-size:24px">Onsite needs the network once</h1>
<p>The browser has removed the app's files from this device. Your cards and your history are stored apart and are safe.</p>
<p>Connect to the network and <a href="">open this page again</a>: the app will then work offline as before.</p>`,
		{ status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } },
	);
}

async function answer(request: Request): Promise<Response> {
	// Asked by name rather than opened first: one step less for every file of a start.
	const own = { cacheName: CACHE };
	if (request.mode === 'navigate') {
		const shell = await caches.match(SHELL, own);
		return shell ?? fetch(request).catch(lostFiles);
	}
	const { pathname } = new URL(request.url);
	const known = (await caches.match(pathname, own)) ?? (await caches.match(pathname));
	return known ?? fetch(request);
}

/** Where the system's share sheet sends what a person shares with the app. */
const SHARE = `${base}/decks/import/shared`;
/** Kept apart from the builds, until the screen for imports takes it; nothing is imported unasked. */
const SHARED = `onsite${base}-shared`;

async function keepShared(request: Request): Promise<Response> {
	const screen = `${base}/decks/import`;
	try {
		const form = await request.formData();
		await caches.delete(SHARED);
		const cache = await caches.open(SHARED);
		const files = form.getAll('file').filter((item) => item instanceof File && item.size > 0);
		for (const [at, file] of (files as File[]).entries()) {
			const headers = { 'x-name': encodeURIComponent(file.name || 'Shared file') };
			await cache.put(`${SHARE}/${at}`, new Response(file, { headers }));
		}
		const text = ['url', 'text'].map((name) => form.get(name)).find((said) => said);
		if (files.length === 0 && typeof text === 'string') {
			await cache.put(`${SHARE}/text`, new Response(text));
		}
		return Response.redirect(screen, 303);
	} catch {
		// The person then chooses the file on that screen.
		return Response.redirect(`${screen}?unshared`, 303);
	}
}

worker.addEventListener('install', (event) => event.waitUntil(install()));

worker.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method === 'POST' && url.origin === worker.location.origin) {
		if (url.pathname === SHARE) event.respondWith(keepShared(event.request));
		return;
	}
	if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (url.pathname.endsWith('/service-worker.js')) return;
	event.respondWith(answer(event.request));
});

/** Works as long as it takes, and says so to the page that has asked. */
function carryOut(event: ExtendableMessageEvent, work: () => Promise<void>): void {
	event.waitUntil(work().finally(() => event.ports[0]?.postMessage('done')));
}

worker.addEventListener('message', (event) => {
	const { type } = event.data ?? {};
	if (type === 'SKIP_WAITING') void worker.skipWaiting();
	if (type === 'TIDY') carryOut(event, () => deleteUnusedCaches().then(refill));
	if (type === 'STORE_LATE') carryOut(event, storeLate);
});
