/** Gathers what a search can name from the cards that there are. */
import type { CardColumns } from './card-columns.ts';
import type { Vocabulary } from './suggest-search.ts';

/** Every list sorted, without what stands twice. Decks and tags come with those above them. */
export function searchVocabulary(columns: CardColumns): Vocabulary {
	const { decks } = columns;
	const texts = columns.texts.filter((text) => text !== undefined);
	const words = {
		...{ tags: new Set<string>(), noteTypes: new Set<string>(), templates: new Set<string>() },
		...{ fields: new Set<string>(), categories: new Set<string>() },
	};
	const types = new Set(texts.map(({ type }) => type));
	for (const { name, fields, cards } of types) {
		words.noteTypes.add(name);
		for (const field of fields) words.fields.add(field);
		for (const card of cards) words.templates.add(card);
	}
	for (const { tags, category } of texts) {
		for (const tag of tags) words.tags.add(tag);
		if (category !== '') words.categories.add(category);
	}
	return {
		decks: sorted(withParents(decks.map(({ path }) => path))),
		tags: sorted(withParents(words.tags)),
		noteTypes: sorted(words.noteTypes),
		templates: sorted(words.templates),
		fields: sorted(words.fields),
		categories: sorted(words.categories),
		presets: sorted(new Set(decks.map(({ preset }) => preset))),
	};
}

function withParents(paths: Iterable<string>): Set<string> {
	const all = new Set<string>();
	for (const path of paths) {
		const parts = path.split('::');
		for (const end of parts.keys()) all.add(parts.slice(0, end + 1).join('::'));
	}
	return all;
}

function sorted(words: Iterable<string>): string[] {
	return [...words].sort((a, b) => a.localeCompare(b, 'en'));
}
