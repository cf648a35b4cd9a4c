import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { aimIn } from './aim.ts';
import { countLog, emptyLogCount } from './log-count.ts';
import { answered } from './log.fixture.ts';

const { weights } = DEFAULT_PRESET;
const EVER = { from: -Infinity, to: Infinity };
const TARGETS: Record<string, number> = { catalog: 0.9, drills: 0.9, go: 0.8, rust: 0.97 };

/** A card of a deck that came back on the second day, and whether it was recalled. */
function back(deck: string, name: string, recalled: boolean) {
	const id = `${deck}:${name}`;
	return [
		answered(id, '2026-01-01 10:00', 'learn', 3, 1),
		answered(id, '2026-01-02 10:00', 'review', recalled ? 3 : 1, recalled ? 3 : -600),
	];
}

const log = [
	...back('go', 'a', true),
	...back('go', 'b', false),
	...back('go', 'c', true),
	...back('catalog', 'a', true),
	...back('drills', 'a', false),
	answered('rust:a', '2026-01-01 10:00', 'learn', 3, 1),
];
const count = countLog(emptyLogCount(), log, (id) => ({
	...{ deck: id.slice(0, id.indexOf(':')), groups: [], weights },
}));
const aim = (decks?: ReadonlySet<string>) =>
	aimIn(count, { ...EVER, decks }, (deck) => TARGETS[deck] ?? 0);

test('each card is judged by the target of its own deck, and all by the mean of these', () => {
	expect(aim().parts).toEqual([
		{ target: 0.9, asked: 2, recalled: 1 },
		{ target: 0.8, asked: 3, recalled: 2 },
	]);
	expect(aim().target).toBeCloseTo((2 * 0.9 + 3 * 0.8) / 5, 10);
});

test('only the decks and days that are looked at count', () => {
	expect(aim(new Set(['go']))).toEqual({
		...{ target: 0.8, parts: [{ target: 0.8, asked: 3, recalled: 2 }] },
	});
	expect(aim(new Set(['rust']))).toEqual({ target: null, parts: [] });
	expect(aimIn(count, { from: 0, to: 1 }, () => 0.9)).toEqual({ target: null, parts: [] });
});
