/** Queries that answer again whenever what they read has changed, also by another tab. */
import { liveQuery } from 'dexie';
import { asDbError, type DbError } from './db-error.ts';

/**
 * Calls `onValue` with the query's result now and after every change of what it read, `onError` where
 * it fails. Returns what stops it. The query may await nothing but the database.
 */
export function watch<T>(
	query: () => Promise<T>,
	onValue: (value: T) => void,
	onError: (error: DbError) => void,
): () => void {
	const subscription = liveQuery(query).subscribe({
		next: onValue,
		error: (error: unknown) => onError(asDbError(error)),
	});
	return () => subscription.unsubscribe();
}
