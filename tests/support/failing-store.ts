/** Lets the n-th write to IndexedDB fail, as a full disk or a broken engine does. */

const WRITES = ['put', 'add', 'delete', 'clear'] as const;

export type Failure =
	/** The call itself throws. */
	| 'throw'
	/** The call throws for lack of room. */
	| 'quota'
	/** The transaction is aborted without a reason, as WebKit does when the disk is full. */
	| 'abort';

/**
 * Runs `act` with the `n`-th write (from 1) failing. Tells whether it came so far, and what `act` threw.
 */
export async function withFailingWrite(
	n: number,
	failure: Failure,
	act: () => Promise<unknown>,
): Promise<{ reached: boolean; error: unknown }> {
	const proto = IDBObjectStore.prototype;
	const originals = WRITES.map((name) => [name, proto[name]] as const);
	let calls = 0;
	for (const [name, original] of originals) {
		proto[name] = function (this: IDBObjectStore, ...args: never[]) {
			calls += 1;
			if (calls === n) {
				if (failure === 'throw') throw new DOMException('Injected', 'DataError');
				if (failure === 'quota') throw new DOMException('Injected', 'QuotaExceededError');
				this.transaction.abort();
			}
			return Reflect.apply(original, this, args) as never;
		};
	}
	let error: unknown;
	try {
		await act();
	} catch (thrown) {
		error = thrown;
	} finally {
		for (const [name, original] of originals) proto[name] = original as never;
	}
	return { reached: calls >= n, error };
}
