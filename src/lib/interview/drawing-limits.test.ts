import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { drawingExcess } from './drawing-limits.ts';
import { inertDiagram } from './inert-diagram.ts';

const times = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('a drawing that is too large', () => {
	it.each([
		['49 kB', `flowchart TD\n${'%% x\n'.repeat(9800)}`, /characters; at most 10,000/],
		[
			'2,000 participants',
			`sequenceDiagram\n${times(700, (at) => `participant p${at}`)}`,
			/boxes; at most 60|10,000/,
		],
		['61 boxes', `flowchart TD\n${times(61, (at) => `n${at}`)}`, /61 boxes; at most 60/],
		['61 states', `stateDiagram-v2\n${times(61, (at) => `state s${at}`)}`, /61 boxes; at most 60/],
		['151 arrows', `flowchart TD\n${times(151, () => 'a --> b')}`, /151 arrows; at most 150/],
		[
			'151 arrows of a kind that is not read',
			`flowchart TD\n${times(151, (at) => `a e${at}@--> b`)}`,
			/151 arrows/,
		],
		['151 messages', `sequenceDiagram\n${times(151, () => 'A->>B: hi')}`, /151 arrows/],
		['151 relations', `erDiagram\n${times(151, () => 'A ||--o{ B : has')}`, /151 arrows/],
		[
			'a product of boxes',
			`flowchart TD\n${times(13, (at) => `a${at}`).replaceAll('\n', ' & ')} --> ${times(12, (at) => `b${at}`).replaceAll('\n', ' & ')}`,
			/156 arrows/,
		],
		[
			'21 groups in each other',
			`flowchart TD\n${times(21, (at) => `subgraph g${at}`)}`,
			/21 deep in each other; at most 20/,
		],
		['61 states by name', `stateDiagram-v2\n${times(61, (at) => `s${at} : x`)}`, /61 boxes/],
		['61 classes by name', `classDiagram\n${times(61, (at) => `C${at} : x`)}`, /61 boxes/],
		['61 tables', `erDiagram\n${times(61, (at) => `E${at} {\n int x\n}`)}`, /61 boxes/],
		[
			'301 members',
			`classDiagram\nclass A {\n${times(298, (at) => `+m${at}()`)}\n}`,
			/301 statements/,
		],
		[
			'901 boxes in a line',
			`flowchart TD;${times(901, (at) => `n${at}`).replaceAll('\n', ';')}`,
			/9\d\d (?:boxes|statements)/,
		],
		['301 notes', `sequenceDiagram\n${times(300, () => 'Note over A: x')}`, /301 statements/],
		['a word without end', `flowchart TD\na["${'w'.repeat(501)}"]`, /more than 500 characters/],
		['300 loops', `sequenceDiagram\n${times(300, () => 'loop x')}`, /300 deep/],
	])('%s: names the limit', (_, text, expected) => {
		expect(drawingExcess(text)).toMatchObject({
			kind: 'limit',
			what: expect.stringMatching(expected),
		});
	});

	it.each([
		['at the limit', `flowchart TD\n${times(60, (at) => `n${at} --> n${(at + 1) % 60}`)}`],
		[
			'groups beside each other',
			`flowchart TD\n${times(30, (at) => `subgraph g${at}\na${at}\nend`)}`,
		],
		['each other kind', 'sequenceDiagram\nA->>B: hi'],
		['labels on arrows', `flowchart TD\n${times(150, () => 'a -- says --> b')}`],
		['nothing', ''],
	])('%s is not', (_, text) => {
		expect(drawingExcess(text)).toBeUndefined();
	});

	it('of a kind that is not drawn says what is, at its line', () => {
		expect(drawingExcess('\n%% x\ngantt\n  title x')).toMatchObject({ kind: 'syntax', line: 3 });
		expect(drawingExcess('toString')).toMatchObject({ kind: 'syntax', line: 1 });
	});
});

describe('what a drawing may not say', () => {
	it.each([
		['%%{init: {"theme":"x"}}%%\nflowchart TD\na', '\nflowchart TD\na'],
		['---\nconfig:\n  theme: x\n---\nflowchart TD\na', '\n\n\n\nflowchart TD\na'],
		['flowchart TD\na-->b;style a fill:url(x)', 'flowchart TD\na-->b;'],
		['flowchart TD\nclassDef hot fill:#f00\na:::hot', 'flowchart TD\n\na:::hot'],
		['flowchart TD\nlinkStyle 0 stroke:red\na', 'flowchart TD\n\na'],
		['flowchart TD\nclick a "javascript:x"\na', 'flowchart TD\n\na'],
		[
			'flowchart TD\na[<img src=x>] --> b["x<br/>y"]',
			'flowchart TD\na[‹img src=x>] --> b["x<br/>y"]',
		],
		['flowchart TD\na@{ img: "https://x", label: "A" }', 'flowchart TD\na@{ label: "A" }'],
		['flowchart TD\na@{ "im\\x67": "https://x", shape: cyl }', 'flowchart TD\na@{ shape: cyl }'],
		['sequenceDiagram\nlinks A: {"x":"y"}', 'sequenceDiagram\n'],
		[
			'classDiagram\nclass A {\n <<interface>>\n}\nA <|-- B',
			'classDiagram\nclass A {\n <<interface>>\n}\nA <|-- B',
		],
		['sequenceDiagram\nrect url(x)\nend', 'sequenceDiagram\nrect rgb(0, 0, 0)\nend'],
		['flowchart TD\na["$$x$$"]', 'flowchart TD\na["$ $x$ $"]'],
		['%%%{x}%%%{init: {}}%%\nflowchart TD', '\nflowchart TD'],
	])('%j', (text, expected) => {
		expect(inertDiagram(text)).toBe(expected);
	});

	it('leaves an ordinary drawing alone', () => {
		const text =
			'flowchart LR\n  %% a style of life\n  subgraph Linked\n  a["Style: x"] -->|p99 < 50 ms| b[(Links)]\n  end';
		expect(inertDiagram(text)).toBe(text);
	});

	it('goes, whatever surrounds it, and no line moves', () => {
		const bad = fc.constantFrom(
			...[
				'%%{init: {}}%%',
				'%%{',
				'}%%',
				'%',
				'{',
				'---\n',
				'a\n',
				'url(',
				'<img ',
				'click a b\n',
				';',
				'\n',
				'@{ img: "x" }',
			],
		);
		fc.assert(
			fc.property(fc.array(bad, { maxLength: 20 }), (parts) => {
				const text = parts.join('');
				const inert = inertDiagram(text);
				expect(inert).not.toMatch(/%%\{|url\s*\(|<img|\bimg:/);
				expect(inert.split('\n').length).toBe(text.split('\n').length);
			}),
			{ numRuns: 500 },
		);
	});
});
