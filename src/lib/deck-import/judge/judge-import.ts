/** Judges a read file against what the device holds: what will be added, what updated, what left alone and why. */
import {
	convertHistory,
	type CardHistory,
	type HistoryContext,
} from '../history/convert-history.ts';
import type {
	ImportedCard,
	ImportedCollection,
	ImportedNote,
	ImportedReview,
} from '../imported.ts';
import { placeOfNote } from '../imported.ts';
import { UNWATCHED, type ImportWatch } from '../import-watch.ts';
import { Remarks } from '../remarks.ts';
import type { ExistingNote, ExistingState } from './existing-state.ts';
import type { ImportPlan, ImportReport, NoteUpdate, PlannedCard } from './import-plan.ts';
import { judgeNote } from './judge-note.ts';
import { renameClashes, renameInNote, renameInType } from './rename-media.ts';

export interface JudgeOptions extends HistoryContext {
	/** With progress and options of decks; else every card is new. */
	scheduling: boolean;
	watch?: ImportWatch;
}

/**
 * The plan of an import; nothing is changed by making it, and the same file makes an empty one once it is in.
 *
 * Notes are found again by guid. A newer text updates, an older one does not; a card that was answered
 * here keeps its progress whatever the file says.
 */
export function judgeImport(
	collection: ImportedCollection,
	existing: ExistingState,
	options: JudgeOptions,
): ImportPlan {
	const report = blankReport();
	const skipped = new Remarks(collection.skipped);
	const repaired = new Remarks(collection.repaired);
	const types = new Map(collection.noteTypes.map((type) => [type.key, type]));
	const { media, names } = renameClashes(collection.media, existing.media);
	const addNotes: ImportedNote[] = [];
	const updateNotes: NoteUpdate[] = [];
	/** Guids of the notes that are not left out, by key. */
	const taken = new Map<string, string>();
	const pathOf = (path: readonly string[]) => path.join('::');
	const studied = new Set<string>();
	/** Keys of decks of the file by keys of notes. */
	const homes = new Map<string, string>();
	for (const { note, deck } of collection.cards) {
		studied.add(note);
		if (!homes.has(note)) homes.set(note, deck);
	}
	const deckIds = new Map(
		collection.decks.map(({ key, path }) => [key, existing.decks.get(pathOf(path))]),
	);
	const homeOf = (note: string) => deckIds.get(homes.get(note) ?? '');
	const here = new Map<string, ExistingNote>();
	collection.notes.forEach((original, index) => {
		if (!studied.has(original.key)) {
			const label = (original.fields[0] ?? '').slice(0, 80);
			skipped.add('note', placeOfNote(collection, index), label, 'it has no card');
			return;
		}
		const renamed = renameInNote(original, names);
		const known = existing.notes.get(renamed.guid);
		const judged = judgeNote(renamed, types.get(renamed.noteType), known, {
			...{ format: collection.format, silent: collection.silent, now: options.now },
			sameDeck: known?.deckId !== undefined && known.deckId === homeOf(renamed.key),
		});
		const { verdict, note, keepsType, gone = [], reason } = judged;
		const label = (note.fields[0] ?? '').slice(0, 80);
		const place = placeOfNote(collection, index);
		report.notes[verdict] += 1;
		if (known?.builtIn) report.notes.catalog += 1;
		if (known && verdict !== 'conflicting') here.set(note.key, known);
		if (known && (verdict === 'updated' || known.deleted)) {
			updateNotes.push({ id: known.id, note, ...(keepsType ? { keepsType, gone } : {}) });
			for (const ordinal of gone) repaired.add('note', place, label, goneInWords(ordinal));
		} else if (verdict === 'added') addNotes.push(note);
		else if (reason !== undefined) {
			skipped.add('note', place, label, reason);
		}
		if (verdict !== 'conflicting') taken.set(note.key, note.guid);
	});
	const notesResets = collection.format === 'json';
	const cards = planCards(collection, taken, here, { ...options, notesResets }, report);
	const decks = usedDecks(collection, cards);
	const addDecks = decks.filter(({ path }) => !existing.decks.has(pathOf(path)));
	const wanted = new Set(addDecks.map(({ preset }) => preset));
	const addPresets = options.scheduling
		? collection.presets.filter(({ key }) => wanted.has(key))
		: [];
	const addMedia = media.filter(({ name, hash }) => existing.media.get(name) !== hash);
	report.decks.added = addDecks.length;
	report.presets.added = addPresets.length;
	report.media = {
		...{ added: addMedia.length, known: media.length - addMedia.length, renamed: names.size },
	};
	const used = new Set(
		[...addNotes, ...updateNotes.flatMap(({ note, keepsType }) => (keepsType ? [] : note))].map(
			({ noteType }) => noteType,
		),
	);
	return {
		noteTypes: collection.noteTypes
			.filter(({ key }) => used.has(key))
			.map((type) => renameInType(type, names)),
		...{ addNotes, updateNotes, cards, addDecks, addMedia, addPresets },
		knownDecks: new Map(
			decks.flatMap(({ key, path }) => {
				const id = existing.decks.get(pathOf(path));
				return id === undefined ? [] : [[key, id] as const];
			}),
		),
		report: { ...report, skipped: skipped.list(), repaired: repaired.list() },
	};
}

