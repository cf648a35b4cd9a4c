import { expect, it } from 'vitest';
import { exactDump } from '../../../tests/support/canonical-dump.ts';
import { NOON, openReady } from '../../../tests/support/student.ts';
import { MediaStage, stageLock } from '$lib/db/media-stage.ts';
import { clearImportLeftovers } from './import-leftovers.ts';

it('removes what an interrupted import left, says so, and leaves the one that goes on', async () => {
	const db = await openReady();
	const before = await exactDump(db);
	const said: string[] = [];
	const toasts = { show: (text: string) => said.push(text) };
	const left = new MediaStage(db, { id: 'left', file: 'a.apkg', t: NOON });
	await left.keep('aa', new Uint8Array(3), 'image/png');
	await left.flush();
	const going = new MediaStage(db, { id: 'going', file: 'b.apkg', t: NOON });
	await going.keep('bb', new Uint8Array(4), 'image/png');
	await going.flush();
	await navigator.locks.request(stageLock('going'), () =>
		clearImportLeftovers({ db, toasts } as never, NOON),
	);
	expect(said).toEqual(['The import of a.apkg was interrupted; nothing of it was kept.']);
	expect(await db.media.toCollection().primaryKeys()).toEqual(['bb']);
	await clearImportLeftovers({ db, toasts } as never, NOON);
	expect(said).toHaveLength(2);
	expect(await exactDump(db)).toBe(before);
});
