/** Plans apart from the screen: with ten thousand cards a plan takes seconds, and the advice several of them. */
import { workOnPlan } from '$lib/plan/plan-work.ts';
import type { PlanAnswer, PlanOrder } from './plan-messages.ts';

/** What a worker has of its own; the page's types know it as a window. */
const scope = self as unknown as {
	postMessage(message: PlanAnswer): void;
	onmessage: (event: MessageEvent<PlanOrder>) => void;
};

scope.onmessage = ({ data: { turn, ...work } }) => {
	workOnPlan(work, (result) => scope.postMessage({ turn, ...result })).catch((error: unknown) =>
		scope.postMessage({ turn, kind: 'failed', detail: String(error) }),
	);
};
