/** Shapes that hide parts of a picture, as Anki keeps them in a cloze, and the drawing that covers them. */
import { parseCloze, type ClozePiece } from './cloze.ts';

export interface OcclusionShape {
	numbers: number[];
	/** Covered also on the cards of other shapes. */
	always: boolean;
	/** An SVG element without its end, in fractions of the picture. */
	element: string;
}

const MARK = 'image-occlusion:';
const MOST_SHAPES = 500;
const MOST_POINTS = 200;

/** The shapes of a field. Those in pixels, as the first versions wrote them, cannot be placed: undefined. */
export function occlusionShapes(field: string): OcclusionShape[] | undefined {
	const shapes: OcclusionShape[] = [];
	const visit = (pieces: readonly ClozePiece[]): boolean =>
		pieces.every((piece) => {
			if (typeof piece === 'string') return true;
			const text = piece.inside.find((inside) => typeof inside === 'string') ?? '';
			const at = text.indexOf(MARK);
			if (at < 0) return visit(piece.inside);
			const shape = shapeOf(text.slice(at + MARK.length), piece.numbers);
			if (shape === 'pixels') return false;
			if (shape && shapes.length < MOST_SHAPES) shapes.push(shape);
			return true;
		});
	return visit(parseCloze(field)) ? shapes : undefined;
}

function shapeOf(text: string, numbers: number[]): OcclusionShape | 'pixels' | undefined {
	const [kind = '', ...pairs] = text.trim().split(':');
	const values = new Map(
		pairs.map((pair): [string, string] => {
			const cut = pair.indexOf('=');
			return [pair.slice(0, cut), pair.slice(cut + 1)];
		}),
	);
	const number = (name: string) => Number(values.get(name) ?? 0) || 0;
	const [x, y] = [number('left'), number('top')];
	const always = values.get('oi') === '1';
	if (kind === 'polygon') {
		const points = (values.get('points') ?? '')
			.split(/\s+/, MOST_POINTS)
			.map((point) => point.split(',').map(Number))
			.filter((point) => point.length === 2 && point.every(Number.isFinite));
		if (points.flat().some((value) => value > 2)) return 'pixels';
		if (points.length < 3) return undefined;
		return { numbers, always, element: `<polygon points="${points.join(' ')}"` };
	}
	const sizes = ['left', 'top', 'width', 'height', 'rx', 'ry'].map(number);
	if (sizes.some((value) => value > 2)) return 'pixels';
	if (kind === 'rect') {
		const [width, height] = [number('width'), number('height')];
		const element = `<rect x="${x}" y="${y}" width="${width}" height="${height}"`;
		return { numbers, always, element };
	}
	if (kind !== 'ellipse') return undefined;
	const [rx, ry] = [number('rx'), number('ry')];
	const element = `<ellipse cx="${x + rx}" cy="${y + ry}" rx="${rx}" ry="${ry}"`;
	return { numbers, always, element };
}

/**
 * The drawing that lies over the picture: the asked shape covers on the front and is outlined on the back;
 * other shapes cover where they always do.
 */
export function occlusionDrawing(
	shapes: readonly OcclusionShape[],
	number: number,
	side: 'front' | 'back',
): string {
	const drawn = shapes.map(({ numbers, always, element }) => {
		if (numbers.includes(number))
			return `${element} class="occlusion-asked-${side}"></${nameOf(element)}>`;
		return always ? `${element} class="occlusion-other"></${nameOf(element)}>` : '';
	});
	const open =
		'<svg class="occlusion" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">';
	return `${open}${drawn.join('')}</svg>`;
}

function nameOf(element: string): string {
	return element.slice(1, element.indexOf(' '));
}
