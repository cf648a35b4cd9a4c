/** What is kept beside the browser's database, read past the app. */
import type { Page } from '@playwright/test';

interface Header {
	counts: { reviews: number };
}

/** Answers in each file beside the database: in the copy of everything, and in what was written since. */
export async function answersBeside(page: Page): Promise<Record<string, number>> {
	return page.evaluate(async () => {
		const cache = await caches.open('onsite-spare');
		const counts: Record<string, number> = {};
		for (const { url } of await cache.keys()) {
			const file = (await cache.match(url))?.body?.pipeThrough(new DecompressionStream('gzip'));
			const [head = ''] = (await new Response(file).text()).split('\n');
			counts[new URL(url).pathname] = (JSON.parse(head) as Header).counts.reviews;
		}
		return counts;
	});
}

/** Answers in both files together; one may be in both while the copy of everything is made. */
export async function allBeside(page: Page): Promise<number> {
	const beside = await answersBeside(page);
	return (beside['/spare/whole'] ?? 0) + (beside['/spare/since'] ?? 0);
}
