/** The style sheet of decks/README.md as rules that find what it forbids, line by line. */
import { FenceReader, type TextPiece } from './text-piece.ts';

interface ProseRule {
	pattern: RegExp;
	what: (found: string) => string;
	right: string;
}

/** Stems of verbs that British authors end in -ise. */
const ISE =
	'authori|amorti|canonicali|categori|centrali|containeri|decentrali|denormali|deseriali|emphasi|equali|finali|generali|initiali|locali|materiali|maximi|memoi|minimi|normali|optimi|organi|prioriti|quanti|randomi|reali|recogni|saniti|seriali|speciali|stabili|summari|synchroni|tokeni|utili|virtuali|visuali';

/** British words, and what American makes of their ending. */
const BRITISH: [RegExp, string][] = [
	[/\b(behavi|col|fav|flav|harb|hon|lab|neighb|rum)our\w*/gi, '-or'],
	[/\b(ana|cata)logue[sd]?\b/gi, '-log'],
	[/\b(analys|catalys|paralys)(e|ed|ing)\b/gi, '-yz'],
	[new RegExp(`\\b(${ISE})s(e|ed|es|er|ers|ing|ation|ations|able)\\b`, 'gi'), '-iz'],
	[/\b(kilo)?(centre|fibre|litre|metre|theatre)[sd]?\b/gi, '-er'],
	[/\b(cancell|channell|labell|levell|modell|signall|travell)(ed|ing|ers?)\b/gi, 'with one l'],
	[/\b(de|of)fences?\b/gi, '-ense'],
	[/\b(artefact|enrol|fulfil|grey|judgement|licence|programme|whilst)s?\b/gi, 'as in Webster'],
];

const RULES: ProseRule[] = [
	...BRITISH.map(([pattern, ending]) => ({
		pattern,
		what: (found: string) => `British spelling "${found}"`,
		right: `American spelling: ${ending}`,
	})),
	{
		pattern: /\b(master[ /-]slaves?|master and slaves?|slaves?|multi-master)\b/gi,
		what: (found) => `"${found}"`,
		right: 'say leader and follower, or primary and replica for databases',
	},
	{
		pattern: /\b(white|black)-?list\w*/gi,
		what: (found) => `"${found}"`,
		right: 'say allowlist or denylist',
	},
	{
		pattern: /(?<!<)!(?!\[)/g,
		what: () => 'an exclamation mark in prose',
		right: 'end with a period, or put code in backquotes',
	},
	{
		pattern: /!\[/g,
		what: () => 'an image',
		right: 'draw it as a mermaid fence, or say it in words',
	},
	{
		pattern: /<(\/?[a-z][^>]*|!--[^>]*)>?/gi,
		what: (found) => `raw HTML "${found}"`,
		right: 'write Markdown, or put it in backquotes if it is code',
	},
	{
		pattern: /\$\$|\\[a-z]{2,}|\\\(|\\\[/gi,
		what: (found) => `LaTeX "${found}"`,
		right: 'write the formula in plain text or as inline code',
	},
	{
		pattern: /\b\d+(ms|[KMGTP]i?B|[KMGT]bps|[kMGT]Hz)\b/g,
		what: (found) => `"${found}"`,
		right: 'put a space before the unit',
	},
];

export interface ProseMistake {
	line: number;
	what: string;
	right: string;
}

/** Blanks out inline code and addresses, keeping the place of everything else. */
function withoutCode(line: string): string {
	return line
		.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, (code) => ' '.repeat(code.length))
		.replace(/<?https?:\/\/[^\s)>]+>?/g, (address) => ' '.repeat(address.length));
}

/** Everything in a piece of Markdown that the style sheet forbids; code is not prose. */
export function checkProse(piece: TextPiece): ProseMistake[] {
	const mistakes: ProseMistake[] = [];
	const fences = new FenceReader();
	piece.text.split('\n').forEach((line, index) => {
		if (fences.read(line)) return;
		const prose = withoutCode(line);
		for (const rule of RULES) {
			for (const [found] of prose.matchAll(rule.pattern)) {
				mistakes.push({ line: piece.line + index, what: rule.what(found), right: rule.right });
			}
		}
	});
	return mistakes;
}
