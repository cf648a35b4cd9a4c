import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from './keep-focus.ts';

let root: HTMLElement;
let outside: HTMLButtonElement;
let stop: (() => void)[];

beforeEach(() => {
	root = document.createElement('div');
	root.innerHTML = '<p><button id="a">A</button></p><p><button id="b">B</button></p>';
	outside = document.createElement('button');
	document.body.append(outside, root);
	stop = [];
});
afterEach(() => {
	for (const each of stop) each();
	root.remove();
	outside.remove();
});

function watched(to?: () => HTMLElement | undefined): void {
	const end = keepFocus(to)(root);
	if (end) stop.push(end);
}
const at = (id: string) => root.querySelector<HTMLElement>(`#${id}`)!;
const focused = () => document.activeElement;
/** Long enough for what watches to be told. */
const told = () => new Promise((resolve) => setTimeout(resolve));

it('goes to what has come to stand in the place of what had it, and to the last where there is none', async () => {
	watched();
	at('a').focus();
	at('a').replaceWith(Object.assign(document.createElement('button'), { id: 'c' }));
	await told();
	expect(focused()).toBe(at('c'));
	at('c').parentElement!.remove();
	await told();
	expect(focused()).toBe(at('b'));
	root.append(Object.assign(document.createElement('button'), { id: 'd' }));
	at('d').focus();
	at('d').remove();
	await told();
	expect(focused()).toBe(at('b'));
});

it('goes where it is told to', async () => {
	watched(() => outside);
	at('b').focus();
	at('b').remove();
	await told();
	expect(focused()).toBe(outside);
});

it('stays where it was put meanwhile, and nowhere where it had gone before', async () => {
	watched();
	at('a').focus();
	at('a').remove();
	outside.focus();
	await told();
	expect(focused()).toBe(outside);
	at('b').focus();
	at('b').blur();
	await told();
	root.append(Object.assign(document.createElement('button'), { id: 'd' }));
	at('b').remove();
	await told();
	expect(focused()).toBe(document.body);
});
