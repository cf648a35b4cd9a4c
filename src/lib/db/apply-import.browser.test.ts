import fc from 'fast-check';
import { bringIn, planOf } from '../../../tests/support/bring-in.ts';
import { describe, expect, it } from 'vitest';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite, type Failure } from '../../../tests/support/failing-store.ts';
import { NOON, openReady, Student } from '../../../tests/support/student.ts';
import { applyImport } from './apply-import.ts';
import { unburyBefore } from './begin-day.ts';
import { checkDatabase } from './check.ts';
import { DbError } from './db-error.ts';
import { nameMedia, putMedia, readMedia } from './media.ts';
import { discardStage, MediaStage, stagedImports } from './media-stage.ts';
import type { OnsiteDb } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';

const SHAPE = { text: 'html', own: false, studied: true } as const;

describe('applyImport', () => {
	it('leaves everything as notes and log say', async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryCollection(SHAPE), async (collection) => {
				const student = new Student(await openReady());
				await student.takeIn(2);
				await bringIn(student, collection);
				expect(await checkDatabase(student.db)).toEqual([]);
				const cards = await student.db.cards.filter(({ id }) => id.startsWith('note/')).count();
				expect(cards).toBe(collection.cards.length);
				student.db.close();
			}),
			{ numRuns: 25 },
		);
	}, 60_000);

	it('twice is as once', async () => {
		await fc.assert(
			fc.asyncProperty(arbitraryCollection(SHAPE), async (collection) => {
				const student = new Student(await openReady());
				await bringIn(student, collection);
				const once = await canonicalDump(student.db);
				const plan = await planOf(collection, student.db);
				expect([plan.addNotes, plan.updateNotes, plan.cards, plan.addDecks]).toEqual([
					[],
					[],
					[],
					[],
				]);
				await bringIn(student, collection);
				expect(firstDifference(await canonicalDump(student.db), once)).toBe('');
				student.db.close();
			}),
			{ numRuns: 25 },
		);
	}, 60_000);

	describe('where it fails', () => {
		const failures: Failure[] = ['throw', 'quota', 'abort'];

		it('at any write has changed nothing', async () => {
			const [collection] = fc.sample(arbitraryCollection(SHAPE), { numRuns: 1, seed: 7 });
			for (const failure of failures) {
				const student = new Student(await openReady());
				await student.takeIn(1);
				await student.answer('p0/a', 3);
				await unburyBefore(student.db, student.moment.day);
				await takeSnapshot(student.db, 'daily', student.moment);
				const plan = await planOf(collection!, student.db);
				const before = await exactDump(student.db);
				let n = 0;
				for (let reached = true; reached;) {
					n += 1;
					const options = { id: 'i', file: 'x', moment: student.moment, daily: true };
					const act = () => applyImport(student.db, plan, options);
					const outcome = await withFailingWrite(n, failure, act);
					({ reached } = outcome);
					if (!reached) expect(outcome.error).toBeUndefined();
					else {
						expect(outcome.error, `${failure} at ${n}`).toBeInstanceOf(DbError);
						expect(await exactDump(student.db), `${failure} at ${n}`).toBe(before);
					}
				}
				expect(n).toBeGreaterThan(10);
				student.db.close();
			}
		}, 60_000);

		it('as the database has moved on since the file was judged says so', async () => {
			const [collection] = fc.sample(arbitraryCollection(SHAPE), { numRuns: 1, seed: 3 });
			const student = new Student(await openReady());
			const plan = await planOf(collection!, student.db);
			await bringIn(student, collection!);
			await takeSnapshot(student.db, 'daily', student.moment);
			const before = await exactDump(student.db);
			const options = { id: 'i', file: 'x', moment: student.moment, daily: true };
			await expect(applyImport(student.db, plan, options)).rejects.toMatchObject({
				kind: 'moved-on',
			});
			expect(await exactDump(student.db)).toBe(before);
		});
	});
});

describe('MediaStage', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	const staged = async (db: OnsiteDb, id = 'stage') => {
		const stage = new MediaStage(db, { id, file: 'x.apkg', t: NOON });
		await stage.keep('aa', bytes('one'), 'image/png');
		await stage.keep('aa', bytes('one'), 'image/png');
		await stage.keep('bb', bytes('two'), 'image/png');
		await stage.flush();
		return stage;
	};

	it('keeps each content once, and nothing of it when it is given up', async () => {
		const db = await openReady();
		const before = await exactDump(db);
		const stage = await staged(db);
		expect(await db.media.toCollection().primaryKeys()).toEqual(['aa', 'bb']);
		expect(await stagedImports(db)).toMatchObject([{ file: 'x.apkg', media: ['aa', 'bb'] }]);
		await stage.discard();
		expect(await exactDump(db)).toBe(before);
	});

	it('leaves what was here before, and what another file is bringing', async () => {
		const db = await openReady();
		const moment = { t: NOON, day: 1, dev: 'd' };
		await putMedia(db, 'aa', 'image/png', bytes('one').buffer);
		await nameMedia(db, 'a.png', { hash: 'aa', type: 'image/png', size: 3 }, moment);
		await staged(db);
		await staged(db, 'other');
		await discardStage(db, 'stage');
		expect(await db.media.toCollection().primaryKeys()).toEqual(['aa', 'bb']);
		await discardStage(db, 'other');
		expect(await db.media.toCollection().primaryKeys()).toEqual(['aa']);
	});

	it('has what another tab was bringing too when that one gives up', async () => {
		const [collection] = fc.sample(arbitraryCollection(SHAPE), { numRuns: 1, seed: 7 });
		const media = [{ name: 'one.png', hash: 'aa', type: 'image/png', size: 3 }];
		for (const later of [true, false]) {
			const student = new Student(await openReady());
			const one = await staged(student.db, 'one');
			const two = await staged(student.db, 'two');
			if (!later) await one.discard();
			const plan = await planOf({ ...collection!, media }, student.db);
			const options = { id: 'two', file: 'x', moment: student.moment, daily: true };
			await applyImport(student.db, plan, options);
			if (later) await one.discard();
			await two.discard();
			expect((await readMedia(student.db, 'one.png'))?.bytes.byteLength).toBe(3);
			student.db.close();
		}
	});

	it('says that the media do not fit where the disk is full, and keeps none', async () => {
		const db = await openReady();
		const before = await exactDump(db);
		const stage = new MediaStage(db, { id: 'stage', file: 'x.apkg', t: NOON });
		await stage.keep('aa', bytes('one'), 'image/png');
		const { error } = await withFailingWrite(2, 'quota', () => stage.flush());
		expect(error).toMatchObject({ kind: 'media-full' });
		await stage.discard();
		expect(await exactDump(db)).toBe(before);
	});
});
