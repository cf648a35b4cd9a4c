import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlowchart } from './read-flowchart.ts';

const labels = (text: string) => readFlowchart(text).nodes.map(({ label }) => label);
const arrows = (text: string) =>
	readFlowchart(text).edges.map(({ from, to, label }) => `${from}>${to}${label && `:${label}`}`);

describe('boxes and arrows of a flowchart', () => {
	it.each([
		['a --> b', ['a>b']],
		['a[Client] -->|GET| b[(Store)] --> c', ['a>b:GET', 'b>c']],
		['a -- writes --> b', ['a>b:writes']],
		['a -.-> b', ['a>b']],
		['a -. on a miss .-> b', ['a>b:on a miss']],
		['a ==> b', ['a>b']],
		['a --- b', ['a>b']],
		['a <--> b', ['a>b']],
		['a & b --> c & d', ['a>c', 'a>d', 'b>c', 'b>d']],
		['a-->b;b-->c', ['a>b', 'b>c']],
		['load-balancer --> b', ['load-balancer>b']],
		['a --> ', []],
		['--> b', []],
	])('%s', (line, expected) => {
		expect(arrows(`flowchart LR\n  ${line}`)).toEqual(expected);
	});

	it('reads every shape and quoted labels', () => {
		const text =
			'graph TD\na[One] --> b(Two)\nb --> c([Three])\nc --> d[(Four)]\nd --> e{{Five}}\ne --> f["Six [a]"]\nf --> g[[Seven]]\ng --> h((Eight)):::hot';
		expect(labels(text)).toEqual([
			...['One', 'Two', 'Three', 'Four', 'Five', 'Six [a]', 'Seven', 'Eight'],
		]);
	});

	it('takes no box from titles, descriptions, styles or comments', () => {
		const text =
			'flowchart TD\naccDescr: One; two here\n%% note\nsubgraph Region\ndirection LR\nx --> y\nend\nstyle x fill:red\nclassDef a b';
		expect(labels(text)).toEqual(['x', 'y']);
	});

	it('keeps what is whole of a text half typed', () => {
		expect(labels('flowchart LR\na[Client] --> b[Cac')).toEqual(['Client', 'Cac']);
		expect(readFlowchart('')).toEqual({ nodes: [], edges: [] });
	});

	it('never throws, and its arrows join boxes that it lists', () => {
		const part = fc.constantFrom(
			...['a', 'b', '[', ']', '(', ')', '"', '-->', '--', '|', ' ', '\n', ';', '&', '.', '=', '>'],
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
				const { nodes, edges } = readFlowchart(parts.join(''));
				const ids = new Set(nodes.map(({ id }) => id));
				expect(ids.size).toBe(nodes.length);
				expect(edges.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
			}),
		);
	});
});
