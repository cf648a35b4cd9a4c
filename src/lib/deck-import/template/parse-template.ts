/** Cuts a card template into its parts, as Anki reads them: fields with filters, conditions, plain text. */

export type TemplateNode =
	| { kind: 'text'; text: string }
	/** `filters` in the order in which they apply, the nearest to the field first. */
	| { kind: 'field'; name: string; filters: string[] }
	| { kind: 'condition'; name: string; negated: boolean; inside: TemplateNode[] };

export interface ParsedTemplate {
	nodes: TemplateNode[];
	/** In words; the template is shown as far as it can be. */
	problems: string[];
}

const DEEPEST = 50;
const MOST_NODES = 5000;

type Token = { kind: 'text'; text: string } | { kind: 'tag'; inside: string };

/** Comments of HTML hide tags; `{{=<% %>=}}` at the very start changes the marks for all of it. */
function tokens(template: string): Token[] {
	const other = /^\s*\{\{=<% %>=\}\}/.exec(template);
	const [open, close] = other ? ['<%', '%>'] : ['{{', '}}'];
	const text = other ? template.slice(other[0].length) : template;
	const found: Token[] = [];
	let at = 0;
	let done = 0;
	const flush = (end: number) => {
		if (end > done) found.push({ kind: 'text', text: text.slice(done, end) });
	};
	while (at < text.length && found.length < MOST_NODES) {
		const tag = text.indexOf(open, at);
		if (tag < 0) break;
		const comment = text.indexOf('<!--', at);
		if (comment >= 0 && comment < tag) {
			const end = text.indexOf('-->', comment + 4);
			if (end < 0) break;
			at = end + 3;
			continue;
		}
		const end = text.indexOf(close, tag + open.length);
		if (end < 0) break;
		flush(tag);
		// Of `{{{a}}` the last two braces open.
		const inside = text.slice(tag + open.length, end);
		found.push({ kind: 'tag', inside: inside.replace(/^[{<%]+/, '').trim() });
		at = end + close.length;
		done = at;
	}
	flush(text.length);
	return found;
}

/** Never throws: what cannot be is in `problems`, and conditions that do not end are closed at the end. */
export function parseTemplate(template: string): ParsedTemplate {
	const problems: string[] = [];
	const nodes: TemplateNode[] = [];
	const open: { name: string; inside: TemplateNode[] }[] = [{ name: '', inside: nodes }];
	for (const token of tokens(template)) {
		const into = open.at(-1)!.inside;
		if (token.kind === 'text') {
			into.push(token);
			continue;
		}
		const [mark = ''] = token.inside;
		const name = token.inside.slice(1).trim();
		if (mark === '#' || mark === '^') {
			const node: TemplateNode = { kind: 'condition', name, negated: mark === '^', inside: [] };
			into.push(node);
			if (open.length <= DEEPEST) open.push({ name, inside: node.inside });
			else problems.push('Conditions are nested too deep.');
		} else if (mark === '/') {
			if (open.length > 1 && open.at(-1)!.name === name) open.pop();
			else problems.push(`"${name}" is closed where it is not open.`);
		} else if (mark !== '!' && token.inside !== '') {
			const parts = token.inside.split(':').map((part) => part.trim());
			into.push({ kind: 'field', name: parts.at(-1)!, filters: parts.slice(0, -1).reverse() });
		}
	}
	for (const { name } of open.slice(1)) problems.push(`"${name}" is not closed.`);
	return { nodes, problems };
}
