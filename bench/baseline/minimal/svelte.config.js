import adapter from '@sveltejs/adapter-static';

const folder = process.env.BENCH_MINIMAL ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: `${folder}/pages`, fallback: '200.html', precompress: true }),
		// The built server part runs once during the build, and finds its packages from there.
		outDir: '../../../node_modules/.onsite-bench',
	},
};
