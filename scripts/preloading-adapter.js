/** The static adapter, with a page that loads in one round what nearly every start needs. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import adapter from '@sveltejs/adapter-static';

/** A start goes to Today or straight to a session; Kit asks for their files only once its router runs. */
const STARTS = ['(places)/+layout.svelte', '(places)/+page.svelte', 'review/+page.svelte'];
/** The part of the build that Today asks for once it is shown. */
const PART = 'today';

/** @param {import('@sveltejs/adapter-static').AdapterOptions} options @returns {import('@sveltejs/kit').Adapter} */
export default function preloadingAdapter(options) {
	const { name, adapt } = adapter(options);
	return {
		name,
		adapt: (builder) =>
			adapt({
				...builder,
				async generateFallback(file) {
					await builder.generateFallback(file);
					const { outDir, paths } = builder.config.kit;
					const links = startFiles(outDir).map((path) => linkTo(`${paths.base}/${path}`));
					const page = readFileSync(file, 'utf8');
					writeFileSync(file, page.replace('</head>', `${links.join('\n\t\t')}\n\t</head>`));
				},
			}),
	};
}

/** @typedef {{ file: string, name?: string, css?: string[] }} Built */

/** @param {string} outDir @returns {string[]} scripts and styles of the screens of `STARTS` and of `PART`, as built */
function startFiles(outDir) {
	const nodes = join(outDir, 'generated/client-optimized/nodes');
	/** @type {Record<string, Built>} */
	const manifest = JSON.parse(
		readFileSync(join(outDir, 'output/client/.vite/manifest.json'), 'utf8'),
	);
	const part = Object.values(manifest).find(({ name }) => name === PART);
	if (!part) throw new Error(`The build holds no part ${PART}.`);
	const screens = STARTS.map((screen) => {
		const node = readdirSync(nodes).find((name) =>
			readFileSync(join(nodes, name), 'utf8').includes(`/routes/${screen}"`),
		);
		const built = Object.keys(manifest).find((key) => key.endsWith(`/nodes/${node}`));
		if (!node || !built) throw new Error(`The build holds no screen ${screen}.`);
		return /** @type {Built} */ (manifest[built]);
	});
	return [...screens, part].flatMap(({ file, css = [] }) => [file, ...css]);
}

/** @param {string} href */
function linkTo(href) {
	return href.endsWith('.css')
		? `<link href="${href}" rel="stylesheet">`
		: `<link href="${href}" rel="modulepreload">`;
}
