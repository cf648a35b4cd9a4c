/** What the candidate says of an interview afterwards: fields that may change, of which the later write wins. */
import { RUBRIC_DIMENSIONS, type RubricDimension } from '../content/question-terms.ts';
import type { Pin, Reached, Tick } from '../interview/score-interview.ts';
import { atomically } from './atomic.ts';
import type { Evaluation } from './interview-rows.ts';
import type { Fields, Json } from './record.ts';
import { RecordWriter } from './record-writer.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export type { Evaluation } from './interview-rows.ts';

/** The evaluation of an interview; `undefined` before anything of it was written. */
export async function evaluationOf(
	db: OnsiteDb,
	interview: string,
): Promise<Evaluation | undefined> {
	const record = await db.records.get(['interview', interview]);
	return record && evaluationFrom(record.fields);
}

/** All evaluations by the id of their interview, in one read. */
export async function allEvaluations(db: OnsiteDb): Promise<Map<string, Evaluation>> {
	const records = await recordsOf(db, 'interview');
	return new Map(records.map(({ id, fields }) => [id, evaluationFrom(fields)]));
}

/** Writes these fields; the others stay as they are. @throws DbError, and nothing is changed then */
export async function saveEvaluation(
	db: OnsiteDb,
	interview: string,
	fields: Partial<Evaluation>,
	moment: WriteMoment,
): Promise<void> {
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write('interview', interview, { ...(fields as Fields) });
		await records.save();
	});
}

/** An evaluation from stored fields; what is missing or malformed is as if never written. */
function evaluationFrom(fields: Fields): Evaluation {
	const { predicted, ticks, contradiction, finished, pattern, reached, note } = fields;
	return {
		predicted: levelsFrom(predicted),
		ticks: Array.isArray(ticks) ? ticks.flatMap(tickFrom) : [],
		contradiction: contradiction === true,
		...(typeof finished === 'number' ? { finished } : {}),
		...(typeof pattern === 'string' ? { pattern } : {}),
		...(isObject(reached) ? { reached: levelsFrom(reached) } : {}),
		...(typeof note === 'string' ? { note } : {}),
	};
}

function levelsFrom(value: Json | undefined): Partial<Record<RubricDimension, Reached>> {
	if (!isObject(value)) return {};
	const known = RUBRIC_DIMENSIONS.flatMap((dimension): [RubricDimension, Reached][] => {
		const level = value[dimension];
		return isReached(level) ? [[dimension, level]] : [];
	});
	return Object.fromEntries(known);
}

function tickFrom(value: Json): Tick[] {
	if (!isObject(value) || typeof value['line'] !== 'string') return [];
	return [{ line: value['line'], pin: pinFrom(value['pin']) }];
}

function pinFrom(value: Json | undefined): Pin | null {
	if (!isObject(value)) return null;
	const { kind, text, node, at } = value;
	if (kind === 'note' && typeof text === 'string') return { kind, text };
	if (kind === 'node' && typeof node === 'string') return { kind, node };
	return kind === 'minute' && typeof at === 'number' ? { kind, at } : null;
}

function isReached(value: Json | undefined): value is Reached {
	return value === 0 || value === 1 || value === 2 || value === 3;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
