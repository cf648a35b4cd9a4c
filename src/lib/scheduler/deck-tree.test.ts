import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeckTree, rolledUp, type DeckCounts, type DeckPlace } from './deck-tree.ts';

const deck = (id: string, path: string, presetId?: string): DeckPlace => ({
	...{ id, path: path.split('/') },
	...(presetId === undefined ? {} : { presetId }),
});

const outline = (tree: DeckTree) =>
	tree.all().map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);

describe('DeckTree', () => {
	it('puts each deck under its nearest deck above, by name and by number', () => {
		const tree = new DeckTree([
			deck('d1', 'Book/Chapter 10'),
			deck('d2', 'book 2'),
			deck('d3', 'Book'),
			deck('d4', 'Book/Chapter 9/Notes'),
			deck('d5', 'Book/Chapter 9'),
		]);
		expect(outline(tree)).toEqual(['Book', '  Chapter 9', '    Notes', '  Chapter 10', 'book 2']);
		expect(tree.under('d5').map((node) => node.deck.id)).toEqual(['d5', 'd4']);
		expect(tree.rootOf('d4')?.deck.id).toBe('d3');
	});

	it('names a deck by what lies between where decks above are missing', () => {
		const tree = new DeckTree([deck('d1', 'Course/Week 1/Caches'), deck('d2', 'A/B')]);
		expect(outline(tree)).toEqual(['A › B', 'Course › Week 1 › Caches']);
		expect(tree.rootOf('d1')?.deck.id).toBe('d1');
	});

	it('keeps two decks of one path, as two devices may have made them', () => {
		const tree = new DeckTree([deck('d2', 'A'), deck('d1', 'A'), deck('d3', 'A/B')]);
		expect(tree.roots.map((node) => node.deck.id)).toEqual(['d1', 'd2']);
		expect(tree.node('d3')?.above?.deck.id).toBe('d1');
	});

	it('takes a name that looks like a path for a name', () => {
		const tree = new DeckTree([
			{ id: 'd1', path: ['A","B'] },
			{ id: 'd2', path: ['A', 'B'] },
			{ id: 'd3', path: ['A","B', 'C'] },
		]);
		expect(tree.node('d3')?.above?.deck.id).toBe('d1');
	});

	it('schedules a deck by its own preset, else by the nearest above, else by the default', () => {
		const tree = new DeckTree([
			deck('d1', 'A', 'slow'),
			deck('d2', 'A/B'),
			deck('d3', 'A/B/C', 'quick'),
			deck('d4', 'D'),
		]);
		const ids = ['d1', 'd2', 'd3', 'd4', 'none'].map((id) => tree.presetIdOf(id));
		expect(ids).toEqual(['slow', 'slow', 'quick', 'default', 'default']);
	});

	it('knows nothing of a deck that is not there', () => {
		const tree = new DeckTree([]);
		expect([tree.node('x'), tree.rootOf('x'), tree.under('x'), tree.all()]).toEqual([
			undefined,
			undefined,
			[],
			[],
		]);
	});

	it('rolls up: a deck counts what every deck under it counts, each once', () => {
		const names = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
		const own = fc.record({ new: fc.nat(9), learning: fc.nat(9), due: fc.nat(9) });
		fc.assert(
			fc.property(fc.array(fc.tuple(names, own), { maxLength: 20 }), (parts) => {
				const decks = parts.map(([path], at) => ({ id: `d${at}`, path }));
				const counts = new Map(parts.map(([, count], at) => [`d${at}`, count]));
				const tree = new DeckTree(decks);
				const sums = rolledUp(tree, counts);
				for (const { id } of decks) {
					const expected: DeckCounts = { new: 0, learning: 0, due: 0 };
					for (const under of tree.under(id)) {
						const count = counts.get(under.deck.id);
						expected.new += count?.new ?? 0;
						expected.learning += count?.learning ?? 0;
						expected.due += count?.due ?? 0;
					}
					expect(sums.get(id)).toEqual(expected);
				}
				expect(
					tree
						.all()
						.map((node) => node.deck.id)
						.sort(),
				).toEqual(decks.map(({ id }) => id).sort());
			}),
		);
	});
});
