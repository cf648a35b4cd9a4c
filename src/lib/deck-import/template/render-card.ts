/** Shows both sides of an imported card as Anki would. The HTML is as untrusted as the file. */
import type { NoteTemplate, NoteType, OwnNote } from '../../content/note.ts';
import { applyFilters, TYPED } from './filters.ts';
import { escapeHtml } from './html-text.ts';
import { htmlOfField } from './markdown-html.ts';
import { placeMedia, saidByAnswer, type MediaLookup } from './media-tags.ts';
import { occlusionDrawing, occlusionShapes } from './occlusion.ts';
import { parseTemplate, type ParsedTemplate, type TemplateNode } from './parse-template.ts';

export interface RenderedCard {
	/** To be passed through the sanitizing gate before anyone sees it. */
	frontHtml: string;
	backHtml: string;
	/** What is to be typed; empty where nothing is. */
	answers: string[];
	/** Accents do not count in what is typed. */
	anyMarks?: true;
	/** Addresses of pictures and sounds that were not fetched. */
	remote: string[];
	/** Names of media that the file does not hold. */
	missing: string[];
	/** In words: what of the template could not be done. */
	problems: string[];
}

export interface RenderContext {
	media: MediaLookup;
	/** Of the deck of the card, from the root down. */
	deck: readonly string[];
}

/** What of a note its cards show, imported or kept. */
export type ShownNote = Pick<OwnNote, 'fields' | 'tags'>;
export type ShownType = Pick<NoteType, 'name' | 'kind' | 'text' | 'fields' | 'templates'>;

/** A template may repeat a long field without end. */
const LONGEST_SIDE = 1_000_000;
/** Characters of all fields of a note; what is beyond is shown as it is written. */
const MOST_MARKDOWN = 65_536;
/** Nothing but breaks and spaces. */
const EMPTY = /^(?:\s|&nbsp;|<\/?(?:br|div|p)\s?\/?>)*$/i;

/** Parsing a template costs more than filling it: each is parsed once. */
const parsed = new WeakMap<NoteTemplate, { front: ParsedTemplate; back: ParsedTemplate }>();

function parsedOnce(template: NoteTemplate): { front: ParsedTemplate; back: ParsedTemplate } {
	let both = parsed.get(template);
	if (!both) {
		both = { front: parseTemplate(template.front), back: parseTemplate(template.back) };
		parsed.set(template, both);
	}
	return both;
}

/** @param ordinal which template, from 0; for a cloze the number of its blank less one */
export function renderImportedCard(
	note: ShownNote,
	type: ShownType,
	ordinal: number,
	context: RenderContext,
): RenderedCard {
	const template = type.templates[type.kind === 'plain' ? ordinal : 0];
	if (!template) return { ...NOTHING, problems: [`Template ${ordinal + 1} is missing.`] };
	const both = parsedOnce(template);
	const filler = new Filler(note, type, ordinal, template.name, context);
	const front = filler.fill(both.front.nodes, 'front', '');
	// What is typed on the front is compared on the back only where the back asks for it.
	const back = filler.fill(both.back.nodes, 'back', front.replaceAll(TYPED, ''));
	const problems = [...both.front.problems, ...both.back.problems, ...filler.problems];
	const sides = [front, back].map((html) => placeMedia(html, context.media));
	return {
		frontHtml: sides[0]!.html,
		backHtml: sides[1]!.html,
		answers: filler.answers.filter((answer) => answer !== ''),
		...(filler.anyMarks ? { anyMarks: true } : {}),
		remote: [...new Set(sides.flatMap(({ remote }) => remote))],
		missing: [...new Set(sides.flatMap(({ missing }) => missing))],
		problems: [...new Set(problems)],
	};
}

const NOTHING: Omit<RenderedCard, 'problems'> = {
	...{ frontHtml: '', backHtml: '', answers: [], remote: [], missing: [] },
};

class Filler {
	readonly problems: string[] = [];
	answers: string[] = [];
	anyMarks = false;
	private readonly values: Map<string, string>;
	private readonly drawn: ReturnType<typeof occlusionShapes>;
	private length = 0;

	constructor(
		note: ShownNote,
		private readonly type: ShownType,
		private readonly ordinal: number,
		card: string,
		{ deck }: RenderContext,
	) {
		let parsedText = 0;
		const show = (text: string) => {
			if (type.text === 'html') return text;
			parsedText += text.length;
			return parsedText > MOST_MARKDOWN
				? `<pre>${escapeHtml(text)}</pre>`
				: htmlOfField(text, 'markdown');
		};
		this.values = new Map([
			...([
				['Tags', note.tags.join(' ')],
				['Type', type.name],
				['Card', card],
			] as const),
			...([
				['Deck', deck.join('::')],
				['Subdeck', deck.at(-1) ?? ''],
			] as const),
			...type.fields.map((name, at) => [name, show(note.fields[at] ?? '')] as const),
		]);
		const isDrawn = type.kind === 'occlusion';
		const field = note.fields.find((text) => text.includes('image-occlusion:')) ?? '';
		this.drawn = isDrawn ? occlusionShapes(field) : [];
		if (!this.drawn)
			this.problems.push('The shapes are in pixels, as only an old Anki wrote them.');
	}

	fill(nodes: readonly TemplateNode[], side: 'front' | 'back', frontSide: string): string {
		this.length = 0;
		return this.inside(nodes, side, frontSide);
	}

	private inside(nodes: readonly TemplateNode[], side: 'front' | 'back', front: string): string {
		let html = '';
		for (const node of nodes) {
			if (node.kind === 'condition') {
				const shown = this.isSet(node.name) !== node.negated;
				if (shown) html += this.inside(node.inside, side, front);
				continue;
			}
			const said = node.kind === 'text' ? node.text : this.field(node, side, front);
			const repeats = node.kind === 'field' && node.name === 'FrontSide';
			const piece = side === 'back' && !repeats ? saidByAnswer(said) : said;
			this.length += piece.length;
			if (this.length > LONGEST_SIDE) {
				this.problems.push('The template makes a side of more than a million characters.');
				return html;
			}
			html += piece;
		}
		return html;
	}

	private isSet(name: string): boolean {
		const number = /^c(\d{1,3})$/.exec(name)?.[1];
		const value = this.values.get(name);
		if (value === undefined && number !== undefined && this.type.kind !== 'plain') {
			return Number(number) === this.ordinal + 1;
		}
		if (value === undefined) this.problems.push(`There is no field "${name}".`);
		return value !== undefined && !EMPTY.test(value);
	}

	private field(
		{ name, filters }: Extract<TemplateNode, { kind: 'field' }>,
		side: 'front' | 'back',
		front: string,
	): string {
		if (name === 'FrontSide' && filters.length === 0) return side === 'back' ? front : '';
		const value = this.values.get(name);
		if (value === undefined) {
			this.problems.push(`There is no field "${name}".`);
			return '';
		}
		const number = this.ordinal + 1;
		if (this.type.kind === 'occlusion') {
			if (filters.includes('cloze')) return '';
			if (/<img\b/i.test(value) && this.drawn) {
				const drawing = occlusionDrawing(this.drawn, number, side);
				return `<div class="occluded">${value}${drawing}</div>`;
			}
		}
		const expect = (answers: string[], anyMarks: boolean) => {
			[this.answers, this.anyMarks] = [answers, anyMarks];
		};
		return applyFilters(value, filters, { field: name, side, number, expect });
	}
}
