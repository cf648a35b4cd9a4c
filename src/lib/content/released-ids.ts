/** Guards decks/ids.txt: an id that was ever released is kept for ever, because histories hang on it. */
import { drillOfCard } from './drill-id.ts';
import type { Mistake } from './mistake.ts';

export const IDS_FILE = 'decks/ids.txt';

/** Before the id of a question in the list; past interviews name their question. */
export const QUESTION_PREFIX = 'question/';

function kindOf(id: string): string {
	if (id.startsWith(QUESTION_PREFIX)) return 'question';
	return drillOfCard(id) ? 'drill' : 'card';
}

/** The text of the file for these ids. */
export function writeIds(ids: Iterable<string>): string {
	return [...new Set(ids)]
		.sort()
		.map((id) => `${id}\n`)
		.join('');
}

/** Compares the list with the cards, drills and questions that exist. */
export function checkReleasedIds(listText: string, present: ReadonlySet<string>): Mistake[] {
	const mistakes: Mistake[] = [];
	const listed = new Map<string, number>();
	listText.split(/\r?\n/).forEach((line, index) => {
		if (line.trim() !== '') listed.set(line.trim(), index + 1);
	});
	for (const [id, line] of listed) {
		if (present.has(id)) continue;
		mistakes.push({
			file: IDS_FILE,
			line,
			what: `the ${kindOf(id)} "${id}" is gone, and people have studied it`,
			right: 'restore it, or if it must go, keep it with "retired: true"',
		});
	}
	const fresh = [...present].filter((id) => !listed.has(id));
	if (fresh.length > 0) {
		mistakes.push({
			file: IDS_FILE,
			line: listed.size + 1,
			what: `${fresh.length} new ${fresh.length === 1 ? 'id is' : 'ids are'} not listed (${fresh.slice(0, 3).join(', ')}${fresh.length > 3 ? ', ...' : ''})`,
			right: 'run: npm run check:decks -- --accept-ids',
		});
	}
	return mistakes;
}
