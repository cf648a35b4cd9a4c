import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { catalogOf, DAY, NOON } from '../../../tests/support/student.ts';
import { App } from './app.svelte.ts';
import { LibraryError } from './library.svelte.ts';

const opened: App[] = [];

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: NOON }));
afterEach(async () => {
	for (const app of opened.splice(0)) app.db.close();
	localStorage.clear();
	for (const name of ['onsite', 'onsite-snapshots']) await settled(indexedDB.deleteDatabase(name));
	vi.useRealTimers();
});

function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** An app with a small catalog in place of the released one. */
function newApp(): App {
	const app = new App();
	opened.push(app);
	app.library.load = async () => {};
	Object.defineProperty(app.library, 'index', { get: () => catalogOf(2) });
	return app;
}

async function started(): Promise<App> {
	const app = newApp();
	await app.start();
	expect(app).toMatchObject({ phase: 'ready', doubt: null });
	return app;
}

const cards = (app: App) => app.db.cards.count();

describe('a start', () => {
	it('that missed the catalog succeeds at the next try, and leaves one connection', async () => {
		const app = newApp();
		const { load } = app.library;
		app.library.load = () => Promise.reject(new LibraryError('Not on the device.'));
		await app.start();
		expect(app).toMatchObject({ phase: 'failed', trouble: { what: 'Not on the device.' } });
		const first = app.db;
		app.library.load = load;
		await app.start();
		expect(app.phase).toBe('ready');
		expect(first.isOpen()).toBe(false);
		expect(await cards(app)).toBe(6);
	});

	it('without room still shows what there is, and says so', async () => {
		(await started()).db.close();
		vi.setSystemTime(NOON + DAY);
		const app = newApp();
		await withFailingWrite(1, 'quota', () => app.start());
		expect(app.phase).toBe('ready');
		expect(app.toasts.list.map(({ text }) => text)).toEqual([
			expect.stringContaining('no room left'),
		]);
		expect(await cards(app)).toBe(6);
	});

	it('without room on a first visit stops, as there is nothing to show', async () => {
		const app = newApp();
		await withFailingWrite(2, 'quota', () => app.start());
		expect(app).toMatchObject({ phase: 'failed', trouble: { kind: 'storage-full' } });
	});
});

describe('a clock that jumps by a year', () => {
	it.each([366 * DAY, -366 * DAY])(
		'(%d ms) is asked about before anything is dated',
		async (by) => {
			const app = await started();
			expect(app.asksForClock()).toBe(false);
			vi.setSystemTime(NOON + by);
			expect(app.asksForClock()).toBe(true);
			expect(app.doubt?.days).toBe(366);
			await app.trustClock();
			expect(app.doubt).toBeNull();
			expect(app.asksForClock()).toBe(false);
		},
	);
});

describe('data of a newer version', () => {
	it('are never written to, and no clock stands between them and the person', async () => {
		(await started()).db.close();
		const newer = indexedDB.open('onsite', 1000);
		(await settled(newer)).close();
		vi.setSystemTime(NOON + 366 * DAY);
		const app = await started();
		expect(app.readOnly).toBe(true);
		const write = vi.fn(async () => {});
		expect(await app.attempt(write)).toBe(false);
		expect(await app.changeSettings({ theme: 'dark' })).toBe(false);
		expect(write).not.toHaveBeenCalled();
		expect(app.toasts.list.at(-1)?.text).toContain('only reads');
		expect(await app.backup.restoreCopy(1)).toBe(false);
		await app.backup.repair();
		expect(app.backup.failure?.safe).toContain('only reads');
	});
});
