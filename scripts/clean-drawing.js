/** Runs in the page that draws: turns what mermaid drew into a small, inert SVG that takes its colors from the app. */

/**
 * Self-contained, because the browser gets only this function: shapes and text are written anew, so that
 * nothing but them survives; no style sheet, script, HTML, class or foreign id.
 *
 * @param {{ svg: string, prefix: string, description: string, colors: Record<string, string>, fallbacks: Record<string, string>, fontSize: number }} drawing
 * @returns {string}
 */
export function cleanDrawing({ svg, prefix, description, colors, fallbacks, fontSize }) {
	document.body.innerHTML = svg;
	const root = /** @type {SVGSVGElement} */ (document.querySelector('svg'));
	/** @type {Map<string, string>} */
	const markers = new Map();
	/** @type {string[]} */
	const unknown = [];

	const escape = (/** @type {string} */ text) =>
		text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
	const round = (/** @type {string} */ text) =>
		text
			.replace(/-?\d*\.?\d+(e-?\d+)?/g, (number) => `${Math.round(Number(number) * 10) / 10}`)
			.replace(/,\s*/g, ',')
			.replace(/\s+/g, ' ');

	/** @param {string} color as computed by the browser */
	function property(color) {
		const channels = color.match(/[\d.]+/g)?.map(Number) ?? [];
		if (color === 'none' || channels[3] === 0) return 'none';
		const hex = `#${channels
			.slice(0, 3)
			.map((channel) => channel.toString(16).padStart(2, '0'))
			.join('')}`;
		const role = Object.keys(colors).find((name) => colors[name] === hex);
		if (role) return `var(--diagram-${role},${fallbacks[role]})`;
		unknown.push(color);
		return 'none';
	}

	/** @param {Record<string, string | number>} attributes */
	function write(attributes) {
		return Object.entries(attributes)
			.map(([name, value]) => ` ${name}="${escape(String(value))}"`)
			.join('');
	}

	/** @param {string | null} reference such as `url(#arrowhead)` */
	function markerOf(reference) {
		const id = /#([^)"']+)/.exec(reference ?? '')?.[1];
		const marker = id && document.getElementById(id);
		if (!marker) return undefined;
		const known = markers.get(marker.outerHTML) ?? `${prefix}-${markers.size}`;
		markers.set(marker.outerHTML, known);
		return known;
	}

	/** @param {Element} element */
	function paint(element) {
		const style = getComputedStyle(element);
		/** @type {Record<string, string | number>} */
		const attributes = {};
		const fill = property(style.fill);
		const stroke = property(style.stroke);
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

	/** What places a shape; a lifeline would reach far below the picture and is cut there.
	 * @type {Record<string, string[]>} */
	const SHAPES = {
		path: ['d'],
		rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
		circle: ['cx', 'cy', 'r'],
		ellipse: ['cx', 'cy', 'rx', 'ry'],
		polygon: ['points'],
		polyline: ['points'],
		line: ['x1', 'y1', 'x2', 'y2'],
	};

	/** @param {Element} element */
	function shape(element) {
		const attributes = paint(element);
		if (attributes.fill === 'none' && !attributes.stroke) return '';
		/** @type {Record<string, string | number>} */
		const geometry = {};
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

	/** Keeps a line that passes behind words from striking them through. @param {string} stroke */
	const halo = (stroke) => ({
		stroke: property(stroke),
		'stroke-width': 7,
		'stroke-linejoin': 'round',
		'paint-order': 'stroke',
	});

	/** Share of a line's height that lies above the baseline, whatever the browser aligned it by. */
	const pen = /** @type {CanvasRenderingContext2D} */ (
		document.createElement('canvas').getContext('2d')
	);
	pen.font = `${fontSize}px "${getComputedStyle(root).fontFamily.replace(/"/g, '')}"`;
	const metrics = pen.measureText('x');
	const above =
		metrics.fontBoundingBoxAscent /
		(metrics.fontBoundingBoxAscent + metrics.fontBoundingBoxDescent);

	/**
	 * One `<text>` for each line, centered where the browser put it: no font of a reader can shift it.
	 * @param {SVGTextElement} element
	 */
	function text(element) {
		const content = element.textContent ?? '';
		const style = getComputedStyle(element);
		/** @type {{ from: number, y: number }[]} */
		const lines = [];
		const count = element.getNumberOfChars();
		for (let i = 0; i < count; i++) {
			const cell = element.getExtentOfChar(i);
			const y = cell.y + cell.height * above;
			if (Math.abs((lines.at(-1)?.y ?? Infinity) - y) > 2) lines.push({ from: i, y });
		}
		const labels =
			element.closest('.edgeLabel') ||
			/messageText|loopText/.test(element.getAttribute('class') ?? '');
		const place = element.getBoundingClientRect();
		const grouped = [...root.querySelectorAll('.cluster rect')].some((rect) => {
			const around = rect.getBoundingClientRect();
			return (
				around.left <= place.left &&
				around.right >= place.right &&
				around.top <= place.top &&
				around.bottom >= place.bottom
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
				const own = element.getAttribute('transform');
				return `<text${own ? write({ transform: round(own) }) : ''}${write(attributes)}>${escape(words)}</text>`;
			})
			.join('');
	}

	/** Titles of groups, written last: lines that enter a group would cross them. @type {string[]} */
	const titles = [];

	/** @param {Element} element @returns {string} */
	function visit(element) {
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
			return '';
		if (element instanceof SVGTextElement) {
			if (!element.closest('.cluster-label')) return text(element);
			const place = root
				.getCTM()
				?.inverse()
				.multiply(/** @type {DOMMatrix} */ (element.getCTM()));
			titles.push(
				`<g transform="${round(`translate(${place?.e ?? 0},${place?.f ?? 0})`)}">${text(element)}</g>`,
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
	const definitions = [...markers].map(([markup, id]) => {
		const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		holder.innerHTML = markup;
		root.append(holder);
		const marker = /** @type {Element} */ (holder.firstElementChild);
		/** @type {Record<string, string>} */
		const attributes = { id };
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
	if (unknown.length > 0)
		throw new Error(`colors without a name: ${[...new Set(unknown)].join(', ')}`);
	const width = Math.ceil(box.width);
	const height = Math.ceil(box.height);
	// The root speaks for text, which has no paint of its own; every shape says its own.
	const attributes = {
		xmlns: 'http://www.w3.org/2000/svg',
		viewBox: `${Math.floor(box.x)} ${Math.floor(box.y)} ${width + 1} ${height + 1}`,
		style: `max-width:${width + 1}px`,
		role: 'img',
		fill: property('rgb(3, 3, 3)'),
		'font-size': fontSize,
		'text-anchor': 'middle',
	};
	const defs = definitions.length > 0 ? `<defs>${definitions.join('')}</defs>` : '';
	return `<svg${write(attributes)}><title>${escape(description)}</title>${defs}${body}${titles.join('')}</svg>\n`;
}
