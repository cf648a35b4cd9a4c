import { describe, expect, it } from 'vitest';
import { HTML_PAYLOADS, SVG_PAYLOADS } from '../../../tests/support/card-payloads.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { BASIC_TYPE, CLOZE_TYPE, REVERSED_TYPE } from '../content/own-note-types.ts';
import type { NoteType, OwnNote } from '../content/note.ts';
import { STOCK } from '../content/stock-note-types.ts';
import { nameMedia, putMedia } from '../db/media.ts';
import { fieldsOfNote } from '../db/note-fields.ts';
import { fieldsOfType } from '../db/note-types.ts';
import { RecordWriter } from '../db/record-writer.ts';
import { loadCard } from './card-content.ts';
import { compileNote, type NoteToShow } from './compile-note.ts';
import type { Library } from './library.svelte.ts';
import { plainTextOf } from './plain-text.ts';

const html = (front: string, back: string, more: Partial<NoteType> = {}): NoteType => ({
	...{ id: 'type/h', name: 'Basic', kind: 'plain', text: 'html', fields: ['Front', 'Back'] },
	...{ templates: [{ name: 'Card 1', front, back }], css: '.card { color: teal }' },
	...more,
});
const PICTURE = Uint8Array.from([
	...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
	...[0, 0, 0, 40, 0, 0, 0, 30],
]).buffer;
const FILES: Record<string, { type: string; bytes: ArrayBuffer }> = {
	'a b.png': { type: 'image/png', bytes: PICTURE },
	'a.mp3': { type: 'audio/mpeg', bytes: PICTURE },
	'page.png': { type: 'text/html', bytes: PICTURE },
};

function compile(type: NoteType, fields: string[], ordinal = 0, more: Partial<NoteToShow> = {}) {
	return compileNote(`note/x/${ordinal}`, {
		...{ note: { fields, tags: ['t'] }, type, ordinal, deck: ['A', 'B'] },
		media: async (name) => FILES[name],
		...more,
	});
}

