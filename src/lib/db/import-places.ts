/** Where what an import brings goes: its decks and presets as they will be here, and how each deck is replayed. */
import type { OwnDeck } from '../content/note.ts';
import type { ImportPlan } from '../deck-import/judge/import-plan.ts';
import { DeckTree } from '../scheduler/deck-tree.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { weightsOf } from './card-log.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { revivalOf } from './deck-revival.ts';
import { presetOf } from './decks.ts';
import { importedDeckId, importedPresetId } from './import-ids.ts';
import type { Fields, RecordKind } from './record.ts';
import { allDecks } from './read-decks.ts';
import type { OnsiteDb } from './schema.ts';

/** A record to be written. */
export interface RecordWrite {
	kind: Exclude<RecordKind, 'void'>;
	id: string;
	fields: Fields;
}

export interface ImportPlaces {
	/** Decks and presets that are not here yet. */
	records: RecordWrite[];
	/** The deck of a key of the file. */
	deckOf: (key: string) => string;
	/** The FSRS parameters by which the cards of a deck are replayed, once the import is in. */
	weightsOf: (deckId: string) => readonly number[];
}

const joined = (path: readonly string[]) => path.join('::');

/** Decks by the paths that a file may mean them by: as they are called now, else as they were imported. */
export function decksByPath(decks: readonly OwnDeck[]): Map<string, OwnDeck> {
	return new Map([
		...decks.flatMap((deck) => (deck.origin === undefined ? [] : [[deck.origin, deck] as const])),
		...decks.map((deck) => [joined(deck.path), deck] as const),
	]);
}

/**
 * @param daily whether the cards of new decks come in the daily review
 * @param revived decks that were deleted and that cards of the import lie in
 */
export async function importPlaces(
	db: OnsiteDb,
	{ addDecks, addPresets, knownDecks }: ImportPlan,
	daily: boolean,
	revived: readonly OwnDeck[],
): Promise<ImportPlaces> {
	const here = [...(await allDecks(db)), ...revived];
	const byPath = decksByPath(here);
	const records: RecordWrite[] = revived.map(revivalOf);
	const weights = new Map<string, readonly number[]>();
	const presets = new Map<string, string>();
	for (const { key, name, options } of addPresets) {
		const id = importedPresetId([name, options]);
		const called = name === DEFAULT_PRESET.name ? `${name} (imported)` : name;
		presets.set(key, id);
		weights.set(id, options.weights ?? DEFAULT_PRESET.weights);
		records.push({ kind: 'preset', id, fields: { ...(options as Fields), name: called } });
	}
	const added = new Map<string, OwnDeck>();
	const ids = new Map(knownDecks);
	const place = (path: readonly string[], more: Partial<OwnDeck>): OwnDeck => {
		const origin = joined(path);
		const known = byPath.get(origin);
		if (known) return known;
		// Decks above come too, as each root has limits of its own; one that was renamed keeps its new name.
		const above = path.length > 1 ? place(path.slice(0, -1), {}) : undefined;
		const deck: OwnDeck = {
			...{ id: importedDeckId(path), path: [...(above?.path ?? []), path.at(-1) ?? ''] },
			...{ description: '', daily: above?.daily ?? daily, origin, ...more },
		};
		byPath.set(origin, deck);
		added.set(deck.id, deck);
		return deck;
	};
	// Shorter paths first, so that a deck of the file is not made as one above another.
	const inOrder = [...addDecks].sort((a, b) => a.path.length - b.path.length);
	for (const { key, path, description, preset } of inOrder) {
		const presetId = preset === undefined ? undefined : presets.get(preset);
		const deck = place(path, { description, ...(presetId === undefined ? {} : { presetId }) });
		ids.set(key, deck.id);
	}
	for (const { id, ...deck } of added.values()) {
		records.push({ kind: 'deck', id, fields: { ...deck, path: [...deck.path], deleted: false } });
	}
	const tree = new DeckTree([...here, ...added.values()]);
	for (const deckId of [...ids.values(), ...here.map(({ id }) => id)]) {
		const presetId = tree.presetIdOf(deckId);
		if (!weights.has(presetId)) weights.set(presetId, await weightsOfPreset(db, presetId));
	}
	const catalog = await weightsOf(db, CATALOG_DECK);
	return {
		...{ records, deckOf: (key) => ids.get(key) ?? importedDeckId([key]) },
		weightsOf: (deckId) =>
			deckId.startsWith('deck/')
				? (weights.get(tree.presetIdOf(deckId)) ?? DEFAULT_PRESET.weights)
				: catalog,
	};
}

async function weightsOfPreset(db: OnsiteDb, presetId: string): Promise<readonly number[]> {
	const chosen = { kind: 'deck', id: '', fields: { presetId }, stamps: {}, base: '' } as const;
	return (await presetOf(db, chosen)).weights;
}
