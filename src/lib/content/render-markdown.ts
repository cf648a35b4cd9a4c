/** Markdown of the decks to safe HTML: the same at build and, for edited cards, in the browser. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import nginx from 'highlight.js/lib/languages/nginx';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import createMarkdownIt, { type Env, type MarkdownIt, type RendererRule } from 'markdown-it';
import { describeDiagram } from './diagram.ts';
import { blanks } from './markdown-blanks.ts';
import { isBeyondMarkdown } from './markdown-bounds.ts';
import { unitSpaces } from './unit-spaces.ts';

const LANGUAGES = {
	bash,
	c,
	cpp,
	csharp,
	go,
	graphql,
	http,
	ini,
	java,
	javascript,
	json,
	kotlin,
	lua,
	nginx,
	protobuf,
	python,
	rust,
	sql,
	typescript,
	xml,
	yaml,
};
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/** Words that need no highlighting but are languages all the same. */
const PLAIN = ['', 'text', 'mermaid'];

/** Of quotes, lists and what stands in them; each of both counts as one or two. */
const DEEPEST = 40;

export interface RenderOptions {
	/** What becomes of `==…==`: hidden or filled blanks; left as it stands where absent. */
	blanks?: 'hidden' | 'filled';
	/** The drawing of a mermaid fence as SVG markup; undefined where it was not drawn yet. */
	drawing?: (fence: string) => string | undefined;
}

/** Whether a fence of this language is shown well. */
export function knowsLanguage(language: string): boolean {
	return PLAIN.includes(language) || hljs.getLanguage(language) !== undefined;
}

function figure(
	fence: string,
	drawing: string | undefined,
	escape: (text: string) => string,
): string {
	const description = describeDiagram(fence);
	const words = description
		? `<details><summary>In words</summary><p>${escape(description)}</p></details>`
		: '';
	const picture = drawing ?? `<pre class="undrawn"><code>${escape(fence)}</code></pre>`;
	return `<figure class="diagram">${picture}<figcaption>${words}</figcaption></figure>\n`;
}

/** Scrolling tables take the focus, so that the keyboard can scroll them. */
const TABLE = '<div class="table" tabindex="0" role="region" aria-label="Table"><table>\n';

function makeRenderer(): MarkdownIt {
	const md = createMarkdownIt({ html: false, linkify: false, typographer: false });
	// Every line is looked at again at each level that it could end.
	md.set({ maxNesting: DEEPEST });
	md.use(blanks);
	md.use(unitSpaces);
	const { escapeHtml } = md.utils;
	md.disable('image');
	md.renderer.rules.fence = (tokens, index, _options, env: Env | undefined) => {
		const token = tokens[index]!;
		const language = token.info.trim().split(/\s+/)[0] ?? '';
		if (language === 'mermaid')
			return figure(
				token.content,
				(env as RenderOptions | undefined)?.drawing?.(token.content),
				escapeHtml,
			);
		const highlighted = hljs.getLanguage(language)
			? hljs.highlight(token.content, { language, ignoreIllegals: true }).value
			: escapeHtml(token.content);
		return `<pre tabindex="0"><code>${highlighted}</code></pre>\n`;
	};
	md.renderer.rules.table_open = () => TABLE;
	md.renderer.rules.table_close = () => '</table></div>\n';
	// Columns are aligned by the style sheet of the app; markdown-it would write style attributes.
	const aligned =
		(tag: string): RendererRule =>
		(tokens, index) => {
			const align = /right|center/.exec(String(tokens[index]!.attrGet('style')))?.[0];
			return align ? `<${tag} class="${align}">` : `<${tag}>`;
		};
	md.renderer.rules.th_open = aligned('th');
	md.renderer.rules.td_open = aligned('td');
	md.renderer.rules.link_open = (tokens, index, options, _env, self) => {
		const token = tokens[index]!;
		if (/^[a-z]+:/i.test(String(token.attrGet('href')))) {
			token.attrSet('rel', 'noopener noreferrer');
			token.attrSet('target', '_blank');
		}
		return self.renderToken(tokens, index, options);
	};
	return md;
}

/** Shared with what must see text as the renderer does, such as the count of visible characters. */
export const markdown = makeRenderer();

/** Blocks of Markdown to HTML. Raw HTML in the text comes out as text; `javascript:` links are dropped. */
export function renderMarkdown(text: string, options: RenderOptions = {}): string {
	if (isBeyondMarkdown(text)) return `<pre>${markdown.utils.escapeHtml(text)}</pre>`;
	return markdown.render(text, { ...options }).trimEnd();
}

/** One line of Markdown to HTML without a block around it. */
export function renderInline(text: string, options: RenderOptions = {}): string {
	if (isBeyondMarkdown(text)) return markdown.utils.escapeHtml(text);
	return markdown.renderInline(text, { ...options });
}
