/** The schema of our JSON decks: the common shape as it is, checked record by record. */
import * as v from 'valibot';
import { CARD_KINDS, LEVELS } from '../../content/card.ts';

export const JSON_FORMAT = 'onsite-deck';
export const JSON_VERSION = 1;

const LONGEST_INTERVAL = 36_500;
const LAST_T = 253_402_300_800_000;

const text = v.pipe(
	v.string(),
	v.transform((value) => value.toWellFormed()),
);
const name = v.pipe(text, v.nonEmpty(), v.maxLength(1000));
const whole = v.pipe(v.number(), v.finite(), v.integer());
const count = v.pipe(whole, v.minValue(0), v.maxValue(1e9));
const instant = v.pipe(whole, v.minValue(0), v.maxValue(LAST_T));
const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(500));
const interval = v.pipe(whole, v.minValue(-31_536_000), v.maxValue(LONGEST_INTERVAL));

const template = v.object({ name: text, front: text, back: text });

export const NOTE_TYPE = v.object({
	...{ key: name, name, kind: v.picklist(['plain', 'cloze', 'occlusion']) },
	...{ text: v.picklist(['html', 'markdown']), fields: names },
	...{ templates: v.pipe(v.array(template), v.minLength(1), v.maxLength(500)), css: text },
});

const own = v.object({
	...{ kind: v.picklist(CARD_KINDS), level: v.picklist(LEVELS) },
	...{ also: v.array(name), answers: v.array(text), retired: v.optional(v.literal(true)) },
});

export const NOTE = v.object({
	...{ key: name, guid: name, noteType: name, fields: v.pipe(v.array(text), v.maxLength(500)) },
	...{ tags: v.array(name), modified: instant, own: v.optional(own) },
	made: v.optional(instant),
});

const memory = {
	stability: v.pipe(v.number(), v.minValue(0.001), v.maxValue(LONGEST_INTERVAL)),
	difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
};

const schedule = v.object({
	phase: v.picklist(['learning', 'review', 'relearning']),
	...{ due: whole, intraday: v.boolean(), interval: v.pipe(count, v.maxValue(LONGEST_INTERVAL)) },
	...{ reps: count, lapses: count, left: v.pipe(count, v.maxValue(20)) },
	...{ ease: v.pipe(v.number(), v.minValue(0), v.maxValue(10)), lastT: instant },
	memory: v.optional(v.object(memory)),
});

/** What stood before a log that was cut short. */
const start = v.object({
	...{ ...memory, t: instant, day: whole, interval: v.pipe(count, v.maxValue(LONGEST_INTERVAL)) },
	...{ reps: count, lapses: count, left: v.optional(v.pipe(count, v.maxValue(20))) },
	phase: v.optional(v.picklist(['learning', 'review', 'relearning'])),
	...{ due: v.optional(whole), intraday: v.optional(v.boolean()) },
	factor: v.optional(v.pipe(count, v.maxValue(100_000))),
});

export const CARD = v.object({
	...{
		key: name,
		note: name,
		ordinal: v.pipe(count, v.maxValue(500)),
		deck: name,
		position: count,
	},
	...{ suspended: v.boolean(), buried: v.picklist(['none', 'person', 'sibling']) },
	...{ flag: v.picklist([0, 1, 2, 3, 4, 5, 6, 7]), schedule: v.optional(schedule) },
	start: v.optional(start),
});

export const DECK = v.object({
	...{ key: name, path: v.pipe(v.array(name), v.minLength(1), v.maxLength(50)) },
	...{ description: text, preset: v.optional(name) },
});

export const REVIEW = v.object({
	...{ card: name, t: instant, grade: v.picklist([0, 1, 2, 3, 4]) },
	kind: v.picklist(['learn', 'review', 'relearn', 'cram', 'reset', 'reschedule']),
	...{ duration: v.pipe(count, v.maxValue(86_400_000)), next: interval, before: interval },
	factor: v.pipe(count, v.maxValue(100_000)),
});

export const PRESET = v.object({ key: name, name, options: v.record(v.string(), v.unknown()) });
