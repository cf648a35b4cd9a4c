/** Decks of a collection as paths, from JSON or from the table of protobuf; filtered ones only by name. */
import type { ImportedDeck } from '../imported.ts';
import { asId, asNumber, asObject, asText } from '../safe-json.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { bytesColumn, idColumn, textColumn } from './columns.ts';
import { Message } from './protobuf.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Anki's deck that every collection has. */
export const DEFAULT_DECK = '1';
const DEEPEST = 50;

export interface AnkiDecks {
	byKey: Map<string, ImportedDeck>;
	/** Keys of decks that only borrow cards from their homes. */
	filtered: Set<string>;
}

export function readDecks(file: SqliteFile, settings: CollectionSettings): AnkiDecks {
	const decks: AnkiDecks = { byKey: new Map(), filtered: new Set() };
	if (settings.schema >= 15) fromTable(file, decks);
	else fromJson(settings, decks);
	return decks;
}

/** Names from the root down; an empty name becomes `blank`, as Anki calls it. */
function pathOf(name: string, separator: string): string[] {
	const parts = name.split(separator, DEEPEST).map((part) => part.trim().normalize('NFC'));
	return parts.map((part) => part || 'blank');
}

function fromJson(settings: CollectionSettings, { byKey, filtered }: AnkiDecks): void {
	for (const [name, value] of settings.decks) {
		const deck = asObject(value);
		const key = asId(deck.get('id')) || name;
		if (asNumber(deck.get('dyn')) === 1) filtered.add(key);
		const preset = asId(deck.get('conf'));
		byKey.set(key, {
			key,
			path: pathOf(asText(deck.get('name')), '::'),
			description: asText(deck.get('desc')),
			...(preset ? { preset } : {}),
		});
	}
}

function fromTable(file: SqliteFile, { byKey, filtered }: AnkiDecks): void {
	if (!file.has('decks')) return;
	const columns = [idColumn('id'), textColumn('name', 10_000), bytesColumn('kind', 1_000_000)];
	file.each(`SELECT ${columns} FROM decks`, ([key, name, kind]) => {
		if (typeof key !== 'string') return;
		const said = new Message(kind instanceof Uint8Array ? kind : new Uint8Array());
		if (said.has(2)) filtered.add(key);
		const normal = said.message(1);
		const preset = normal.number(1);
		byKey.set(key, {
			key,
			path: pathOf(String(name ?? ''), '\x1f'),
			description: normal.text(4),
			...(preset > 0 ? { preset: String(preset) } : {}),
		});
	});
}
