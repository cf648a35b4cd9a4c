/** The candidate's own requirements as the pad keeps them: text that a person and a program can both read. */

export interface RequirementItem {
	text: string;
	/** The candidate says that it has its path through the drawing. */
	traced: boolean;
}

export interface RequirementList {
	/** What it does. */
	functional: RequirementItem[];
	/** How well. */
	quality: RequirementItem[];
}

const HEADS = { functional: 'Functional', quality: 'Non-functional' } as const;
const ITEM = /^\s*(?:[-*]\s*)?(?:\[( |x)\]\s?)?(.*)$/i;

/** Reads a list, also one that was pasted; lines before any heading say what it does. */
export function readRequirements(text: string): RequirementList {
	const list: RequirementList = { functional: [], quality: [] };
	let into: keyof RequirementList = 'functional';
	for (const line of text.split('\n')) {
		const head = line.trim().replace(/[#:*]/g, '').trim().toLowerCase();
		if (head === '') continue;
		if (/^functional( requirements)?$/.test(head)) into = 'functional';
		else if (/^(non[- ]?functional( requirements)?|nfrs?)$/.test(head)) into = 'quality';
		else {
			const [, mark, words = ''] = ITEM.exec(line) ?? [];
			list[into].push({ text: words, traced: mark?.toLowerCase() === 'x' });
		}
	}
	return list;
}

/** The list as text; empty where it holds nothing. `readRequirements` gives the same list back, but for empty items. */
export function writeRequirements(list: RequirementList): string {
	const part = (key: keyof RequirementList) => {
		const items = list[key].filter(({ text }) => text.trim() !== '');
		const lines = items.map(({ text, traced }) => `- [${traced ? 'x' : ' '}] ${text}`);
		return lines.length > 0 ? [`${HEADS[key]}`, ...lines].join('\n') : '';
	};
	return [part('functional'), part('quality')].filter((each) => each !== '').join('\n');
}
