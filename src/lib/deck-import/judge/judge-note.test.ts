import { describe, expect, it, test } from 'vitest';
import type { ImportedNote, SourceFormat } from '../imported.ts';
import { stockType } from '../stock-types.ts';
import { htmlOfField } from '../template/markdown-html.ts';
import type { ExistingNote } from './existing-state.ts';
import { judgeNote, type NoteJudging } from './judge-note.ts';

const NOW = 5_000;
const BASIC = stockType('Basic', 'html', ['Front', 'Back']);
const MARKDOWN = stockType('Basic', 'markdown', ['Front', 'Back']);

function brought(fields: readonly string[], more: Partial<ImportedNote> = {}): ImportedNote {
	return { key: 'k', guid: 'g', noteType: 't', fields, tags: [], modified: 0, ...more };
}

function here(more: Partial<ExistingNote> = {}): ExistingNote {
	return {
		...{ id: 'note/1', text: 'html', kind: 'plain', fieldNames: ['Front', 'Back'] },
		...{ fields: ['a', 'b'], tags: [], modified: 1_000, deckId: 'deck', cards: new Map() },
		...more,
	};
}

const by = (format: SourceFormat, more: Partial<NoteJudging> = {}): NoteJudging => ({
	...{ format, sameDeck: true, now: NOW, ...more },
});

describe('a text that was edited in an editor', () => {
	test.each<[SourceFormat, number, string, number]>([
		// As it was exported, with the time of the edit before.
		['markdown', 1_000, 'updated', NOW],
		['json', 1_000, 'updated', NOW],
		['markdown', 0, 'updated', NOW],
		['markdown', 2_000, 'updated', 2_000],
		// Edited here since.
		['markdown', 900, 'older', 900],
		// Anki has its own times.
		['anki', 1_000, 'older', 1_000],
	])('%s of %i is %s', (format, modified, verdict, then) => {
		const judged = judgeNote(brought(['a', 'c'], { modified }), BASIC, here(), by(format));
		expect([judged.verdict, judged.note.modified]).toEqual([verdict, then]);
	});

	it('is one too where only what is to be typed has changed', () => {
		const own = { kind: 'number', level: 'beginner', also: [], answers: ['90 %'] } as const;
		const note = brought(['a', 'b'], {
			modified: 1_000,
			own: { ...own, answers: ['90 %', '0.9'] },
		});
		const known = here({ text: 'markdown', own });
		expect(judgeNote(note, MARKDOWN, known, by('markdown')).verdict).toBe('updated');
		expect(judgeNote({ ...note, own }, MARKDOWN, known, by('markdown')).verdict).toBe('unchanged');
	});
});

it('a tag with blanks is known again where it went out as one word', () => {
	const known = here({ tags: ['two words', 'x'] });
	const tagged = (tags: string[]) =>
		judgeNote(brought(['a', 'b'], { tags }), BASIC, known, by('text')).verdict;
	expect(tagged(['two_words', 'x'])).toBe('unchanged');
	expect(tagged(['two_words'])).toBe('updated');
});

describe('a format without types', () => {
	const question = here({ fieldNames: ['Question', 'Answer'] });

	it('changes the text of a note and leaves its type', () => {
		expect(judgeNote(brought(['a', 'c']), BASIC, question, by('text'))).toMatchObject({
			...{ verdict: 'updated', keepsType: true, note: { fields: ['a', 'c'] } },
		});
		expect(judgeNote(brought(['a', 'b', '']), BASIC, question, by('text')).verdict).toBe(
			'unchanged',
		);
	});

	it('leaves out what has no field here, and a cloze in place of a question', () => {
		expect(judgeNote(brought(['a', 'b', 'c']), BASIC, question, by('text')).verdict).toBe(
			'conflicting',
		);
		const cloze = stockType('Cloze', 'html', ['Text', 'Back Extra']);
		expect(judgeNote(brought(['{{c1::a}}', 'b']), cloze, here(), by('text')).verdict).toBe(
			'conflicting',
		);
	});

	it('leaves what it has no place for', () => {
		const known = here({ tags: ['mine'] });
		const silent = { tags: true, fieldsFrom: 1 } as const;
		expect(judgeNote(brought(['a', '']), BASIC, known, by('text', { silent })).verdict).toBe(
			'unchanged',
		);
		expect(judgeNote(brought(['c', '']), BASIC, known, by('text', { silent })).note).toMatchObject({
			fields: ['c', 'b'],
			tags: ['mine'],
		});
	});

	it('knows a note in Markdown again by its HTML, and says why it cannot change it', () => {
		const fields = ['What does `LRU` evict?', '- one\n- two'];
		const known = here({ text: 'markdown', fields });
		const shown = fields.map((text) => htmlOfField(text, 'markdown'));
		expect(judgeNote(brought(shown), BASIC, known, by('text')).verdict).toBe('unchanged');
		expect(
			judgeNote(brought(shown, { tags: ['new'] }), BASIC, known, by('text')).note,
		).toMatchObject({ fields, tags: ['new'] });
		const { verdict, reason } = judgeNote(brought(['x', 'y']), BASIC, known, by('text'));
		expect([verdict, reason]).toEqual(['conflicting', expect.stringContaining('in Markdown')]);
	});
});

it('a blank that has gone takes its card with it, a hint or another order does not', () => {
	const cloze = stockType('Cloze', 'markdown', ['Text', 'Back Extra']);
	const fields = ['{{c1::a}} {{c2::b}} {{c3::c}}', ''];
	const known = here({
		text: 'markdown',
		kind: 'cloze',
		fieldNames: ['Text', 'Back Extra'],
		fields,
	});
	const gone = (text: string) => judgeNote(brought([text, '']), cloze, known, by('markdown')).gone;
	expect(gone('{{c3::c}} {{c1::a::hint}} b')).toEqual([1]);
	expect(gone('{{c2::b}} {{c1,3::a}} {{c4::d}}')).toEqual([]);
});

it('a name given by hand in another file replaces no note of another deck', () => {
	const elsewhere = by('markdown', { sameDeck: false });
	const known = here({ text: 'markdown' });
	const other = brought(['c', 'd']);
	expect(judgeNote(other, MARKDOWN, known, elsewhere)).toMatchObject({
		...{ verdict: 'conflicting', reason: expect.stringContaining('“id”') },
	});
	expect(judgeNote(other, MARKDOWN, known, by('markdown')).verdict).toBe('updated');
	expect(judgeNote(brought(['a', 'd']), MARKDOWN, known, elsewhere).verdict).toBe('updated');
});
