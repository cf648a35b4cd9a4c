import { describe, expect, test } from 'vitest';
import { mappingBy, rolesOf, withRole, type ColumnRole } from './column-roles.ts';
import { readTable, suggestMapping } from './read-table.ts';

const table = readTable('guid,front,back,extra,tags\n1,a,b,c,x y\n2,d,e,f,z');
const mapping = suggestMapping(table, 'File');

describe('roles of columns', () => {
	test('say what the mapping says, and the other way round', () => {
		const roles = rolesOf(mapping, table.columns);
		expect(roles).toEqual(['guid', 'question', 'answer', 'answer', 'tags']);
		expect(mappingBy(mapping, roles, table.names)).toEqual(mapping);
	});

	test.each<[string, number, ColumnRole, ColumnRole[]]>([
		['the question moves', 2, 'question', ['guid', 'answer', 'question', 'answer', 'tags']],
		['tags move to what was left out', 0, 'tags', ['tags', 'question', 'answer', 'answer', 'guid']],
		['a column is left out', 3, 'none', ['guid', 'question', 'answer', 'none', 'tags']],
	])('%s', (_, column, role, expected) => {
		expect(withRole(rolesOf(mapping, 5), column, role)).toEqual(expected);
	});

	test('the question comes first among the fields, wherever it stands', () => {
		const roles = withRole(rolesOf(mapping, 5), 3, 'question');
		expect(mappingBy(mapping, roles, table.names).fields.map(({ name }) => name)).toEqual([
			'extra',
			'front',
			'back',
		]);
		expect(mappingBy(mapping, ['none', 'answer'], undefined).fields).toEqual([
			{ name: 'Front', column: 1 },
		]);
	});
});

describe('what a person says of a table', () => {
	test('holds over what it seems to be', () => {
		const text = 'front,back\na;1,b';
		expect(readTable(text)).toMatchObject({ headed: true, separator: ',', columns: 2 });
		const said = readTable(text, undefined, { separator: ';', headed: false });
		expect(said.rows.map(({ cells }) => cells)).toEqual([['front,back'], ['a', '1,b']]);
		expect(said.names).toBeUndefined();
		expect(readTable('x,y\na,b', undefined, { headed: true }).names).toEqual(['x', 'y']);
	});
});
