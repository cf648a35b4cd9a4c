/** Serves the production build as `npm start` does, and beside it, below `/bench/`, the pages of the baseline. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../scripts/serve.js';

const BASELINE = fileURLToPath(new URL('baseline', import.meta.url));
/** What `bundle.js` makes. */
const BUNDLED = [
	...['bench-page.js', 'bench-worker.js', 'bench-statistics.js'],
	...['bench-fit.js', 'bench-fit-bare.js', 'fsrs.wasm'],
];
/** @type {Record<string, string>} */
const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.wasm': 'application/wasm',
};

/**
 * @param {{ port?: number, scripts: string, folder?: string }} options `port` 0 for any that is free;
 * `scripts` is the folder of the bundle for the pages; `folder` of another build than the app's
 * @returns {Promise<{ origin: string, port: number, stop: () => Promise<void> }>}
 */
export async function serveBench({ port = 0, scripts, folder }) {
	const server = await serve(folder ? { port, folder } : { port });
	const [app] = /** @type {import('node:http').RequestListener[]} */ (server.listeners('request'));
	server.removeAllListeners('request');
	server.on('request', (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://host');
		const name = pathname.startsWith('/bench/') ? pathname.slice('/bench/'.length) : '';
		if (!/^[\w-]+\.(html|js|wasm)$/.test(name)) return void app?.(request, response);
		const type = TYPES[extname(name)] ?? '';
		try {
			const text = readFileSync(join(BUNDLED.includes(name) ? scripts : BASELINE, name));
			response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(text);
		} catch {
			response.writeHead(404).end('Not found');
		}
	});
	const address = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		origin: `http://localhost:${address.port}`,
		port: address.port,
		/** From then on nothing answers at this address: the network is gone. */
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}
