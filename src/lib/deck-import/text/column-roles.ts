/** What a person says that each column of a table is, and the mapping that follows from it. */
import type { TableMapping } from './read-table.ts';

/** `answer` may stand several times; the others once. */
export type ColumnRole = 'question' | 'answer' | 'tags' | 'deck' | 'guid' | 'type' | 'none';

const PLACES = {
	tags: 'tagsColumn',
	deck: 'deckColumn',
	guid: 'guidColumn',
	type: 'noteTypeColumn',
} as const;
const SPECIAL = Object.keys(PLACES) as (keyof typeof PLACES)[];

/** By column. */
export function rolesOf(mapping: TableMapping, columns: number): ColumnRole[] {
	return Array.from({ length: columns }, (_, column): ColumnRole => {
		const special = SPECIAL.find((role) => mapping[PLACES[role]] === column);
		if (special) return special;
		const at = mapping.fields.findIndex((field) => field.column === column);
		return at < 0 ? 'none' : at === 0 ? 'question' : 'answer';
	});
}

/**
 * The roles after a person has given a column another one: whoever had it before, where only one column
 * can, takes the old one in exchange.
 */
export function withRole(
	roles: readonly ColumnRole[],
	column: number,
	role: ColumnRole,
): ColumnRole[] {
	const before = roles[column] ?? 'none';
	const only = role !== 'answer' && role !== 'none';
	return roles.map((other, at) => {
		if (at === column) return role;
		return only && other === role ? (before === 'none' ? 'answer' : before) : other;
	});
}

/** `mapping` with its columns by `roles`. @param names of the columns, where the file gives them */
export function mappingBy(
	mapping: TableMapping,
	roles: readonly ColumnRole[],
	names: readonly string[] | undefined,
): TableMapping {
	const { noteType, deck, tags, html } = mapping;
	const columnsOf = (role: ColumnRole) =>
		roles.flatMap((each, column) => (each === role ? [column] : []));
	const usual = ['Front', 'Back'];
	const fields = [...columnsOf('question'), ...columnsOf('answer')].map((column, at) => ({
		...{ name: names?.[column] || usual[at] || `Field ${at + 1}`, column },
	}));
	const places = SPECIAL.flatMap((role) => {
		const [column] = columnsOf(role);
		return column === undefined ? [] : [[PLACES[role], column] as const];
	});
	return { fields, noteType, deck, tags, html, ...Object.fromEntries(places) };
}
