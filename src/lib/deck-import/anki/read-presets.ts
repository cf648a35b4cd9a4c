/** Presets of a collection, as far as ours have the same options; what cannot be is left to its default. */
import type { EasyDay, Mix, Preset, ReviewOrder } from '../../scheduler/preset.ts';
import type { ImportedPreset } from '../imported.ts';
import { soundOptions } from '../preset-options.ts';
import { asId, asList, asNumber, asObject, asText, type JsonValue } from '../safe-json.ts';
import type { CollectionSettings } from './collection-settings.ts';
import { bytesColumn, idColumn, textColumn } from './columns.ts';
import { Message } from './protobuf.ts';
import type { SqliteFile } from './sqlite-file.ts';

type Said = { [K in keyof ImportedPreset['options']]?: unknown };

/** By key. */
export function readPresets(
	file: SqliteFile,
	settings: CollectionSettings,
): Map<string, ImportedPreset> {
	const presets = new Map<string, ImportedPreset>();
	const add = (key: string, name: string, said: Said) => {
		presets.set(key, { key, name: name || 'Default', options: soundOptions(said) });
	};
	if (settings.schema < 14) {
		for (const [key, value] of settings.presets) {
			const preset = asObject(value);
			add(asId(preset.get('id')) || key, asText(preset.get('name')), fromJson(value));
		}
	} else if (file.has('deck_config')) {
		const columns = [idColumn('id'), textColumn('name', 1000), bytesColumn('config', 100_000)];
		file.each(`SELECT ${columns} FROM deck_config`, ([key, name, blob]) => {
			if (typeof key !== 'string' || !(blob instanceof Uint8Array)) return;
			add(key, String(name ?? ''), fromMessage(new Message(blob)));
		});
	}
	return presets;
}

function fromJson(value: JsonValue): Said {
	const preset = asObject(value);
	const [fresh, review, lapse] = ['new', 'rev', 'lapse'].map((name) => asObject(preset.get(name)));
	const numbers = (list: JsonValue | undefined) =>
		asList(list).flatMap((item) => asNumber(item) ?? []);
	const said = (name: string) => asNumber(preset.get(name));
	const chosen = <T>(index: number | undefined, take: (index: number) => T): T | undefined =>
		index === undefined ? undefined : take(index);
	return {
		desiredRetention: rounded(said('desiredRetention')),
		weights: weightsOf(numbers(preset.get('fsrsParams6'))),
		learningSteps: fresh?.has('delays') ? numbers(fresh.get('delays')) : undefined,
		relearningSteps: lapse?.has('delays') ? numbers(lapse.get('delays')) : undefined,
		maximumInterval: asNumber(review?.get('maxIvl')),
		newPerDay: asNumber(fresh?.get('perDay')),
		reviewsPerDay: asNumber(review?.get('perDay')),
		reviewOrder: chosen(said('reviewOrder'), orderOf),
		newMix: chosen(said('newMix'), mixOf),
		buryNewSiblings: fresh?.get('bury'),
		buryReviewSiblings: review?.get('bury'),
		leechThreshold: asNumber(lapse?.get('leechFails')),
		leechAction: chosen(asNumber(lapse?.get('leechAction')), leechActionOf),
		easyDays: easyDaysOf(numbers(preset.get('easyDaysPercentages'))),
		answerCap: said('maxTaken'),
		autoplaySounds: preset.get('autoplay'),
	};
}

function fromMessage(message: Message): Said {
	return {
		desiredRetention: rounded(message.float(37)),
		weights: weightsOf(message.floats(6)),
		learningSteps: message.floats(1).map((minutes) => Number(minutes.toFixed(4))),
		relearningSteps: message.floats(2).map((minutes) => Number(minutes.toFixed(4))),
		maximumInterval: message.number(16) || undefined,
		newPerDay: message.number(9),
		reviewsPerDay: message.number(10),
		reviewOrder: orderOf(message.number(33)),
		newMix: mixOf(message.number(30)),
		buryNewSiblings: message.number(27) === 1,
		buryReviewSiblings: message.number(28) === 1,
		leechThreshold: message.number(22),
		leechAction: leechActionOf(message.number(21)),
		easyDays: easyDaysOf(message.floats(4)),
		answerCap: message.number(24) || undefined,
		autoplaySounds: message.number(23) !== 1,
	};
}

/** Singles of 32 bits carry noise: 0.9 comes as 0.8999999761581421. */
function rounded(retention: number | undefined): number | undefined {
	return retention === undefined ? undefined : Number(retention.toFixed(4));
}

/** Those of FSRS 6 only: older ones mean something else at the same place. */
function weightsOf(weights: number[]): Preset['weights'] | undefined {
	if (weights.length !== 21) return undefined;
	return weights.map((weight) => Number(weight.toFixed(6)));
}

function orderOf(order: number): ReviewOrder {
	if (order === 7 || order === 11) return 'retrievability';
	return order === 12 ? 'overdueness' : 'due-random';
}

function mixOf(mix: number): Mix {
	return mix === 1 ? 'new-last' : mix === 2 ? 'new-first' : 'mixed';
}

function leechActionOf(action: number): Preset['leechAction'] {
	return action === 0 ? 'suspend' : 'tag';
}

function easyDaysOf(shares: number[]): EasyDay[] | undefined {
	if (shares.length !== 7) return undefined;
	return shares.map((share) => (share >= 1 ? 'normal' : share <= 0 ? 'minimum' : 'reduced'));
}
