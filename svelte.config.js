import adapter from './scripts/preloading-adapter.js';

/** A sub-path such as `/onsite`, for hosts that do not serve at the root. */
const base = /** @type {'' | `/${string}`} */ ((process.env.BASE_PATH ?? '').replace(/\/+$/, ''));

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// Every screen reads the database of this device, so pages are shells: the service worker
		// answers each navigation with 200.html, and hosts without a rewrite rule serve the same as 404.html.
		adapter: adapter({ fallback: '200.html', precompress: true }),
		paths: { base, relative: false },
		// Registered by workbox-window, which also carries the update prompt.
		serviceWorker: { register: false },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				// mermaid and Svelte transitions write style attributes; nothing else can load or leave.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'blob:', 'data:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'frame-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
			},
		},
		typescript: {
			config(config) {
				config.include.push('../scripts/**/*', '../tests/**/*', '../bench/**/*', '../*.config.*');
			},
		},
	},
};
