import { describe, expect, it } from 'vitest';
import { packBlock } from '$lib/db/block.ts';
import type { FitMaterial } from '$lib/db/fit-material.ts';
import type { ReviewRow } from '$lib/db/schema.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import { nextMemory, retrievability, type MemoryState } from '$lib/scheduler/memory-model.ts';
import { cardsOfPerson, OTHER_PERSON } from '$lib/statistics/fit.fixture.ts';
import type { FitCard } from '$lib/statistics/fit-history.ts';
import { NATIVE_CARDS, NATIVE_FITS } from '$lib/statistics/native-fit.fixture.ts';
import { FitError, startFit } from './fit-job.ts';

const { weights } = DEFAULT_PRESET;
const NOTHING: FitMaterial = { blocks: [], rows: [], undone: [], cards: [] };
const silent = () => {};

function uuid(number: number): string {
	return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The log of cards as it would be stored, half of it sealed. */
function materialOf(cards: readonly FitCard[]): FitMaterial {
	let made = 0;
	const rows = cards.flatMap((answers, card) => {
		let day = 100;
		return answers.map(({ grade, elapsed, t }, at): ReviewRow => {
			day += elapsed;
			return {
				...{ id: uuid((made += 1)), cardId: `c/${card}`, t, tz: 0, day, grade },
				...{ kind: at === 0 ? 'learn' : 'review', duration: 1000, next: 1, phase: 'review' },
				...{ left: 0, params: 'p', dev: 'd' },
			};
		});
	});
	const half = Math.floor(rows.length / 2);
	return {
		blocks: [packBlock(rows.slice(0, half)).bytes],
		rows: rows.slice(half),
		undone: [],
		cards: cards.map((_, card) => `c/${card}`),
	};
}

/** Mean distance of two foretellings of every answer of these cards. */
function distance(cards: readonly FitCard[], a: readonly number[], b: readonly number[]): number {
	let [sum, count] = [0, 0];
	for (const card of cards) {
		let one: MemoryState | null = null;
		let two: MemoryState | null = null;
		for (const { grade, elapsed } of card) {
			if (one && two && elapsed > 0) {
				const other = retrievability(two.stability, elapsed, b);
				sum += Math.abs(retrievability(one.stability, elapsed, a) - other);
				count += 1;
			}
			one = nextMemory(one, elapsed, grade, a);
			two = nextMemory(two, elapsed, grade, b);
		}
	}
	return sum / count;
}

describe('a fit in its worker', () => {
	it('tells how far it is', async () => {
		const shares: number[] = [];
		const cards = cardsOfPerson(OTHER_PERSON, 400);
		await startFit(materialOf(cards), weights, (share) => shares.push(share)).result;
		expect(shares[0]).toBe(0);
		expect(shares.length).toBeGreaterThan(4);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
	}, 60_000);

	it.each([
		// Points by which recall is foretold wrong on new cards: by the default parameters, by the fitted ones.
		{ name: 'other', usual: 3.5, fitted: 0.75 },
		{ name: 'quick', usual: 8, fitted: 2 },
		{ name: 'slow', usual: 3.5, fitted: 0.75 },
	])(
		'finds what the native optimizer finds, and how a person forgets: $name',
		async ({ name, usual, fitted }) => {
			const { person, items, weights: native } = NATIVE_FITS.find((each) => each.name === name)!;
			const cards = cardsOfPerson(person, NATIVE_CARDS);
			const found = await startFit(materialOf(cards), weights, silent).result;
			if (found.kind !== 'judged') throw new Error('Enough answers were there.');
			expect(found).toMatchObject({ kept: null, cards: NATIVE_CARDS, trained: items });
			expect(found.held / (found.trained + found.held)).toBeCloseTo(0.2, 2);
			const off = found.weights.map((weight, place) => Math.abs(weight - (native[place] ?? 0)));
			expect(Math.max(...off)).toBeLessThan(1e-4);

			const unseen = cardsOfPerson(person, 300, { seed: 2 });
			expect(100 * distance(unseen, weights, person)).toBeGreaterThan(usual);
			expect(100 * distance(unseen, found.weights, person)).toBeLessThan(fitted);
			// The stability after a first Good, the commonest answer: a sixth off at most.
			const good = Math.log((found.weights[2] ?? 0) / (person[2] ?? 0));
			expect(Math.abs(good)).toBeLessThan(Math.log(7 / 6));
		},
		60_000,
	);

	it('keeps the usual parameters for someone who forgets by them', async () => {
		const found = await startFit(materialOf(cardsOfPerson(weights, 150)), weights, silent).result;
		expect(found).toMatchObject({ kind: 'judged' });
		expect(found.kind === 'judged' && found.kept).not.toBeNull();
	}, 60_000);

	it('says so where too little was answered, and where nothing was', async () => {
		const few = startFit(materialOf(cardsOfPerson(weights, 6, { answers: 3 })), weights, silent);
		expect(await few.result).toEqual({ kind: 'few', answers: 18 });
		expect(await startFit(NOTHING, weights, silent).result).toEqual({ kind: 'few', answers: 0 });
	});

	it('passes over what is damaged', async () => {
		const material = materialOf(cardsOfPerson(weights, 60));
		const blocks = [...material.blocks, new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9])];
		const rows = material.rows.map((row, at) =>
			at % 50 === 0 ? { ...row, grade: 9 as 1 } : at % 50 === 1 ? { ...row, day: NaN } : row,
		);
		const found = await startFit({ ...material, blocks, rows }, weights, silent).result;
		expect(found.kind).toBe('judged');
	}, 60_000);

	it('says so where the optimizer is not on this device', async () => {
		const missing = startFit(NOTHING, weights, silent, { wasm: '/no-such-file.wasm' }).result;
		await expect(missing).rejects.toMatchObject({ problem: 'missing' });
		await expect(missing).rejects.toBeInstanceOf(FitError);
	});

	it('says so where its worker cannot be loaded, and where it fails', async () => {
		const worker = (address: string) => () => new Worker(address, { type: 'module' });
		const gone = startFit(NOTHING, weights, silent, { worker: worker('/no-such-worker.js') });
		await expect(gone.result).rejects.toMatchObject({ problem: 'missing' });
		const code = new Blob(['onmessage = () => { throw new Error("out of memory"); };'], {
			type: 'text/javascript',
		});
		const failing = worker(URL.createObjectURL(code));
		const failed = startFit(NOTHING, weights, silent, { worker: failing });
		await expect(failed.result).rejects.toMatchObject({ problem: 'stopped' });
	});

	it('can be stopped and run again', async () => {
		const cards = cardsOfPerson(OTHER_PERSON, 400);
		let told = 0;
		const first = startFit(materialOf(cards), weights, () => (told += 1));
		first.stop();
		const said = told;
		const found = await startFit(materialOf(cards), weights, silent).result;
		expect(found.kind).toBe('judged');
		expect(told).toBe(said);
	}, 60_000);
});
