import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlowchart, type Flowchart } from '../content/read-flowchart.ts';
import { COMPONENT_KINDS, KIND_TRAITS } from './component-kind.ts';
import {
	addComponent,
	connectBoxes,
	isFlowchart,
	labelArrow,
	removeArrow,
	removeBox,
	renameBox,
} from './diagram-edit.ts';
import { cleanLabel } from './flowchart-words.ts';

const arrowsOf = ({ edges }: Flowchart) => edges.map((e) => `${e.from}>${e.to}:${e.label}`).sort();
const boxesOf = ({ nodes }: Flowchart) => nodes.map((n) => `${n.id}=${n.label}`).sort();

/** Text as people leave it: whole, half typed, or nonsense. */
const piece = fc.constantFrom(
	...[
		'a',
		'b',
		'cache',
		'lb2',
		'a[One]',
		'b[(Two)]',
		'c["Three (x)"]',
		'd{{Four}}',
		'e@{ shape: cyl, label: "Five" }',
	],
	...[
		' --> ',
		' -->|says| ',
		' -- says --> ',
		' -. miss .-> ',
		' --- ',
		' <--> ',
		' & ',
		'-->',
		';',
		'\n',
		'\n  ',
		'\r\n',
	],
	...[
		' ',
		'[',
		']',
		'(',
		')',
		'"',
		'|',
		'--',
		'subgraph s',
		'end',
		'%% note',
		'style a fill:red',
		':::hot',
		'~~~',
	],
);
const anyText = fc
	.array(piece, { maxLength: 25 })
	.map((pieces) => `flowchart TD\n  ${pieces.join('')}`);
const anyLabel = fc.oneof(
	fc.string({ maxLength: 80 }),
	fc.constantFrom(
		'Users (EU)',
		'end',
		'a;b',
		'50 % | x',
		'"quoted"',
		'[x]',
		'`md`',
		'<img src=x>',
		'/path/',
		'p99 < 50 ms',
		'%%{init}%%',
		'  ',
	),
);

describe('adding a component', () => {
	it('begins a flowchart and goes on from box to box', () => {
		let text = '';
		let from: string | undefined;
		for (const kind of ['client', 'load-balancer', 'service'] as const) {
			const added = addComponent(text, kind, from === undefined ? {} : { from });
			[text, from] = [added.text, added.id];
		}
		text = addComponent(text, 'cache', { from: 'service' }).text;
		text = addComponent(text, 'database', { from: 'service', label: 'Orders (EU)' }).text;
		expect(text).toBe(
			'flowchart TD\n  client([Client])\n  client --> lb{{Load balancer}}\n  lb --> service[Service]\n' +
				'  service --> cache[(Cache)]\n  service --> db[("Orders (EU)")]\n',
		);
	});

	it('takes an id that is free', () => {
		const { text } = addComponent('graph LR\n  cache[(Cache)] --> Cache2', 'cache');
		expect(readFlowchart(text).nodes.map(({ id }) => id)).toEqual(['cache', 'Cache2', 'cache3']);
	});

	it('holds what was added, and keeps every character that stood', () => {
		fc.assert(
			fc.property(
				anyText,
				fc.constantFrom(...COMPONENT_KINDS),
				anyLabel,
				fc.nat(),
				(text, kind, label, at) => {
					const before = readFlowchart(text);
					const from = before.nodes[at % Math.max(1, before.nodes.length)]?.id;
					const added = addComponent(text, kind, from === undefined ? { label } : { label, from });
					const after = readFlowchart(added.text);
					expect(added.text.startsWith(text)).toBe(true);
					const name = cleanLabel(label) || KIND_TRAITS[kind].name;
					expect(boxesOf(after)).toEqual([...boxesOf(before), `${added.id}=${name}`].sort());
					const arrow = from !== undefined ? [`${from}>${added.id}:`] : [];
					expect(arrowsOf(after)).toEqual([...arrowsOf(before), ...arrow].sort());
				},
			),
			{ numRuns: 500 },
		);
	});

	it('leaves a text alone that is too long to be read', () => {
		const long = `flowchart TD\n${'x'.repeat(20_000)}`;
		expect(addComponent(long, 'cache')).toEqual({ text: long, id: undefined });
	});
});

