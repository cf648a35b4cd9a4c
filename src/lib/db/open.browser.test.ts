import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { exactDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import {
	freshName,
	memoryMarker,
	NOON,
	openAs,
	openReady,
	Student,
} from '../../../tests/support/student.ts';
import { checkDatabase } from './check.ts';
import { asDbError, type DbError } from './db-error.ts';
import { dumpDatabase, dumpFile, dumpText, parseDump } from './dump.ts';
import { newestVersion, VERSIONS, type SchemaVersion } from './migrations.ts';
import { listSnapshots, readSnapshot } from './snapshots.ts';

const NEXT: SchemaVersion = {
	version: newestVersion() + 1,
	stores: { cards: 'id, noteId, flag, [deckId+queue+order+tie]' },
	upgrade: (tx) =>
		tx
			.table('cards')
			.toCollection()
			.modify((card: { flag: number }) => {
				card.flag += 1;
			}),
};
const LATER = [...VERSIONS, NEXT];

async function studied(name = freshName(), marker = memoryMarker()): Promise<Student> {
	const student = new Student(await openReady(name, { installMarker: marker }));
	await student.takeIn(1);
	await student.answer('p0/a', 3);
	return student;
}

function deleteRaw(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});
}

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('openDatabase', () => {
	it('begins anew on a first visit, and knows the installation afterwards', async () => {
		const [name, marker] = [freshName(), memoryMarker()];
		const first = await openAs(name, { installMarker: marker });
		expect(first).toMatchObject({ state: 'ready', fresh: true });
		if (first.state !== 'ready') return;
		first.db.close();
		expect(JSON.parse(marker.text ?? '')).toEqual({
			id: first.dev,
			seen: NOON,
			schema: newestVersion(),
		});
		const again = await openAs(name, { installMarker: marker, newId: () => 'other' });
		expect(again).toMatchObject({ state: 'ready', fresh: false, dev: first.dev });
	});

	it('is one installation where two tabs begin at once', async () => {
		const name = freshName();
		const ids = ['one', 'two'];
		const tabs = await Promise.all(ids.map((id) => openAs(name, { newId: () => id })));
		const devs = tabs.map((tab) => (tab.state === 'ready' ? tab.dev : tab.state));
		expect(devs[0]).toBe(devs[1]);
		expect(ids).toContain(devs[0]);
	});

	it('needs neither navigator.storage nor databases()', async () => {
		vi.stubGlobal('navigator', { userAgent: 'x' });
		const databases = vi.spyOn(indexedDB, 'databases');
		expect(await openAs(freshName())).toMatchObject({ state: 'ready' });
		expect(databases).not.toHaveBeenCalled();
		databases.mockRestore();
	});

	it('says so where the browser has no storage', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect(await openAs(freshName())).toMatchObject({
			...{ state: 'failed', error: { kind: 'unavailable' } },
		});
	});
});

describe('data removed by the browser', () => {
	it('between visits is told, with the day when they were last seen, and nothing is begun', async () => {
		const marker = memoryMarker();
		const student = await studied(freshName(), marker);
		student.db.close();
		await deleteRaw(student.db.name);
		for (const visit of ['next', 'after that']) {
			const opened = await openAs(student.db.name, { installMarker: marker });
			expect(opened, visit).toMatchObject({ state: 'removed', since: NOON });
			if (opened.state === 'removed') expect(opened.error.message).toContain('2026-11-02');
		}
		const anew = await openAs(student.db.name, { installMarker: marker, beginAnew: true });
		expect(anew).toMatchObject({ state: 'ready', fresh: true });
	});

	it('from the small storage only is nothing lost', async () => {
		const student = await studied();
		student.db.close();
		const marker = memoryMarker('not JSON');
		const wholeTables = vi.spyOn(IDBObjectStore.prototype, 'getAll');
		const opened = await openAs(student.db.name, { installMarker: marker });
		// Nothing is upgraded, so that nothing has to be kept before it.
		expect(wholeTables).not.toHaveBeenCalled();
		wholeTables.mockRestore();
		expect(opened).toMatchObject({ state: 'ready', fresh: false });
		expect(marker.text).toContain('"seen"');
	});

	it('under the open page stops every further write', async () => {
		const told: DbError[] = [];
		const student = new Student(
			await openReady(freshName(), { onTrouble: (error) => told.push(error) }),
		);
		await student.takeIn(1);
		await cdp().send('IndexedDB.deleteDatabase', {
			...{ securityOrigin: location.origin, databaseName: student.db.name },
		});
		await vi.waitFor(() => expect(told.map(({ kind }) => kind)).toContain('data-removed'));
		await expect(student.answer('p0/a', 3)).rejects.toThrow();
		await expect(student.db.cards.count()).rejects.toThrow();
	});

	it('is noticed at any reopening by the install id', async () => {
		const student = await studied();
		const { db } = student;
		db.close({ disableAutoOpen: false });
		expect(await db.cards.count()).toBe(3);
		await db.meta.put({ key: 'install', value: 'another' });
		db.close({ disableAutoOpen: false });
		const error: unknown = await db.cards.count().catch((thrown: unknown) => thrown);
		expect(asDbError(error).kind).toBe('data-removed');
	});
});

