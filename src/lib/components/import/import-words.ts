/** How the import says what a file is, how far it is, and what it would bring or has brought. */
import { counted } from '$lib/content/counted.ts';
import type { SourceFormat } from '$lib/deck-import/imported.ts';
import type { ImportProgress, ImportStage } from '$lib/deck-import/import-watch.ts';
import type { ImportSummary } from '$lib/deck-import/summary/import-summary.ts';
import { bytesInWords } from '../settings/bytes-in-words.ts';

const FORMATS: Record<SourceFormat, string> = {
	...{ anki: 'Anki package', text: 'Table of text', markdown: 'Markdown deck' },
	...{ json: 'JSON deck', mochi: 'Mochi deck' },
};

/** One line: what it is, what made it, how large it is. */
export function fileInWords({ format, origin }: ImportSummary, size: number): string {
	const madeBy = format === 'anki' ? origin : FORMATS[format];
	return [madeBy, size > 0 ? bytesInWords(size) : ''].filter(Boolean).join(' · ');
}

const STAGES: Record<ImportStage, string> = {
	...{ fetch: 'Fetching the file', unpack: 'Unpacking', notes: 'Reading notes' },
	...{
		cards: 'Reading cards',
		history: 'Reading the history',
		media: 'Reading pictures and sounds',
	},
	...{ judge: 'Comparing with what is here', write: 'Writing' },
};

export function progressInWords(progress: ImportProgress | undefined): string {
	if (!progress) return 'Beginning…';
	const { stage, done, total } = progress;
	const many = (count: number) =>
		stage === 'fetch' ? bytesInWords(count) : count.toLocaleString('en-US');
	if (total > 0) return `${STAGES[stage]}: ${many(Math.min(done, total))} of ${many(total)}`;
	return done > 0 ? `${STAGES[stage]}: ${many(done)}` : `${STAGES[stage]}…`;
}

/** Whether the import would change anything. */
export function bringsSomething({ report: { notes, cards, media } }: ImportSummary): boolean {
	return notes.added + notes.updated + cards.added + cards.progressTaken > 0 || media.added > 0;
}

/** Why a file changes nothing: it is here already, or none of it could be read. */
export function nothingInWords({ report: { notes, cards }, skipped }: ImportSummary): string {
	const here = notes.unchanged + notes.older + cards.kept;
	if (here + notes.conflicting === 0) return 'Nothing of it can be brought in';
	// What a file says of the catalog is not compared.
	return notes.conflicting + notes.catalog + skipped.total === 0
		? 'All of it is here already'
		: 'Nothing new in it';
}

/** What comes in or came in, in a few words; '' for nothing. */
export function broughtInWords({ report: { notes, cards } }: ImportSummary): string {
	const parts = [
		cards.added > 0 ? counted(cards.added, 'new card') : '',
		notes.updated > 0 ? counted(notes.updated, 'updated note') : '',
		cards.progressTaken > 0 ? `progress of ${counted(cards.progressTaken, 'card')}` : '',
	].filter(Boolean);
	const last = parts.pop() ?? '';
	return parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
}

export interface CountLine {
	name: string;
	count: number;
	/** What it means, where the name alone does not say. */
	hint: string;
}

const JUST_SO = 'They are here already, just so.';
const OF_CATALOG =
	'They are here already; cards of the catalog stay, whatever the file says of them.';

/** What is counted beside the new cards and decks, which stand above and below; without what there is none of. */
export function countLines({ report, media: { bytes } }: ImportSummary): CountLine[] {
	const { notes, cards, reviews, media, presets } = report;
	const lines: [string, number, string][] = [
		['Notes added', notes.added, ''],
		['Notes updated', notes.updated, 'What the file says takes the place of what is here.'],
		['Notes unchanged', notes.unchanged, notes.catalog > 0 ? OF_CATALOG : JUST_SO],
		['Older than here', notes.older, 'They were edited here later; the text here stays.'],
		['Conflicting', notes.conflicting, 'They do not fit the notes here, which stay as they are.'],
		['Cards kept', cards.kept, 'They are here; their progress stays.'],
		['Progress taken', cards.progressTaken, 'Cards that were never answered here.'],
		['Suspended', cards.suspended, 'As in the file.'],
		['Past answers', reviews.added, 'They count for the schedule and for statistics.'],
		['Deck options added', presets.added, ''],
		['Pictures and sounds added', media.added, bytes > 0 ? bytesInWords(bytes) : ''],
		['Pictures and sounds known', media.known, ''],
		['Media renamed', media.renamed, 'Another file here has the name.'],
	];
	return lines.flatMap(([name, count, hint]) => (count > 0 ? [{ name, count, hint }] : []));
}
