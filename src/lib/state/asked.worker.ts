/** Knows beside the page what all notes ask and which tags they have: reading fifty thousand takes its time. */
import { AskedBefore } from '$lib/content/asked-before.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import { noteFrom } from '$lib/db/note-fields.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import { allRecords, readRecords } from '$lib/db/read-all.ts';
import type { StampedRecord } from '$lib/db/record.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { watchChanges, type Changes } from '$lib/db/watch-changes.ts';
import { textOfHtml } from '$lib/deck-import/template/html-text.ts';
import type { Asking, Told } from './asked-messages.ts';

const before = new AskedBefore();
const tagsByNote = new Map<string, readonly string[]>();
let asked = { text: '', self: '' };
/** Everything is read. */
let ready = false;

function tell({ withTags }: { withTags: boolean }): void {
	const told: Told = { like: before.like(asked.text, asked.self) };
	if (withTags) {
		const tags = new Set([...tagsByNote.values()].flat());
		told.tags = [...tags].sort((a, b) => a.localeCompare(b));
	}
	self.postMessage(told);
}

function take(records: readonly StampedRecord[]): void {
	for (const record of records) {
		const note = isOwnCard(record.id) ? noteFrom(record) : undefined;
		if (note) before.put({ id: note.id, text: textOfHtml(note.fields[0] ?? '') });
		else before.remove(record.id);
		if (note && note.tags.length > 0) tagsByNote.set(note.id, note.tags);
		else tagsByNote.delete(record.id);
	}
}

async function readAll(db: OnsiteDb): Promise<void> {
	for await (const records of allRecords(db, 'note')) take(records);
}

async function open({ name, install }: { name: string; install: string }): Promise<void> {
	const db = await openBeside(name, install, () => {});
	let following = Promise.resolve();
	// What changes while the rest is read is looked at after it.
	watchChanges(db, ({ records }) => {
		following = following.then(() => follow(db, records)).catch(() => {});
	});
	following = readAll(db);
	await following;
	ready = true;
	tell({ withTags: true });
}

async function follow(db: OnsiteDb, changed: Changes['records']): Promise<void> {
	if (changed === 'all') await readAll(db);
	else {
		const notes = changed.filter(([kind]) => kind === 'note');
		if (notes.length === 0) return;
		take(await readRecords(db, notes));
	}
	tell({ withTags: true });
}

self.addEventListener('message', ({ data }: MessageEvent<Asking>) => {
	// Without them nothing is warned of; the editor needs none of it to save.
	if ('open' in data) return void open(data.open).catch(() => {});
	asked = data;
	if (ready) tell({ withTags: false });
});
