/** Questions of the catalog, for tests of what is built on them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../../src/lib/content/question.ts';
import { readQuestion } from '../../src/lib/content/read-question.ts';

/** A question that ships, by its id. */
export function shippedQuestion(id: string): Question {
	const file = `decks/questions/${id}.yaml`;
	const { question } = readQuestion(
		file,
		readFileSync(join(import.meta.dirname, '../..', file), 'utf8'),
	);
	if (!question) throw new Error(`${file} cannot be read`);
	return question;
}
