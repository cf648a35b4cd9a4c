/** Where pieces of sound lie on the clock of an interview, which stands while it is paused and leaves gaps out. */
import type { Question } from '../content/question.ts';
import { advance, applyEvent, newCourse } from './interview-course.ts';
import { inOrder, type InterviewEvent, type Moment } from './interview-event.ts';

/** A piece as it was recorded. */
export interface Piece {
	id: string;
	/** When it began. */
	at: Moment;
	/** Its length. */
	ms: number;
}

/** A piece on the clock of the interview, in ms; what was said while it was paused has no length there. */
export interface PlacedPiece {
	id: string;
	from: number;
	to: number;
}

/** The pieces in the order of the interview. Never throws. */
export function placeRecordings(
	pieces: readonly Piece[],
	events: readonly InterviewEvent[],
	question: Question,
): PlacedPiece[] {
	const facts = inOrder(events);
	const elapsedAt = (moment: Moment) => {
		const before = facts.filter(({ at }) => isBefore(at, moment));
		const course = before.reduce(
			(so, event) => applyEvent(so, event, question),
			newCourse(question),
		);
		// What was said later not to count lies before it all the same.
		const discounts = facts.filter(({ kind, at }) => kind === 'discount' && !isBefore(at, moment));
		const known = discounts.reduce(
			(so, event) => applyEvent(so, { ...event, at: moment }, question),
			course,
		);
		return advance(known, moment).elapsed;
	};
	return pieces
		.map(({ id, at, ms }) => {
			const end = { ...at, wall: at.wall + ms, mono: at.mono + ms };
			return { id, from: elapsedAt(at), to: elapsedAt(end) };
		})
		.sort((a, b) => a.from - b.from || a.to - b.to);
}

function isBefore(a: Moment, b: Moment): boolean {
	return a.page === b.page ? a.mono <= b.mono : a.wall <= b.wall;
}

/** The piece that sounds at a moment of the interview, with how far into it that is, in ms. */
export function pieceAt(
	pieces: readonly PlacedPiece[],
	at: number,
): { id: string; into: number } | undefined {
	const piece = pieces.findLast(({ from, to }) => from <= at && at < to);
	return piece && { id: piece.id, into: at - piece.from };
}
