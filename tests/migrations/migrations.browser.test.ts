/** Every version that was ever released opens with the code of today and keeps what it held. */
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { commitPractice } from '../../src/lib/db/attempts.ts';
import { checkDatabase } from '../../src/lib/db/check.ts';
import { dumpDatabase, dumpText, parseDump, type Dump } from '../../src/lib/db/dump.ts';
import { allReviews, sealHistory } from '../../src/lib/db/history.ts';
import { newestVersion, VERSIONS } from '../../src/lib/db/migrations.ts';
import { writeSettings } from '../../src/lib/db/settings.ts';
import { DAY, freshName, openReady, Student } from '../support/student.ts';

const frozen = import.meta.glob<string>('./v*.json', {
	...{ query: '?raw', import: 'default', eager: true },
});
const HOW = 'VITE_FREEZE=1 npx vitest run --project browser tests/migrations';

/** Nothing need be due; recordings and media are in no dump. */
const MAYBE_EMPTY = ['dueCounts', 'recordings', 'recordingBytes', 'media'];

/** A collection with something in every table. */
async function sample(): Promise<Dump | undefined> {
	const student = new Student(await openReady(freshName()));
	await student.takeIn(2);
	await student.answer('p0/a', 3);
	await student.answer('p0/b', 1);
	await student.undo();
	student.t += 3 * DAY;
	await sealHistory(student.db, student.moment.day, 1);
	await student.answer('p0/a', 3, ['p0/c']);
	await student.answer('p1/a', 4);
	await student.mark('p1/b', { suspended: true, flag: 3 });
	await student.undo();
	await writeSettings(student.db, { theme: 'dark', minutesPerDay: 15 }, student.moment);
	await student.takeInDrills('feed', 'cdn');
	await student.drill('feed', 3);
	await commitPractice(student.db, student.attempt('feed'));
	await student.answer('p1/a', 4);
	await student.interview();
	await student.db.params.put({ id: 'p', weights: [1, 2.5] });
	await student.db.imports.put({
		...{ id: student.newId(), file: 'a.apkg', t: student.t, state: 'done', media: ['ff'] },
		counts: { added: 1 },
	});
	student.db.close();
	return dumpDatabase(student.db.name);
}

/** Makes the database of a dump, as the code of its version did. */
async function thaw(dump: Dump): Promise<string> {
	const db = new Dexie(freshName());
	for (const { version, stores } of VERSIONS) {
		if (version <= dump.version) db.version(version).stores(stores);
	}
	for (const [table, rows] of Object.entries(dump.tables)) await db.table(table).bulkAdd(rows);
	db.close();
	return db.name;
}

describe('the newest version', () => {
	it('can be frozen, and is where that was asked for', async () => {
		const dump = await sample();
		expect(dump?.version).toBe(newestVersion());
		if (!dump || !import.meta.env['VITE_FREEZE']) return;
		await commands.writeFile(`tests/migrations/v${newestVersion()}.json`, dumpText(dump));
	});
});

describe.each(VERSIONS)('version $version', ({ version }) => {
	const dump = () => {
		const text = frozen[`./v${version}.json`];
		if (!text) throw new Error(`No frozen export of version ${version}. To make it: ${HOW}`);
		return parseDump(text);
	};

	it('has a frozen export with something in every table', () => {
		expect(dump().version).toBe(version);
		for (const [table, rows] of Object.entries(dump().tables)) {
			const empty = MAYBE_EMPTY.includes(table) ? 0 : 1;
			expect(rows.length, table).toBeGreaterThanOrEqual(empty);
		}
	});

	it('opens with the code of today, every review and field in its place', async () => {
		const before = dump();
		const db = await openReady(await thaw(before));
		expect(await checkDatabase(db)).toEqual([]);
		const sealed = (before.tables['blocks'] ?? []) as { count: number }[];
		const count = sealed.reduce(
			(sum, block) => sum + block.count,
			before.tables['reviews']!.length,
		);
		expect(await allReviews(db)).toHaveLength(count);
		expect(await db.records.count()).toBe(before.tables['records']!.length);
		for (const table of ['attempts', 'interviews', 'interviewEvents', 'drafts'] as const) {
			expect(await db[table].toArray()).toEqual(before.tables[table] ?? []);
		}
	});

	it('studies and undoes on', async () => {
		const student = new Student(await openReady(await thaw(dump())));
		student.t += 3 * DAY + 3_600_000;
		expect(await student.undo()).toMatchObject({ name: 'Easy' });
		await student.answer('p1/c', 3);
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});

describe('the schema', () => {
	it('has versions that only grow', () => {
		const versions = VERSIONS.map(({ version }) => version);
		expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
	});

	it('is the one of the newest frozen export: a change needs a new version', () => {
		const db = new Dexie(freshName());
		for (const { version, stores } of VERSIONS) db.version(version).stores(stores);
		const text = frozen[`./v${newestVersion()}.json`] ?? '{"tables":{}}';
		expect(Object.keys(parseDump(text).tables).sort()).toEqual(
			db.tables.map(({ name }) => name).sort(),
		);
	});
});
