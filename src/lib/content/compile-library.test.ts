import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import type { Level } from './card.ts';
import { compileLibrary } from './compile-library.ts';
import { drawingName } from './diagram.ts';
import { joinIndex, type LibraryGuide } from './library-guide.ts';
import { PATTERNS_A_PART, type CardChunk, type PageChunk, type SourceChunk } from './library.ts';
import type { Catalog } from './read-catalog.ts';
import { readPattern } from './read-pattern.ts';

/** The example of the author's manual: what we promise there is what compiles. */
function example() {
	const manual = readFileSync(new URL('../../../decks/README.md', import.meta.url), 'utf8');
	const text = /<!-- example:start -->\s*````markdown\n([\s\S]*?)````\s*<!-- example:end -->/.exec(
		manual,
	)?.[1];
	const read = readPattern('decks/patterns/resilience/bulkhead.md', text ?? '');
	if (!read.source) throw new Error('The example of decks/README.md cannot be read.');
	return { read, source: read.source };
}

function catalogOf(...patterns: Catalog['patterns']): Catalog {
	return {
		categories: [
			{ id: 'caching', name: 'Caching', short: 'Cache' },
			{ id: 'resilience', name: 'Resilience', short: 'Resilience' },
		],
		patterns,
		paths: [{ id: 'a', name: 'A', audience: 'All', stages: [] }],
		scenarios: [],
		drills: [],
		questions: [],
		...{ comparisons: [], groupings: [] },
	};
}

function chunk<T>(
	library: ReturnType<typeof compileLibrary>,
	part: 'cards' | 'pages' | 'sources',
): T {
	const { chunks } = library.index.categories[0]!;
	return JSON.parse(library.files.get([chunks[part]].flat()[0]!)!) as T;
}

describe('the example of the manual', () => {
	const { read, source } = example();
	const fence = read.diagrams[0]!.text;
	const library = compileLibrary(
		catalogOf(source),
		new Map([[drawingName('bulkhead', fence), '<svg id="drawn"></svg>']]),
	);

	it('has no mistake', () => {
		expect(read.mistakes).toEqual([]);
	});

	it('gives an index without empty categories', () => {
		expect(library.index.categories.map(({ id }) => id)).toEqual(['resilience']);
		expect(library.index.patterns[0]).toMatchObject({
			id: 'bulkhead',
			oneLine: expect.stringMatching(/^Gives each dependency/),
			cards: [
				{ slug: 'size-of-a-pool', kind: 'number', level: 'advanced' },
				{ slug: 'full-pool', kind: 'failure', level: 'intermediate' },
				{ slug: 'isolates', kind: 'cloze', level: 'beginner' },
				{ slug: 'explain', kind: 'say', level: 'intermediate' },
			],
		});
		expect([...library.files.keys()].sort()).toEqual(
			[library.roster.guide, ...Object.values(library.index.categories[0]!.chunks).flat()].sort(),
		);
	});

	it('gives cards ready to show', () => {
		const cards = chunk<CardChunk>(library, 'cards');
		expect(cards['bulkhead/size-of-a-pool']).toMatchObject({
			answers: ['30'],
			backHtml: expect.stringMatching(/^<p><strong>30 slots\.<\/strong><\/p>/),
		});
		expect(cards['bulkhead/isolates']).toMatchObject({
			frontHtml: expect.stringContaining('class="blank"'),
			filledHtml: expect.stringContaining(
				'<mark class="blank-filled">threads or connections</mark>',
			),
			backHtml: '',
		});
		expect(cards['bulkhead/isolates']!.frontHtml).not.toContain('threads');
		expect(cards['bulkhead/explain']).toMatchObject({
			backHtml: '',
			checklist: expect.arrayContaining(['One slow dependency costs one feature']),
		});
	});

	it('gives the page with its drawing, and the text of every card', () => {
		const page = chunk<PageChunk>(library, 'pages').bulkhead!;
		expect(page.sections.map(({ title }) => title)).not.toContain('In one line');
		expect(page.sections.at(-1)).toMatchObject({
			title: 'Diagram',
			html: expect.stringContaining('<svg id="drawn">'),
		});
		expect(chunk<SourceChunk>(library, 'sources')['bulkhead/full-pool']!.back).toMatch(
			/^\*\*The page without/,
		);
	});
});

