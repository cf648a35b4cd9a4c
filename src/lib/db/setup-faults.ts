/** What options, imports and the log hold that cannot be: values out of range, what is named and missing, answers twice. */
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import { scanBlock } from './block.ts';
import { strayImports } from './import-record.ts';
import type { Finding } from './rebuild.ts';
import type { Fields, Json } from './record.ts';
import type { RecordEdit, RecordWriter } from './record-writer.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

export interface SetupFaults {
	/** By preset, the options that cannot be. */
	options: Map<string, string[]>;
	/** Decks that name options of which there is no record, not even of their deletion. */
	unset: { deck: string; preset: string }[];
	/** Imports of which a half is missing, so that they cannot be taken back. */
	imports: string[];
	/** Ids of reviews that lie in a row though a block holds them. */
	twice: string[];
}

const isOption = (name: string): name is keyof typeof DEFAULT_PRESET =>
	name !== 'id' && Object.hasOwn(DEFAULT_PRESET, name);

/** Reads options, decks, imports and the ids of the log; within the caller's transaction. */
export async function setupFaults(db: OnsiteDb): Promise<SetupFaults> {
	const presets = await recordsOf(db, 'preset');
	const known = new Set([DEFAULT_PRESET.id, ...presets.map(({ id }) => id)]);
	// An undo leaves `null` for what was never written.
	const wrong = (fields: Fields) =>
		Object.entries(fields).filter(
			([name, value]) =>
				value !== null &&
				isOption(name) &&
				'problems' in validatePreset({ ...DEFAULT_PRESET, [name]: value }),
		);
	const options = presets
		.filter(({ fields }) => fields['deleted'] !== true)
		.map(({ id, fields }) => [id, wrong(fields).map(([name]) => name)] as const)
		.filter(([, names]) => names.length > 0);
	const unset = (await recordsOf(db, 'deck')).flatMap(({ id, fields: { presetId, deleted } }) =>
		typeof presetId === 'string' && deleted !== true && !known.has(presetId)
			? [{ deck: id, preset: presetId }]
			: [],
	);
	return {
		options: new Map(options),
		unset,
		imports: await strayImports(db),
		twice: await keptTwice(db),
	};
}

/** Rows that were left when their block was made. */
async function keptTwice(db: OnsiteDb): Promise<string[]> {
	const rows = new Set(await db.reviews.toCollection().primaryKeys());
	const tails = new Set([...rows].map((id) => parseInt(id.slice(-8), 16)));
	const twice: string[] = [];
	if (rows.size === 0) return twice;
	for (const id of await db.blocks.toCollection().primaryKeys()) {
		const block = await db.blocks.get(id);
		if (!block) continue;
		scanBlock(block.bytes, () => (review) => {
			if (tails.has(review.tail()) && rows.has(review.id())) twice.push(review.id());
		});
	}
	return twice;
}

/** The same in words. */
export function setupFindings({ options, unset, imports, twice }: SetupFaults): Finding[] {
	const finding = (kind: Finding['kind'], text: string): Finding => ({ kind, text, cardIds: [] });
	return [
		...[...options].map(([id, names]) =>
			finding('preset', `Options ${id} hold what cannot be: ${names.join(', ')}.`),
		),
		...unset.map(({ deck, preset }) =>
			finding('preset', `Deck ${deck} names options that are missing (${preset}).`),
		),
		...imports.map((id) =>
			finding('import', `A half of import ${id} is missing; it cannot be taken back.`),
		),
		...(twice.length > 0
			? [finding('log', `${twice.length} answers are stored twice; each counts once.`)]
			: []),
	];
}

/**
 * Puts right: an option that cannot be takes its default, a deck that names no options those of the deck above,
 * a half import leaves the list, what it brought stays. Within the caller's transaction.
 */
export async function mendSetup(
	db: OnsiteDb,
	{ options, unset, imports, twice }: SetupFaults,
	records: RecordWriter,
): Promise<void> {
	const defaults = DEFAULT_PRESET as unknown as Readonly<Record<string, Json>>;
	await records.writeAll([
		...[...options].map(([id, names]): RecordEdit => {
			const fields = Object.fromEntries(names.map((name) => [name, defaults[name] ?? null]));
			return { kind: 'preset', id, fields: structuredClone(fields) };
		}),
		...unset.map(({ deck }): RecordEdit => {
			return { kind: 'deck', id: deck, fields: { presetId: null } };
		}),
	]);
	await db.imports.bulkDelete(imports);
	await db.reviews.bulkDelete(twice);
}
