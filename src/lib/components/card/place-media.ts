/** Puts the pictures and sounds of a card where its HTML names them, as addresses that live no longer than they are shown. */
import type { CardMedia } from '$lib/content/card.ts';

/** Addresses of what a card shows; `revoke` when it is gone. */
export class MediaUrls {
	#media: ReadonlyMap<string, CardMedia>;
	#urls = new Map<string, string>();

	constructor(media: ReadonlyMap<string, CardMedia> | undefined) {
		this.#media = media ?? new Map();
	}

	file(key: string): CardMedia | undefined {
		return this.#media.get(key);
	}

	/** The same for the same file. */
	url(key: string): string {
		const file = this.#media.get(key);
		const known = this.#urls.get(key);
		if (!file || known) return known ?? '';
		const made = URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
		this.#urls.set(key, made);
		return made;
	}

	revoke(): void {
		for (const url of this.#urls.values()) URL.revokeObjectURL(url);
		this.#urls.clear();
	}
}

/** Gives every element that names a file its content; what is not there is said in words. */
export function placeMedia(root: ParentNode, urls: MediaUrls): void {
	for (const element of root.querySelectorAll<HTMLElement>('[data-media]')) {
		const key = element.dataset.media ?? '';
		const file = urls.file(key);
		if (!file) element.replaceWith(missing(element));
		else if (file.type.startsWith('image/')) asPicture(element, file, urls.url(key));
		else asSound(element, file.type, urls.url(key));
	}
}

function missing(element: HTMLElement): HTMLElement {
	const note = element.ownerDocument.createElement('span');
	note.className = 'missing-media';
	const alt = element.getAttribute('alt');
	note.textContent = `A file is not on this device${alt ? `: ${alt}` : ''}`;
	return note;
}

/** With its size, so that nothing moves when it is decoded. */
function asPicture(element: HTMLElement, { size }: CardMedia, url: string): void {
	const isPicture = element.localName === 'img';
	const picture = (
		isPicture ? element : element.ownerDocument.createElement('img')
	) as HTMLImageElement;
	picture.src = url;
	picture.decoding = 'sync';
	if (size && !picture.hasAttribute('width') && !picture.hasAttribute('height')) {
		picture.setAttribute('width', String(size.width));
		picture.setAttribute('height', String(size.height));
	}
	if (!isPicture) element.replaceWith(picture);
}

function asSound(element: HTMLElement, type: string, url: string): void {
	const player = element.ownerDocument.createElement(type.startsWith('video/') ? 'video' : 'audio');
	player.controls = true;
	player.preload = 'metadata';
	player.src = url;
	player.className = element.className;
	if (element.localName === 'img') player.dataset.waits = '';
	player.setAttribute('aria-label', type.startsWith('video/') ? 'Film' : 'Sound');
	element.replaceWith(player);
}
