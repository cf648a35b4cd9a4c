/** The deck that docs/deck-files.md shows is one. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';
import { readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { writeMarkdownDeck } from '../../src/lib/deck-import/export/write-markdown-deck.ts';

const manual = readFileSync(new URL('../../docs/deck-files.md', import.meta.url), 'utf8');
const example = /<!-- example:start -->\n+```text\n([\s\S]*?)```/.exec(manual)?.[1] ?? '';

test('the example reads without a remark, and comes back from an export', () => {
	const read = readMarkdown(example, 'File');
	expect([read.skipped.first, read.repaired.first]).toEqual([[], []]);
	expect(read.notes.map(({ guid }) => guid)).toEqual([
		...['my-caching/hit-rate', 'my-caching/ttl', 'my-caching/layers', 'my-caching/plain'],
	]);
	expect(read.cards).toHaveLength(5);
	const again = readMarkdown(writeMarkdownDeck(read).text, 'File');
	expect([again.notes, again.cards]).toEqual([read.notes, read.cards]);
});

test('the limits are those of the code', () => {
	const { entries, archive, collection, text, media, field } = LIMITS;
	const said = [entries, archive / 2 ** 30, collection / 2 ** 20, text / 2 ** 20, media / 2 ** 20];
	expect([...said, field / 1024]).toEqual([100_000, 2, 512, 64, 50, 256]);
	expect(manual).toContain(
		'100,000 entries and 2 GiB in an archive, 512 MiB for a collection, 64 MiB for text, 50 MiB for a media file, 256 KiB for a field',
	);
});
