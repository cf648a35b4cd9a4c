/** What a candidate's drawing holds of the reference: components by their labels, requirements by their paths. */
import type { DesignComponent, Question } from '../content/question.ts';
import { readFlowchart, type Flowchart, type FlowNode } from '../content/read-flowchart.ts';
import { stemsOf } from './word-forms.ts';

export interface DrawingCoverage {
	/** How many boxes are drawn. */
	boxes: number;
	/** Reference components that are recognized, by id, with the box. */
	found: { component: string; node: FlowNode }[];
	/** Ids of reference components that are not; those that may lack are in `optional`. */
	missing: string[];
	optional: string[];
	/** Boxes that the reference has not, with the variant that makes one as good, if there is one. */
	extra: { node: FlowNode; fineIf?: string }[];
	/** Requirements that have their path, by id. */
	traced: string[];
	/** Must-haves that have none. */
	untraced: string[];
}

/** A person draws a dozen; what is pasted beyond this is not looked at. */
const MOST_BOXES = 200;

/** Compares the text of a drawing, tolerant of what is half typed, with the reference. Never throws. */
export function coverDrawing(question: Question, text: string): DrawingCoverage {
	const whole = readFlowchart(text);
	const chart = { ...whole, nodes: whole.nodes.slice(0, MOST_BOXES) };
	const says = comparing(chart.nodes);
	const { components, variants } = question.design;
	const replaced = new Map<string, FlowNode>();
	const fine = new Map<string, string>();
	for (const node of chart.nodes) {
		const variant = variants.find(({ match }) => match.some((label) => says(node, label)));
		if (!variant) continue;
		fine.set(node.id, variant.fine_if);
		for (const id of variant.instead_of) replaced.set(id, node);
	}
	const found = components.flatMap((component) => {
		const node = nodeFor(component, chart.nodes, says) ?? replaced.get(component.id);
		return node ? [{ component: component.id, node }] : [];
	});
	const have = new Map(found.map(({ component, node }) => [component, node.id]));
	const lacking = components.filter(({ id }) => !have.has(id));
	const used = new Set(
		components.flatMap((each) => chart.nodes.filter((n) => fits(each, n, says))),
	);
	const traced = tracedRequirements(question, have, chart);
	return {
		boxes: chart.nodes.length,
		found,
		missing: lacking.filter(({ need }) => need === 'must').map(({ id }) => id),
		optional: lacking.filter(({ need }) => need === 'good').map(({ id }) => id),
		extra: chart.nodes
			.filter((node) => !used.has(node))
			.map((node) => {
				const fineIf = fine.get(node.id);
				return { node, ...(fineIf === undefined ? {} : { fineIf }) };
			}),
		traced,
		untraced: question.requirements.must.map(({ id }) => id).filter((id) => !traced.includes(id)),
	};
}

/** Whether the words of a label all stand in a box. */
type Says = (node: FlowNode, label: string) => boolean;

/** Labels of questions are few and compared at every stroke of a drawing. */
const stemsOfLabels = new Map<string, readonly string[]>();

function comparing(nodes: readonly FlowNode[]): Says {
	const words = new Map(nodes.map((node) => [node, new Set(stemsOf(node.label))]));
	return (node, label) => {
		const wanted = stemsOfLabels.get(label) ?? stemsOf(label);
		stemsOfLabels.set(label, wanted);
		return wanted.length > 0 && wanted.every((word) => holds(words.get(node), word));
	};
}

/** From here on a word with a longer ending is the same product: Postgres and PostgreSQL. */
const TELLING = 6;

function holds(words: ReadonlySet<string> | undefined, wanted: string): boolean {
	if (!words || words.has(wanted)) return words !== undefined;
	return wanted.length >= TELLING && [...words].some((word) => word.startsWith(wanted));
}

/** The exact name first, so that "Link cache" is not taken for the store of links. */
function nodeFor(
	component: DesignComponent,
	nodes: readonly FlowNode[],
	says: Says,
): FlowNode | undefined {
	return (
		nodes.find((node) => node.id === component.id || says(node, component.name)) ??
		nodes.find((node) => fits(component, node, says))
	);
}

function fits({ id, name, match }: DesignComponent, node: FlowNode, says: Says): boolean {
	return node.id === id || [name, ...match].some((label) => says(node, label));
}

/** A requirement has its path when the boxes of one of its flows are drawn and joined. */
function tracedRequirements(
	{ design }: Question,
	have: ReadonlyMap<string, string>,
	chart: Flowchart,
): string[] {
	const must = new Set(design.components.filter(({ need }) => need === 'must').map(({ id }) => id));
	const part = connectedParts(chart);
	const walked = design.flows.filter(({ kind, path }) => {
		const needed = path.filter((id) => must.has(id));
		const parts = new Set(needed.map((id) => part.get(have.get(id) ?? '')));
		return kind !== 'failure' && needed.length > 0 && parts.size === 1 && !parts.has(undefined);
	});
	return [...new Set(walked.flatMap((flow) => flow.for))];
}

/** For each box a name of the part of the drawing it is joined to; arrows count both ways. */
function connectedParts({ nodes, edges }: Flowchart): Map<string, string> {
	const part = new Map(nodes.map(({ id }) => [id, id]));
	for (const { from, to } of edges) {
		const [a, b] = [part.get(from), part.get(to)];
		if (a === undefined || b === undefined || a === b) continue;
		for (const [id, own] of part) if (own === b) part.set(id, a);
	}
	return part;
}
