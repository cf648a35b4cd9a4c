/** Puts what stand-ins stand for in their place, in a card that is parsed. */
import { STAND_IN, STAND_INS } from '$lib/deck-import/template/card-markup.ts';

export function withoutStandIns(body: HTMLElement): void {
	for (const stand of body.querySelectorAll(STAND_INS.join())) {
		const meant = stand.ownerDocument.createElement(stand.localName.slice(STAND_IN.length));
		for (const { name, value } of stand.attributes) meant.setAttribute(name, value);
		meant.append(...stand.childNodes);
		stand.replaceWith(meant);
	}
}
