/** Hands on what happens in the frame of a card: keys, taps and swipes are the app's, links and pictures are asked about. */

export interface FrameActs {
	onlink: (address: string) => void;
	onpicture: (picture: HTMLImageElement) => void;
}

/** What does something by itself when it is pressed. */
const CONTROLS = 'a, summary, audio, video, img[role]';
const SIDEWAYS = `${CONTROLS}, pre, .wide`;
const POINTERS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

/**
 * Whether listeners of the app hear what happens in the frame. An older WebKit keeps them deaf in a sandbox
 * without scripts (bug 218086).
 */
export function hears(inside: Document): boolean {
	let heard = false;
	inside.addEventListener('onsite-probe', () => (heard = true), { once: true });
	inside.dispatchEvent(new Event('onsite-probe'));
	return heard;
}

/** @returns what stops listening */
export function listenIn(
	frame: HTMLIFrameElement,
	inside: Document,
	{ onlink, onpicture }: FrameActs,
): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const elementOf = (event: Event) =>
		(event.target as Node | null)?.nodeType === Node.ELEMENT_NODE
			? (event.target as Element)
			: undefined;

	const press = (target: Element | undefined): boolean => {
		const picture = target?.closest<HTMLImageElement>('img[role]');
		if (picture) onpicture(picture);
		return picture !== undefined && picture !== null;
	};

	inside.addEventListener(
		'click',
		(event) => {
			const target = elementOf(event);
			const link = target?.closest('a');
			if (link) {
				event.preventDefault();
				const address = link.getAttribute('href');
				if (address) onlink(address);
				return;
			}
			if (press(target) || target?.closest(CONTROLS)) return;
			// Whoever marks words to copy them does not ask for the answer.
			if (inside.getSelection()?.isCollapsed === false) return;
			frame.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
		},
		{ signal },
	);
	for (const type of ['auxclick', 'dragstart', 'submit'] as const) {
		inside.addEventListener(
			type,
			(event) => {
				if (type === 'submit' || elementOf(event)?.closest('a')) event.preventDefault();
			},
			{ signal },
		);
	}
	inside.addEventListener(
		'keydown',
		(event) => {
			const target = elementOf(event);
			if (event.key === ' ' || event.key === 'Enter') {
				if (press(target)) return event.preventDefault();
				if (target?.closest(CONTROLS)) return;
			}
			const { key, code, repeat, shiftKey, ctrlKey, metaKey, altKey } = event;
			const again = new KeyboardEvent('keydown', {
				...{ key, code, repeat, shiftKey, ctrlKey, metaKey, altKey },
				...{ bubbles: true, cancelable: true },
			});
			if (!frame.dispatchEvent(again)) event.preventDefault();
		},
		{ signal },
	);
	for (const type of POINTERS) {
		inside.addEventListener(
			type,
			(event) => {
				if (type === 'pointerdown' && elementOf(event)?.closest(SIDEWAYS)) return;
				const { left, top } = frame.getBoundingClientRect();
				const { pointerId, pointerType, isPrimary, clientX, clientY } = event;
				frame.dispatchEvent(
					new PointerEvent(type, {
						...{ pointerId, pointerType, isPrimary, bubbles: true },
						...{ clientX: clientX + left, clientY: clientY + top },
					}),
				);
			},
			{ signal, passive: true },
		);
	}
	return () => stop.abort();
}
