import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import ToastList from './ToastList.svelte';

let made: object;
let before: HTMLButtonElement;
let undone: number;
const first = { id: 1, text: 'Suspended', tone: 'plain' as const };
let messages = $state<(typeof first & { action?: { label: string; run: () => void } })[]>([]);

beforeEach(() => {
	undone = 0;
	messages = [{ ...first, action: { label: 'Undo', run: () => void (undone += 1) } }];
	before = document.createElement('button');
	document.body.append(before);
	before.focus();
	made = mount(ToastList, {
		target: document.body,
		props: {
			get messages() {
				return messages;
			},
			onclose: (id: number) => (messages = messages.filter((each) => each.id !== id)),
		},
	});
	flushSync();
});
afterEach(async () => {
	before.remove();
	await unmount(made);
});

const button = (name: string) =>
	[...document.querySelectorAll<HTMLElement>('.toast button')].find(
		({ textContent }) => textContent.trim() === name,
	)!;

it.each(['Undo', 'Close message'])(
	'gives the focus back to what had it before: %s',
	async (name) => {
		button(name).focus();
		button(name).click();
		await expect.poll(() => document.activeElement).toBe(before);
		expect(messages).toEqual([]);
		expect(undone).toBe(name === 'Undo' ? 1 : 0);
	},
);

it('gives it back where the message goes by itself', async () => {
	button('Undo').focus();
	button('Close message').focus();
	messages = [];
	await expect.poll(() => document.activeElement).toBe(before);
});