describe('a note in Markdown', () => {
	it('shows as a released card does, its answer apart from its question', async () => {
		const card = await compile(BASIC_TYPE, ['What is `x`?', '| a | b |\n|--|--|\n| 1 | 2 |']);
		expect(card).toMatchObject({
			...{ kind: 'recall', frontHtml: '<p>What is <code>x</code>?</p>', tags: ['t'], answers: [] },
			...{ own: { deck: ['A', 'B'], typed: false, problems: [] } },
		});
		expect(card.backHtml).toMatch(/^<div class="table"/);
		expect(card).not.toHaveProperty('document');
		const back = await compile(REVERSED_TYPE, ['one', 'two'], 1);
		expect([back.frontHtml, back.backHtml]).toEqual(['<p>two</p>', '<p>one</p>']);
	});

	it('hides the words of one number of a cloze, with its hint', async () => {
		const text = '{{c1::**Raft**::protocol}} elects a {{c2::leader}}';
		const card = await compile(CLOZE_TYPE, [text, 'More'], 0);
		expect(card.kind).toBe('cloze');
		expect(card.frontHtml).toContain('<span class="cloze">[protocol]</span>');
		expect(card.frontHtml).not.toContain('Raft');
		expect(card.filledHtml).toContain('<strong>Raft</strong>');
		expect(card.filledHtml).toContain('More');
		expect([card.answers, card.backHtml, card.own?.typed]).toEqual([['Raft'], '', false]);
		expect(plainTextOf(card)).toContain('[protocol]');
		const alone = await compile(CLOZE_TYPE, [text, ''], 1);
		expect(plainTextOf(alone)).not.toBe(plainTextOf(card));
		expect(alone.answers).toEqual(['leader']);
		// The break before the extra field leaves no gap where that is empty.
		expect(alone.filledHtml).toMatch(/leader<\/\w+><\/p>$/);
	});

	it('with traits is one of our kinds, blanks and points and all', async () => {
		const traits: OwnNote['traits'] = { kind: 'cloze', level: 'expert', also: [], answers: ['q'] };
		const card = await compile(BASIC_TYPE, ['A ==quorum== ![map](<a b.png>)', 'Why'], 0, {
			note: { fields: ['A ==quorum== ![map](<a b.png>)', 'Why'], tags: [], traits },
		});
		expect(card.frontHtml).toContain('class="blank"');
		expect(card.frontHtml).toContain('<img data-media="0" alt="map">');
		expect(card.filledHtml).toContain('quorum');
		expect(plainTextOf(card)).toMatch(/^A quorum/);
		expect([card.level, card.answers]).toEqual(['expert', ['quorum', 'q']]);
		expect(card.media?.get('0')).toMatchObject({ size: { width: 40, height: 30 } });
	});

	it('asks for typing where its template does, and shows what was expected', async () => {
		const type = { ...BASIC_TYPE, ...STOCK['Basic (type in the answer)'] };
		const card = await compile(type, ['How many?', '42 <b>']);
		expect([card.answers, card.own?.typed]).toEqual([['42 <b>'], true]);
		expect(card.frontHtml).not.toContain('42');
		expect(card.filledHtml).toContain('<code class="typed-answer">42 &lt;b&gt;</code>');
	});

	it('has its diagrams drawn', async () => {
		const card = await compile(BASIC_TYPE, ['```mermaid\nflowchart TD\n  a --> b\n```', 'x']);
		expect(card.frontHtml).toMatch(/<figure class="diagram"><svg /);
		const bad = await compile(BASIC_TYPE, ['```mermaid\nflowchart TD\n  a -->\n```', 'x']);
		expect(bad.frontHtml).toContain('<pre class="undrawn">');
		expect(bad.frontHtml).toContain('This diagram is not drawn. Line ');
	});

	it('says why a diagram is not drawn that would hold up everything else', async () => {
		const people = Array.from({ length: 700 }, (_, at) => `participant p${at}`).join('\n');
		const groups = Array.from({ length: 300 }, (_, at) => `subgraph g${at}`).join('\n');
		const fence = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\``;
		const mad = [`sequenceDiagram\n${people}`, `flowchart TD\n${groups}`].map(fence);
		const card = await compile(BASIC_TYPE, [mad[0]!, mad[1]!]);
		expect(card.frontHtml).toMatch(/is not drawn\. The .*at most [\d,]+ are drawn/);
		expect(card.frontHtml).toContain('participant p699');
		expect(card.backHtml).toMatch(/is not drawn\. Groups stand 300 deep/);
		const many = await compile(BASIC_TYPE, [
			fence('flowchart TD\na').concat('\n\n').repeat(8),
			'x',
		]);
		expect(many.frontHtml.match(/<figure class="diagram"><svg /g)).toHaveLength(6);
		expect(many.frontHtml.match(/the first 6 are drawn/g)).toHaveLength(2);
	});

	it.each([
		'a.a.a.'.repeat(2700),
		'>'.repeat(4096),
		'['.repeat(20_000),
		Array.from({ length: 1500 }, (_, at) => `${' '.repeat(Math.min(at, 200))}- x`).join('\n'),
		'*a_ '.repeat(4000),
		'|a'.repeat(8000),
		'`'.repeat(16_000),
		'![a]('.repeat(3000),
		'{{c1::'.repeat(2700),
		'a\n'.repeat(200_000),
	])('of any size ends, and is never larger than a few times itself: %j', async (text) => {
		const card = await compile(CLOZE_TYPE, [`{{c1::x}} ${text}`, text]);
		expect((card.frontHtml + (card.filledHtml ?? '')).length).toBeLessThan(40 * text.length + 9000);
	});
});

