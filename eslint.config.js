import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'static/'] },
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/ban-ts-comment': 'error',
			'no-console': 'error',
			eqeqeq: 'error',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			// Components are handed links that routes and state have resolved; the rule sees one file at a time.
			'svelte/no-navigation-without-resolve': 'off',
			// What is replaced whole lives in $state.raw; a Map inside of it is never changed in place.
			'svelte/prefer-svelte-reactivity': 'off',
		},
	},
	{ files: ['scripts/**', 'bench/**', 'tests/**'], rules: { 'no-console': 'off' } },
	pureFolders(['content', 'scheduler', 'estimation', 'plan', 'browse'], ['crypto']),
	// Reading a file asks for hashes, which are no chance.
	pureFolders(['deck-import'], []),
);

/**
 * @param {string[]} folders
 * @param {string[]} also names that these do not see either
 * @returns {import('eslint').Linter.Config}
 */
function pureFolders(folders, also) {
	const unseen = ['window', 'document', 'localStorage', 'indexedDB', 'navigator', 'fetch', ...also];
	return {
		files: folders.map((name) => `src/lib/${name}/**/*.ts`),
		ignores: ['**/*.test.ts', '**/*.worker.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...unseen.map((name) => ({ name, message: 'Pure folders do not see the browser.' })),
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time is passed in.' },
				{ object: 'Math', property: 'random', message: 'Chance comes from a seed.' },
			],
		},
	};
}
