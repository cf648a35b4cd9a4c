/** What comes of drawing a text, and who asks for it: shared by what draws and what shows. */

/** A box in a drawing, in the units of its SVG. */
export interface DrawnBox {
	/** The id in the text. */
	id: string;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Why a text is not drawn. */
export interface DrawingFault {
	kind: 'limit' | 'syntax' | 'network';
	/** In words, as a sentence. */
	what: string;
	/** Counted from 1; absent where it is the whole text. */
	line?: number;
}

export interface Drawing {
	/** Has passed the sanitizer; colors are custom properties, so that it follows the theme. */
	svg: string;
	/** Left, top, width and height of its view box. */
	view: readonly [number, number, number, number];
	boxes: DrawnBox[];
}

export type DrawingResult = { drawing: Drawing } | { fault: DrawingFault };

/** A place where the drawing of one text is shown. Only the newest text is drawn, and nothing once it is closed. */
export interface Drafter {
	/** `soon` for a single act such as a tap; typing is waited for until it rests. */
	draw(text: string, pace?: 'soon' | 'rested'): void;
	close(): void;
}

export type OpenDrafter = (show: (result: DrawingResult, text: string) => void) => Drafter;
