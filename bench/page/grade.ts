/** The transaction of an answer, against a bare one that puts the same rows. */
import { commitAnswer, type Answer } from '../../src/lib/db/act.ts';
import { queueCandidates } from '../../src/lib/db/cards.ts';
import { CATALOG_DECK } from '../../src/lib/db/catalog-rows.ts';
import { answerCard } from '../../src/lib/scheduler/answer.ts';
import type { CardState } from '../../src/lib/scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { uuidOf } from './collection.ts';
import { medianOf } from './clockwork.ts';
import { openRaw, putAll, writesOf, type Put } from './raw-store.ts';
import { momentNow, open } from './seed.ts';

function answerTo(before: CardState, number: number): Answer {
	const now = momentNow();
	const context = { now, preset: DEFAULT_PRESET, load: () => 0 };
	const stamp = { id: uuidOf(now.t, 0x8000_0000 + number), dev: 'bench', duration: 4_000 };
	const { review, card, becameLeech } = answerCard(before, 3, context, { ...stamp, capped: true });
	const moment = { t: now.t, day: now.day, dev: 'bench' };
	return { review, before, after: card, siblings: [], becameLeech, moment };
}

/** The same rows once more, under ids of their own where a table would refuse a second one. */
function again(puts: readonly Put[], number: number): Put[] {
	return puts.map(({ store, row }) => {
		const copy = { ...row };
		delete copy['seq'];
		if (store === 'reviews') copy['id'] = uuidOf(Date.now(), 0x9000_0000 + number);
		return { store, row: copy };
	});
}

/** Median ms of an answer stored durably, ours and bare in turns, and the rows of one. */
export async function gradeFigures(runs: number) {
	const db = await open();
	const { day } = momentNow();
	const waiting = { reviewLimit: runs + 3, newLimit: runs + 3, order: 'due-random' as const };
	const { reviews, fresh } = await queueCandidates(db, CATALOG_DECK, { day }, waiting);
	const cards = [...reviews, ...fresh].slice(0, runs + 3);
	const raw = await openRaw(db.name);
	const [ours, bare]: [number[], number[]] = [[], []];
	let rows = 0;
	for (const [at, card] of cards.entries()) {
		const answer = answerTo(card, at);
		let start = performance.now();
		const puts = await writesOf(() => commitAnswer(db, answer));
		const oursMs = performance.now() - start;
		const copies = again(puts, at);
		start = performance.now();
		await putAll(raw, copies);
		const bareMs = performance.now() - start;
		rows = puts.length;
		// The first ones warm up.
		if (at < 3) continue;
		ours.push(oursMs);
		bare.push(bareMs);
	}
	raw.close();
	db.close();
	return { ours: medianOf(ours), bare: medianOf(bare), rows, answers: ours.length };
}
