/** Writes the histories of the people of the fixture as `main.rs` reads them: a name and three lines of numbers each. */
import { loadModule } from '../../scripts/load-module.js';

/** @type {typeof import('../../src/lib/statistics/native-fit.fixture.ts')} */
const { NATIVE_FITS, itemsOf } = await loadModule('src/lib/statistics/native-fit.fixture.ts');
for (const { name, person } of NATIVE_FITS) {
	const { ratings, deltas, lengths } = itemsOf(person);
	console.log([name, ...[ratings, deltas, lengths].map((list) => list.join(' '))].join('\n'));
}
