import { describe, expect, it } from 'vitest';
import { asDbError, ConflictError, DbError } from './db-error.ts';

function named(name: string, message = '', more: object = {}): Error {
	return Object.assign(new Error(message), { name }, more);
}

describe('asDbError', () => {
	it.each([
		['storage-full', named('AbortError', '', { inner: named('QuotaExceededError') })],
		['storage-full', named('AbortError', 'Transaction aborted')],
		['storage-full', named('BulkError', '', { failures: [named('QuotaExceededError')] })],
		['storage-full', named('InvalidStateError', 'The transaction has finished.')],
		['connection-lost', named('UnknownError', 'Connection to Indexed Database server lost.')],
		[
			'connection-lost',
			named('AbortError', '', { inner: named('UnknownError', 'connection lost') }),
		],
		['connection-lost', named('InvalidStateError', 'The database connection is closing.')],
		['closed', named('DatabaseClosedError')],
		['newer-version', named('VersionError')],
		['unavailable', named('MissingAPIError')],
		['unavailable', named('SecurityError')],
		['unexpected', named('ConstraintError')],
		['unexpected', 'a text'],
		['unexpected', undefined],
	])('says %s', (kind, error) => {
		const told = asDbError(error);
		expect(told.kind).toBe(kind);
		expect(told.cause).toBe(error);
		expect(told.message).toBe(`${told.what} ${told.safe} ${told.todo}`);
	});

	it('hands on our own errors, also from within what Dexie made of them', () => {
		const own = new DbError('data-removed');
		expect(asDbError(own)).toBe(own);
		expect(asDbError(named('DatabaseClosedError', '', { inner: own }))).toBe(own);
	});

	it('ends where errors refer to each other', () => {
		const a = named('AbortError');
		Object.assign(a, { inner: named('X', '', { inner: a }) });
		expect(asDbError(a).kind).toBe('unexpected');
	});
});

describe('ConflictError', () => {
	it('names the card', () => {
		expect(new ConflictError(undefined, 'cache/a').message).toContain('cache/a');
	});
});
