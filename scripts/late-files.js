/**
 * Puts what is large and seldom needed apart from the rest, to be stored after everything else: what
 * draws, into one file; workers and WebAssembly, each into its own.
 */

/** What draws and all that only it needs, with the kinds of diagrams that an interview asks for. */
const OF_THE_ENGINE =
	/\/node_modules\/(mermaid|d3(-[\w-]+)?|dagre-d3-es|khroma|dayjs|stylis|marked|roughjs|path-data-parser|points-on-(curve|path)|hachure-fill|es-toolkit|@iconify\/utils|@braintree\/sanitize-url|ts-dedent|internmap|delaunator|robust-predicates|@upsetjs\/venn\.js)\//;
const KINDS =
	'flowDiagram|sequenceDiagram|stateDiagram(-v2)?|classDiagram(-v2)?|erDiagram|dagre|sizeCapture|chunk';

/** Where the files lie among those of the build; the service worker knows them by this. */
const FOLDER = '_app/immutable/late/';
/** Where Kit puts the files of workers. Only those that a page names itself are in the list to be stored. */
const UNLISTED = /^_app\/immutable\/workers\//;

/** Groups of the modules that make up the file, and of one that others need too; what the start needs comes before. */
export const drawingGroups = [
	{ name: 'purifier', test: /\/node_modules\/dompurify\//, priority: 3.6, minShareCount: 1 },
	{ name: 'drawing', test: OF_THE_ENGINE, priority: 3.5, minShareCount: 1 },
];

/** @returns {import('vite').Plugin} */
export function lateFiles() {
	return {
		name: 'late-files',
		apply: 'build',
		enforce: 'pre',
		resolveId(source, importer) {
			if (!importer || !/\/node_modules\/mermaid\//.test(importer)) return null;
			const kind = /\/([\w-]+)-[A-Z0-9]{8}\.mjs$/.exec(source)?.[1];
			const other = kind !== undefined && !new RegExp(`^(${KINDS})$`).test(kind);
			return other || source === 'katex' ? '\0not-drawn' : null;
		},
		load: (id) =>
			id === '\0not-drawn' ? 'export default undefined; export const diagram = undefined;' : null,
		outputOptions(options) {
			const { chunkFileNames: ofKit, assetFileNames: assetsOfKit } = options;
			// The server's files have no such names.
			if (typeof ofKit !== 'string' || !ofKit.startsWith('_app/immutable/')) return null;
			if (typeof assetsOfKit !== 'string') this.error('Kit names assets by a function now.');
			return {
				...options,
				chunkFileNames: ({ name }) => (name === 'drawing' ? `${FOLDER}[name].[hash].js` : ofKit),
				assetFileNames: ({ names }) =>
					names.some((name) => name.endsWith('.wasm'))
						? `${FOLDER}[name].[hash][extname]`
						: assetsOfKit,
			};
		},
		generateBundle: {
			// The files of workers are put in by the plugin that builds them.
			order: 'post',
			handler(_options, bundle) {
				const stray = Object.keys(bundle).find((name) => UNLISTED.test(name));
				if (!stray) return;
				this.error(`${stray} belongs to a worker alone and would be missing offline: \
import its address in the page, as '…?url', and hand it to the worker.`);
			},
		},
	};
}

/** For `worker.plugins`: the file of each worker. @returns {import('vite').Plugin} */
export function lateWorkers() {
	return {
		name: 'late-workers',
		apply: 'build',
		outputOptions: (options) => ({ ...options, entryFileNames: `${FOLDER}[name].[hash].js` }),
	};
}
