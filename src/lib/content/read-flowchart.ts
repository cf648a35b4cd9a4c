/** Reads boxes and arrows from mermaid flowchart text, forgiving what is half typed. */
import { scanFlowchart } from './scan-flowchart.ts';

/** More arrows than anyone draws: `a & b --> c & d` stands for the product of its sides. */
const MOST_ARROWS = 2000;

export interface FlowNode {
	id: string;
	/** What stands in the box; the id where nothing does. */
	label: string;
}

export interface FlowEdge {
	from: string;
	to: string;
	/** Empty where the arrow says nothing. */
	label: string;
}

export interface Flowchart {
	nodes: FlowNode[];
	edges: FlowEdge[];
}

/**
 * Every box once, in the order of its first mention, and every arrow between them, up to a limit. What cannot be read is
 * passed over; never throws. Knows `a[Label]`, `a --> b`, `a -->|says| b`, `a -- says --> b`, `a & b`, chains,
 * quoted labels and subgraphs, whose boxes count and whose titles do not.
 */
export function readFlowchart(text: string): Flowchart {
	const labels = new Map<string, string>();
	const edges: FlowEdge[] = [];
	for (const { groups, arrows } of scanFlowchart(text)) {
		for (const { id, label } of groups.flat()) {
			if (label !== '' || !labels.has(id)) labels.set(id, label || (labels.get(id) ?? id));
		}
		arrows.forEach(({ label }, at) => {
			for (const { id: from } of groups[at] ?? [])
				for (const { id: to } of groups[at + 1] ?? [])
					if (edges.length < MOST_ARROWS) edges.push({ from, to, label });
		});
	}
	return { nodes: [...labels].map(([id, label]) => ({ id, label })), edges };
}
