/** Diagrams that try to run, load, link, style, configure, break out, or hold everything up. */

/** Nothing answers there; whatever asks for it is seen. */
export const CANARY = 'https://canary.invalid';
const RUN = 'window.pwned=1';

const flow = (line: string) => `flowchart TD\n  a[Start] --> b\n  ${line}`;
const init = (config: object) => `%%{init: ${JSON.stringify(config)}}%%\n${flow('b --> c')}`;
const many = (count: number, line: (at: number) => string) =>
	Array.from({ length: count }, (_, at) => line(at)).join('\n');

const MARKUP = [
	`<script>${RUN}</script>`,
	`<img src=x onerror="${RUN}">`,
	`<img src='${CANARY}/img.png'>`,
	`<svg onload=${RUN}></svg>`,
	`<iframe src="javascript:${RUN}"></iframe>`,
	`<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
	`<object data="${CANARY}/o"></object>`,
	`<embed src="${CANARY}/e">`,
	`<video src="${CANARY}/v" onerror=${RUN}>`,
	`<details open ontoggle=${RUN}>x</details>`,
	`<a href="javascript:${RUN}">x</a>`,
	`<style>@import url(${CANARY}/s.css)</style>`,
	`<link rel=stylesheet href="${CANARY}/l.css">`,
	`<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
	`<form action="${CANARY}/f"><button>x</button></form>`,
	`<base href="${CANARY}/">`,
	`<meta http-equiv=refresh content="0;url=${CANARY}/m">`,
	`&lt;img src=x onerror=${RUN}&gt;`,
	`#lt;img src=x onerror=${RUN}#gt;`,
	`<b style="background:url(${CANARY}/b)">x</b>`,
];

/** By what they try. */
export const PAYLOADS: readonly string[] = [
	...MARKUP.map((markup) => flow(`b --> c["${markup.replaceAll('"', "'")}"]`)),
	...MARKUP.slice(0, 4).map((markup) => flow(`b -->|"${markup.replaceAll('"', "'")}"| c`)),
	...MARKUP.slice(0, 4).map((markup) => `sequenceDiagram\n  A->>B: ${markup}`),
	...MARKUP.slice(0, 4).map((markup) => `stateDiagram-v2\n  [*] --> A\n  A: ${markup}`),
	...MARKUP.slice(0, 3).map(
		(markup) => `classDiagram\n  class A["${markup.replaceAll('"', "'")}"]`,
	),
	...MARKUP.slice(0, 2).map(
		(markup) => `erDiagram\n  A ||--o{ B : "${markup.replaceAll('"', "'")}"`,
	),
	flow(`subgraph s["<img src=x onerror=${RUN}>"]\n  c\n  end`),
	flow('c["`**bold** ![x](' + CANARY + '/md.png)`"]'),
	flow(`click a "javascript:${RUN}"`),
	flow(`click a href "${CANARY}/href" _top`),
	flow(`click a call alert(1)`),
	flow(`click a eval "${RUN}"`),
	flow(`style a fill:url(${CANARY}/style)`),
	flow(`style a fill:red;}*{background:url(${CANARY}/out)}`),
	flow(`classDef x fill:url('${CANARY}/def'),stroke:red\n  class a x`),
	flow(`linkStyle 0 stroke:url(${CANARY}/link)`),
	flow(`b@{ img: "${CANARY}/shape.png", label: "b", h: 60, w: 60 }`),
	flow(`b@{ "im\\u0067": "${CANARY}/escaped.png" }`),
	flow(`b@{ icon: "fa:user", form: "circle" }`),
	flow('b["fa:fa-user x"]'),
	flow('b["$$\\\\htmlData{onclick=pwned}{x}$$"]'),
	`sequenceDiagram\n  participant A\n  links A: {"x": "javascript:${RUN}"}\n  A->>A: x`,
	`sequenceDiagram\n  participant A\n  link A: x @ ${CANARY}/l\n  A->>A: x`,
	`sequenceDiagram\n  rect url(${CANARY}/rect)\n  A->>B: x\n  end`,
	`sequenceDiagram\n  box url(${CANARY}/box) Name\n  participant A\n  end\n  A->>A: x`,
	`classDiagram\n  class A\n  link A "${CANARY}/c" "x"\n  callback A "pwned"`,
	init({ theme: 'base', themeVariables: { primaryColor: 'notacolor' } }),
	init({ themeCSS: `*{background:url(${CANARY}/css)!important}` }),
	init({ themeCSS: `@import url(${CANARY}/import.css)` }),
	init({ fontFamily: `x;} @font-face{font-family:y;src:url(${CANARY}/font)}` }),
	init({ securityLevel: 'loose', flowchart: { htmlLabels: true } }),
	init({ dompurifyConfig: { ADD_TAGS: ['script'], ADD_ATTR: ['onerror'] } }),
	init({ layout: 'elk', look: 'handDrawn', handDrawnSeed: 1e9 }),
	init({ maxEdges: 1e9, maxTextSize: 1e9 }),
	init({ __proto__: { pwned: 1 }, constructor: { prototype: { pwned: 1 } } }),
	`%%{init: {"__proto__": {"pwned": 1}}}%%\n${flow('b')}`,
	`---\nconfig:\n  securityLevel: loose\n  themeCSS: "*{background:url(${CANARY}/fm)}"\n---\n${flow('b')}`,
	`---\ntitle: <img src=x onerror=${RUN}>\n---\n${flow('b')}`,
	`%%%{x}%%%{init: {"securityLevel":"loose"}}%%\n${flow('b')}`,
	flow(`accTitle: <script>${RUN}</script>\n  accDescr: <img src=${CANARY}/acc>`),
	flow('__proto__ --> constructor --> toString'),
	`architecture-beta\n  group api(<img src=x onerror=${RUN}>)[API]`,
	`gantt\n  title x\n  section A\n  click a href "javascript:${RUN}"`,
	`mindmap\n  root((<img src=x onerror=${RUN}>))`,
	`block-beta\n  a["<img src=x onerror=${RUN}>"]`,
	`sequenceDiagram\n${many(2000, (at) => `  participant p${at}`)}`,
	`flowchart TD\n${many(400, (at) => `  a${at} --> a${at + 1}`)}`,
	`flowchart TD\n${many(300, (at) => `  subgraph s${at}`)}\n  x\n${many(300, () => '  end')}`,
	`flowchart TD\n  a["${'x'.repeat(49_000)}"]`,
	`flowchart TD\n  ${'a & '.repeat(100)}a --> ${'b & '.repeat(100)}b`,
	'((((((((((',
	`flowchart TD\n  a${'['.repeat(2000)}`,
	'\u0000\u202e\ufeff flowchart TD\n  a',
];
