import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { catalogOf, DAY, openReady, Student } from '../../../tests/support/student.ts';
import type { Grade } from '../scheduler/review.ts';
import { commitAct } from './act.ts';
import { commitPractice } from './attempts.ts';
import { exportBackup } from './backup.ts';
import { BACKUP_VERSION, sha256, type BackupHeader } from './backup-file.ts';
import { takeInLibrary } from './catalog-rows.ts';
import { checkDatabase } from './check.ts';
import { writePreset } from './decks.ts';
import { DbError } from './db-error.ts';
import { sealHistory } from './history.ts';
import { restoreBackup } from './restore.ts';
import { writeSetting } from './settings.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { listSnapshots } from './snapshots.ts';

async function studied(): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(3);
	await student.answer('p0/a', 3);
	student.t += 2 * DAY;
	await student.answer('p0/a', 1);
	await student.answer('p0/b', 4, ['p0/c']);
	await sealHistory(student.db, student.moment.day, 1);
	await student.mark('p1/a', { flag: 5, suspended: true });
	await student.answer('p1/b', 2);
	await student.undo();
	await student.takeInDrills('feed', 'cdn');
	await student.drill('feed', 3);
	await student.drill('cdn', 1);
	await student.undo();
	await commitPractice(student.db, student.attempt('feed'));
	await student.interview();
	await writeSetting(student.db, 'minutesPerDay', 20, student.moment);
	await writePreset(student.db, 'default', { newPerDay: 5, weights: weights() }, student.moment);
	return student;
}

function weights(): number[] {
	return [...DEFAULT_PRESET.weights];
}

const merge = (student: Student) => ({ mode: 'merge' as const, moment: student.moment });

/** The file with its plain content changed by `edit`, packed again. */
async function edited(
	file: Blob,
	edit: (plain: Uint8Array) => BlobPart[] | Promise<BlobPart[]>,
): Promise<Blob> {
	const plain = file.stream().pipeThrough(new DecompressionStream('gzip'));
	const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
	const packed = new Blob(await edit(bytes)).stream().pipeThrough(new CompressionStream('gzip'));
	return new Blob([await new Response(packed).arrayBuffer()]);
}

/** What an index of the first version did not have, by the version that brought it. */
const LATER = {
	2: ['attempts'],
	3: ['interviews', 'events', 'drafts'],
	4: ['media'],
} as const;

/** The file as an earlier version wrote it. */
function ofVersion(version: number, file: Blob): Promise<Blob> {
	return edited(file, async (bytes) => {
		const text = (part: Uint8Array) => new TextDecoder().decode(part);
		const end = bytes.indexOf(10) + 1;
		const header = JSON.parse(text(bytes.subarray(0, end))) as BackupHeader;
		const [length = 0, ...others] = header.sections;
		const index = JSON.parse(text(bytes.subarray(end, end + length)));
		const counts: Partial<BackupHeader['counts']> = { ...header.counts };
		for (const [since, names] of Object.entries(LATER)) {
			for (const name of Number(since) > version ? names : []) {
				expect(index[name]).toEqual([]);
				delete index[name];
				delete counts[name];
			}
		}
		const first = new TextEncoder().encode(JSON.stringify(index));
		const rest = bytes.slice(end + length) as Uint8Array<ArrayBuffer>;
		const body = new Uint8Array(await new Blob([first, rest]).arrayBuffer());
		const old = { ...header, version, counts, sections: [first.length, ...others] };
		return [`${JSON.stringify({ ...old, sha256: await sha256(body) })}\n`, body];
	});
}

/** With another first line. */
function withHeader(file: Blob, change: (header: Record<string, unknown>) => void): Promise<Blob> {
	return edited(file, (plain) => {
		const end = plain.indexOf(10);
		const header = JSON.parse(new TextDecoder().decode(plain.subarray(0, end)));
		change(header);
		return [`${JSON.stringify(header)}\n`, plain.slice(end + 1) as Uint8Array<ArrayBuffer>];
	});
}

