import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import Sheet from './Sheet.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Words<input type="file"></p>' }));
let open = $state(true);
let closings = 0;
let made: object;

const dialog = () => document.querySelector('dialog')!;
const closing = () =>
	new Promise((resolve) => dialog().addEventListener('close', resolve, { once: true }));

beforeEach(() => {
	open = true;
	closings = 0;
	const props = {
		title: 'A sheet',
		children,
		get open() {
			return open;
		},
		set open(value) {
			open = value;
		},
		onclose: () => void closings++,
	};
	made = mount(Sheet, { target: document.body, props });
	flushSync();
});
afterEach(async () => {
	if (document.querySelector('dialog')) await unmount(made);
});

describe('Sheet', () => {
	it('is closed for its screen as soon as Escape has closed it, and opens again at once', async () => {
		expect(dialog().open).toBe(true);
		const told = closing();
		// As Escape does.
		dialog().requestClose();
		expect(open).toBe(false);
		flushSync();
		expect(dialog().open).toBe(false);
		open = true;
		flushSync();
		expect(dialog().open).toBe(true);
		await told;
		flushSync();
		expect(open).toBe(true);
		expect(dialog().open).toBe(true);
	});

	it('says once that it was closed, by whichever way', async () => {
		for (const close of [
			() => dialog().requestClose(),
			() => dialog().querySelector('button')!.click(),
			() => dialog().click(),
			() => (open = false),
		]) {
			open = true;
			closings = 0;
			flushSync();
			const told = closing();
			close();
			flushSync();
			await told;
			expect({ closings, open }).toEqual({ closings: 1, open: false });
		}
	});

	it('says nothing any more where its screen goes as it is closed', async () => {
		const errors: string[] = [];
		const note = ({ message }: ErrorEvent) => void errors.push(message);
		window.addEventListener('error', note);
		const told = closing();
		open = false;
		flushSync();
		await unmount(made);
		await told;
		window.removeEventListener('error', note);
		expect({ errors, closings }).toEqual({ errors: [], closings: 0 });
	});

	it('stays where a file field in it was given up', () => {
		dialog()
			.querySelector('input')!
			.dispatchEvent(new Event('cancel', { bubbles: true }));
		flushSync();
		expect(open).toBe(true);
	});
});
