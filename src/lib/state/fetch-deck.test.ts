import { afterEach, describe, expect, test, vi } from 'vitest';
import { ImportError } from '$lib/deck-import/import-error.ts';
import { UNWATCHED } from '$lib/deck-import/import-watch.ts';
import { LIMITS } from '$lib/deck-import/limits.ts';
import { deckAddress, fetchDeck } from './fetch-deck.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('an address', () => {
	test.each([
		[' https://example.org/a.apkg ', 'https://example.org/a.apkg'],
		['example.org/a.apkg', 'https://example.org/a.apkg'],
		['localhost:8080/a', 'https://localhost:8080/a'],
		['http://example.org', 'http://example.org/'],
	])('%j is %s', (typed, href) => {
		expect(String(deckAddress(typed))).toBe(href);
		expect(deckAddress(typed)).toBeInstanceOf(URL);
	});

	test.each([
		['', 'Type the address of a file.'],
		['https://', 'This is no address.'],
		['file:///etc/passwd', 'Only addresses that begin with https or http are fetched.'],
		['javascript:alert(1)', 'Only addresses that begin with https or http are fetched.'],
		['https://me:secret@example.org', 'An address with a password in it is not fetched.'],
	])('%j is refused: %s', (typed, words) => {
		expect(deckAddress(typed)).toBe(words);
	});
});

/** What fetching says when the server answers so. */
async function told(answer: () => Promise<Response>, limits = LIMITS): Promise<string> {
	vi.stubGlobal('fetch', vi.fn(answer));
	try {
		const { name, size } = await fetchDeck('https://example.org/x/My%20deck.md?v=1', {
			...{ limits, watch: UNWATCHED },
		});
		return `${name} ${size}`;
	} catch (problem) {
		if (problem instanceof ImportError) return problem.what;
		throw problem;
	}
}

const endless = () =>
	new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1000)) });

describe('fetching', () => {
	test('takes the file by the last part of its address, without cookies or a referrer', async () => {
		expect(await told(async () => new Response('Q: a'))).toBe('My deck.md 4');
		expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({
			...{ credentials: 'omit', referrerPolicy: 'no-referrer' },
		});
	});

	test.each<[string, () => Promise<Response>, RegExp]>([
		[
			'a page of errors',
			async () => new Response('', { status: 404 }),
			/answered 404: there is no/,
		],
		['no answer', () => Promise.reject(new TypeError('Failed to fetch')), /CORS/],
		[
			'more than was stated',
			async () => new Response(endless()),
			/has 10.7 KiB or more; up to 10 KiB are fetched/,
		],
		[
			'a size beyond the limit',
			async () => new Response(endless(), { headers: { 'content-length': '90000' } }),
			/has 87.9 KiB or more/,
		],
		[
			'half of it',
			async () =>
				new Response(
					new ReadableStream({ pull: (controller) => controller.error(new Error('x')) }),
				),
			/broke off/,
		],
	])('says what it got: %s', async (_, answer, words) => {
		expect(await told(answer, { ...LIMITS, download: 10_240 })).toMatch(words);
	});
});