describe('arrows', () => {
	it('joins two boxes once', () => {
		const once = connectBoxes('flowchart TD\n  a\n  b', 'a', 'b', 'GET /x');
		expect(once).toBe('flowchart TD\n  a\n  b\n  a -->|"GET /x"| b\n');
		expect(connectBoxes(once, 'a', 'b', 'GET /x')).toBe(once);
		expect(connectBoxes(once, 'a', 'nowhere')).toBe(once);
	});

	it.each([
		['a --> b', 'hi', 'a -->|hi| b'],
		['a-->b', 'hi', 'a-->|hi| b'],
		['a -->|old| b', 'new one', 'a -->|new one| b'],
		['a -->|old| b', '', 'a --> b'],
		['a -- old --> b', 'x/y', 'a -->|"x/y"| b'],
		['a -. old .-> b', 'new', 'a -.->|new| b'],
		['a --> b --> c', 'x', 'a -->|x| b --> c'],
	])('%s says "%s"', (line, label, expected) => {
		expect(labelArrow(`flowchart TD\n${line}`, 0, label)).toBe(`flowchart TD\n${expected}`);
	});

	it('labels any arrow with any words, and changes no box and no other arrow', () => {
		fc.assert(
			fc.property(anyText, anyLabel, fc.nat(), (text, label, at) => {
				const before = readFlowchart(text);
				fc.pre(before.edges.length > 0);
				const index = at % before.edges.length;
				const after = readFlowchart(labelArrow(text, index, label));
				expect(after.edges[index]?.label).toBe(cleanLabel(label));
				expect(boxesOf(after)).toEqual(boxesOf(before));
				const ends = ({ edges }: Flowchart) => edges.map(({ from, to }) => `${from}>${to}`);
				expect(ends(after)).toEqual(ends(before));
			}),
			{ numRuns: 500 },
		);
	});

	it('takes away one arrow and nothing else', () => {
		expect(removeArrow('flowchart TD\n  a & b --> c[C] --> d', 0)).toBe(
			'flowchart TD\n  a & b\n  c[C] --> d\n  b --> c',
		);
		fc.assert(
			fc.property(anyText, fc.nat(), (text, at) => {
				const before = readFlowchart(text);
				fc.pre(before.edges.length > 0);
				const index = at % before.edges.length;
				const after = readFlowchart(removeArrow(text, index));
				const kept = before.edges.filter((_, other) => other !== index);
				expect(boxesOf(after)).toEqual(boxesOf(before));
				expect(arrowsOf(after)).toEqual(arrowsOf({ nodes: [], edges: kept }));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('boxes', () => {
	it.each([
		['a[(Store)]', 'a[(Links)]'],
		['a', 'a[Links]'],
		['a[/In/] --> b', 'a[/Links/] --> b'],
		['a[Half', 'a[Links]'],
		['a@{ shape: cyl }', 'a@{ label: "Links", shape: cyl }'],
		['a@{ shape: cyl, label: "Store" }', 'a@{ shape: cyl, label: "Links" }'],
	])('%s gets another name', (line, expected) => {
		expect(renameBox(`flowchart TD\n${line}`, 'a', 'Links')).toBe(`flowchart TD\n${expected}`);
	});

	it('renames any box to any words, and changes nothing else', () => {
		fc.assert(
			fc.property(anyText, anyLabel, fc.nat(), (text, label, at) => {
				const before = readFlowchart(text);
				const node = before.nodes[at % Math.max(1, before.nodes.length)];
				const words = cleanLabel(label);
				fc.pre(node !== undefined && words !== '' && !/[{}]/.test(words));
				const after = readFlowchart(renameBox(text, node?.id ?? '', label));
				const expected = before.nodes.map((n) => (n.id === node?.id ? { ...n, label: words } : n));
				expect(after.nodes).toEqual(expected);
				expect(after.edges).toEqual(before.edges);
			}),
			{ numRuns: 500 },
		);
	});

	it('takes a box out of a chain and keeps the rest', () => {
		const text =
			'flowchart TD\n  a[A] --> b[B] --> c[C]\n  b -.-> d\n  style b fill:red\n  a --> d';
		expect(removeBox(text, 'b')).toBe('flowchart TD\n  a[A]\n  c[C]\n  a --> d');
	});

	it('keeps what stands behind a semicolon, also where a word of the language comes to begin its line', () => {
		expect(removeBox('flowchart TD\n  a;end;b[B]', 'a')).toBe('flowchart TD\n  end;b[B]');
		expect(readFlowchart('graph TD; a --> b; b --> c').edges).toHaveLength(2);
		expect(readFlowchart('flowchart TD\n  end;b[B]').nodes).toHaveLength(1);
	});

	it('removes any box with its arrows, and changes nothing else', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), (text, at) => {
				const before = readFlowchart(text);
				const node = before.nodes[at % Math.max(1, before.nodes.length)];
				fc.pre(node !== undefined);
				const id = node?.id ?? '';
				const after = readFlowchart(removeBox(text, id));
				const nodes = before.nodes.filter((other) => other.id !== id);
				const edges = before.edges.filter(({ from, to }) => from !== id && to !== id);
				expect(boxesOf(after)).toEqual(boxesOf({ nodes, edges }));
				expect(arrowsOf(after)).toEqual(arrowsOf({ nodes, edges }));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('what boxes can be added to', () => {
	it.each([
		['', true],
		['  \n', true],
		['%% note\ngraph LR', true],
		['---\ntitle: x\n---\nflowchart TD', true],
		['sequenceDiagram', false],
		['hello', false],
	])('%j: %s', (text, expected) => {
		expect(isFlowchart(text)).toBe(expected);
	});
});