describe('exportBackup and restoreBackup', () => {
	it('bring everything to a fresh profile', async () => {
		const student = await studied();
		const file = await exportBackup(student.db, student.moment);
		const fresh = new Student(await openReady(), 'dev-b', student.t);
		expect(await restoreBackup(fresh.db, file, merge(fresh))).toEqual({
			...{ reviews: 6, attempts: 3, interviews: 1, events: 4, cards: 11, fields: 11 },
			media: 0,
			made: student.t,
		});
		const expected = await canonicalDump(student.db, true);
		expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
		expect(await checkDatabase(fresh.db)).toEqual([]);
	});

	it.each([1, 2, 3])('take a file of version %d, which knew less', async (version) => {
		const student = await studied();
		if (version < 2) await student.db.attempts.clear();
		for (const table of ['interviews', 'interviewEvents', 'drafts'] as const) {
			if (version < 3) await student.db[table].clear();
		}
		const file = await ofVersion(version, await exportBackup(student.db, student.moment));
		const fresh = new Student(await openReady(), 'dev-b', student.t);
		expect(await restoreBackup(fresh.db, file, merge(fresh))).toMatchObject({
			...{ reviews: 6, attempts: version < 2 ? 0 : 3, cards: 11, media: 0 },
			interviews: version < 3 ? 0 : 1,
		});
		const expected = await canonicalDump(student.db, true);
		expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
	});

	it('change nothing the second time', async () => {
		const student = await studied();
		const file = await exportBackup(student.db, student.moment);
		const before = await canonicalDump(student.db, true);
		expect(await restoreBackup(student.db, file, merge(student))).toMatchObject({
			...{ reviews: 0, attempts: 0, interviews: 0, events: 0, cards: 0, fields: 0 },
		});
		expect(firstDifference(await canonicalDump(student.db, true), before)).toBe('');
	});

	it('unite two devices that never met, whichever is first', async () => {
		const one = await studied();
		const two = new Student(await openReady(), 'dev-b', one.t - 3_600_000);
		await two.takeIn(3);
		await two.answer('p0/a', 2);
		await two.answer('p2/a', 3);
		await two.mark('p1/a', { flag: 1 });
		await two.interview();
		const [fileOne, fileTwo] = [
			await exportBackup(one.db, one.moment),
			await exportBackup(two.db, two.moment),
		];
		two.t = one.t;
		await restoreBackup(one.db, fileTwo, merge(one));
		await restoreBackup(two.db, fileOne, merge(two));
		const united = await canonicalDump(one.db, true);
		expect(firstDifference(await canonicalDump(two.db, true), united)).toBe('');
		expect(await checkDatabase(one.db)).toEqual([]);
		expect(await one.card('p1/a')).toMatchObject({ flag: 5, suspended: true });
	});

	it('let the catalog show restored cards that it knows and hide those that it does not', async () => {
		const student = await studied();
		const file = await exportBackup(student.db, student.moment);
		const fresh = new Student(await openReady(), 'dev-b', student.t);
		await takeInLibrary(fresh.db, catalogOf(1), new Map());
		await restoreBackup(fresh.db, file, merge(fresh));
		await takeInLibrary(fresh.db, catalogOf(1), new Map());
		const rows = await fresh.db.cards.toArray();
		expect(rows.filter(({ gone }) => !gone).map(({ id }) => id)).toEqual([
			...['drill/cdn', 'drill/feed', 'p0/a', 'p0/b', 'p0/c'],
		]);
		expect(await checkDatabase(fresh.db)).toEqual([]);
	});

	it('give back what any collection held', async () => {
		const step = fc.record({
			card: fc.constantFrom('p0/a', 'p0/b', 'p1/a'),
			grade: fc.constantFrom(1, 2, 3, 4),
			wait: fc.constantFrom(0, 600_000, DAY, 30 * DAY),
			then: fc.constantFrom('nothing', 'undo', 'flag', 'forget', 'seal', 'edit'),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
				const student = new Student(await openReady());
				await student.takeIn(2);
				for (const { card, grade, wait, then } of steps) {
					student.t += wait;
					await student.answer(card, grade as Grade);
					if (then === 'undo') await student.undo();
					if (then === 'flag') await student.mark(card, { flag: 2 });
					if (then === 'forget') await student.forget(card);
					if (then === 'seal') await sealHistory(student.db, student.moment.day, 1);
					const edits = [{ kind: 'note' as const, id: card, fields: { front: '==ü==' } }];
					if (then === 'edit') {
						await commitAct(student.db, { name: 'Edit', edits, moment: student.moment });
					}
				}
				const file = await exportBackup(student.db, student.moment);
				const fresh = new Student(await openReady(), 'dev-b', student.t);
				await restoreBackup(fresh.db, file, merge(fresh));
				const expected = await canonicalDump(student.db, true);
				expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
				student.db.close();
				fresh.db.close();
			}),
			{ numRuns: 25 },
		);
	}, 60_000);
});

