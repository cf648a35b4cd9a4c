import { describe, expect, it } from 'vitest';
import { drawingName } from './diagram.ts';
import { describeMistake } from './mistake.ts';
import { readCatalog } from './read-catalog.ts';

const FENCE =
	'flowchart TD\n  accDescr: A client calls a server and waits.\n  A[Client] -->|call| B[Server]';

/** A pattern file without a mistake of its own; line 6 is the first of `related`. */
function pattern(id: string, related: string[] = [], cards = ''): string {
	return `---
id: ${id}
name: ${id}
category: caching
level: beginner
related: [${related.map((other) => `{ id: ${other}, as: builds on, why: it does }`).join(', ')}]
sources: ["A book"]
---

## In one line

Keeps a copy of ${id}.

## Problem

${'Reads of the same row take all of the time that the database has, and more of them come each day. '.repeat(10)}

## How it works

${['Use when', 'Avoid when', 'Trade-offs', 'Anti-pattern', 'In the wild', 'Say it in an interview'].map((title) => `It does.\n\n## ${title}\n\n`).join('')}It does.

## Diagram

\`\`\`mermaid
${FENCE}
\`\`\`

## Cards

${cards}
${['alpha', 'beta', 'gamma'].map((word) => `### ${word}\nkind: recall\nlevel: beginner\nQ: What is the ${word} of ${id}, said by ${word} and ${id}?\nA: **${word}.**\n`).join('\n')}`;
}

const PATH = `id: start
name: Start
audience: All.
stages:
  - title: One
    steps:
      - { id: cdn, why: "First." }
      - { id: ttl, why: "Second." }
`;

function sound(): Map<string, string> {
	return new Map([
		['decks/categories.yaml', '- { id: caching, name: Caching, short: Cache }\n'],
		['decks/patterns/caching/cdn.md', pattern('cdn', ['ttl'])],
		['decks/patterns/caching/ttl.md', pattern('ttl')],
		['decks/paths/start.yaml', PATH],
		[
			'decks/ids.txt',
			['cdn', 'ttl']
				.flatMap((id) => ['alpha', 'beta', 'gamma'].map((slug) => `${id}/${slug}\n`))
				.join(''),
		],
		...['cdn', 'ttl'].map(
			(id) => [`decks/diagrams/${drawingName(id, FENCE)}`, '<svg viewBox="0 0 300 200"/>'] as const,
		),
	]);
}

function mistakesWith(change: (files: Map<string, string>) => void): string[] {
	const files = sound();
	change(files);
	return readCatalog(files).mistakes.map(describeMistake);
}

function replaceIn(files: Map<string, string>, file: string, from: string, to: string): void {
	files.set(file, (files.get(file) ?? '').replace(from, to));
}

const CDN = 'decks/patterns/caching/cdn.md';
const TTL = 'decks/patterns/caching/ttl.md';

