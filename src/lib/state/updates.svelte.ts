/** Registers the service worker and offers a new build: only when nothing is open, and only on the person's word. */
import { base } from '$app/paths';
import { version } from '$app/environment';
import type { Workbox } from 'workbox-window';
import { isBusy } from './busy.ts';

/** How often a long-open tab asks the host for a new build. */
const CHECK_EVERY_MS = 60 * 60 * 1000;
/** How often a waiting build looks whether the tabs have become idle. */
const IDLE_CHECK_MS = 5_000;
/** Where a browser does not say when it is idle. */
const AFTER_THE_START_MS = 3_000;

export class Updates {
	/** A new build is installed and nothing would be interrupted by changing to it. */
	offered = $state(false);
	/** All files are on the device: the app opens without a network from now on. */
	offlineReady = $state(false);
	#workbox: Workbox | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	#accepted = false;
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
			if (this.#accepted) location.reload();
		});
		try {
			this.#registration = await workbox.register();
			this.offlineReady ||= Boolean(this.#registration?.active);
		} catch {
			// No worker means no offline start, nothing else; the host may be down or the page in private mode.
			return;
		}
		workbox.messageSW({ type: 'TIDY' }).catch(() => {});
		void askForLateFiles();
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
		while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, IDLE_CHECK_MS));
		this.offered = true;
	}

	/** Changes to the new build and reloads this tab, unless something has been opened meanwhile. */
	async accept(): Promise<'reloading' | 'busy'> {
		if (await isBusy()) {
			this.offered = false;
			void this.#offerWhenIdle();
			return 'busy';
		}
		this.#accepted = true;
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

/** What draws, fits or reads files is large and seldom needed: it comes last, when the page has nothing else to do. */
async function askForLateFiles(): Promise<void> {
	const { active } = await navigator.serviceWorker.ready;
	const ask = () => active?.postMessage({ type: 'STORE_LATE' });
	if ('requestIdleCallback' in window) requestIdleCallback(ask);
	else setTimeout(ask, AFTER_THE_START_MS);
}
