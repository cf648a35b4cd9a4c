import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { noteStep, ownDeck, ownNote, takeStep } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { exportBackup } from './backup.ts';
import { sha256 } from './backup-file.ts';
import { checkDatabase } from './check.ts';
import { deleteDeck, saveDeck } from './edit-decks.ts';
import { nameMedia, putMedia, readMedia } from './media.ts';
import { restoreBackup } from './restore.ts';
import { readNote } from './read-note.ts';
import { allDecks } from './read-decks.ts';
import { saveNote } from './save-note.ts';
import { saveNoteType } from '../../../tests/support/save-note-type.ts';
import { listSnapshots, readSnapshot, takeSnapshot } from './snapshots.ts';

const merge = ({ moment }: Student) => ({ mode: 'merge' as const, moment });

async function withPicture(dev = 'dev-a'): Promise<Student> {
	const made = new Student(await openReady(), dev);
	await saveDeck(made.db, ownDeck('1', ['One']), made.moment);
	await saveNoteType(
		made.db,
		{
			...{ id: 'type/1', name: 'T', kind: 'plain', text: 'html', css: '', fields: ['A'] },
			templates: [{ name: 'C', front: '{{A}}', back: '' }],
		},
		made.moment,
	);
	await saveNote(made.db, ownNote('a', { noteType: 'type/1', fields: ['x'] }), made.moment);
	for (const [name, length] of [
		['a.png', 70_000],
		['b.mp3', 0],
		['again.png', 70_000],
	] as const) {
		const bytes = new Uint8Array(length).map((_, at) => (at * 31) % 251);
		const hash = await sha256(bytes);
		const type = name.endsWith('png') ? 'image/png' : 'audio/mpeg';
		await putMedia(made.db, hash, type, bytes.buffer);
		await nameMedia(made.db, name, { hash, type, size: length }, made.moment);
	}
	return made;
}

describe('a backup of the person’s own decks', () => {
	it('holds notes, types, decks and the bytes of media, each once', async () => {
		const made = await withPicture();
		const file = await exportBackup(made.db, made.moment);
		const fresh = new Student(await openReady(), 'dev-b', made.t);
		expect(await restoreBackup(fresh.db, file, merge(fresh))).toMatchObject({ media: 2, cards: 1 });
		const expected = await canonicalDump(made.db, true);
		expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
		expect((await readMedia(fresh.db, 'again.png'))?.bytes.byteLength).toBe(70_000);
		expect(await checkDatabase(fresh.db)).toEqual([]);
		expect(await restoreBackup(fresh.db, file, merge(fresh))).toMatchObject({ media: 0 });
	});

	it('leaves media out of copies inside the browser; restored elsewhere they are named as missing', async () => {
		const made = await withPicture();
		await takeSnapshot(made.db, 'daily', made.moment);
		const [copy] = await listSnapshots(made.db.name);
		expect(copy!.bytes).toBeLessThan(5_000);
		const file = (await readSnapshot(made.db.name, copy!.id))!;
		const fresh = new Student(await openReady(), 'dev-b', made.t);
		await restoreBackup(fresh.db, file, merge(fresh));
		const found = (await checkDatabase(fresh.db)).map(({ kind }) => kind);
		expect(found).toEqual(['media', 'media', 'media']);
		expect(await restoreBackup(made.db, file, merge(made))).toMatchObject({ fields: 0 });
		expect(await checkDatabase(made.db)).toEqual([]);
	});

	it('is refused where a byte of a picture is another', async () => {
		const made = await withPicture();
		const file = await exportBackup(made.db, made.moment);
		const plain = file.stream().pipeThrough(new DecompressionStream('gzip'));
		const bytes = new Uint8Array(await new Response(plain).arrayBuffer());
		bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
		for (const altered of [bytes, bytes.slice(0, -9), new Blob([bytes, 'x'])]) {
			const zipped = new Blob([altered]).stream().pipeThrough(new CompressionStream('gzip'));
			const fresh = new Student(await openReady(), 'dev-b', made.t);
			const before = await exactDump(fresh.db);
			const error: unknown = await restoreBackup(
				fresh.db,
				await new Response(zipped).blob(),
				merge(fresh),
			).catch((thrown: unknown) => thrown);
			expect(error).toMatchObject({ kind: 'damaged-file' });
			expect(firstDifference(await exactDump(fresh.db), before)).toBe('');
		}
	});

	it('changes nothing when any write of its restore fails', async () => {
		const made = await withPicture();
		const file = await exportBackup(made.db, made.moment);
		const fresh = new Student(await openReady(), 'dev-b', made.t);
		const before = await exactDump(fresh.db);
		let n = 1;
		for (; ; n += 1) {
			const { reached, error } = await withFailingWrite(n, 'quota', () =>
				restoreBackup(fresh.db, file, merge(fresh)),
			);
			if (!reached) break;
			expect(error, `at write ${n}`).toMatchObject({ kind: 'storage-full' });
			expect(firstDifference(await exactDump(fresh.db), before), `at write ${n}`).toBe('');
		}
		expect(n).toBeGreaterThan(8);
		expect(await checkDatabase(fresh.db)).toEqual([]);
	}, 60_000);

	it('brings back a deck that was deleted here while it got a note there', async () => {
		const one = await withPicture();
		const two = new Student(await openReady(), 'dev-b', one.t);
		await restoreBackup(two.db, await exportBackup(one.db, one.moment), merge(two));
		one.t += 1000;
		two.t += 2000;
		await deleteDeck(one.db, 'deck/1', 'delete', one.moment);
		await saveNote(two.db, ownNote('b'), two.moment);
		one.t += 9000;
		await restoreBackup(one.db, await exportBackup(two.db, two.moment), merge(one));
		expect((await allDecks(one.db)).map(({ id }) => id)).toEqual(['deck/1']);
		expect(await readNote(one.db, 'note/a')).toBeUndefined();
		expect(await checkDatabase(one.db)).toEqual([]);
	});

	it('gives back whatever was done with notes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(noteStep, { maxLength: 14 }), async (steps) => {
				const made = new Student(await openReady());
				await made.takeIn(1);
				await saveDeck(made.db, ownDeck('1', ['One']), made.moment);
				await saveNote(made.db, ownNote('a', { ordinals: [0, 1] }), made.moment);
				for (const [at, step] of steps.entries()) {
					await takeStep(made, step);
					if (at % 4 === 3) await made.undo();
				}
				expect(await checkDatabase(made.db)).toEqual([]);
				const file = await exportBackup(made.db, made.moment);
				const fresh = new Student(await openReady(), 'dev-b', made.t);
				await restoreBackup(fresh.db, file, merge(fresh));
				const expected = await canonicalDump(made.db, true);
				expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
				made.db.close();
				fresh.db.close();
			}),
			{ numRuns: 25 },
		);
	}, 90_000);
});
