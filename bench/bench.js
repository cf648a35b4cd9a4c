/** `npm run bench [part …]`: prints every figure beside a baseline of the same run. Fails only where something broke. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir } from 'node:process';
import { build, requireNode, ROOT, say } from '../scripts/steps.js';

const CARDS = 50_000;
const REVIEWS = 500_000;
const RUNS = Number(process.env.BENCH_RUNS ?? 11);
const PARTS = [
	'start',
	'queue',
	'history',
	'backup',
	'visit',
	'grade',
	'estimate',
	'stats',
	'import',
	'browse',
	'fit',
];
/** These need nothing stored by others. */
const BARE = ['visit', 'estimate', 'stats', 'import', 'fit'];

chdir(ROOT);
requireNode();
build();

// Not at the top of the file: what they import may need the build.
const { Browser, browserPath } = await import('./browser.js');
const { bundlePage } = await import('./bundle.js');
const { buildMinimal } = await import('./minimal.js');
const { serveBench } = await import('./server.js');
const { table } = await import('./table.js');
const { startRows, visitOnline } = await import('./parts/start.js');
const { firstVisitRows } = await import('./parts/first-visit.js');
const { estimateRows } = await import('./parts/estimate.js');
const { statisticsRows } = await import('./parts/statistics.js');
const { importRows } = await import('./parts/import.js');
const { browseRows } = await import('./parts/browse.js');
const { fitRows } = await import('./parts/fit.js');
const { gradeRows } = await import('./parts/grade.js');
const { backupRows, historyRows, inPage, queueRows } = await import('./parts/database.js');

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part "${unknown.join(', ')}". There are: ${PARTS.join(', ')}.`);
	process.exit(1);
}
/** @param {string} part */
const wanted = (part) => asked.length === 0 || asked.includes(part);

const path = await browserPath();
const place = mkdtempSync(join(tmpdir(), 'onsite-bench-'));
const profile = join(place, 'profile');
process.on('exit', () => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));

await bundlePage(place);
let server = await serveBench({ scripts: place });
const { origin, port } = server;
let browser = new Browser(path, profile);
const print = (/** @type {string} */ title, /** @type {import('./table.js').Row[]} */ rows) =>
	console.log(table(title, rows));

if (wanted('visit')) {
	say('Building the least app to compare a first visit with…');
	const folder = buildMinimal(place);
	const minimal = await serveBench({ scripts: place, folder });
	print('First visit', await firstVisitRows({ path, origin, minimal: minimal.origin }));
	await minimal.stop();
}
if (wanted('estimate')) print('Estimation', await estimateRows({ browser, origin }));
if (wanted('stats')) print('Statistics', await statisticsRows({ browser, origin }));
if (wanted('import')) print('Import', await importRows({ browser, origin }));
if (wanted('fit')) print('Fit of parameters', await fitRows({ browser, origin }));
if (asked.length === 0 || asked.some((part) => !BARE.includes(part))) {
	say(
		`Storing ${CARDS.toLocaleString('en-US')} cards and ${REVIEWS.toLocaleString('en-US')} reviews…`,
	);
	const stored = await inPage({ browser, origin }, 'fillApp', CARDS, REVIEWS);
	say(`Stored: ${JSON.stringify(stored)}`);
}
if (wanted('start')) {
	say('Starting offline, again and again…');
	await visitOnline(browser, origin);
	await browser.close();
	await server.stop();
	print(
		'Start, processor slowed down 4×, no network',
		await startRows({ path, profile, origin, runs: RUNS }),
	);
	server = await serveBench({ scripts: place, port });
	browser = new Browser(path, profile);
}
if (wanted('queue')) print("Today's queue", await queueRows({ browser, origin }));
if (wanted('history')) print('History', await historyRows({ browser, origin }));
if (wanted('backup')) print('Backup', await backupRows({ browser, origin }));
if (wanted('grade')) print('Answer', await gradeRows({ browser, origin, runs: RUNS }));
// Last, as it adds cards to those that the others have.
if (wanted('browse')) print('Browse', await browseRows({ browser, origin }));

await browser.close();
await server.stop();
