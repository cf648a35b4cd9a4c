/** What interviews must look like to be taken in from a file. */
import * as v from 'valibot';
import { INTERVIEW_LEVELS, PHASES, STEPS } from '../content/question-terms.ts';
import { EXERCISES } from '../interview/exercise.ts';
import { HINTS, PANES } from '../interview/interview-event.ts';
import type { Draft, EventRow, InterviewRow } from './interview-rows.ts';
import { UUID } from './uuid-bytes.ts';

const uuid = v.pipe(v.string(), v.regex(UUID));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
/** A file that is too large for the memory is refused before this; what was typed or pasted is never too long. */
const typed = v.string();
const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.integer());
const mode = v.picklist(['practice', 'exam']);
const level = v.picklist(INTERVIEW_LEVELS);
const pane = v.picklist(PANES);
const exercise = v.object({ kind: v.picklist(EXERCISES), about: v.string() });
const at = v.object({ wall: finite, mono: finite, page: v.string() });

export const INTERVIEW = v.object({
	...{ id: uuid, question: id, version: whole, title: v.string(), mode, level, minutes: finite },
	...{ only: v.exactOptional(v.picklist(PHASES)), exercise: v.exactOptional(exercise) },
	...{ t: finite, tz: whole, day: whole, dev: v.string() },
}) satisfies v.GenericSchema<unknown, InterviewRow>;

export const DRAFT = v.object({
	...{ interview: uuid, pane, text: typed, at },
}) satisfies v.GenericSchema<unknown, Draft>;

const fact = { id: uuid, interview: uuid, seq: v.pipe(whole, v.minValue(0)), at };

/** A fact of a kind with these further fields. */
function of<K extends EventRow['kind'], Fields extends v.ObjectEntries>(kind: K, fields: Fields) {
	return v.object({ ...fact, ...fields, kind: v.literal(kind) });
}

export const EVENT = v.variant('kind', [
	of('start', {
		...{ question: id, version: whole, mode, level, minutes: finite },
		...{ only: v.exactOptional(v.picklist(PHASES)), exercise: v.exactOptional(exercise) },
	}),
	of('beat', {}),
	of('step', { to: v.picklist(STEPS) }),
	of('pause', {}),
	of('resume', {}),
	of('ask', { text: typed, answers: v.nullable(id), by: v.picklist(['typed', 'chip']) }),
	of('probe', { probe: id, lead: v.exactOptional(typed) }),
	of('follow-up', { probe: id }),
	of('hint', { probe: id, hint: v.picklist(HINTS) }),
	of('curveball', { curveball: id }),
	of('prompt', { prompt: id, say: v.exactOptional(typed) }),
	of('broke', { curveball: id, text: typed }),
	of('pad', { pane, text: typed }),
	of('trace', { requirement: id, traced: v.boolean() }),
	of('discount', { after: id }),
	of('extend', { minutes: finite }),
	of('limit-off', {}),
	of('end', {}),
]) satisfies v.GenericSchema<unknown, EventRow>;

type Read = v.InferOutput<typeof EVENT>;
type Kind = EventRow['kind'];

/** Kinds and fields that the schemas do not know. */
type Lost =
	| Exclude<Kind, Read['kind']>
	| { [K in Kind]: Exclude<keyof Of<EventRow, K>, keyof Of<Read, K>> }[Kind]
	| Exclude<keyof InterviewRow, keyof v.InferOutput<typeof INTERVIEW>>;
type Of<Row, K> = Extract<Row, { kind: K }>;

/** Does not compile where anything would be lost on its way through a backup; `satisfies` sees only what is there. */
export const NOTHING_LOST: [Lost] extends [never] ? true : Lost = true;
