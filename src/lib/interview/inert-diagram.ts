/** Takes out of mermaid text what could style, configure, load or link; every line keeps its number. */

const FRONT_MATTER = /^\s*---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/;
const DIRECTIVE = /%%\{[\s\S]*?\}%%/g;
/** Statements that give colors, links or calls; the app draws in its own colors and follows no link. */
const STYLING =
	/^\s*(?:style\s+\S+\s+[\w-]+\s*:|classDef\s+\S+\s+[\w-]+\s*:|linkStyle\s+[\d,\s]*(?:default)?[\d,\s]*\S*[\w-]+\s*:|linkStyle\s+\S+\s|click\s+\S|callback\s+\S|links?\s+\S+|href\s|properties\s+\S+\s*:|details\s+\S+\s*:)/;
const TRAITS = /@\{([\s\S]*?)\}/g;

/** The same text without init directives, front matter, styling, links, images, HTML and formulas. */
export function inertDiagram(text: string): string {
	return withoutStyling(withoutConfiguration(text))
		.replace(TRAITS, (_, traits: string) => `@{ ${allowedTraits(traits)} }${lineBreaks(traits)}`)
		.replace(/^(\s*rect\s+)(?![-=~<&.]).*$/gm, '$1rgb(0, 0, 0)')
		.replace(/\burl\s*\(/gi, 'url ')
		.replace(/(?<!<)<(?=[a-z!?/])(?!\/?br\b)/gi, '‹')
		.replace(/\$\$/g, '$ $');
}

function withoutConfiguration(text: string): string {
	let rest = text.replace(FRONT_MATTER, lineBreaks);
	// What is cut out may leave another one behind.
	while (DIRECTIVE.test(rest)) rest = rest.replace(DIRECTIVE, lineBreaks);
	// One that is not closed would be read to the end.
	while (rest.includes('%%{')) rest = rest.replaceAll('%%{', '% ');
	return rest;
}

function withoutStyling(text: string): string {
	return text
		.split('\n')
		.map((line) => {
			if (!/style|classDef|click|callback|link|href|properties|details/.test(line)) return line;
			const pieces = line.split(';');
			return pieces.map((piece) => (STYLING.test(piece) ? '' : piece)).join(';');
		})
		.map((line) => (line.trim().replace(/;/g, '') === '' ? '' : line))
		.join('\n');
}

/** Shape and label, said anew; pictures and icons are not among them. */
function allowedTraits(traits: string): string {
	const shape = /\bshape\s*:\s*"?([\w-]+)/.exec(traits)?.[1];
	const type = /"type"\s*:\s*"([\w-]+)"/.exec(traits)?.[1];
	const label = /\blabel\s*:\s*(?:"([^"]*)"|([^,"\n]+))/.exec(traits);
	const words = (label?.[1] ?? label?.[2])?.replace(/[\s{}\\]+/g, ' ').trim();
	return [
		...(shape === undefined ? [] : [`shape: ${shape}`]),
		...(type === undefined ? [] : [`"type": "${type}"`]),
		...(words === undefined ? [] : [`label: "${words}"`]),
	].join(', ');
}

function lineBreaks(text: string): string {
	return text.replace(/[^\n]+/g, '');
}
