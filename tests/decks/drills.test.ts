/** Drills as files: the manual's example, every mistake with its line, and the numbers of all that we ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeMistake, sortMistakes } from '../../src/lib/content/mistake.ts';
import { readCatalog } from '../../src/lib/content/read-catalog.ts';
import { readDrill, type ReadDrill } from '../../src/lib/content/read-drill.ts';
import { drillMistakes } from '../../src/lib/estimation/drill-mistakes.ts';

const DECKS = join(import.meta.dirname, '../../decks');
const FILE = 'decks/drills/photo-feed-reads.yaml';
const example =
	/<!-- drill:start -->\s*```yaml\n([\s\S]*?)```\s*<!-- drill:end -->/.exec(
		readFileSync(join(DECKS, 'README.md'), 'utf8'),
	)?.[1] ?? '';

function mistakesOf(read: ReadDrill): string[] {
	return sortMistakes([...read.mistakes, ...drillMistakes([read])]).map(describeMistake);
}

/** What is said of the example with one thing changed, with the line of the change put in as N. */
function saidOf(from: string, to: string): string[] {
	expect(example).toContain(from);
	const line = example.slice(0, example.indexOf(from)).split('\n').length;
	return mistakesOf(readDrill(FILE, example.replace(from, to))).map((text) =>
		text.replace(`${FILE}:${line}:`, 'N:'),
	);
}

describe('a drill file', () => {
	it('is sound as the manual shows it', () => {
		expect(mistakesOf(readDrill(FILE, example))).toEqual([]);
		expect(readDrill(FILE, example).template?.asks).toHaveLength(2);
	});

	it.each([
		['id: photo-feed-reads', 'id: other', /^N: the id is "other"; it is the file's name/],
		['topic: bandwidth', 'topic: width', /^N: "topic" is "width"; write one of: qps/],
		['level: inter', 'colour: 1\nlevel: inter', /^N: unknown key "colour"/],
		['say: daily users, from: 1e6', 'say: daily users', /^N: "inputs.users" .* one of: from and/],
		['from: 1e6', 'from: many', /^N: "inputs.users.from" is "many"; write with "to": the least/],
		['  size: {', '  Size: {', /^N: "inputs.Size" .*small letters/],
		['unit: KB', 'unit: kilos', /^N: unknown unit “kilos”/],
		['{photos} photos', '{pics} photos', /nothing is called \{pics\}/],
		['formula: users * photos / day', 'formula: users * photos', /^N: the formula gives .* rate/],
		['formula: average * peak', 'formula: average', /^N: the last step gives/],
		['expect: rate', 'expect: speed', /^N: "asks.0.expect" is "speed"; write one of: count/],
		['unit: Gbit/s', 'unit: GB', /“GB” is not a data rate/],
		['title: Reads of', 'title: The colour of', /^N: British spelling "colour"/],
	])('says where %s became %s', (from, to, expected) => {
		expect(saidOf(from, to).join('\n')).toMatch(new RegExp(expected.source, 'm'));
	});

	it('is held to patterns that exist, to a title of its own, and to its id for good', () => {
		const files = new Map([
			[FILE, example],
			['decks/drills/twin.yaml', example.replace('id: photo-feed-reads', 'id: twin')],
			['decks/drills/notes.md', ''],
			['decks/ids.txt', 'drill/gone\ndrill/twin\n'],
		]);
		expect(readCatalog(files).mistakes.map(describeMistake)).toEqual([
			'decks/drills/notes.md:1: a file that is no pattern, path, drill, question or comparison; patterns are decks/patterns/<category>/<id>.md, paths decks/paths/<id>.yaml, drills decks/drills/<id>.yaml, questions decks/questions/<id>.yaml, comparisons decks/comparisons/<id>.md',
			`${FILE}:5: the pattern "cdn" has no page; name a pattern that has one, or remove it`,
			'decks/drills/twin.yaml:2: the title "Reads of a photo feed" is that of decks/drills/photo-feed-reads.yaml; say what differs',
			'decks/drills/twin.yaml:5: the pattern "cdn" has no page; name a pattern that has one, or remove it',
			'decks/ids.txt:1: the drill "drill/gone" is gone, and people have studied it; restore it, or if it must go, keep it with "retired: true"',
			'decks/ids.txt:3: 1 new id is not listed (drill/photo-feed-reads); run: npm run check:decks -- --accept-ids',
		]);
	});
});

describe('the drills of the catalog', () => {
	const folder = join(DECKS, 'drills');

	// One test for each: together they calculate longer than a test may take on a busy machine.
	it.each(readdirSync(folder))('%s states only numbers that are computed again here', (name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		expect(mistakesOf(readDrill(`decks/drills/${name}`, text))).toEqual([]);
	});
});
