import { afterEach, describe, expect, it } from 'vitest';
import type { DrawingResult } from '../interview/drawing.ts';
import { drawText } from './mermaid-engine.ts';

const GOOD = 'flowchart TD\n  a([Client]) -->|GET| b[(Store)]\n  b --> c';

function drawn(result: DrawingResult) {
	if (!('drawing' in result)) throw new Error(result.fault.what);
	return result.drawing;
}

async function faultOf(text: string) {
	const result = await drawText(text);
	return 'fault' in result ? result.fault : undefined;
}

afterEach(() => {
	expect(document.querySelectorAll('body > [id*="drawing"], body > style')).toHaveLength(0);
});

describe('drawing with mermaid', () => {
	it('gives shapes and words, in colors of the page, and the places of boxes', async () => {
		const { svg, boxes, view } = drawn(await drawText(GOOD));
		for (const word of ['Client', 'GET', 'Store']) expect(svg).toContain(`>${word}</text>`);
		expect(svg).not.toMatch(/<style|class=|<foreignObject|#0[1-6]0[1-6]/i);
		expect(svg).toContain('var(--diagram-');
		expect(boxes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		for (const { x, y, width, height } of boxes) {
			expect(width).toBeGreaterThan(20);
			expect(x).toBeGreaterThanOrEqual(view[0]);
			expect(y + height).toBeLessThanOrEqual(view[1] + view[3] + 1);
		}
	});

	it.each([
		[
			'sequenceDiagram\n  A->>B: hello\n  B-->>A: bye\n  Note over A: think',
			['hello', 'bye', 'think'],
		],
		['stateDiagram-v2\n  [*] --> Open\n  Open --> Shut: close', ['Open', 'Shut', 'close']],
		[
			'classDiagram\n  class Link {\n    +String code\n    +open() void\n  }\n  Link <|-- Alias',
			['Link', 'code', 'Alias'],
		],
		[
			'erDiagram\n  USER ||--o{ LINK : owns\n  LINK {\n    string code\n  }',
			['USER', 'LINK', 'owns', 'code'],
		],
	])('draws %j', async (text, words) => {
		const { svg } = drawn(await drawText(text));
		for (const word of words) expect(svg).toContain(word);
	});

	it.each([
		['flowchart TD\n  a --> b\n  b -->\n', 3],
		['flowchart TD\n  a --> b\n  b[Half\n  c --> d', 3],
		['\n\n%% note\nflowchart TD\n%% note\n  a --> ]b', 6],
		['sequenceDiagram\n  A->>B: x\n  A->>', 3],
		['hello', 1],
		['stateDiagram-v2\n  [*] --> Open\n  Open --> --> x', 3],
	])('says at which line %j cannot be read', async (text, line) => {
		expect(await faultOf(text)).toMatchObject({ kind: 'syntax', line });
	});

	it('draws after a poisoned theme and after nonsense', async () => {
		const poison = '%%{init:{"theme":"base","themeVariables":{"primaryColor":"notacolor"}}}%%\n';
		await drawText(`${poison}flowchart TD\n a`);
		await drawText('---\nconfig:\n  theme: nothing\n  layout: elk\n---\nflowchart TD\n a');
		expect(await faultOf('flowchart TD\n  ((((')).toBeDefined();
		expect(drawn(await drawText(GOOD)).boxes).toHaveLength(3);
	});
});
