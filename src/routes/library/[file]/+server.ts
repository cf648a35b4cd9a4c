/** The chunks of the library as static files; their names carry the hash of their content. */
import { error } from '@sveltejs/kit';
import { builtLibrary } from '$lib/content/decks.server.ts';
import type { EntryGenerator, RequestHandler } from './$types.js';

export const prerender = true;

export const entries: EntryGenerator = () =>
	[...builtLibrary().files.keys()].map((file) => ({ file }));

export const GET: RequestHandler = ({ params }) => {
	const text = builtLibrary().files.get(params.file);
	if (text === undefined) error(404, `The library has no file "${params.file}".`);
	return new Response(text, { headers: { 'content-type': 'application/json' } });
};
