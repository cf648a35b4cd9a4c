/** What a session of one deck leaves: new cards of it that today's limits hold back. */
import { readToday } from '$lib/db/begin-day.ts';
import { limitsLeft, withinLimits } from '$lib/scheduler/limits.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';
import { rootsOf } from './study-roots.ts';

export class DeckRest {
	#live: Live<number>;

	/** @param deck its id; `null` for none */
	constructor(app: App, deck: string | null) {
		this.#live = new Live(
			() => read(app, deck),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** New cards beyond today's limit; 0 until they are counted. */
	get fresh(): number {
		return this.#live.value ?? 0;
	}
}

async function read(app: App, deck: string | null): Promise<number> {
	const { db, preset } = app;
	if (deck === null) return 0;
	await readToday(db);
	const [found] = (await rootsOf(db, preset, app.moment(), deck)).roots;
	if (!found) return 0;
	const { root, counts } = found;
	const left = limitsLeft(root.preset, { new: counts.done.news, review: counts.done.review });
	const waiting = { new: counts.fresh, review: counts.due };
	return counts.fresh - withinLimits(waiting, left, root.preset).new;
}
