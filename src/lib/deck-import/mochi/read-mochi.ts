/** Reads `.mochi` decks: Markdown cards with sides, deletions, fields of templates, reviews and attachments. */
import type { Reader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { offsetMinutes, studyDayOf } from '../../scheduler/study-day.ts';
import { openArchive, type Archive } from '../archive/open-archive.ts';
import { CollectionBuilder } from '../collection-builder.ts';
import { ImportError } from '../import-error.ts';
import type { ImportEnvironment } from '../import-environment.ts';
import type { ImportedCollection, ImportedReview, ImportedSchedule } from '../imported.ts';
import { takeMedia } from '../media/take-media.ts';
import {
	asList,
	asNumber,
	asObject,
	asText,
	readJson,
	type JsonObject,
	type JsonValue,
} from '../safe-json.ts';
import { stockType } from '../stock-types.ts';
import { readEdn } from './read-edn.ts';
import { readTransit } from './read-transit.ts';

const DATA = ['data.json', 'data.edn'];

/** @throws ImportError; single cards that cannot be are in `skipped` instead */
export async function readMochi(
	source: Uint8Array | Reader<unknown>,
	environment: ImportEnvironment,
): Promise<ImportedCollection> {
	const archive = await openArchive(source, environment.limits);
	try {
		const root = asObject(await readData(archive, environment));
		const builder = new CollectionBuilder('mochi', 'Mochi');
		addCards(root, builder, environment);
		await addMedia(archive, builder, environment);
		return builder.finish();
	} finally {
		await archive.close();
	}
}

async function readData(archive: Archive, { limits }: ImportEnvironment): Promise<JsonValue> {
	const name = DATA.find((each) => archive.has(each));
	if (!name) throw new ImportError('no-collection', 'The archive holds no deck of Mochi.');
	const text = new TextDecoder().decode(await archive.read(name, limits.text));
	return name === 'data.json' ? readTransit(readJson(text, 'The data of the deck')) : readEdn(text);
}

async function addMedia(
	archive: Archive,
	builder: CollectionBuilder,
	environment: ImportEnvironment,
): Promise<void> {
	const names = archive.names.filter((name) => !DATA.includes(name));
	for (const [index, name] of names.entries()) {
		environment.watch({ stage: 'media', done: index, total: names.length });
		try {
			const bytes = await archive.read(name, environment.limits.media);
			const taken = await takeMedia(`@media/${name}`, bytes, environment);
			if (typeof taken === 'string') builder.skipped.add('media', index + 1, name, taken);
			else builder.media.push(taken);
		} catch (error) {
			if (!(error instanceof ImportError) || error.kind === 'cancelled') throw error;
			builder.skipped.add('media', index + 1, name, error.what);
		}
	}
}

function addCards(
	root: JsonObject,
	builder: CollectionBuilder,
	environment: ImportEnvironment,
): void {
	const decks = asList(root.get('decks')).map(asObject);
	const templates = new Map(
		asList(root.get('templates')).map((each) => [asText(asObject(each).get('id')), asObject(each)]),
	);
	const byId = new Map(decks.map((deck) => [asText(deck.get('id')), deck]));
	const held = decks.flatMap((deck) =>
		asList(deck.get('cards')).map((card) => ({ card: asObject(card), deck })),
	);
	const loose = asList(root.get('cards')).map((card) => {
		const object = asObject(card);
		return { card: object, deck: byId.get(asText(object.get('deck-id'))) ?? new Map() };
	});
	const all = [...held, ...loose].slice(0, environment.limits.notes);
	all.forEach(({ card, deck }, index) => {
		if (index % 1000 === 0) environment.watch({ stage: 'cards', done: index, total: all.length });
		addCard(card, index + 1, pathOf(deck, byId), templates, builder, environment);
	});
}

/** Names from the root down; a circle of parents ends where it began. */
function pathOf(deck: JsonObject, byId: ReadonlyMap<string, JsonObject>): string[] {
	const path: string[] = [];
	const seen = new Set<JsonObject>();
	for (let at: JsonObject | undefined = deck; at && !seen.has(at) && path.length < 50;) {
		seen.add(at);
		path.unshift(asText(at.get('name')));
		at = byId.get(asText(at.get('parent-id')));
	}
	return path;
}

function addCard(
	card: JsonObject,
	number: number,
	deck: string[],
	templates: ReadonlyMap<string, JsonObject>,
	builder: CollectionBuilder,
	environment: ImportEnvironment,
): void {
	const template = templates.get(asText(card.get('template-id')));
	const content = (template ? filled(template, card) : '') || asText(card.get('content'));
	if (content.length > environment.limits.field) {
		return builder.skipped.add('card', number, content, 'it is too long');
	}
	if (card.get('trashed?') !== undefined && card.get('trashed?') !== false) {
		return builder.skipped.add('card', number, content, 'it is in the trash');
	}
	const [front = '', ...rest] = content.split(/^---[ \t]*$/m).map((side) => side.trim());
	const back = rest.join('\n\n');
	const hides = /\{\{[^{}]+\}\}/.test(front);
	const id = asText(card.get('id'));
	const history = historyOf(card, environment);
	const keys = builder.add({
		number,
		type: hides
			? stockType('Cloze', 'markdown', ['Text', 'Back Extra'])
			: stockType('Basic', 'markdown', ['Front', 'Back']),
		fields: [hides ? numbered(front) : front, back],
		tags: asList(card.get('tags'))
			.map(asText)
			.filter((tag) => tag !== ''),
		deck,
		...(id ? { guid: `mochi:${id}` } : {}),
		...(history.schedule ? { schedules: [history.schedule] } : {}),
		suspended: card.get('archived?') === true,
	});
	const [key] = keys;
	if (key !== undefined) builder.reviews.push(...history.reviews.map((r) => ({ ...r, card: key })));
}

/** `{{word}}` and `{{2::word}}` as Anki's deletions; those without a number hide together. */
function numbered(text: string): string {
	return text.replace(
		/\{\{(?:(\d{1,3})::)?([^{}]+)\}\}/g,
		(_, number: string | undefined, hidden: string) => {
			return `{{c${number ?? 1}::${hidden}}}`;
		},
	);
}

/** The text of a template, with `<< Name >>` replaced by the field of the card. */
function filled(template: JsonObject, card: JsonObject): string {
	const names = new Map(
		[...asObject(template.get('fields'))].map(([id, field]) => [
			asText(asObject(field).get('name')),
			asText(asObject(asObject(card.get('fields')).get(id)).get('value')),
		]),
	);
	return asText(template.get('content')).replace(
		/<<\s*([^<>]{1,200}?)\s*>>/g,
		(_, name: string) => names.get(name) ?? '',
	);
}

function historyOf(
	card: JsonObject,
	{ now, zone }: ImportEnvironment,
): { reviews: Omit<ImportedReview, 'card'>[]; schedule?: ImportedSchedule } {
	const reviews: Omit<ImportedReview, 'card'>[] = [];
	let due = 0;
	let lapses = 0;
	for (const each of asList(card.get('reviews')).map(asObject)) {
		const t = instantOf(each.get('date'));
		if (!(t > 0 && t <= now)) continue;
		const recalled = each.get('remembered?') !== false;
		const next = Math.round(asNumber(each.get('interval')) ?? 0);
		const before = reviews.at(-1)?.next ?? 0;
		if (!recalled && reviews.length > 0) lapses += 1;
		due = instantOf(each.get('due'));
		reviews.push({
			...{ t, grade: recalled ? 3 : 1, kind: reviews.length === 0 ? 'learn' : 'review' },
			...{ duration: 0, next: Math.min(Math.max(next, 0), 36_500), before, factor: 0 },
		});
	}
	const last = reviews.at(-1);
	if (!last) return { reviews };
	const at = due > 0 ? due : last.t + last.next * 86_400_000;
	const day = studyDayOf(at, offsetMinutes(zone.timeZone, at), zone.rolloverHour);
	const schedule: ImportedSchedule = {
		...{ phase: 'review', due: day, intraday: false, interval: last.next, reps: reviews.length },
		...{ lapses, left: 0, ease: 0, lastT: last.t },
	};
	return { reviews, schedule };
}

/** ms since the epoch; 0 for what is no date before the year 10,000. */
function instantOf(value: JsonValue | undefined): number {
	const date = value instanceof Map ? value.get('date') : value;
	const t = typeof date === 'string' ? Date.parse(date) : asNumber(date);
	return t !== undefined && Number.isFinite(t) && t > 0 && t < 2.5e14 ? t : 0;
}
