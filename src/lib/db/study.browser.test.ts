import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openReady, DAY, Student } from '../../../tests/support/student.ts';
import type { Grade } from '../scheduler/review.ts';
import { unburyBefore } from './begin-day.ts';
import { cardById, queueCandidates } from './cards.ts';
import { checkDatabase } from './check.ts';
import { todayCounts } from './counts.ts';
import { allReviews, sealHistory } from './history.ts';

/** What a database has to remember, kept in the simplest way. */
interface Model {
	/** Ids of reviews that count. */
	live: Set<string>;
	/** For undo and redo: ids of the reviews of each act, `[]` for a mark. */
	done: string[][];
	undone: string[][];
	day: number;
}

interface Real {
	student: Student;
}

const CARDS = ['p0/a', 'p0/b', 'p0/c', 'p1/a', 'p1/b', 'p2/c'];

abstract class Act implements fc.AsyncCommand<Model, Real> {
	check(): boolean {
		return true;
	}

	abstract act(model: Model, student: Student): Promise<void>;

	async run(model: Model, { student }: Real): Promise<void> {
		await this.act(model, student);
		const { db } = student;
		expect(await checkDatabase(db)).toEqual([]);
		const live = (await allReviews(db)).filter((review) => !review.void).map(({ id }) => id);
		expect(new Set(live)).toEqual(model.live);
	}

	protected did(model: Model, student: Student, ids: string[]): void {
		this.begin(model, student);
		model.done.push(ids);
		model.undone = [];
	}

	/** Undo ends with the day. */
	protected begin(model: Model, student: Student): void {
		const { day } = student.moment;
		if (day <= model.day) return;
		Object.assign(model, { day, done: [], undone: [] });
	}
}

class AnswerCard extends Act {
	constructor(
		readonly card: string,
		readonly grade: Grade,
		readonly siblings: string[],
	) {
		super();
	}

	async act(model: Model, student: Student): Promise<void> {
		this.begin(model, student);
		const { review } = await student.answer(this.card, this.grade, this.siblings);
		model.live.add(review.id);
		this.did(model, student, [review.id]);
		expect(await cardById(student.db, this.card)).toMatchObject({ lastReview: review.id });
	}

	override toString(): string {
		return `answer ${this.card} ${this.grade} [${this.siblings.join()}]`;
	}
}

class MarkCard extends Act {
	constructor(
		readonly card: string,
		readonly suspended: boolean,
		readonly flag: 0 | 3,
	) {
		super();
	}

	async act(model: Model, student: Student): Promise<void> {
		this.begin(model, student);
		const { suspended, flag } = await student.card(this.card);
		await student.mark(this.card, { suspended: this.suspended, flag: this.flag });
		// A mark that stands already is nothing to undo.
		if (suspended !== this.suspended || flag !== this.flag) this.did(model, student, []);
		const card = await student.card(this.card);
		expect(card).toMatchObject({ suspended: this.suspended, flag: this.flag });
	}

	override toString(): string {
		return `mark ${this.card} ${this.suspended} ${this.flag}`;
	}
}

class Forget extends Act {
	constructor(readonly card: string) {
		super();
	}

	async act(model: Model, student: Student): Promise<void> {
		this.begin(model, student);
		await student.forget(this.card);
		const { lastReview, phase } = await student.card(this.card);
		expect(phase).toBe('new');
		model.live.add(lastReview);
		this.did(model, student, [lastReview]);
	}

	override toString(): string {
		return `forget ${this.card}`;
	}
}

class Undo extends Act {
	async act(model: Model, student: Student): Promise<void> {
		this.begin(model, student);
		const ids = model.done.pop();
		expect((await student.undo())?.reviewIds).toEqual(ids);
		if (!ids) return;
		model.undone.push(ids);
		for (const id of ids) model.live.delete(id);
	}

	override toString(): string {
		return 'undo';
	}
}

class Redo extends Act {
	async act(model: Model, student: Student): Promise<void> {
		this.begin(model, student);
		const ids = model.undone.pop();
		expect((await student.redo())?.reviewIds).toEqual(ids);
		if (!ids) return;
		model.done.push(ids);
		for (const id of ids) model.live.add(id);
	}

	override toString(): string {
		return 'redo';
	}
}

class Wait extends Act {
	constructor(readonly ms: number) {
		super();
	}

	async act(model: Model, student: Student): Promise<void> {
		student.t += this.ms;
		this.begin(model, student);
		const { day } = student.moment;
		await unburyBefore(student.db, day);
		const found = await queueCandidates(
			student.db,
			'catalog',
			{ day },
			{ newLimit: 100, order: 'overdueness' },
		);
		const counts = await todayCounts(student.db, 'catalog', day);
		expect(found.fresh).toHaveLength(counts.fresh);
		expect(found.learning).toHaveLength(counts.learning);
		expect(found.reviews).toHaveLength(counts.due);
	}

	override toString(): string {
		return `wait ${this.ms}`;
	}
}

class Seal extends Act {
	async act(_model: Model, student: Student): Promise<void> {
		await sealHistory(student.db, student.moment.day, 1);
	}

	override toString(): string {
		return 'seal';
	}
}

class Reopen extends Act {
	async act(_model: Model, student: Student): Promise<void> {
		student.db.close();
		student.db = await openReady(student.db.name);
	}

	override toString(): string {
		return 'reopen';
	}
}

const card = fc.constantFrom(...CARDS);
const commands = [
	fc.tuple(card, fc.constantFrom<Grade>(1, 2, 3, 4), fc.subarray(CARDS, { maxLength: 2 })).map(
		([id, grade, near]) =>
			new AnswerCard(
				id,
				grade,
				near.filter((other) => other !== id),
			),
	),
	fc.tuple(card, fc.boolean(), fc.constantFrom<0 | 3>(0, 3)).map((args) => new MarkCard(...args)),
	card.map((id) => new Forget(id)),
	fc.constant(new Undo()),
	fc.constant(new Undo()),
	fc.constant(new Redo()),
	fc.constantFrom(600_000, DAY, 9 * DAY, -2 * DAY).map((ms) => new Wait(ms)),
	fc.constant(new Seal()),
	fc.constant(new Reopen()),
];

it('after any acts, undos, days, seals and reopenings the caches say what the log says', async () => {
	await fc.assert(
		fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), async (acts) => {
			const student = new Student(await openReady());
			await student.takeIn(3);
			// The model counts from this day on, also where the first command goes back.
			await unburyBefore(student.db, student.moment.day);
			const model = { live: new Set<string>(), done: [], undone: [], day: student.moment.day };
			await fc.asyncModelRun(() => ({ model, real: { student } }), acts);
			student.db.close();
		}),
		{ numRuns: 60 },
	);
}, 120_000);