describe('checks between files', () => {
	it('finds nothing wrong in a sound catalog', () => {
		expect(mistakesWith(() => {})).toEqual([]);
	});

	it('wants every link to resolve, once, and not to itself', () => {
		expect(
			mistakesWith((files) => files.set(CDN, pattern('cdn', ['ttl', 'none', 'ttl', 'cdn']))),
		).toEqual([
			`${CDN}:6: related "none" has no page; name a pattern that has one, or remove it`,
			`${CDN}:6: "ttl" is related twice; keep one`,
			`${CDN}:6: the pattern is related to itself; remove it`,
		]);
	});

	it('wants "also" to name another pattern that has a page', () => {
		const found = mistakesWith((files) =>
			replaceIn(files, TTL, 'level: beginner\nQ:', 'level: beginner\nalso: [none, ttl]\nQ:'),
		);
		expect(found).toEqual([
			expect.stringMatching(/ttl\.md:\d+: also: "none" has no page/),
			expect.stringMatching(/ttl\.md:\d+: also: "ttl" is this pattern/),
		]);
	});

	it('wants an id once, in a category that exists', () => {
		const found = mistakesWith((files) => files.set('decks/patterns/other/cdn.md', pattern('cdn')));
		expect(found).toContainEqual(
			`decks/patterns/other/cdn.md:1: the id "cdn" is taken by ${CDN}; choose another`,
		);
		const lost = mistakesWith((files) =>
			files.set('decks/categories.yaml', '- { id: other, name: Other, short: O }\n'),
		);
		expect(lost).toContainEqual(`${CDN}:4: no category "caching"; one of: other`);
	});

	it('wants the steps of a path to exist, each once', () => {
		const found = mistakesWith((files) =>
			files.set(
				'decks/paths/start.yaml',
				PATH.replace('id: ttl', 'id: none').replace('id: start', 'id: begin') +
					'      - { id: cdn, why: "Again." }\n',
			),
		);
		expect(found).toEqual([
			`decks/paths/start.yaml:1: the id is "begin"; it is the file's name`,
			'decks/paths/start.yaml:8: the step "none" has no page; write the page or remove the step',
			'decks/paths/start.yaml:9: the step "cdn" stands on line 7 already; keep one',
		]);
	});

	it('reports a path that lacks a key, and a file that is no pattern', () => {
		const found = mistakesWith((files) => {
			replaceIn(files, 'decks/paths/start.yaml', 'audience: All.\n', '');
			files.set('decks/patterns/notes.txt', 'x');
		});
		expect(found).toContainEqual(
			'decks/paths/start.yaml:1: "audience" is missing; whom it is for, in one sentence',
		);
		expect(found).toContainEqual(
			expect.stringContaining('decks/patterns/notes.txt:1: a file that is no pattern'),
		);
	});

	it('finds the same question in other words', () => {
		const front = 'Q: What is the alpha of cdn, said by alpha and cdn?';
		const found = mistakesWith((files) =>
			replaceIn(
				files,
				TTL,
				'Q: What is the beta of ttl, said by beta and ttl?',
				front.replace('What is', 'what IS'),
			),
		);
		expect(found).toEqual([
			expect.stringMatching(
				/ttl\.md:\d+: the card "ttl\/beta" asks the same as "cdn\/alpha" \(decks.*cdn\.md:\d+\)/,
			),
		]);
		const near = mistakesWith((files) =>
			replaceIn(
				files,
				TTL,
				'Q: What is the beta of ttl, said by beta and ttl?',
				front.replace('What is', 'Tell: what is'),
			),
		);
		expect(near).toEqual([expect.stringMatching(/asks nearly the same \(\d\d%\) as/)]);
	});

	it('guards released ids: none may vanish, a retired one stays, a new one is listed', () => {
		const gone = mistakesWith((files) =>
			files.set('decks/ids.txt', `${files.get('decks/ids.txt')}ttl/omega\n`),
		);
		expect(gone).toEqual([
			'decks/ids.txt:7: the card "ttl/omega" is gone, and people have studied it; restore it, or if it must go, keep it with "retired: true"',
		]);
		const retired = mistakesWith((files) =>
			replaceIn(files, TTL, 'kind: recall', 'retired: true\nkind: recall'),
		);
		expect(retired).toEqual([]);
		const fresh = mistakesWith((files) => replaceIn(files, 'decks/ids.txt', 'ttl/gamma\n', ''));
		expect(fresh).toEqual([
			'decks/ids.txt:6: 1 new id is not listed (ttl/gamma); run: npm run check:decks -- --accept-ids',
		]);
	});

	it('refuses a drawing that could do more than be seen', () => {
		const name = `decks/diagrams/${drawingName('cdn', FENCE)}`;
		for (const foreign of [
			'<script>',
			'<a href="https://x.org">',
			'<g onclick="x()">',
			'<style>',
			'<g',
		]) {
			const found = mistakesWith((files) => files.set(name, `<svg viewBox="0 0 9 9">${foreign}`));
			expect(found).toEqual([expect.stringContaining(`${name}:1: the drawing holds "${foreign}"`)]);
		}
	});

	it('reads the reasons of links and steps as prose', () => {
		const found = mistakesWith((files) => {
			replaceIn(files, 'decks/paths/start.yaml', 'First.', 'First!');
			replaceIn(files, CDN, 'why: it does', 'why: the colour');
		});
		expect(found).toEqual([
			expect.stringMatching(/start\.yaml:7: an exclamation mark/),
			expect.stringMatching(/cdn\.md:6: British spelling "colour"/),
		]);
	});

	it('says when a drawing is stale, missing or too wide', () => {
		const edited = mistakesWith((files) => replaceIn(files, CDN, '|call|', '|asks|'));
		const old = drawingName('cdn', FENCE);
		expect(edited).toEqual([
			`decks/diagrams/${old}:1: no diagram of the catalog has this drawing; run: npm run draw`,
			expect.stringMatching(
				/cdn\.md:\d+: this diagram has no drawing, or an older one; run: npm run draw/,
			),
		]);
		const wide = mistakesWith((files) =>
			files.set(`decks/diagrams/${old}`, '<svg viewBox="-2 -2 561.5 20"/>'),
		);
		expect(wide).toEqual([
			expect.stringMatching(/cdn\.md:\d+: the drawing is 562 px wide; at most 560/),
		]);
	});
});
