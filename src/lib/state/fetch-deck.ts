/** Fetches a deck from an address on the person's word: without cookies, bounded, and saying where it came from. */
import { ImportError, shown } from '$lib/deck-import/import-error.ts';
import type { ImportWatch } from '$lib/deck-import/import-watch.ts';
import { inWords, type Limits } from '$lib/deck-import/limits.ts';
import type { Fetched } from './import-message.ts';

/**
 * The address as it will be asked for, or what is wrong with it in words.
 * @param text as typed; one without a scheme is taken for https
 */
export function deckAddress(text: string): URL | string {
	const typed = text.trim();
	const whole = /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[\w.-]+:\d/.test(typed);
	if (typed === '') return 'Type the address of a file.';
	if (!URL.canParse(whole ? typed : `https://${typed}`)) return 'This is no address.';
	const url = new URL(whole ? typed : `https://${typed}`);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return 'Only addresses that begin with https or http are fetched.';
	}
	if (url.username || url.password) return 'An address with a password in it is not fetched.';
	return url;
}

/** @throws ImportError with what happened and what to do instead */
export async function fetchDeck(
	address: string,
	{ limits, watch }: { limits: Limits; watch: ImportWatch },
): Promise<Fetched & { blob: Blob }> {
	const url = deckAddress(address);
	if (typeof url === 'string') throw new ImportError('not-this-format', url);
	watch({ stage: 'fetch', done: 0, total: 0 });
	const response = await ask(url);
	if (!response.ok) {
		throw new ImportError(
			'unreachable',
			`${url.host} answered ${response.status}${response.status === 404 ? ': there is no such file' : ''}.`,
		);
	}
	const blob = await bodyOf(response, limits.download, watch);
	const from = new URL(response.url || url);
	const redirected = from.href !== url.href ? { redirectedTo: from.href } : {};
	return { blob, name: nameOf(from), size: blob.size, ...redirected };
}

async function ask(url: URL): Promise<Response> {
	try {
		return await fetch(url, {
			...{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
		});
	} catch (problem) {
		// The browser tells scripts nothing more, so that pages cannot probe other hosts.
		throw new ImportError(
			'unreachable',
			`${shown(url.host)} cannot be read from here: it is offline or slow, or it does not let other sites read its files (CORS).`,
			problem,
		);
	}
}

async function bodyOf(response: Response, most: number, watch: ImportWatch): Promise<Blob> {
	const total = Number(response.headers.get('content-length') ?? 0);
	const tooLarge = (size: number) =>
		new ImportError(
			'too-large',
			`The file has ${inWords(size)} or more; up to ${inWords(most)} are fetched.`,
		);
	if (total > most) throw tooLarge(total);
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let done = 0;
	const reader = response.body?.getReader();
	try {
		for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
			parts.push(next.value);
			done += next.value.length;
			if (done > most) throw tooLarge(done);
			watch({ stage: 'fetch', done, total });
		}
	} catch (problem) {
		void reader?.cancel().catch(() => {});
		if (problem instanceof ImportError) throw problem;
		throw new ImportError('unreachable', 'The connection broke off before the file was here.');
	}
	return new Blob(parts);
}

function nameOf({ pathname, host }: URL): string {
	const last = pathname.split('/').findLast((part) => part !== '');
	if (last === undefined) return host;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}
