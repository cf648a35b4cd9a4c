/** Serves the production build as a static host would: files, the fallback page, and the headers that the docs ask for. */
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const BUILD = fileURLToPath(new URL('../build', import.meta.url));

/** The same as in docs/hosting.md; the policy for scripts stands in each page, with its hashes. */
const HEADERS = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self), payment=()',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
};

/**
 * @param {{ port: number, base?: string, folder?: string }} options `base` as the build was made with, such as `/onsite`
 * @returns {Promise<import('node:http').Server>} resolves once it listens
 */
export function serve({ port, base = '', folder = BUILD }) {
	if (!existsSync(join(folder, '200.html'))) {
		throw new Error('There is no build to serve. Run `npm run build` first.');
	}
	const files = sirv(folder, {
		single: '200.html',
		brotli: true,
		gzip: true,
		etag: true,
		setHeaders(response, pathname) {
			for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
			const immutable =
				pathname.startsWith('/_app/immutable/') ||
				/^\/library\/.+-[0-9a-f]{8,}\.json$/.test(pathname);
			response.setHeader(
				'Cache-Control',
				immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
			);
		},
	});
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		if (base && !`${url}/`.startsWith(`${base}/`)) {
			response.writeHead(404).end(`Nothing here. The app is at ${base}/`);
			return;
		}
		request.url = url.slice(base.length) || '/';
		files(request, response, () => void response.writeHead(404).end('Not found'));
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, () => resolve(server));
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const port = Number(process.env.PORT ?? 4173);
	const base = (process.env.BASE_PATH ?? '').replace(/\/+$/, '');
	await serve({ port, base });
	console.log(`Onsite is served at http://localhost:${port}${base}/`);
}
