/** What to practice next as links to the start of a short practice. */
import type { Question } from '$lib/content/question.ts';
import type { FollowUp } from '$lib/interview/summarize-interview.ts';
import { PHASE_NAMES } from '$lib/interview/part-names.ts';

/** @param start address of the page where an interview is set up */
export function followUpLinks(
	question: Question,
	list: readonly FollowUp[],
	start: string,
): { name: string; why: string; href: string }[] {
	return list.map((each) => {
		const { name, query } = linkOf(question, each);
		const params = new URLSearchParams({ question: question.id, ...query });
		return { name, why: each.why, href: `${start}?${params}` };
	});
}

function linkOf(
	{ probes, curveballs }: Question,
	each: FollowUp,
): { name: string; query: Record<string, string> } {
	switch (each.kind) {
		case 'phase':
			return { name: `${PHASE_NAMES[each.phase]} alone`, query: { only: each.phase } };
		case 'estimates':
			return { name: 'Estimates alone', query: { exercise: 'estimate' } };
		case 'probe': {
			const ask = probes.find(({ id }) => id === each.probe)?.ask;
			return {
				name: ask === undefined ? 'A deep dive' : `A deep dive, such as “${ask}”`,
				query: { exercise: 'probe' },
			};
		}
		case 'curveball': {
			const say = curveballs.find(({ id }) => id === each.curveball)?.say;
			return {
				name: say === undefined ? 'A change in the middle' : `A change, such as “${say}”`,
				query: { exercise: 'curveball' },
			};
		}
	}
}
