/** Turns what mermaid drew into a small, inert SVG that takes its colors from the app. */
import type { DrawnBox } from '../interview/drawing.ts';

export interface RawDrawing {
	/** What mermaid returned. It is put into `host`, which must be laid out, and stays there. */
	svg: string;
	/** Where it is measured: a selector of an element. */
	host: string;
	/** What ids of arrow tips begin with: unique in the page. */
	prefix: string;
	/** Its text alternative; empty where another element has it. */
	description: string;
	/** Stand-in colors by role. */
	colors: Record<string, string>;
	/** What stands behind the custom property of a role. */
	fallbacks: Record<string, string>;
	fontSize: number;
	/** The roles that other colors become; without it they are listed in `unknown`. */
	otherwise?: { fill: string; stroke: string };
}

export interface CleanDrawing {
	svg: string;
	view: [number, number, number, number];
	/** The boxes of a flowchart. */
	boxes: DrawnBox[];
	/** Colors that have no role. */
	unknown: string[];
}

/**
 * Shapes and text are written anew, so that nothing but them survives; no style sheet, script, HTML, class or
 * foreign id. Self-contained, because a browser that draws for the catalog gets only this function.
 */
export function cleanDrawing({
	svg,
	host,
	prefix,
	description,
	colors,
	fallbacks,
	fontSize,
	otherwise,
}: RawDrawing): CleanDrawing {
	// Parsed apart from the page, where nothing can load or run.
	const parsed = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
	const place = document.querySelector(host);
	if (!parsed || !place) throw new Error('There is nothing to draw.');
	place.replaceChildren(document.importNode(parsed, true));
	const root = place.querySelector('svg') as SVGSVGElement;
	const markers = new Map<string, { id: string; element: Element }>();
	const unknown: string[] = [];

	const escape = (text: string) =>
		text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
	const round = (text: string) =>
		text
			.replace(/-?\d*\.?\d+(e-?\d+)?/g, (number) => `${Math.round(Number(number) * 10) / 10}`)
			.replace(/,\s*/g, ',')
			.replace(/\s+/g, ' ');

	/** `color` as computed by the browser. */
	function property(color: string, kind: 'fill' | 'stroke' = 'fill') {
		const channels = color.match(/[\d.]+/g)?.map(Number) ?? [];
		if (color === 'none' || channels[3] === 0) return 'none';
		const hex = `#${channels
			.slice(0, 3)
			.map((channel) => channel.toString(16).padStart(2, '0'))
			.join('')}`;
		const role = Object.keys(colors).find((name) => colors[name] === hex) ?? otherwise?.[kind];
		if (role) return `var(--diagram-${role},${fallbacks[role]})`;
		unknown.push(color);
		return 'none';
	}

	function write(attributes: Record<string, string | number>) {
		return Object.entries(attributes)
			.map(([name, value]) => ` ${name}="${escape(String(value))}"`)
			.join('');
	}

	/** `reference` such as `url(#arrowhead)`. */
	function markerOf(reference: string | null) {
		const id = /#([^)"']+)/.exec(reference ?? '')?.[1];
		const marker = id && document.getElementById(id);
		if (!marker) return undefined;
		const known = markers.get(marker.outerHTML) ?? {
			id: `${prefix}-${markers.size}`,
			element: marker,
		};
		markers.set(marker.outerHTML, known);
		return known.id;
	}

	function paint(element: Element) {
		const style = getComputedStyle(element);
		const attributes: Record<string, string | number> = {};
		const fill = property(style.fill);
		const stroke = property(style.stroke, 'stroke');
		const width = Math.round(parseFloat(style.strokeWidth) * 10) / 10;
		attributes.fill = fill;
		if (stroke !== 'none' && width > 0) {
			attributes.stroke = stroke;
			if (width > 1 && !element.matches('.actor-line')) attributes['stroke-width'] = width;
			const dashes = style.strokeDasharray;
			if (dashes !== 'none' && !/^1px, 0px$/.test(dashes))
				attributes['stroke-dasharray'] = dashes.replace(/px/g, '');
		}
		return attributes;
	}

	/** What places a shape; a lifeline would reach far below the picture and is cut there. */
	const SHAPES: Record<string, string[]> = {
		path: ['d'],
		rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
		circle: ['cx', 'cy', 'r'],
		ellipse: ['cx', 'cy', 'rx', 'ry'],
		polygon: ['points'],
		polyline: ['points'],
		line: ['x1', 'y1', 'x2', 'y2'],
	};

	function shape(element: Element) {
		const attributes = paint(element);
		if (attributes.fill === 'none' && !attributes.stroke) return '';
		const geometry: Record<string, string | number> = {};
		for (const name of SHAPES[element.tagName] ?? []) {
			const value = element.getAttribute(name);
			if (value !== null && value !== '' && round(value) !== '0') geometry[name] = round(value);
		}
		if (element.matches('.actor-line'))
			geometry.y2 = Math.ceil(root.viewBox.baseVal.y + root.viewBox.baseVal.height);
		const own = element.getAttribute('transform');
		if (own) geometry.transform = round(own);
		for (const end of ['marker-start', 'marker-end']) {
			const id = markerOf(element.getAttribute(end));
			if (id) attributes[end] = `url(#${id})`;
		}
		return `<${element.tagName}${write({ ...geometry, ...attributes })}/>`;
	}

	/** Keeps a line that passes behind words from striking them through. */
	const halo = (stroke: string) => ({
		stroke: property(stroke),
		'stroke-width': 7,
		'stroke-linejoin': 'round',
		'paint-order': 'stroke',
	});

	/** Share of a line's height that lies above the baseline, whatever the browser aligned it by. */
	const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
	pen.font = `${fontSize}px ${getComputedStyle(root).fontFamily}`;
	const metrics = pen.measureText('x');
	const above =
		metrics.fontBoundingBoxAscent /
		(metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent);

	/** One `<text>` for each line, centered where the browser put it: no font of a reader can shift it. */
	function text(element: SVGTextElement) {
		const content = element.textContent ?? '';
		const style = getComputedStyle(element);
		const lines: { from: number; y: number }[] = [];
		const count = element.getNumberOfChars();
		for (let i = 0; i < count; i++) {
			const cell = element.getExtentOfChar(i);
			const y = cell.y + cell.height * above;
			if (Math.abs((lines.at(-1)?.y ?? Infinity) - y) > 2) lines.push({ from: i, y });
		}
		const labels =
			element.closest('.edgeLabel') ||
			/messageText|loopText/.test(element.getAttribute('class') ?? '');
		const own = element.getBoundingClientRect();
		const grouped = [...root.querySelectorAll('.cluster rect')].some((rect) => {
			const around = rect.getBoundingClientRect();
			return (
				around.left <= own.left &&
				around.right >= own.right &&
				around.top <= own.top &&
				around.bottom >= own.bottom
			);
		});
		const title = element.closest('.cluster-label');
		const size = parseFloat(style.fontSize);
		return lines
			.map(({ from, y }, index) => {
				const raw = content.slice(from, lines[index + 1]?.from ?? count);
				const words = raw.trim();
				if (words === '') return '';
				const first = from + raw.indexOf(words);
				const left = element.getStartPositionOfChar(first).x;
				const right = element.getEndPositionOfChar(first + words.length - 1).x;
				const attributes = {
					x: Math.round(5 * (left + right)) / 10,
					y: Math.round(10 * y) / 10,
					...(size === fontSize ? {} : { 'font-size': size }),
					...(Number(style.fontWeight) > 500 ? { 'font-weight': 600 } : {}),
					...(labels || title ? halo(grouped ? 'rgb(5, 5, 5)' : 'rgb(6, 6, 6)') : {}),
				};
				const moved = element.getAttribute('transform');
				return `<text${moved ? write({ transform: round(moved) }) : ''}${write(attributes)}>${escape(words)}</text>`;
			})
			.join('');
	}

	/** Titles of groups, written last: lines that enter a group would cross them. */
	const titles: string[] = [];

	function visit(element: Element): string {
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
			return '';
		if (element instanceof SVGTextElement) {
			if (!element.closest('.cluster-label')) return text(element);
			const at = root
				.getCTM()
				?.inverse()
				.multiply(element.getCTM() as DOMMatrix);
			titles.push(
				`<g transform="${round(`translate(${at?.e ?? 0},${at?.f ?? 0})`)}">${text(element)}</g>`,
			);
			return '';
		}
		if (SHAPES[element.tagName]) {
			// Halos do the work of the boxes behind labels.
			return element.tagName === 'rect' && element.closest('.edgeLabel, .labelBkg')
				? ''
				: shape(element);
		}
		if (element.tagName !== 'g' && element.tagName !== 'svg') return '';
		const inner = [...element.children].map(visit).join('');
		const own = element.tagName === 'g' ? element.getAttribute('transform') : null;
		if (inner === '' || !own || /^translate\(0(, ?0)?\)$/.test(own)) return inner;
		return `<g transform="${round(own)}">${inner}</g>`;
	}

	const body = visit(root);
	const box = root.viewBox.baseVal;
	const definitions = [...markers.values()].map(({ id, element: marker }) => {
		const attributes: Record<string, string> = { id };
		for (const name of [
			'viewBox',
			'refX',
			'refY',
			'markerWidth',
			'markerHeight',
			'markerUnits',
			'orient',
		]) {
			const value = marker.getAttribute(name);
			if (value !== null) attributes[name] = value;
		}
		return `<marker${write(attributes)}>${[...marker.children].map(shape).join('')}</marker>`;
	});
	const width = Math.ceil(box.width);
	const height = Math.ceil(box.height);
	const view: CleanDrawing['view'] = [
		...([Math.floor(box.x), Math.floor(box.y), width + 1, height + 1] as const),
	];
	// The root speaks for text, which has no paint of its own; every shape says its own.
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		viewBox: view.join(' '),
		style: `max-width:${width + 1}px`,
		role: 'img',
		fill: property('rgb(3, 3, 3)'),
		'font-size': fontSize,
		'text-anchor': 'middle',
	};
	const defs = definitions.length > 0 ? `<defs>${definitions.join('')}</defs>` : '';
	const title = description === '' ? '' : `<title>${escape(description)}</title>`;
	const whole = `<svg${write(attributes)}>${title}${defs}${body}${titles.join('')}</svg>\n`;
	return { svg: whole, view, boxes: boxes(), unknown };

	/** Where the boxes of a flowchart stand, in the units of the view box. */
	function boxes(): DrawnBox[] {
		const toView = root.getScreenCTM()?.inverse();
		return [...root.querySelectorAll('g.node')].flatMap((node) => {
			const id = /flowchart-(.+)-\d+$/.exec(node.id)?.[1];
			if (id === undefined) return [];
			const around = node.getBoundingClientRect();
			const from = new DOMPoint(around.left, around.top).matrixTransform(toView);
			const to = new DOMPoint(around.right, around.bottom).matrixTransform(toView);
			return { id, x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
		});
	}
}
