/** Reads cards of Obsidian's spaced repetition: `front::back`, `?` between lines, `==hidden==`, dates in comments. */
import { dayOfDate } from '../../scheduler/study-day.ts';
import { FenceReader, linesOf } from '../../content/text-piece.ts';
import { CollectionBuilder } from '../collection-builder.ts';
import type { ImportedCollection, ImportedSchedule } from '../imported.ts';
import { stockType } from '../stock-types.ts';
import { readFrontLines } from './front-lines.ts';

interface Block {
	line: number;
	lines: string[];
}

/** `!2026-08-16,51,230`: due, days, ease in hundredths. */
const DATES = /!(\d{4}-\d\d-\d\d),(\d{1,5}),(\d{2,4})/g;
const COMMENT = /\s*<!--SR:(.*?)-->/g;
const DECK = /(?:^|\s)#flashcards(?:\/([^\s#]+))?/;

/** @param fileName without its ending: the deck, where no `#flashcards/…` names one */
export function readObsidian(text: string, fileName: string): ImportedCollection {
	const builder = new CollectionBuilder('markdown', 'Obsidian');
	const lines = linesOf(text);
	const head = readFrontLines(lines);
	let deck = fileName.split('::');
	for (const block of blocksOf(lines, head.lines)) {
		const named = DECK.exec(block.lines.join('\n'))?.[1];
		if (named) deck = named.split('/');
		addCards(block, deck, builder);
	}
	return builder.finish({ tags: true });
}

/** Paragraphs, with code fences kept whole. */
function blocksOf(lines: readonly string[], from: number): Block[] {
	const blocks: Block[] = [];
	const fences = new FenceReader();
	let open: Block | undefined;
	lines.slice(from).forEach((line, index) => {
		const fenced = fences.read(line);
		if (!fenced && line.trim() === '') open = undefined;
		else if (open) open.lines.push(line);
		else blocks.push((open = { line: from + index + 1, lines: [line] }));
	});
	return blocks;
}

function addCards({ line, lines }: Block, deck: string[], builder: CollectionBuilder): void {
	const comment = lines.join('\n').match(COMMENT)?.join('') ?? '';
	const clean = lines
		.map((each) => each.replace(COMMENT, '').replace(DECK, '').trimEnd())
		.filter((each, at) => each !== '' || lines[at] === '');
	const schedules = schedulesOf(comment);
	const add = (number: number, front: string, back: string, both: boolean) => {
		const name = both ? 'Basic (and reversed card)' : 'Basic';
		const type = stockType(name, 'markdown', ['Front', 'Back']);
		builder.add({ number, type, fields: [front.trim(), back.trim()], tags: [], deck, schedules });
	};
	const divider = clean.findIndex((each) => /^\?\??$/.test(each.trim()));
	if (divider > 0) {
		const [front, back] = [clean.slice(0, divider), clean.slice(divider + 1)];
		return add(line, front.join('\n'), back.join('\n'), clean[divider]!.trim() === '??');
	}
	const fences = new FenceReader();
	let found = false;
	clean.forEach((each, at) => {
		if (fences.read(each)) return;
		const pair = /^(.+?)(?<![:`])(:::?)(?!:)(.+)$/s.exec(each);
		if (!pair || insideCode(each, pair[1]!.length)) return;
		found = true;
		add(line + at, pair[1]!.replace(/^\s*[-*]\s+/, ''), pair[3]!, pair[2] === ':::');
	});
	const paragraph = clean.join('\n');
	if (found || !/==[^=\s][^=]*==/.test(paragraph)) return;
	let number = 0;
	const numbered = paragraph.replace(/==([^=\n]+)==/g, (_, hidden: string) => {
		number += 1;
		return `{{c${number}::${hidden}}}`;
	});
	const type = stockType('Cloze', 'markdown', ['Text', 'Back Extra']);
	builder.add({ number: line, type, fields: [numbered], tags: [], deck, schedules });
}

function insideCode(line: string, at: number): boolean {
	return (line.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
}

function schedulesOf(comment: string): (ImportedSchedule | undefined)[] {
	return [...comment.matchAll(DATES)].map(([, date, days, ease]) => {
		try {
			return {
				...{ phase: 'review', due: dayOfDate(date!), intraday: false, interval: Number(days) },
				...{ reps: 1, lapses: 0, left: 0, ease: Number(ease) / 100, lastT: 0 },
			};
		} catch {
			return undefined;
		}
	});
}
