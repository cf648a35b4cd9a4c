/** Interviews on their way through a backup: nothing is lost, nothing comes twice, the later text wins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalDump, firstDifference } from '../../../tests/support/canonical-dump.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { PHASES, RUBRIC_DIMENSIONS, STEPS } from '../content/question-terms.ts';
import { EXERCISES } from '../interview/exercise.ts';
import { HINTS, PANES, type Happening, type Pane } from '../interview/interview-event.ts';
import { exportBackup } from './backup.ts';
import { checkDatabase, repairDatabase } from './check.ts';
import { draftsOf, keepDraft } from './drafts.ts';
import { dumpDatabase, dumpText } from './dump.ts';
import { evaluationOf, saveEvaluation } from './evaluations.ts';
import {
	allInterviews,
	appendEvents,
	beginInterview,
	deleteInterview,
	eventsOf,
	interviewOf,
} from './interviews.ts';
import { addRecording } from './recordings.ts';
import { restoreBackup } from './restore.ts';

const merge = (student: Student) => ({ mode: 'merge' as const, moment: student.moment });

/** The same person on a device that knows nothing. */
async function elsewhere(student: Student): Promise<Student> {
	return new Student(await openReady(), 'dev-b', student.t);
}

async function moved(student: Student): Promise<Student> {
	const fresh = await elsewhere(student);
	const file = await exportBackup(student.db, student.moment);
	await restoreBackup(fresh.db, file, merge(fresh));
	return fresh;
}

const words = fc.string({ unit: 'binary', maxLength: 60 });
const name = fc.constantFrom('q-scale', 'p1', 'c1', 'n1');
const pane = fc.constantFrom(...PANES);
const exercise = fc.record({ kind: fc.constantFrom(...EXERCISES), about: name });
const terms = {
	mode: fc.constantFrom('practice' as const, 'exam' as const),
	level: fc.constantFrom('mid' as const, 'senior' as const, 'staff' as const),
	minutes: fc.integer({ min: 5, max: 180 }),
};
const kind = <K extends Happening['kind']>(value: K) => fc.constant(value);

/** Anything that can happen, with every field that it can have. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
	...(['beat', 'pause', 'resume', 'limit-off', 'end'] as const).map((each) =>
		fc.record({ kind: kind(each) }),
	),
	fc.record(
		{
			...{ kind: kind('start'), question: name, version: fc.nat(), ...terms },
			...{ only: fc.constantFrom(...PHASES), exercise },
		},
		{ requiredKeys: ['kind', 'question', 'version', 'mode', 'level', 'minutes'] },
	),
	fc.record({ kind: kind('step'), to: fc.constantFrom(...STEPS) }),
	fc.record({
		...{ kind: kind('ask'), text: words, answers: fc.option(name) },
		by: fc.constantFrom('typed' as const, 'chip' as const),
	}),
	fc.record({ kind: kind('probe'), probe: name, lead: words }, { requiredKeys: ['kind', 'probe'] }),
	fc.record({ kind: kind('follow-up'), probe: name }),
	fc.record({ kind: kind('hint'), probe: name, hint: fc.constantFrom(...HINTS) }),
	fc.record({ kind: kind('curveball'), curveball: name }),
	fc.record({ kind: kind('prompt'), prompt: name }),
	fc.record({ kind: kind('broke'), curveball: name, text: words }),
	fc.record({ kind: kind('pad'), pane, text: words }),
	fc.record({ kind: kind('trace'), requirement: name, traced: fc.boolean() }),
	fc.record({ kind: kind('discount'), after: name }),
	fc.record({ kind: kind('extend'), minutes: fc.integer({ min: 1, max: 60 }) }),
);

const level = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const);
const levels = fc.dictionary(fc.constantFrom(...RUBRIC_DIMENSIONS), level);
const pin = fc.oneof(
	fc.record({ kind: fc.constant('note' as const), text: words }),
	fc.record({ kind: fc.constant('node' as const), node: name }),
	fc.record({ kind: fc.constant('minute' as const), at: fc.nat() }),
);
const evaluation = fc.record(
	{
		...{ predicted: levels, reached: levels, contradiction: fc.boolean(), finished: fc.nat() },
		ticks: fc.array(fc.record({ line: name, pin: fc.option(pin) }), { maxLength: 3 }),
		...{ pattern: words, note: words },
	},
	{ requiredKeys: [] },
);

const interview = fc.record({
	facts: fc.array(fc.array(happening, { maxLength: 4 }), { maxLength: 4 }),
	drafts: fc.array(fc.record({ pane, text: words }), { maxLength: 3 }),
	said: evaluation,
	deleted: fc.boolean(),
});

/** An interview as generated, on a database. */
async function hold(
	student: Student,
	each: typeof interview extends fc.Arbitrary<infer T> ? T : never,
) {
	const { t, tz, day } = student.now;
	const id = student.newId();
	const row = {
		...{ id, question: 'x', version: 1, title: 'Design X', minutes: 45, t, tz, day },
		...{ mode: 'exam' as const, level: 'staff' as const, dev: student.dev },
	};
	await beginInterview(student.db, row, []);
	let seq = 0;
	for (const facts of each.facts) {
		student.t += 5_000;
		const events = facts.map((what) => student.happening(seq++, what));
		await appendEvents(student.db, id, events);
	}
	for (const draft of each.drafts) {
		const { at } = student.happening(seq, { kind: 'beat' });
		await keepDraft(student.db, { ...draft, interview: id, at });
	}
	await saveEvaluation(student.db, id, each.said, student.moment);
	if (each.deleted) await deleteInterview(student.db, id, student.moment);
	return id;
}

