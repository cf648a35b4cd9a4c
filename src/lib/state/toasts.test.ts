import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from './toasts.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const texts = (toasts: Toasts) => toasts.list.map(({ text }) => text);

it('keeps one message besides the problems, and each problem once, until it is closed', () => {
	const toasts = new Toasts();
	toasts.problem('No room.');
	toasts.show('Undone');
	toasts.problem('No room.');
	toasts.show('Flagged');
	expect(texts(toasts)).toEqual(['No room.', 'Flagged']);
	vi.advanceTimersByTime(60_000);
	expect(texts(toasts)).toEqual(['No room.']);
	for (const { id } of toasts.list) toasts.close(id);
	expect(texts(toasts)).toEqual([]);
});
