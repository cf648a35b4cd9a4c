/** What fits of parameters have found, kept so that they can be looked at and gone back to. */
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import type { KeptBecause } from '../statistics/fit-verdict.ts';
import { atomically } from './atomic.ts';
import { RecordWriter } from './record-writer.ts';
import { recordsOf } from './records.ts';
import type { Fields, Json, StampedRecord } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface Fit {
	id: string;
	presetId: string;
	/** ms since the epoch. */
	t: number;
	/** Reviews of the preset's decks by then, as `reviewsOfPreset` counts them. */
	reviews: number;
	/** Answers that it was fitted to, and those held out by which it was judged. */
	trained: number;
	held: number;
	/** Log loss and RMSE (bins) on the held-out part. */
	before: { logLoss: number; rmse: number };
	after: { logLoss: number; rmse: number };
	/** The weights that it found, and those that held before. */
	weights: readonly number[];
	old: readonly number[];
	/** Why the old ones stay; `null` where the new ones are better. */
	kept: KeptBecause | null;
	/** Whether its weights were put into the preset. */
	applied: boolean;
}

const REASONS: readonly KeptBecause[] = ['same', 'worse', 'chance'];

/** Keeps what a fit has found; not an act to undo, as it changes no schedule. @throws DbError */
export async function keepFit(db: OnsiteDb, fit: Fit, moment: WriteMoment): Promise<void> {
	const { id, before, after, weights, old, ...rest } = fit;
	const fields: Fields = {
		...rest,
		...{ before: { ...before }, after: { ...after }, weights: [...weights], old: [...old] },
	};
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write('fit', id, fields);
		await records.save();
	});
}

/** The fits of a preset, the latest first; what is not whole is left out. */
export async function readFits(db: OnsiteDb, presetId: string): Promise<Fit[]> {
	return (await recordsOf(db, 'fit'))
		.flatMap(fitFrom)
		.filter((fit) => fit.presetId === presetId)
		.sort((a, b) => b.t - a.t);
}

function fitFrom({ id, fields }: StampedRecord): Fit[] {
	const { presetId, t, reviews, trained, held, kept } = fields;
	const [before, after] = [scoreFrom(fields['before']), scoreFrom(fields['after'])];
	const [weights, old] = [weightsFrom(fields['weights']), weightsFrom(fields['old'])];
	if (typeof presetId !== 'string' || typeof t !== 'number') return [];
	if (!before || !after || !weights || !old || fields['deleted'] === true) return [];
	const count = (value: Json | undefined) => (typeof value === 'number' ? value : 0);
	return [
		{
			...{ id, presetId, t, before, after, weights, old },
			...{ reviews: count(reviews), trained: count(trained), held: count(held) },
			kept: REASONS.find((reason) => reason === kept) ?? null,
			applied: fields['applied'] === true,
		},
	];
}

function scoreFrom(value: Json | undefined): { logLoss: number; rmse: number } | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const { logLoss, rmse } = value;
	return typeof logLoss === 'number' && typeof rmse === 'number' ? { logLoss, rmse } : undefined;
}

function weightsFrom(weights: Json | undefined): readonly number[] | undefined {
	const checked = validatePreset({ ...DEFAULT_PRESET, weights });
	return 'preset' in checked ? checked.preset.weights : undefined;
}