describe('compileLibrary', () => {
	const { source } = example();
	const other = {
		...source,
		id: 'aardvark',
		name: 'aardvark',
		related: [{ id: 'bulkhead', as: 'confused with' as const, why: 'both *hold* back' }],
		cards: [],
	};

	it('adds the way back, unless the page links there itself', () => {
		const one = chunk<PageChunk>(compileLibrary(catalogOf(source, other), new Map()), 'pages');
		expect(one.bulkhead!.related).toEqual([
			expect.objectContaining({ id: 'circuit-breaker' }),
			{ id: 'aardvark', as: 'confused with', why: 'both <em>hold</em> back', back: true },
		]);
		const both = { ...source, related: [{ id: 'aardvark', as: 'builds on' as const, why: 'x' }] };
		expect(
			chunk<PageChunk>(compileLibrary(catalogOf(both, other), new Map()), 'pages').bulkhead!
				.related,
		).toEqual([{ id: 'aardvark', as: 'builds on', why: 'x' }]);
	});

	it('puts the drills into one file, easier and quicker ones first', () => {
		const drill = (id: string, level: Level, quick: boolean) => ({
			...{ id, level, quick, retired: false, title: id, topic: 'qps' as const, story: 's' },
			...{ patterns: [], inputs: {}, asks: [], sources: [] },
		});
		const drills = [
			drill('a', 'advanced', true),
			drill('b', 'beginner', false),
			drill('c', 'beginner', true),
		];
		const library = compileLibrary({ ...catalogOf(), drills }, new Map());
		const { drills: file = '' } = library.roster;
		expect(file).toMatch(/^catalog-drills-[\w-]{8,}\.json$/);
		const shipped = JSON.parse(library.files.get(file) ?? '[]') as { id: string }[];
		expect(shipped.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
		expect(compileLibrary(catalogOf(), new Map()).roster).not.toHaveProperty('drills');
	});

	it('puts each question into a file of its own, and names them in the guide without their answers', () => {
		const feed = shippedQuestion('news-feed');
		const links = shippedQuestion('url-shortener');
		const library = compileLibrary({ ...catalogOf(), questions: [feed, links] }, new Map());
		const guide = JSON.parse(library.files.get(library.roster.guide) ?? '{}') as LibraryGuide;
		expect(joinIndex(library.roster, guide).questions).toEqual(library.index.questions);
		const [first, second] = guide.questions ?? [];
		expect([first?.id, second?.id]).toEqual(['url-shortener', 'news-feed']);
		expect(first?.file).toMatch(/^question-url-shortener-[\w-]{8,}\.json$/);
		expect(JSON.parse(library.files.get(first?.file ?? '') ?? '')).toEqual(links);
		expect(Object.keys(first ?? {})).not.toContain('clarify');
		expect(library.roster).not.toHaveProperty('questions');
		expect(compileLibrary(catalogOf(), new Map()).index).not.toHaveProperty('questions');
	});

	it('keeps a retired card and says so', () => {
		const retired = { ...source, cards: [{ ...source.cards[0]!, retired: true as const }] };
		const library = compileLibrary(catalogOf(retired), new Map());
		expect(library.index.patterns[0]!.cards[0]).toMatchObject({ retired: true });
		expect(chunk<CardChunk>(library, 'cards')['bulkhead/size-of-a-pool']).toMatchObject({
			retired: true,
		});
	});

	it('gives the same bytes whatever the order of the files', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 6 }),
				(names) => {
					const patterns = names.map((name, index) => ({ ...other, id: `p${index}`, name }));
					const forth = compileLibrary(catalogOf(...patterns), new Map());
					const back = compileLibrary(catalogOf(...patterns.toReversed()), new Map());
					expect(back.index.patterns).toEqual(forth.index.patterns);
					expect(compileLibrary(catalogOf(...patterns), new Map())).toEqual(forth);
				},
			),
		);
	});

	it('puts the cards of a few patterns into a file, in the order of the index', () => {
		const ids = Array.from({ length: PATTERNS_A_PART + 1 }, (_, at) => `p${at}`);
		const patterns = ids.map((id) => ({
			...source,
			...{ id, name: id, related: [] },
			cards: source.cards.map((card) => ({ ...card, id: card.id.replace('bulkhead', id) })),
		}));
		const { index, files } = compileLibrary({ ...catalogOf(source), patterns }, new Map());
		const parts = index.categories[0]!.chunks.cards.map((file) =>
			Object.keys(JSON.parse(files.get(file)!) as CardChunk),
		);
		expect(parts).toHaveLength(2);
		expect(parts[0]).toHaveLength(PATTERNS_A_PART * source.cards.length);
		expect(parts[1]).toEqual(
			source.cards.map(({ id }) => id.replace('bulkhead', `p${PATTERNS_A_PART}`)),
		);
	});

	it('renames only the chunks that changed', () => {
		const before = compileLibrary(catalogOf(source), new Map()).index;
		const edited = { ...source, levelReason: 'another reason' };
		const after = compileLibrary(catalogOf(edited), new Map()).index;
		expect(after.categories[0]!.chunks.cards).toEqual(before.categories[0]!.chunks.cards);
		expect(after.categories[0]!.chunks.pages).not.toBe(before.categories[0]!.chunks.pages);
		expect(after.version).not.toBe(before.version);
	});
});
