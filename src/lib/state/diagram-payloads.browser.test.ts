import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANARY, PAYLOADS } from '../../../tests/support/diagram-payloads.ts';
import { drawText } from './mermaid-engine.ts';

const GOOD = 'flowchart TD\n  client([Client]) --> lb{{Load balancer}}\n  lb --> db[(Database)]';

const asked: string[] = [];
const errors: string[] = [];
const seen = new PerformanceObserver((list) => {
	asked.push(...list.getEntries().map(({ name }) => name));
});
const complain = (event: ErrorEvent | PromiseRejectionEvent) => {
	errors.push('message' in event ? event.message : String(event.reason));
};

beforeAll(() => {
	seen.observe({ type: 'resource', buffered: true });
	addEventListener('error', complain);
	addEventListener('unhandledrejection', complain);
});

afterAll(() => seen.disconnect());

/** Gives the browser time to load and run what it has got. */
async function settled(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 50));
	asked.push(...seen.takeRecords().map(({ name }) => name));
}

it('is tried with at least sixty payloads, each another', () => {
	expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60);
});

it.each(PAYLOADS.map((text, at) => [at, text.slice(0, 80), text] as const))(
	'payload %i runs nothing, asks for nothing, and the next drawing is as it was: %j',
	async (_, __, text) => {
		const result = await drawText(text);
		const holder = document.createElement('div');
		document.body.append(holder);
		// Shown as the app shows it, without the policy that would stop what came through.
		if ('drawing' in result) holder.innerHTML = result.drawing.svg;
		else expect(result.fault.what.length).toBeGreaterThan(10);
		await settled();
		expect(holder.querySelectorAll(':not(svg, svg *)')).toHaveLength(0);
		expect(holder.querySelectorAll('script, style, a, image, foreignObject, use')).toHaveLength(0);
		expect(holder.innerHTML).not.toContain(CANARY.slice(8) + '/style');
		holder.remove();
		expect(Reflect.get(window, 'pwned')).toBeUndefined();
		expect(Reflect.get({}, 'pwned')).toBeUndefined();
		expect(asked.filter((name) => name.startsWith(CANARY))).toEqual([]);
		expect(errors).toEqual([]);
		expect(document.querySelectorAll('body > [id*="drawing"]')).toHaveLength(0);

		const good = await drawText(GOOD);
		expect('drawing' in good && good.drawing.boxes.map(({ id }) => id)).toEqual([
			'client',
			'lb',
			'db',
		]);
	},
);
