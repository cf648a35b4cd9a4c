/** Reads what may stand behind the names that take a number or a word of a list. */
import type { Flag } from '../scheduler/card-state.ts';
import type { Grade } from '../scheduler/review.ts';
import { rawText, type RawTerm } from './raw-term.ts';
import { SearchError } from './search-error.ts';
import type { IdKind, Operator, Property, Term, WithinDays } from './search-node.ts';

/** Days that can be looked back at most: a century. */
const MOST_DAYS = 36_500;
/** No property is greater; a number beyond is a slip. */
const GREATEST = 1_000_000_000;

function fail({ from, to }: RawTerm, what: string, accepted: string): never {
	throw new SearchError({ from, to, what, accepted });
}

/** One of a few words, in any case. @throws SearchError */
export function readOneOf<T extends string>(value: RawTerm, name: string, words: readonly T[]): T {
	const text = rawText(value.characters).toLowerCase();
	const found = words.find((word) => word === text);
	if (found !== undefined) return found;
	const what = text === '' ? `Nothing stands behind ${name}.` : `${name} does not know “${text}”.`;
	return fail(value, what, `One of ${words.join(', ')}.`);
}

/** @throws SearchError */
export function readFlag(value: RawTerm): Flag {
	const text = rawText(value.characters);
	if (/^[0-7]$/.test(text)) return Number(text) as Flag;
	return fail(value, 'A flag is a number.', '0 for no flag, or 1 to 7.');
}

function wholeDays(value: RawTerm, name: string, text: string): number {
	const days = /^\d{1,9}$/.test(text) ? Number(text) : 0;
	if (days >= 1 && days <= MOST_DAYS) return days;
	return fail(
		value,
		`${name}: counts days.`,
		`A whole number from 1 to ${MOST_DAYS.toLocaleString('en-US')}: ${name}:1 for today, ${name}:7 for this week.`,
	);
}

/** @throws SearchError */
export function readDays(name: WithinDays, value: RawTerm): Term {
	const text = rawText(value.characters);
	if (name !== 'rated') return { term: name, days: wholeDays(value, name, text) };
	const [days = '', grade, ...more] = text.split(':');
	if (more.length > 0 || (grade !== undefined && !/^[1-4]$/.test(grade))) {
		fail(
			value,
			'Behind the second colon stands a grade.',
			'1 for Again, 2 for Hard, 3 for Good, 4 for Easy: rated:7:1.',
		);
	}
	return {
		term: 'rated',
		days: wholeDays(value, name, days),
		grade: Number(grade ?? 0) as 0 | Grade,
	};
}

/** @throws SearchError */
export function readIds(name: IdKind, value: RawTerm): string[] {
	const ids = rawText(value.characters).split(',');
	if (ids.every((id) => id !== '')) return ids;
	return fail(
		value,
		`${name}: takes ids.`,
		`One id, or several with commas between: ${name}:quorum.`,
	);
}

const ABOUT: Record<Property, string> = {
	s: 's (stability in days)',
	d: 'd (difficulty, 1 to 10, or below 1 as a share)',
	r: 'r (recall now, 0 to 1)',
	ivl: 'ivl (interval in days)',
	due: 'due (days from today)',
	lapses: 'lapses',
	reps: 'reps (answers)',
	pos: 'pos (place among new cards)',
};

/** What Anki has and cards have not here, with what to ask instead. */
const ELSEWHERE: Record<string, string> = {
	ease: 'Difficulty instead of ease: prop:d>7.',
	rated: 'Answers within the last days: rated:7, or rated:7:1 for Again.',
	resched: 'Moved dates cannot be searched; answers can: rated:7.',
	cdn: 'Cards hold no further data here.',
	cds: 'Cards hold no further data here.',
};

/** @throws SearchError */
export function readProperty(value: RawTerm, properties: readonly Property[]): Term {
	const text = rawText(value.characters).toLowerCase();
	const [, name = '', operator = '', number = ''] = /^([a-z]*)([=!<>]*)(.*)$/su.exec(text) ?? [];
	const property = properties.find((known) => known === name);
	if (!property) {
		const what = name === '' ? 'Nothing stands behind prop:.' : `There is no property “${name}”.`;
		const instead = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
		fail(value, what, instead ?? `One of ${properties.map((known) => ABOUT[known]).join(', ')}.`);
	}
	const behind = { ...value, from: value.characters[name.length]?.at ?? value.to };
	if (!isOperator(operator)) {
		fail(
			behind,
			`Behind prop:${name} stands a comparison.`,
			'One of =, !=, <, >, <=, >=, then a number.',
		);
	}
	const last = { ...value, from: value.characters[name.length + operator.length]?.at ?? value.to };
	const [, sign = '', whole = '', decimals = ''] =
		/^(-?)(\d{1,10})(?:\.(\d{1,6}))?$/.exec(number) ?? [];
	const amount = Number(`${sign}${whole}.${decimals || 0}`);
	if (whole === '' || Math.abs(amount) > GREATEST) {
		fail(
			last,
			`“${number}” is no number that ${name} can be compared with.`,
			'A number such as 3, -1 or 0.9.',
		);
	}
	// So that -0 is read as 0.
	return { term: 'prop', property, operator, value: amount || 0, digits: decimals.length };
}

function isOperator(text: string): text is Operator {
	return ['=', '!=', '<', '>', '<=', '>='].includes(text);
}