describe('a backup', () => {
	it('gives back every interview, wiped and imported, once however often', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(interview, { maxLength: 3 }), async (interviews) => {
				const student = new Student(await openReady());
				for (const each of interviews) await hold(student, each);
				const expected = await canonicalDump(student.db, true);
				const fresh = await moved(student);
				expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
				const file = await exportBackup(fresh.db, fresh.moment);
				const again = await restoreBackup(fresh.db, file, merge(fresh));
				expect(again).toMatchObject({ interviews: 0, events: 0, fields: 0 });
				expect(firstDifference(await canonicalDump(fresh.db, true), expected)).toBe('');
				student.db.close();
				fresh.db.close();
			}),
			{ numRuns: 40 },
		);
	}, 60_000);

	it('made in the middle of an interview loses no letter of it', async () => {
		const student = new Student(await openReady());
		const { id } = await student.interview();
		const fresh = await moved(student);
		expect(await eventsOf(fresh.db, id)).toEqual(await eventsOf(student.db, id));
		expect(await draftsOf(fresh.db, id)).toMatchObject([{ text: 'Reads beat writes 100:1' }]);
		expect(await evaluationOf(fresh.db, id)).toEqual(await evaluationOf(student.db, id));
	});

	it('holds no recordings, and neither does a dump', async () => {
		const student = new Student(await openReady());
		const { id } = await student.interview();
		const { at } = student.happening(0, { kind: 'beat' });
		const info = { id: 'sound', interview: id, seq: 0, at, ms: 10_000, mime: 'audio/webm' };
		await addRecording(student.db, info, new ArrayBuffer(100_000));
		const fresh = await moved(student);
		expect(await fresh.db.recordings.count()).toBe(0);
		const dump = await dumpDatabase(student.db.name);
		expect(dump?.tables).toMatchObject({ recordings: [], recordingBytes: [] });
		expect(dump?.tables['interviewEvents']).toHaveLength(3);
		expect(dump && dumpText(dump)).toContain('Reads beat writes 100:1');
	});

	it('does not bring an old draft back over what was written since', async () => {
		const student = new Student(await openReady());
		const { id } = await student.interview();
		const early = await exportBackup(student.db, student.moment);
		student.t += 10_000;
		const pad = student.happening(3, { kind: 'pad', pane: 'notes', text: 'Settled.' });
		await appendEvents(student.db, id, [pad]);
		expect(await restoreBackup(student.db, early, merge(student))).toMatchObject({ events: 0 });
		expect(await draftsOf(student.db, id)).toEqual([]);

		student.t += 10_000;
		const { at } = student.happening(4, { kind: 'beat' });
		const typed = { interview: id, pane: 'notes' as Pane, text: 'Settled, and more', at };
		await keepDraft(student.db, typed);
		await restoreBackup(student.db, early, merge(student));
		expect(await draftsOf(student.db, id)).toEqual([typed]);
	});

	it('takes away a draft that its facts have overtaken', async () => {
		const student = new Student(await openReady());
		const { id } = await student.interview();
		const fresh = await moved(student);
		expect(await draftsOf(fresh.db, id)).toHaveLength(1);
		student.t += 10_000;
		const pad = student.happening(3, { kind: 'pad', pane: 'notes', text: 'Settled.' });
		await appendEvents(student.db, id, [pad]);
		const late = await exportBackup(student.db, student.moment);
		expect(await restoreBackup(fresh.db, late, merge(fresh))).toMatchObject({ events: 1 });
		expect(await draftsOf(fresh.db, id)).toEqual([]);
		expect(await eventsOf(fresh.db, id)).toEqual(await eventsOf(student.db, id));
	});
});

describe('checkDatabase and repairDatabase', () => {
	it('find an interview whose row is missing, and list it again', async () => {
		const student = new Student(await openReady());
		const { id, t } = await student.interview();
		await student.db.interviews.delete(id);
		expect(await checkDatabase(student.db)).toMatchObject([{ kind: 'interview' }]);
		expect(await repairDatabase(student.db, student.moment)).toHaveLength(1);
		expect(await checkDatabase(student.db)).toEqual([]);
		expect(await interviewOf(student.db, id)).toMatchObject({
			...{ question: 'url-shortener', mode: 'practice', minutes: 45, t },
		});
		expect(await allInterviews(student.db)).toHaveLength(1);
	});

	it('pass over facts without a beginning', async () => {
		const student = new Student(await openReady());
		await appendEvents(student.db, 'lost', [student.happening(4, { kind: 'beat' })]);
		expect(await repairDatabase(student.db, student.moment)).toEqual([]);
		expect(await allInterviews(student.db)).toEqual([]);
		expect(await eventsOf(student.db, 'lost')).toHaveLength(1);
	});
});
