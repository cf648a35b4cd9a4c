/** What an attempt at a drill must look like to be taken in from a file. */
import * as v from 'valibot';
import { BANDS } from '../estimation/band.ts';
import { DRILL_MODES } from '../estimation/drill-attempt.ts';
import { SLIP_KINDS } from '../estimation/slip.ts';
import type { AttemptRow } from './schema.ts';
import { UUID } from './uuid-bytes.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const typed = v.pipe(v.string(), v.maxLength(100_000));
const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.integer());

export const ATTEMPT = v.object({
	id: uuid,
	t: finite,
	tz: whole,
	day: whole,
	dev: v.string(),
	drill: id,
	seed: id,
	mode: v.picklist(DRILL_MODES),
	reviewId: v.exactOptional(uuid),
	asks: v.array(
		v.object({
			id,
			text: typed,
			value: v.nullable(finite),
			ratio: v.nullable(v.pipe(finite, v.gtValue(0))),
			band: v.picklist([...BANDS, 'missing-unit', 'wrong-unit', 'skipped']),
			slips: v.array(v.object({ kind: v.picklist(SLIP_KINDS), text: typed })),
			choice: v.exactOptional(v.pipe(whole, v.minValue(0))),
		}),
	),
	assumed: v.exactOptional(v.record(v.string(), typed)),
	pad: v.array(typed),
	duration: v.pipe(finite, v.minValue(0)),
}) satisfies v.GenericSchema<unknown, AttemptRow>;
