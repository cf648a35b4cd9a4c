/** Brings the text of a card into its frame: what stays from one side to the other is left alone, so that nothing flickers. */
import { placeMedia, type MediaUrls } from './place-media.ts';
import { withoutStandIns } from './stand-ins.ts';

/** Text longer than this is not read centered. */
const LONG = 280;

/** The nodes of a side, made ready apart from the page, where nothing loads or runs. */
function nodesOf(html: string, urls: MediaUrls): ChildNode[] {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	withoutStandIns(body);
	placeMedia(body, urls);
	for (const table of body.querySelectorAll('table')) {
		if (table.parentElement?.closest('table')) continue;
		const wide = table.ownerDocument.createElement('div');
		wide.className = 'wide';
		table.replaceWith(wide);
		wide.append(table);
	}
	for (const picture of body.querySelectorAll('img')) {
		// Enlarged, a picture would show what its shapes cover.
		if (picture.closest('a, .occluded')) continue;
		picture.setAttribute('role', 'button');
		picture.setAttribute('tabindex', '0');
		picture.setAttribute('aria-label', `Enlarge: ${picture.alt || 'picture'}`);
	}
	return [...body.childNodes];
}

/** What a node was before colors and sizes were fitted to it. */
const before = new WeakMap<Node, Node>();

/** Fills the body with a side. */
export function fillBody(body: HTMLElement, html: string, urls: MediaUrls): void {
	const { ownerDocument } = body;
	const wanted = nodesOf(html, urls);
	let same = 0;
	const there = [...body.childNodes];
	const stays = (node: Node | undefined, to: Node | undefined) =>
		node !== undefined && to !== undefined && before.get(node)?.isEqualNode(to) === true;
	while (stays(there[same], wanted[same])) same += 1;
	for (const node of there.slice(same)) node.remove();
	for (const node of wanted.slice(same)) {
		const original = node.cloneNode(true);
		before.set(body.appendChild(ownerDocument.adoptNode(node)), original);
	}
	body.style.textAlign = '';
	const view = ownerDocument.defaultView;
	const centered = view?.getComputedStyle(body).textAlign === 'center';
	if (centered && (body.textContent?.length ?? 0) > LONG) body.style.textAlign = 'start';
}

/** What scrolls sideways takes the focus, so that the keyboard can scroll it. */
export function markScrolling(body: HTMLElement): void {
	for (const element of body.querySelectorAll<HTMLElement>('.wide, pre')) {
		if (element.scrollWidth <= element.clientWidth) continue;
		element.tabIndex = 0;
		element.setAttribute('role', 'region');
		element.setAttribute('aria-label', element.localName === 'pre' ? 'Code' : 'Table');
	}
}