describe('a backup that cannot be restored', () => {
	async function refused(file: Blob): Promise<DbError> {
		const student = await studied();
		const before = await exactDump(student.db);
		const error: unknown = await restoreBackup(student.db, file, merge(student)).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toBeInstanceOf(DbError);
		expect(firstDifference(await exactDump(student.db), before)).toBe('');
		return error as DbError;
	}

	async function sample(): Promise<Blob> {
		const student = await studied();
		return exportBackup(student.db, student.moment);
	}

	it('is told when it is cut short, anywhere', async () => {
		const file = await sample();
		for (const part of [0, 0.1, 0.5, 0.9, 0.999]) {
			const error = await refused(file.slice(0, Math.floor(file.size * part)));
			expect(error.kind, `${part}`).toBe('damaged-file');
		}
	});

	it('is told when a bit has flipped, or nothing of it is lost', async () => {
		const [student, file] = [await studied(), await sample()];
		const bytes = new Uint8Array(await file.arrayBuffer());
		const expected = await (async () => {
			const fresh = new Student(await openReady(), 'dev-b', student.t);
			await restoreBackup(fresh.db, file, merge(fresh));
			return canonicalDump(fresh.db, true);
		})();
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
				const altered = bytes.slice();
				altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				const fresh = new Student(await openReady(), 'dev-b', student.t);
				const empty = await exactDump(fresh.db);
				try {
					await restoreBackup(fresh.db, new Blob([altered]), merge(fresh));
					// Some bits of a gzip header mean nothing.
					expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
				} catch (error) {
					expect(error).toMatchObject({ kind: 'damaged-file' });
					expect(firstDifference(await exactDump(fresh.db), empty)).toBe('');
				}
				fresh.db.close();
			}),
			{ numRuns: 60 },
		);
	}, 60_000);

	it.each([
		[
			'a later format',
			(header: Record<string, unknown>) => (header['version'] = BACKUP_VERSION + 1),
			'newer-file',
		],
		[
			'another format',
			(header: Record<string, unknown>) => (header['format'] = 'x'),
			'damaged-file',
		],
		[
			'a wrong checksum',
			(header: Record<string, unknown>) => (header['sha256'] = 'x'),
			'damaged-file',
		],
		[
			'sections that do not add up',
			(header: Record<string, unknown>) => (header['sections'] = [1, 2]),
			'damaged-file',
		],
		[
			'counts that are not so',
			(header: Record<string, unknown>) =>
				(header['counts'] = { ...(header['counts'] as object), reviews: 7 }),
			'damaged-file',
		],
	])('is told when it has %s', async (_name, change, kind) => {
		const error = await refused(await withHeader(await sample(), change));
		expect(error.kind).toBe(kind);
	});

	it.each(['', 'x', '{}', '\u001f\u008b'])('is told when it is %j', async (text) => {
		expect((await refused(new Blob([text]))).kind).toBe('damaged-file');
	});

	it('is told when it is gzip of something else', async () => {
		const file = await edited(await sample(), () => ['{"hello": 1}\n']);
		expect((await refused(file)).message).toContain('header');
	});

	it('changes nothing when any write of the restore fails', async () => {
		const student = new Student(await openReady(), 'dev-b');
		const file = await sample();
		const before = await exactDump(student.db);
		let n = 1;
		for (; ; n += 1) {
			const { reached, error } = await withFailingWrite(n, 'quota', () =>
				restoreBackup(student.db, file, merge(student)),
			);
			if (!reached) break;
			expect(error, `at write ${n}`).toMatchObject({ kind: 'storage-full' });
			expect(firstDifference(await exactDump(student.db), before), `at write ${n}`).toBe('');
		}
		expect(n).toBeGreaterThan(10);
		expect(await checkDatabase(student.db)).toEqual([]);
	}, 60_000);
});

describe('before a restore', () => {
	it('a snapshot is taken', async () => {
		const student = await studied();
		const file = await exportBackup(student.db, student.moment);
		await restoreBackup(student.db, file, merge(student));
		const copies = await listSnapshots(student.db.name);
		expect(copies).toMatchObject([{ reason: 'before-restore', day: student.moment.day }]);
	});
});