describe('a newer version', () => {
	it('in another tab makes this one stop writing, with a message', async () => {
		const told: DbError[] = [];
		const old = new Student(
			await openReady(freshName(), { onTrouble: (error) => told.push(error) }),
		);
		await old.takeIn(1);
		const answer = await old.prepare('p0/a', 3);
		const newer = await openReady(old.db.name, { versions: LATER });
		expect(told).toMatchObject([{ kind: 'closed' }]);
		await expect(old.answer('p0/a', 3)).rejects.toThrow();
		await expect(old.db.reviews.add(answer.review)).rejects.toMatchObject({
			...{ name: 'DatabaseClosedError' },
		});
		expect(await newer.reviews.count()).toBe(0);
	});

	it('of the data is opened for reading only, and can be dumped', async () => {
		const student = await studied();
		student.db.close();
		const newer = await openReady(student.db.name, { versions: LATER });
		newer.close();
		const opened = await openAs(student.db.name);
		expect(opened).toMatchObject({ state: 'read-only', error: { kind: 'newer-version' } });
		if (opened.state !== 'read-only') return;
		const { db } = opened;
		const before = await exactDump(db);
		expect(await db.reviews.count()).toBe(1);
		const reader = new Student(db, 'dev-a', student.t);
		await expect(reader.answer('p0/b', 3)).rejects.toMatchObject({ kind: 'newer-version' });
		await expect(reader.undo()).rejects.toMatchObject({ kind: 'newer-version' });
		await expect(db.cards.clear()).rejects.toThrow();
		expect(firstDifference(await exactDump(db), before)).toBe('');
		const dump = await dumpDatabase(db.name);
		expect(dump).toMatchObject({ version: NEXT.version });
		expect(dump?.tables['reviews']).toHaveLength(1);
	});

	it('waits for a tab that does not give way, says so after 3 s, and goes on when it closes', async () => {
		const name = freshName();
		(await studied(name)).db.close();
		// A hung tab: its connection never answers the request to give way.
		const hung = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => resolve(request.result);
		});
		const told: string[] = [];
		const opening = openAs(name, {
			...{ versions: LATER, onTrouble: (error: DbError) => told.push(error.kind) },
		});
		await vi.waitFor(() => expect(told).toEqual(['blocked']), 6_000);
		hung.close();
		const opened = await opening;
		expect(opened.state).toBe('ready');
	}, 10_000);
});

describe('an upgrade', () => {
	it('keeps a copy of every row first, and then changes them', async () => {
		const marker = memoryMarker();
		const student = await studied(freshName(), marker);
		const before = await dumpDatabase(student.db.name);
		student.db.close();
		const opened = await openAs(student.db.name, { installMarker: marker, versions: LATER });
		expect(opened.state).toBe('ready');
		if (opened.state !== 'ready') return;
		expect(await opened.db.cards.get('p0/a')).toMatchObject({ flag: 1 });
		const [copy] = await listSnapshots(student.db.name);
		expect(copy).toMatchObject({ reason: 'before-migration', type: 'application/json' });
		const file = await readSnapshot(student.db.name, copy?.id ?? -1);
		expect(parseDump((await file?.text()) ?? '')).toEqual(before);
		expect(JSON.parse(marker.text ?? '')).toMatchObject({ schema: NEXT.version });
	});

	it('keeps that copy also where the small storage was cleared', async () => {
		const student = await studied();
		student.db.close();
		expect(await openAs(student.db.name, { versions: LATER })).toMatchObject({ state: 'ready' });
		expect(await listSnapshots(student.db.name)).toMatchObject([{ reason: 'before-migration' }]);
	});

	it.each([
		['throws', () => Promise.reject(new Error('broken upgrade'))],
		[
			'throws half way',
			(tx: Parameters<NonNullable<SchemaVersion['upgrade']>>[0]) =>
				tx
					.table('cards')
					.clear()
					.then(() => Promise.reject(new Error('broken upgrade'))),
		],
	])('that %s leaves the old data as they were', async (_name, upgrade) => {
		const student = await studied();
		const before = await exactDump(student.db);
		student.db.close();
		const versions = [...VERSIONS, { ...NEXT, upgrade }];
		const opened = await openAs(student.db.name, { versions });
		expect(opened).toMatchObject({ state: 'failed', error: { kind: 'upgrade-failed' } });
		expect((await dumpDatabase(student.db.name))?.tables['reviews']).toHaveLength(1);
		const old = await openReady(student.db.name);
		expect(firstDifference(await exactDump(old), before)).toBe('');
		expect(await checkDatabase(old)).toEqual([]);
	});
});

describe('dumpDatabase', () => {
	it('finds nothing where there is nothing, and makes nothing', async () => {
		const name = freshName();
		expect(await dumpDatabase(name)).toBeUndefined();
		expect((await indexedDB.databases()).map((info) => info.name)).not.toContain(name);
	});

	it('is read back from its file, bytes included', async () => {
		const student = await studied();
		await student.db.blocks.add({
			...{ id: 'x', count: 0, fromDay: 0, toDay: 0, bytes: new Uint8Array([0, 127, 255]) },
		});
		const dump = await dumpDatabase(student.db.name);
		expect(dump).toBeDefined();
		if (!dump) return;
		expect(parseDump(await dumpFile(dump).text())).toEqual(dump);
		expect(parseDump(dumpText(dump)).tables['blocks']).toMatchObject([{ id: 'x' }]);
	});
});
