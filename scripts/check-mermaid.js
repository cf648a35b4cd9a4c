/** Parses every mermaid fence with mermaid itself, in Node: syntax errors and node counts, before anything is drawn. */
import { Window } from 'happy-dom';

/** mermaid cleans labels with DOMPurify, which looks for these on the global object. */
const BROWSER_NAMES = [
	'Element',
	'Node',
	'HTMLElement',
	'SVGElement',
	'DOMParser',
	'DocumentFragment',
	'HTMLTemplateElement',
	'NodeFilter',
	'NamedNodeMap',
	'HTMLFormElement',
];

/** @returns {Promise<{ mermaid: import('mermaid').Mermaid, close: () => Promise<void> }>} */
async function loadMermaid() {
	const window = new Window();
	Object.assign(globalThis, { window, document: window.document });
	for (const name of BROWSER_NAMES) Reflect.set(globalThis, name, Reflect.get(window, name));
	const { default: mermaid } = await import('mermaid');
	mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
	return { mermaid, close: () => window.happyDOM.close() };
}

const MOST_NODES = 12;
/** A whole system has more boxes than one pattern. */
const MOST_IN_SYSTEM = 18;

/**
 * How many boxes, participants or states a parsed diagram has.
 * @param {{ type: string, db: object }} diagram
 */
function countNodes(diagram) {
	const db = /** @type {Record<string, (() => Map<string, unknown> | object) | undefined>} */ (
		diagram.db
	);
	const nodes = db.getVertices?.() ?? db.getActors?.() ?? db.getStates?.() ?? new Map();
	return nodes instanceof Map ? nodes.size : Object.keys(nodes).length;
}

/**
 * Every drawing to read, with where it stands and how many boxes it may have.
 * @param {import('../src/lib/content/read-pattern.ts').ReadPattern[]} patterns
 * @param {import('../src/lib/content/read-question.ts').ReadQuestion[]} questions
 */
function fencesOf(patterns, questions) {
	return [
		...patterns.flatMap(({ file, diagrams }) =>
			diagrams.map((fence) => ({ file, ...fence, most: MOST_NODES })),
		),
		...questions.flatMap(({ file, question, lineOf }) => {
			if (!question) return [];
			// A block of text begins on the line below its key.
			const line = lineOf(['design', 'mermaid']) + 1;
			return [{ file, line, text: question.design.mermaid, most: MOST_IN_SYSTEM }];
		}),
	];
}

/**
 * @param {import('../src/lib/content/read-pattern.ts').ReadPattern[]} patterns
 * @param {import('../src/lib/content/read-question.ts').ReadQuestion[]} questions
 * @returns {Promise<import('../src/lib/content/mistake.ts').Mistake[]>}
 */
export async function checkMermaid(patterns, questions) {
	const { mermaid, close } = await loadMermaid();
	/** @type {import('../src/lib/content/mistake.ts').Mistake[]} */
	const mistakes = [];
	for (const { file, line, text, most } of fencesOf(patterns, questions)) {
		try {
			const nodes = countNodes(await mermaid.mermaidAPI.getDiagramFromText(text));
			if (nodes <= most) continue;
			mistakes.push({
				file,
				line,
				what: `the diagram has ${nodes} nodes`,
				right: `at most ${most}`,
			});
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			const at = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
			mistakes.push({
				file,
				line: line + Math.max(0, at - 1),
				what: `mermaid cannot read this: ${message.split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ')}`,
				right: message.split('\n').at(-1) ?? 'see the syntax at mermaid.js.org',
			});
		}
	}
	await close();
	return mistakes;
}
