/** The rules that no single file can break: ids that resolve, paths that cover, cards that ask something new. */
import type { Category } from './library.ts';
import { quote, type Mistake } from './mistake.ts';
import { findNearDuplicates, normalized, SAME_CARD } from './near-duplicates.ts';
import { checkProse } from './prose-rules.ts';
import type { ReadPath } from './read-catalog.ts';
import type { ReadCard, ReadPattern } from './read-pattern.ts';
import { visibleText } from './visible-text.ts';

function checkIds(categories: Category[], patterns: ReadPattern[]): Mistake[] {
	const mistakes: Mistake[] = [];
	const files = new Map<string, string>();
	const known = new Set(categories.map((category) => category.id));
	for (const { file, id, source, lineOf } of patterns) {
		const first = files.get(id);
		if (first)
			mistakes.push({
				file,
				line: 1,
				what: `the id "${id}" is taken by ${first}`,
				right: 'choose another',
			});
		files.set(id, file);
		if (source && !known.has(source.category)) {
			mistakes.push({
				file,
				line: lineOf(['category']),
				what: `no category "${source.category}"`,
				right: `one of: ${[...known].join(', ')}`,
			});
		}
	}
	return mistakes;
}

function checkLinks(patterns: ReadPattern[]): Mistake[] {
	const known = new Set(patterns.map((pattern) => pattern.id));
	const mistakes: Mistake[] = [];
	for (const { file, id, source, cards, lineOf } of patterns) {
		const linked = new Set<string>();
		source?.related.forEach((related, index) => {
			const line = lineOf(['related', index, 'id']);
			if (related.id === id)
				mistakes.push({ file, line, what: 'the pattern is related to itself', right: 'remove it' });
			else if (linked.has(related.id))
				mistakes.push({ file, line, what: `"${related.id}" is related twice`, right: 'keep one' });
			else if (!known.has(related.id)) {
				mistakes.push({
					file,
					line,
					what: `related "${related.id}" has no page`,
					right: 'name a pattern that has one, or remove it',
				});
			}
			linked.add(related.id);
		});
		for (const { card, also, file: own = file } of cards) {
			for (const other of card.also) {
				if (other === id)
					mistakes.push({
						file: own,
						line: also,
						what: `also: "${other}" is this pattern`,
						right: 'remove it',
					});
				else if (!known.has(other)) {
					mistakes.push({
						file: own,
						line: also,
						what: `also: "${other}" has no page`,
						right: 'name a pattern that has one, or remove it',
					});
				}
			}
		}
	}
	return mistakes;
}

function checkPaths(patterns: ReadPattern[], paths: ReadPath[]): Mistake[] {
	const known = new Set(patterns.map((pattern) => pattern.id));
	const mistakes: Mistake[] = [];
	for (const { file, path, lineOf } of paths) {
		const lines = new Map<string, number>();
		if (file !== `decks/paths/${path.id}.yaml`) {
			mistakes.push({
				file,
				line: lineOf(['id']),
				what: `the id is "${path.id}"`,
				right: "it is the file's name",
			});
		}
		path.stages.forEach((stage, i) => {
			stage.steps.forEach((step, j) => {
				const line = lineOf(['stages', i, 'steps', j, 'id']);
				const earlier = lines.get(step.id);
				if (!known.has(step.id)) {
					mistakes.push({
						file,
						line,
						what: `the step "${step.id}" has no page`,
						right: 'write the page or remove the step',
					});
				}
				if (earlier)
					mistakes.push({
						file,
						line,
						what: `the step "${step.id}" stands on line ${earlier} already`,
						right: 'keep one',
					});
				const prose = { text: step.why, line: lineOf(['stages', i, 'steps', j, 'why']) };
				mistakes.push(...checkProse(prose).map((found) => ({ file, ...found })));
				lines.set(step.id, line);
			});
		});
	}
	return mistakes;
}

function checkDuplicates(patterns: ReadPattern[]): Mistake[] {
	const where = new Map<string, { file: string; card: ReadCard; front: string }>();
	const asked = patterns.flatMap(({ file, cards }) =>
		cards.map((card) => {
			const front = visibleText(card.card.front);
			where.set(card.card.id, { file: card.file ?? file, card, front: normalized(front) });
			return { id: card.card.id, text: front };
		}),
	);
	return findNearDuplicates(asked, SAME_CARD).flatMap(({ a, b, likeness }) => {
		const first = where.get(a);
		const second = where.get(b);
		if (!first || !second || a === b) return [];
		const same = first.front === second.front;
		return {
			file: second.file,
			line: second.card.front,
			what: `the card ${quote(b)} asks ${same ? 'the same' : `nearly the same (${Math.round(likeness * 100)}%)`} as ${quote(a)} (${first.file}:${first.card.front})`,
			right: 'ask something else, or remove one',
		};
	});
}

/** All mistakes between files. */
export function checkCatalog(
	categories: Category[],
	patterns: ReadPattern[],
	paths: ReadPath[],
): Mistake[] {
	return [
		...checkIds(categories, patterns),
		...checkLinks(patterns),
		...checkPaths(patterns, paths),
		...checkDuplicates(patterns),
	];
}
