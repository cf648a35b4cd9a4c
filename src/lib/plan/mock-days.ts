/** On which days before an interview a mock interview is due. */

/** 45 minutes and a quarter of an hour to judge them. */
export const MOCK_MINUTES = 60;
/** One a week: there must be time to mend what it showed. */
const APART = 6;
/** The eve is for sleep. */
const LAST = 2;

export interface MockTask {
	today: number;
	date: number;
	minutesOn: (day: number) => number;
	questions: readonly string[];
}

/** Days with the time for a mock interview, counted back from the last one, with its question. */
export function mockDays({ today, date, minutesOn, questions }: MockTask): Map<number, string> {
	const days: number[] = [];
	for (let day = date - LAST; day >= today && days.length < questions.length; day--) {
		const next = days.at(-1);
		if (next !== undefined && next - day < APART) continue;
		if (minutesOn(day) >= MOCK_MINUTES) days.push(day);
	}
	const plan = new Map<number, string>();
	for (const [at, day] of days.reverse().entries()) {
		const question = questions[at];
		if (question !== undefined) plan.set(day, question);
	}
	return plan;
}
