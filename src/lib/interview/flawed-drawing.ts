/** Reference drawings with one box taken out, for whoever is to find what they lack. */
import { readFlowchart, type FlowEdge, type Flowchart } from '../content/read-flowchart.ts';
import type { Question } from '../content/question.ts';
import { coverDrawing } from './drawing-coverage.ts';

/** Ids of the components whose lack shows: the reference without one is judged to lack that one and nothing else. */
export function removableComponents(question: Question): string[] {
	const inside = new Set(question.design.flows.flatMap(({ path }) => path.slice(1)));
	return question.design.components
		.filter(({ id, need }) => need === 'must' && inside.has(id))
		.map(({ id }) => id)
		.filter((id) => {
			const { missing } = coverDrawing(question, drawingWithout(question, id));
			return missing.length === 1 && missing[0] === id;
		});
}

/** The reference drawing without one box; what led into it leads on to what it led to. */
export function drawingWithout({ design }: Question, component: string): string {
	const { nodes, edges } = readFlowchart(design.mermaid);
	const into = edges.filter(({ from, to }) => to === component && from !== component);
	const out = edges.filter(({ from, to }) => from === component && to !== component);
	const across = into.flatMap(({ from }) => out.map(({ to }) => ({ from, to, label: '' })));
	const kept = edges.filter(({ from, to }) => from !== component && to !== component);
	return write({
		nodes: nodes.filter(({ id }) => id !== component),
		edges: [...kept, ...across.filter(({ from, to }) => from !== to && !joined(kept, from, to))],
	});
}

function joined(edges: readonly FlowEdge[], from: string, to: string): boolean {
	return edges.some((edge) => edge.from === from && edge.to === to);
}

function write({ nodes, edges }: Flowchart): string {
	const plain = (text: string) => text.replace(/["|]/g, "'");
	return [
		'flowchart LR',
		...nodes.map(({ id, label }) => `  ${id}["${plain(label)}"]`),
		...edges.map(({ from, to, label }) =>
			label === '' ? `  ${from} --> ${to}` : `  ${from} -->|${plain(label)}| ${to}`,
		),
	].join('\n');
}
