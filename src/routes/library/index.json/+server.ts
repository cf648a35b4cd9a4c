/** The index of the library as a static file: what there is, and the names of the chunks that hold it. */
import { builtLibrary } from '$lib/content/decks.server.ts';
import type { RequestHandler } from './$types.js';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(JSON.stringify(builtLibrary().roster), {
		headers: { 'content-type': 'application/json' },
	});
