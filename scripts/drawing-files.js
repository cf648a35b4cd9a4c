/** Puts what draws into one file apart from the rest, which is stored after everything else: it is large, and seldom needed. */

/** What draws and all that only it needs, with the kinds of diagrams that an interview asks for. */
const OF_THE_ENGINE =
	/\/node_modules\/(mermaid|d3(-[\w-]+)?|dagre-d3-es|khroma|dayjs|stylis|marked|roughjs|path-data-parser|points-on-(curve|path)|hachure-fill|es-toolkit|@iconify\/utils|@braintree\/sanitize-url|ts-dedent|internmap|delaunator|robust-predicates|@upsetjs\/venn\.js)\//;
const KINDS =
	'flowDiagram|sequenceDiagram|stateDiagram(-v2)?|classDiagram(-v2)?|erDiagram|dagre|sizeCapture|chunk';

/** Where the file lies among those of the build; the worker knows it by this. */
const FOLDER = '_app/immutable/late/';

/** Groups of the modules that make up the file, and of one that others need too; what the start needs comes before. */
export const drawingGroups = [
	{ name: 'purifier', test: /\/node_modules\/dompurify\//, priority: 3.6, minShareCount: 1 },
	{ name: 'drawing', test: OF_THE_ENGINE, priority: 3.5, minShareCount: 1 },
];

/** @returns {import('vite').Plugin} */
export function drawingFiles() {
	return {
		name: 'drawing-files',
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
			const { chunkFileNames: ofKit } = options;
			// The server's files have no such names.
			if (typeof ofKit !== 'string' || !ofKit.startsWith('_app/immutable/')) return null;
			return {
				...options,
				chunkFileNames: ({ name }) => (name === 'drawing' ? `${FOLDER}[name].[hash].js` : ofKit),
			};
		},
	};
}
