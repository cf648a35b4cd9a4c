/** The head of a pattern file: its keys, what each holds, and how YAML becomes a value with line numbers. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { LEVELS } from './card.ts';
import { quote, type Mistake } from './mistake.ts';
import { RELATIONS } from './pattern.ts';
import type { TextPiece } from './text-piece.ts';

const kebab = v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

const related = v.pipe(
	v.strictObject({
		id: v.pipe(v.string(), kebab, v.description('the id of a pattern that has a page')),
		as: v.pipe(v.picklist(RELATIONS), v.description(`one of: ${RELATIONS.join(', ')}`)),
		why: v.pipe(
			words,
			v.description('one clause with the reason; put it in quotes if it holds a comma or ": "'),
		),
	}),
	v.description(
		'a list like "- { id: circuit-breaker, as: together with, why: it stops the calls }"',
	),
);

/** Each description is the author's manual for its key and the second half of every error about it. */
export const FRONT_MATTER = v.strictObject({
	id: v.pipe(
		v.string(),
		kebab,
		v.description('kebab-case, the name of the file without .md; never renamed'),
	),
	name: v.pipe(words, v.description('the name as the field says it')),
	aliases: v.pipe(
		v.optional(v.array(words), []),
		v.description('other names that people search for, as [One, Two]'),
	),
	category: v.pipe(
		v.string(),
		kebab,
		v.description('an id of decks/categories.yaml, and the name of the folder'),
	),
	level: v.pipe(v.picklist(LEVELS), v.description(`one of: ${LEVELS.join(', ')}`)),
	level_reason: v.pipe(v.optional(words), v.description('one clause: why that level')),
	related: v.pipe(
		v.optional(v.pipe(v.array(related), v.maxLength(6)), []),
		v.description('at most six, each { id, as, why }'),
	),
	sources: v.pipe(
		v.pipe(v.array(words), v.minLength(1)),
		v.description(
			'at least one place where a reader can check, in quotes: title, author or publisher, chapter',
		),
	),
});
export type FrontMatter = v.InferOutput<typeof FRONT_MATTER>;

export interface YamlValue<T> {
	value?: T;
	mistakes: Mistake[];
	/** Line of the node at a path such as `['related', 0, 'id']`, or of the nearest parent that exists. */
	lineOf(path: readonly (string | number)[]): number;
}

/** The manual's words for the deepest described schema along a path. */
function manualFor(schema: v.GenericSchema, path: readonly PropertyKey[]): string | undefined {
	let current: unknown = schema;
	let found: string | undefined;
	const open = (value: unknown): void => {
		// Pipes, optionals, arrays and records wrap the schema that holds the entries.
		const wrapper = value as {
			wrapped?: unknown;
			pipe?: unknown[];
			item?: unknown;
			entries?: unknown;
		};
		current = value;
		if (wrapper.entries) return;
		if (wrapper.pipe && wrapper.pipe[0] !== value) open(wrapper.pipe[0]);
		else if (wrapper.wrapped) open(wrapper.wrapped);
	};
	for (const key of path) {
		open(current);
		const next = current as {
			entries?: Record<PropertyKey, unknown>;
			item?: unknown;
			value?: unknown;
		};
		current = next.entries ? next.entries[key] : (next.item ?? next.value);
		if (current === undefined) break;
		found = v.getDescription(current as v.GenericSchema) ?? found;
	}
	return found;
}

function mistakeOf(
	issue: v.BaseIssue<unknown>,
	schema: v.GenericSchema,
): { what: string; right: string } {
	const path = (issue.path ?? []).map((item) => item.key as PropertyKey);
	const name = path.map(String).join('.');
	const manual = manualFor(schema, path);
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return {
			what: `unknown key "${name}"`,
			right: 'remove it, or quote the text before it if a comma cut it in two',
		};
	}
	if (issue.received === 'undefined')
		return { what: `"${name}" is missing`, right: manual ?? 'add it' };
	// A rule over several keys says itself what it wants.
	if (issue.type === 'check')
		return { what: `"${name}" does not hold together`, right: `write ${issue.message}` };
	const given = typeof issue.input === 'string' ? quote(issue.input) : issue.received;
	return { what: `"${name}" is ${given}`, right: `write ${manual ?? issue.message}` };
}

/** Reads YAML and checks it against a schema; never throws, and reports every mistake with its line. */
export function readYaml<S extends v.GenericSchema>(
	file: string,
	piece: TextPiece,
	schema: S,
): YamlValue<v.InferOutput<S>> {
	const counter = new LineCounter();
	const document = parseDocument(piece.text, { lineCounter: counter, prettyErrors: false });
	const lineOfOffset = (offset: number) =>
		piece.line + Math.max(0, counter.linePos(offset).line - 1);
	const lineOf = (path: readonly (string | number)[]): number => {
		for (let length = path.length; length > 0; length--) {
			const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
			if (node?.range) return lineOfOffset(node.range[0]);
		}
		return piece.line;
	};
	if (document.errors.length > 0) {
		const mistakes = document.errors.map((error) => ({
			file,
			line: lineOfOffset(error.pos[0]),
			what: `this is not YAML: ${error.message.split('\n')[0]}`,
			right: 'put text that holds a comma, a quote or ": " in double quotes',
		}));
		return { mistakes, lineOf };
	}
	let data: unknown;
	try {
		data = document.toJS();
	} catch (error) {
		const what = `this is not YAML: ${error instanceof Error ? error.message : String(error)}`;
		const right = 'put text that begins with * or & in double quotes';
		return { mistakes: [{ file, line: piece.line, what, right }], lineOf };
	}
	const result = v.safeParse(schema, data ?? {});
	if (result.success) return { value: result.output, mistakes: [], lineOf };
	const mistakes = result.issues.map((issue) => {
		const path = (issue.path ?? []).map((item) => item.key as string | number);
		return { file, line: lineOf(path), ...mistakeOf(issue, schema) };
	});
	return { mistakes, lineOf };
}
