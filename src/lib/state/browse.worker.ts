/** Searches all cards beside the page: opens the database itself, keeps the cards in columns, follows changes. */
import { hasRegex } from '$lib/browse/compile-search.ts';
import { needsWhole } from '$lib/browse/needs-whole.ts';
import { searchDoubts } from '$lib/browse/search-doubts.ts';
import { searchVocabulary } from '$lib/browse/search-vocabulary.ts';
import { asDbError } from '$lib/db/db-error.ts';
import { openBeside } from '$lib/db/open-beside.ts';
import { browseLine } from '$lib/browse/browse-line.ts';
import type { Place, Question, QuestionName, Questions, Told } from './browse-messages.ts';
import { BrowseReader } from './browse-reader.ts';

let reader: BrowseReader | undefined;
let patience = Infinity;

class SlowSearch extends Error {}

function tell(told: Told, transfer: Transferable[] = []): void {
	self.postMessage(told, { transfer });
}

async function open({ name, install, library, ...place }: Place): Promise<{ cards: number }> {
	patience = place.patience.search;
	const db = await openBeside(name, install, ({ message }) => tell({ trouble: message }));
	reader = new BrowseReader(db, {
		read: (reading) => tell({ read: reading }),
		changed: () => tell({ changed: true }),
	});
	await reader.read(library);
	return { cards: reader.collection.columns.size };
}

function opened(): BrowseReader {
	if (!reader) throw new Error('The worker is asked before it has opened the database.');
	return reader;
}

async function answer(question: Question): Promise<Questions[QuestionName]['gets']> {
	if (question.what === 'open') return open(question.asks);
	const reader = opened();
	const { collection, whole } = reader;
	const { columns } = collection;
	switch (question.what) {
		case 'search': {
			const { search, sort, moment } = question.asks;
			if (needsWhole(search, sort.by)) await whole;
			const start = performance.now();
			const look = () => {
				if (performance.now() - start > patience) throw new SlowSearch();
			};
			const uncertain = hasRegex(search);
			if (uncertain) tell({ begun: question.number });
			const rows = collection.search(search, sort, moment, uncertain ? look : undefined);
			const doubts = searchDoubts(search, columns);
			return { rows, all: columns.size, doubts, took: performance.now() - start };
		}
		case 'whole':
			await whole;
			return {};
		case 'lines':
			await reader.showTexts(question.asks.rows);
			return question.asks.rows.map((row) => browseLine(columns, row, question.asks.moment.now));
		case 'ids':
			return [...question.asks.rows].flatMap((row) =>
				columns.has(row) ? [columns.ids[row] ?? ''] : [],
			);
		case 'words':
			await whole;
			return searchVocabulary(columns);
	}
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	answer(data).then(
		(gets) => tell({ number: data.number, gets }, 'rows' in gets ? [gets.rows.buffer] : []),
		(problem: unknown) => {
			if (problem instanceof SlowSearch) tell({ slow: data.number });
			else tell({ number: data.number, problem: asDbError(problem).message });
		},
	);
});
