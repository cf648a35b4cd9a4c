/** Interview questions as files: the manual's example, every mistake with its line, and all that we ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeMistake, sortMistakes } from '../../src/lib/content/mistake.ts';
import { readCatalog } from '../../src/lib/content/read-catalog.ts';
import { readQuestion, type ReadQuestion } from '../../src/lib/content/read-question.ts';
import { questionMistakes } from '../../src/lib/estimation/question-mistakes.ts';

const DECKS = join(import.meta.dirname, '../../decks');
const FILE = 'decks/questions/pastebin.yaml';
const example =
	/<!-- question:start -->\s*```yaml\n([\s\S]*?)```\s*<!-- question:end -->/.exec(
		readFileSync(join(DECKS, 'README.md'), 'utf8'),
	)?.[1] ?? '';

function mistakesOf(read: ReadQuestion): string[] {
	return sortMistakes([...read.mistakes, ...questionMistakes([read])]).map(describeMistake);
}

/** What is said of the example with one thing changed, with the line of the change put in as N. */
function saidOf(from: string, to: string): string {
	expect(example).toContain(from);
	const line = example.slice(0, example.indexOf(from)).split('\n').length;
	return mistakesOf(readQuestion(FILE, example.replace(from, to)))
		.map((text) => text.replace(`${FILE}:${line}:`, 'N:'))
		.join('\n');
}

describe('a question file', () => {
	it('is sound as the manual shows it', () => {
		expect(mistakesOf(readQuestion(FILE, example))).toEqual([]);
		expect(readQuestion(FILE, example).question?.probes).toHaveLength(4);
	});

	it.each([
		['id: pastebin', 'id: other', /^N: the id is "other"; it is the file's name/m],
		['difficulty: warm-up', 'difficulty: easy', /^N: "difficulty" is "easy"; write one of: warm/m],
		['chip: usage', 'chip: use', /^N: "clarify.2.chip" is "use"; write the chip under/m],
		['sets: [size]', 'sets: [weight]', /^N: nothing is called "weight"/m],
		['number of pastes per day', 'code colors', /"code colors" stands under q-scale already/m],
		['{ id: f1, t: store', '{ id: f2, t: store', /the id "f2" stands twice/m],
		['answer: 3.65', 'answer: 3.9', /^N: the answer is 3.9 where the formula gives 3.65 \(TB\)/m],
		['formula: writes * reads', 'formula: writes * views', /^N: nothing before it is called “view/m],
		['formula: pastes\n', 'formula: pastes * size\n', /^N: the formula gives a data rate/m],
		['unit: KB', 'unit: kilos', /^N: unknown unit “kilos”/m],
		['plausible: [1, 100]', 'plausible: [20, 100]', /^N: .*(value is outside|not plausible)/m],
		['- { id: rows, name', '- { id: tables, name', /^N: "tables" is not in the drawing/m],
		['service -->|body| objects', 'edge -->|body| objects', /no edge joins "service" and "obj/m],
		['for: [f2, n1]', 'for: [n1]', /no flow serves "f2"/m],
		['kind: failure', 'kind: async', /no failure path/m],
		['weight: 12', 'weight: 13', /the weights sum to 101; let them sum to 100/m],
		['dimension: trade-offs', 'dimension: depth', /no line judges trade-offs/m],
		['from: [d-body]', 'from: [d-box]', /^N: nothing is called "d-box"/m],
		['at: 30', 'at: 24', /^N: the minutes do not rise/m],
		['  p2: [cdn/viral', '  p9: [cdn/viral', /nothing is called "p9"/m],
		['mistakes: [Puts', 'mistakes: [Late, puts', /^N: "puts bodies.*" begins small; quote/m],
		['good: [Versions', 'good: [Up to 10,000 versions', /^N: "000 versions.*is the rest of a number/m],
		['One million a day.', 'One million a day!', /^N: an exclamation mark in prose/m],
	])('says where %s became %s', (from, to, expected) => {
		expect(saidOf(from, to)).toMatch(expected);
	});

	it('is held to patterns and cards that exist, to a title of its own, and to its id for good', () => {
		const files = new Map([
			[FILE, example],
			['decks/questions/twin.yaml', example.replace('id: pastebin', 'id: twin')],
			['decks/ids.txt', 'question/gone\nquestion/twin\n'],
		]);
		const said = readCatalog(files).mistakes.map(describeMistake).join('\n');
		expect(said).toContain('the pattern "object-storage" does not exist; name one that does');
		expect(said).toContain('the card "cdn/viral-expiry" does not exist');
		expect(said).toContain('twin.yaml:3: the title "Pastebin" is that of decks/questions/pastebin');
		expect(said).toContain('the question "question/gone" is gone, and people have studied it');
		expect(said).toContain('1 new id is not listed (question/pastebin)');
	});
});

describe('the questions of the catalog', () => {
	it('are sound, with every number computed again here', () => {
		const folder = join(DECKS, 'questions');
		const wrong = readdirSync(folder).flatMap((name) =>
			mistakesOf(readQuestion(`decks/questions/${name}`, readFileSync(join(folder, name), 'utf8'))),
		);
		expect(wrong).toEqual([]);
	});
});
