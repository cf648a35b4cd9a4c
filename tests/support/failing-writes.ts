/** Lets the browser's database refuse every write of a page, in the ways in which browsers do. */
import type { Page } from '@playwright/test';

export type Refusal =
	/** The call throws, as where the quota is known to be used up. */
	| 'throw'
	/** The transaction is aborted with the quota error inside, as in Chromium and Firefox on a full disk. */
	| 'abort-quota'
	/** The transaction is aborted without a reason, as in WebKit on a full disk. */
	| 'abort';

/** From now on until the returned function is called, no write of this page succeeds. */
export async function refuseWrites(page: Page, refusal: Refusal): Promise<() => Promise<void>> {
	await page.evaluate((refusal) => {
		const proto = IDBObjectStore.prototype;
		const { put, add } = proto;
		const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
		const refuse = (write: typeof put) =>
			function (this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
				if (refusal === 'throw') throw full();
				const request = write.apply(this, args);
				const { transaction } = this;
				if (refusal === 'abort-quota') {
					Object.defineProperty(transaction, 'error', { get: full });
				}
				transaction.abort();
				return request;
			};
		Object.assign(proto, { put: refuse(put), add: refuse(add) });
		Object.assign(window, { allowWrites: () => Object.assign(proto, { put, add }) });
	}, refusal);
	return () =>
		page.evaluate(() => (window as unknown as { allowWrites: () => void }).allowWrites());
}
