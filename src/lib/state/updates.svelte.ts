/** Registers the service worker and offers a new build: only when nothing is open, and only on the person's word. */
import { base } from '$app/paths';
import { version } from '$app/environment';
import type { Workbox } from 'workbox-window';
import { isBusy } from './busy.ts';

/** How often a long-open tab asks the host for a new build. */
const CHECK_EVERY_MS = 60 * 60 * 1000;
/** How often a waiting build looks whether the tabs have become idle. */
const IDLE_CHECK_MS = 5_000;
/** How long a change of builds waits for what the worker in force is storing. */
const LET_FINISH_MS = 5_000;
/** Between the last word of a worker and the browser's knowing that it has nothing to do. */
const COME_TO_REST_MS = 300;
/** Where a browser does not say when it is idle. */
const AFTER_THE_START_MS = 3_000;

export class Updates {
	/** A new build is installed and nothing would be interrupted by changing to it. */
	offered = $state(false);
	/** All files are on the device: the app opens without a network from now on. */
	offlineReady = $state(false);
	#workbox: Workbox | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	/** The person has said yes: the page is loaded anew as soon as the new build answers. */
	changing = $state(false);
	/** Settles once the worker in force has done what this page has asked of it. */
	#asked: Promise<unknown> = Promise.resolve();
	#started = false;

	/** Call when the first screen stands, so that the download does not compete with it; a second call does nothing. */
	async start(): Promise<void> {
		if (!('serviceWorker' in navigator) || this.#started) return;
		this.#started = true;
		navigator.serviceWorker.addEventListener('message', (event) => {
			if (event.data?.type === 'WHICH_BUILD') event.ports[0]?.postMessage(version);
		});
		const workbox = await this.#prepare();
		if (!workbox) return;
		this.#workbox = workbox;
		workbox.addEventListener('waiting', () => void this.#offerWhenIdle());
		workbox.addEventListener('activated', () => (this.offlineReady = true));
		workbox.addEventListener('controlling', () => {
			// Other tabs keep their build: the worker still holds their files.
			if (this.changing) location.reload();
		});
		try {
			this.#registration = await workbox.register();
			this.offlineReady ||= Boolean(this.#registration?.active);
		} catch {
			// No worker means no offline start, nothing else; the host may be down or the page in private mode.
			return;
		}
		this.#asked = Promise.allSettled([workbox.messageSW({ type: 'TIDY' }), askForLateFiles()]);
		setInterval(() => void workbox.update().catch(() => {}), CHECK_EVERY_MS);
	}

	/** Without it nothing is lost but the offline start, which a later visit prepares. */
	async #prepare(): Promise<Workbox | undefined> {
		try {
			const { Workbox } = await import('workbox-window');
			const options = { scope: `${base}/`, updateViaCache: 'none' } as const;
			return new Workbox(`${base}/service-worker.js`, options);
		} catch {
			return undefined;
		}
	}

	async #offerWhenIdle(): Promise<void> {
		while (await isBusy()) await pass(IDLE_CHECK_MS);
		this.offered = true;
	}

	/** Changes to the new build and reloads this tab, unless something has been opened meanwhile. */
	async accept(): Promise<'reloading' | 'busy'> {
		if (await isBusy()) {
			this.offered = false;
			void this.#offerWhenIdle();
			return 'busy';
		}
		this.changing = true;
		// Asked to hand over in the middle of something, Chromium's worker does so half a minute later.
		await Promise.race([this.#asked, pass(LET_FINISH_MS)]);
		await pass(COME_TO_REST_MS);
		// Another tab may have changed to the new build already: then nothing waits any more.
		if (this.#registration?.waiting) this.#workbox?.messageSkipWaiting();
		else location.reload();
		return 'reloading';
	}

	/** Until the next start. */
	later(): void {
		this.offered = false;
	}
}

function pass(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What draws, fits or reads files is large and seldom needed: it comes last, when the page has nothing else to do. */
async function askForLateFiles(): Promise<void> {
	const { messageSW } = await import('workbox-window');
	const { active } = await navigator.serviceWorker.ready;
	await new Promise<unknown>((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(resolve);
		else setTimeout(resolve, AFTER_THE_START_MS);
	});
	if (active) await messageSW(active, { type: 'STORE_LATE' });
}
