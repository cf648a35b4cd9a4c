import { describe, expect, it } from 'vitest';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { draftsOf } from '../db/drafts.ts';
import { eventsOf } from '../db/interviews.ts';
import type { Happening } from '../interview/interview-event.ts';
import { EventWriter } from './event-writer.svelte.ts';

async function interview() {
	const candidate = new Student(await openReady());
	const { db } = candidate;
	const { id } = await candidate.interview();
	const writer = new EventWriter(db, id);
	const pad = (seq: number, text: string) =>
		candidate.happening(seq, { kind: 'pad', pane: 'notes', text } satisfies Happening);
	const texts = async () =>
		(await eventsOf(db, id)).flatMap((event) => (event.kind === 'pad' ? event.text : []));
	return { candidate, db, id, writer, pad, texts };
}

describe('the writer of events', () => {
	it('stores in order, and the fact of a pane takes its draft away', async () => {
		const { db, id, writer, pad, texts, candidate } = await interview();
		const { at } = candidate.happening(0, { kind: 'beat' });
		writer.append(pad(3, 'one'));
		writer.draft({ pane: 'notes', text: 'one and', at });
		writer.append(pad(4, 'one and two'));
		writer.append(pad(5, 'three'));
		await writer.flush();
		expect(await texts()).toEqual(['Reads beat writes.', 'one', 'one and two', 'three']);
		expect(await draftsOf(db, id)).toEqual([]);
		expect(writer.problem).toBe('');
	});

	it('holds on to what the database refused, says so, and stores each once at the next try', async () => {
		const { writer, pad, texts } = await interview();
		const { reached } = await withFailingWrite(1, 'quota', async () => {
			writer.append(pad(3, 'refused'));
			await writer.flush();
			// The second flush stood in line behind the first, and found room.
		});
		expect(reached).toBe(true);
		await writer.flush();
		writer.stop();
		expect(await texts()).toEqual(['Reads beat writes.', 'refused']);
		expect(writer.problem).toBe('');
	});

	it('keeps the newest of what is typed while a write is on its way', async () => {
		const { db, id, writer, candidate } = await interview();
		const { at } = candidate.happening(0, { kind: 'beat' });
		for (const text of ['a', 'ab', 'abc']) writer.draft({ pane: 'api', text, at });
		await writer.flush();
		expect(await draftsOf(db, id)).toMatchObject([{ text: 'abc' }, { pane: 'notes' }]);
	});
});
