/** The catalog of this build: reads decks/ from the sources, and refuses to go on where it has mistakes. */
import { compileLibrary, type CompiledLibrary } from './compile-library.ts';
import { CatalogError } from './mistake.ts';
import { readCatalog } from './read-catalog.ts';

const texts = import.meta.glob<string>(
	[
		'/decks/patterns/**',
		'/decks/paths/*.yaml',
		'/decks/drills/*.yaml',
		'/decks/questions/*.yaml',
		'/decks/comparisons/*.md',
		'/decks/diagrams/*.svg',
		'/decks/categories.yaml',
		'/decks/scenarios.yaml',
		'/decks/groups.yaml',
		'/decks/ids.txt',
	],
	{ query: '?raw', import: 'default', eager: true },
);

let compiled: CompiledLibrary | undefined;

/** @throws CatalogError listing every mistake with its file and line. */
export function builtLibrary(): CompiledLibrary {
	if (compiled) return compiled;
	const files = new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text]));
	const { catalog, drawings, mistakes } = readCatalog(files);
	if (mistakes.length > 0) throw new CatalogError(mistakes);
	return (compiled = compileLibrary(catalog, drawings));
}