describe('an imported note', () => {
	it('is a document, with its style sheet and its media', async () => {
		const card = await compile(html('{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}'), [
			'<b>Q</b> <img src="a%20b.png" width=20>[sound:a.mp3]',
			'<img src="page.png"><img src="no.png">',
		]);
		expect(card.document).toEqual({
			frontHtml:
				'<b>Q</b> <img data-media="0" alt="" width="20"><audio controls="" data-media="1"></audio>',
			backHtml: expect.stringContaining('<hr class="id-answer">'),
			css: '.card { color: teal; }',
		});
		expect(card.document?.backHtml).toContain('The file page.png is missing');
		expect(card.document?.backHtml).toContain('The file no.png is missing');
		expect([...(card.media?.values() ?? [])].map(({ type }) => type)).toEqual([
			...['image/png', 'audio/mpeg'],
		]);
		expect([card.frontHtml, plainTextOf(card)]).toEqual(['<p>Q</p>', 'Q']);
	});

	it('explains what its template cannot do, and an empty front', async () => {
		const card = await compile(html('{{Nope}}{{#Front}}', ''), ['', 'b']);
		expect(card.own?.problems).toEqual([
			'Template “Card 1”: "Front" is not closed.',
			'Template “Card 1”: There is no field "Nope".',
			expect.stringContaining('The front of this card is empty'),
		]);
		expect((await compile(html('x', 'y'), [], 7)).own?.problems[0]).toContain('Template 8');
	});

	it('covers a picture where it hides it', async () => {
		const type = html('{{Image}}', '{{Image}}', { kind: 'occlusion', fields: ['O', 'Image'] });
		const shapes = '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}';
		const card = await compile(type, [shapes, '<img src="a b.png">']);
		expect(card.document?.frontHtml).toMatch(
			/<div class="occluded"><img data-media="0" alt=""><svg [^>]*class="occlusion"|<svg class="occlusion"/,
		);
		expect(card.document?.frontHtml).toContain('class="occlusion-asked-front"');
		expect(card.document?.backHtml).toContain('class="occlusion-asked-back"');
		expect(plainTextOf(card)).toBe('Picture');
	});

	it('compares what is typed on the back', async () => {
		const type = html('{{Front}} {{type:Back}}', '{{Front}}<hr>{{type:Back}}');
		const card = await compile(type, ['Q', '<i>forty</i> two']);
		expect([card.answers, card.own?.typed]).toEqual([['forty two'], true]);
		expect(card.document?.frontHtml).toBe('Q ');
		expect(card.own).not.toHaveProperty('anyMarks');
		const loose = html('{{Front}} {{type:nc:Back}}', '{{type:nc:Back}}');
		expect((await compile(loose, ['Q', 'naïve'])).own).toMatchObject({ anyMarks: true });
		expect(card.document?.backHtml).toContain('<code class="typed-answer">forty two</code>');
	});
});

it.each([...HTML_PAYLOADS, ...SVG_PAYLOADS].map((payload, at) => [at, payload] as const))(
	'payload %i passes in no field, template, or format',
	async (_, payload) => {
		const types = [
			BASIC_TYPE,
			CLOZE_TYPE,
			html('{{Front}}', '{{Back}}'),
			html(payload, `{{FrontSide}}${payload}`),
			{ ...html(`{{Front}} ${payload}`, payload), text: 'markdown' as const },
		];
		for (const type of types) {
			const card = await compile(type, [`{{c1::${payload}}} ${payload}`, payload]);
			const sides = [card.frontHtml, card.filledHtml, card.backHtml, card.document?.frontHtml];
			const holder = new DOMParser().parseFromString(
				[...sides, card.document?.backHtml].join('\n'),
				'text/html',
			);
			const found = holder.querySelectorAll(
				'body :is(script, style, iframe, object, embed, form, input, button, meta, base, link, [src], [srcset], [autofocus], [name], [style*=fixed], [style*=url])',
			);
			expect([...found].map(({ outerHTML }) => outerHTML)).toEqual([]);
			for (const element of holder.querySelectorAll('*')) {
				expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([]);
			}
		}
	},
);

it('is read from the database by the id of its card', async () => {
	const student = new Student(await openReady());
	const writer = new RecordWriter(student.db, student.moment);
	const type = html('{{Front}}', '{{Back}}');
	const { id, ...fields } = type;
	const note: OwnNote = {
		...{ id: 'note/a', guid: 'g', noteType: id, fields: ['<img src="a b.png">', 'B'], tags: [] },
		...{ modified: 5, deck: 'deck/1', decks: { 0: 'deck/2' }, ordinals: [0], position: 3 },
	};
	await writer.write('note', note.id, fieldsOfNote(note));
	await writer.write('noteType', id, fieldsOfType({ id, ...fields }));
	await writer.write('deck', 'deck/2', { path: ['A', 'C'], description: '', daily: true });
	await writer.save();
	await putMedia(student.db, 'h1', 'image/png', PICTURE);
	const named = { hash: 'h1', type: 'image/png', size: PICTURE.byteLength };
	await nameMedia(student.db, 'a b.png', named, student.moment);
	const library = {} as Library;
	const card = await loadCard(student.db, library, 'note/a/0');
	expect(card).toMatchObject({
		...{ id: 'note/a/0', own: { deck: ['A', 'C'] } },
		document: { frontHtml: '<img data-media="0" alt="">', backHtml: 'B' },
	});
	expect(await loadCard(student.db, library, 'note/b/0')).toBeUndefined();
});