function goneInWords(ordinal: number): string {
	return `its blank ${ordinal + 1} is gone: the card is put away with its history`;
}

function blankReport(): Omit<ImportReport, 'skipped' | 'repaired'> {
	return {
		notes: { added: 0, updated: 0, unchanged: 0, older: 0, conflicting: 0, catalog: 0 },
		cards: { added: 0, kept: 0, progressTaken: 0, suspended: 0 },
		...{ reviews: { added: 0 }, decks: { added: 0 }, presets: { added: 0 } },
		media: { added: 0, known: 0, renamed: 0 },
	};
}

function planCards(
	collection: ImportedCollection,
	taken: ReadonlyMap<string, string>,
	here: ReadonlyMap<string, ExistingNote>,
	options: JudgeOptions,
	report: Omit<ImportReport, 'skipped' | 'repaired'>,
): PlannedCard[] {
	const logs = new Map<string, ImportedReview[]>();
	for (const review of options.scheduling ? collection.reviews : []) {
		const log = logs.get(review.card);
		if (log) log.push(review);
		else logs.set(review.card, [review]);
	}
	const { watch = UNWATCHED } = options;
	const total = collection.cards.length;
	return collection.cards.flatMap((card, index): PlannedCard[] => {
		if (index % 1000 === 0) watch({ stage: 'judge', done: index, total });
		const guid = taken.get(card.note);
		if (guid === undefined) return [];
		const note = here.get(card.note);
		const known = note?.cards.get(card.ordinal);
		// What the catalog does not hold, or no longer, is not added to it.
		if (note?.builtIn && !known) return [];
		const log = logs.get(card.key) ?? [];
		const isNew = !options.scheduling || known?.studied === true;
		const planned = isNew ? asNew(card) : card;
		const brought = isNew ? undefined : historyOf(planned, log, known !== undefined, options);
		// Cards of the catalog have no place for what stood before their log.
		const history = note?.builtIn && brought?.start ? undefined : brought;
		const isBack = note?.deleted || known?.hidden;
		if (known && !history && !isBack) {
			report.cards.kept += 1;
			return [];
		}
		report.cards[known && !isBack ? 'progressTaken' : 'added'] += 1;
		if (planned.suspended) report.cards.suspended += 1;
		if (history) report.reviews.added += log.length;
		return [
			{
				...{ card: planned, guid },
				...(known ? { id: known.id } : {}),
				...(note ? { noteId: note.id } : {}),
				...(history ? { history } : {}),
			},
		];
	});
}

/** The progress of a card; `undefined` where the file has none, or none that would be seen on a card that is here. */
function historyOf(
	card: ImportedCard,
	log: readonly ImportedReview[],
	isHere: boolean,
	options: JudgeOptions,
): CardHistory | undefined {
	if (!card.schedule && log.length === 0) return undefined;
	const history = convertHistory(card, log, options);
	const { reviews, start } = history;
	const says = isHere ? reviews.some(({ kind }) => kind !== 'cram') : reviews.length > 0;
	return says || start ? history : undefined;
}

function asNew({ key, note, ordinal, deck, position }: ImportedCard): ImportedCard {
	return { key, note, ordinal, deck, position, suspended: false, buried: 'none', flag: 0 };
}

function usedDecks({ decks }: ImportedCollection, cards: readonly PlannedCard[]) {
	const used = new Set(cards.map(({ card }) => card.deck));
	return decks.filter(({ key }) => used.has(key));
}
