/** Who may import whom, as DESIGN.md draws it, told as the list of what breaks it. */
import { areaOf, importsOf, isTest, type SourceFile } from './source-files.ts';

const PURE = [
	'content',
	'scheduler',
	'interview',
	'estimation',
	'statistics',
	'plan',
	'browse',
	'readiness',
];

/** For each area, the areas that it may import beside itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
	content: [],
	scheduler: ['content'],
	interview: ['content'],
	estimation: ['content'],
	statistics: ['content', 'scheduler', 'estimation'],
	plan: ['content', 'scheduler'],
	browse: ['content', 'scheduler'],
	readiness: ['content', 'scheduler', 'estimation', 'interview'],
	'deck-import': ['content', 'scheduler'],
	db: [...PURE, 'deck-import'],
	state: [...PURE, 'deck-import', 'db'],
	components: [...PURE, 'deck-import'],
	routes: ['state', 'components', 'deck-import', ...PURE],
};

/** Packages that only one area may know; by the name's beginning. */
const ONLY_IN: Record<string, readonly string[]> = {
	dexie: ['db'],
	'ts-fsrs': ['scheduler'],
	'workbox-window': ['state'],
	dompurify: ['state'],
	'@zip.js/': ['deck-import'],
	'sql.js': ['deck-import', 'state'],
	fzstd: ['deck-import'],
	papaparse: ['deck-import'],
	mermaid: ['state'],
	'fsrs-browser': ['state'],
	svelte: ['state', 'components', 'routes'],
	'$app/': ['state', 'components', 'routes'],
	'@lucide/': ['components', 'routes'],
};

/** Every import that crosses the lines, as `file imports what`. */
export function importFaults(files: readonly SourceFile[]): string[] {
	return files
		.filter(({ path }) => !isTest(path))
		.flatMap((file) =>
			importsOf(file)
				.filter((to) => !isAllowed(file.path, to))
				.map((to) => `${file.path} imports ${to}`),
		);
}

function isAllowed(path: string, to: string): boolean {
	const from = areaOf(path);
	if (to.startsWith('src/')) {
		const area = areaOf(to);
		if (/\.server\.ts$/.test(to) && !/(\+server|\.server)\.ts$/.test(path)) return false;
		if (from === undefined) return area === undefined;
		return area !== undefined && (area === from || (MAY_IMPORT[from] ?? []).includes(area));
	}
	if (/^(scripts|tests|bench)\//.test(to)) return false;
	if (to.startsWith('node:')) return /(\+server|\.server)\.ts$/.test(path);
	const rule = Object.entries(ONLY_IN).find(([name]) =>
		name.endsWith('/') ? to.startsWith(name) : to === name || to.startsWith(`${name}/`),
	);
	return rule === undefined || (from !== undefined && rule[1].includes(from));
}
