/** What the palette can reach: screens, categories and paths by their names; patterns come from the search. */
import type { LibraryIndex } from '$lib/content/library.ts';

export interface PaletteEntry {
	/** Unique among the entries. */
	id: string;
	name: string;
	/** What it is, or by which words it was found; '' for a screen. */
	detail: string;
	/** Where it leads, from the root of the app. */
	to:
		| {
				screen:
					| '/'
					| '/review'
					| '/catalog'
					| '/mock'
					| '/estimate'
					| '/estimate/calculator'
					| '/estimate/practice'
					| '/decks/import'
					| '/decks/export'
					| '/stats'
					| '/marked'
					| '/browse'
					| '/notes/new'
					| '/plan'
					| '/decks'
					| '/decks/options'
					| '/ready'
					| '/simulate'
					| '/settings'
					| '/help'
					| '/more';
				query?: string;
		  }
		| { pattern: string }
		| { path: string }
		| { comparison: string };
}

const SCREENS: PaletteEntry[] = [
	{ id: 'today', name: 'Today', detail: '', to: { screen: '/' } },
	{ id: 'review', name: 'Review', detail: '', to: { screen: '/review' } },
	{ id: 'catalog', name: 'Catalog', detail: '', to: { screen: '/catalog' } },
	{
		...{ id: 'problems', name: 'Problems', detail: 'Find patterns by what hurts' },
		to: { screen: '/catalog', query: '?by=problem' },
	},
	{
		...{ id: 'comparisons', name: 'Comparisons', detail: 'Patterns side by side' },
		to: { screen: '/catalog', query: '?by=comparison' },
	},
	{
		...{ id: 'paths', name: 'Learning paths', detail: '' },
		to: { screen: '/catalog', query: '?by=path' },
	},
	{
		...{ id: 'mock', name: 'Mock interviews', detail: 'A question, a clock, an interviewer' },
		to: { screen: '/mock' },
	},
	{ id: 'estimate', name: 'Estimate', detail: 'Drills', to: { screen: '/estimate' } },
	{
		...{ id: 'quick-fire', name: 'Quick fire', detail: '3 minutes of short drills' },
		to: { screen: '/estimate/practice', query: '?set=quick' },
	},
	{
		...{ id: 'calculator', name: 'Calculator', detail: 'Amounts with units, and tables' },
		to: { screen: '/estimate/calculator' },
	},
	{
		...{ id: 'ready', name: 'Readiness', detail: 'For each interview question' },
		to: { screen: '/ready' },
	},
	{
		...{ id: 'import', name: 'Import a deck', detail: 'Anki, CSV, Markdown, JSON, Mochi' },
		to: { screen: '/decks/import' },
	},
	{
		...{ id: 'export', name: 'Export decks', detail: 'Anki, JSON, Markdown, CSV' },
		to: { screen: '/decks/export' },
	},
	{ id: 'decks', name: 'Decks', detail: 'Your own, and the catalog', to: { screen: '/decks' } },
	{
		...{ id: 'deck-options', name: 'Deck options', detail: 'Limits, steps, retention' },
		to: { screen: '/decks/options' },
	},
	{ id: 'plan', name: 'Plan', detail: 'Until the interview', to: { screen: '/plan' } },
	{
		...{ id: 'stats', name: 'Statistics', detail: 'What you recall, and what comes back when' },
		to: { screen: '/stats' },
	},
	{
		...{ id: 'simulate', name: 'Retention', detail: 'What it costs, and what it brings' },
		to: { screen: '/simulate' },
	},
	{
		...{ id: 'marked', name: 'Marked cards', detail: 'Flagged, suspended, often forgotten' },
		to: { screen: '/marked' },
	},
	{
		...{ id: 'browse', name: 'Browse cards', detail: 'Search, sort and change all cards' },
		to: { screen: '/browse' },
	},
	{
		...{ id: 'new-note', name: 'New note', detail: 'Make cards of your own' },
		to: { screen: '/notes/new' },
	},
	{ id: 'settings', name: 'Settings', detail: '', to: { screen: '/settings' } },
	{ id: 'help', name: 'Help', detail: '', to: { screen: '/help' } },
	{ id: 'more', name: 'More', detail: '', to: { screen: '/more' } },
];

function wordsOf(text: string): string[] {
	return text
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
}

/** Screens, paths and categories of which each typed word begins a word of the name. */
export function namedEntries(index: LibraryIndex, query: string): PaletteEntry[] {
	const typed = wordsOf(query);
	const entries: PaletteEntry[] = [
		...SCREENS,
		...index.paths.map(({ id, name }): PaletteEntry => ({
			...{ id: `path/${id}`, name, detail: 'Learning path', to: { path: id } },
		})),
		...index.categories.map(({ id, name }): PaletteEntry => ({
			...{ id: `category/${id}`, name, detail: 'Category' },
			to: { screen: '/catalog', query: `?category=${id}` },
		})),
	];
	return entries.filter(({ id, name }) => {
		// Categories would crowd out the screens before anything is typed.
		if (typed.length === 0) return !id.startsWith('category/');
		const words = wordsOf(name);
		return typed.every((part) => words.some((word) => word.startsWith(part)));
	});
}
