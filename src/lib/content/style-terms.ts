/** Words that the style sheet of decks/README.md spells in one way, to count where a text spells them in another. */
import { FenceReader, type TextPiece } from './text-piece.ts';

/** What is not said, and what is said instead. */
const TERMS: [RegExp, string][] = [
	[/\bdatastores?\b/gi, 'data store'],
	[/\bdata-?centers?\b/gi, 'data center'],
	[/\b(rate-limiter|ratelimiter)s?\b/gi, 'rate limiter'],
	[/\b(load-balancer|loadbalancer)s?\b/gi, 'load balancer'],
	[/\btime-outs?\b/gi, 'timeout'],
	[/\bfail-overs?\b/gi, 'failover'],
	[/\b(hotspot|hot-spot)s?\b/gi, 'hot spot'],
	[/\bround-trips\b/gi, 'round trips'],
	[/\b(front|back)-ends?\b/gi, 'frontend, backend'],
	[/\bweb sockets?\b/gi, 'WebSocket'],
	[/\bwrite ahead log\b/gi, 'write-ahead log'],
	[/\bidempoten(t|ce) keys?\b/gi, 'idempotency key'],
	[
		/\b(meta-data|e-mail|life-cycle|micro-service|end-point|work-load|name-space)s?\b/gi,
		'one word',
	],
	[/\bon-premises?\b/gi, 'on premises'],
	[/\bkey\/values?\b/gi, 'key-value'],
	[/\bqueuing\b/gi, 'queueing'],
	[/\bmaster (node|database|server|replica)s?\b/gi, 'leader, or primary for databases'],
	[/\bsecondar(y|ies) replicas?\b/gi, 'replica'],
];

export interface TermFound {
	line: number;
	found: string;
	instead: string;
}

/** Every word of a piece of Markdown that the style sheet spells otherwise; code is not prose. */
export function findOffSheetTerms(piece: TextPiece): TermFound[] {
	const fences = new FenceReader();
	return piece.text.split('\n').flatMap((text, at) => {
		if (fences.read(text)) return [];
		const prose = text.replace(/`[^`]*`/g, '');
		return TERMS.flatMap(([pattern, instead]) =>
			[...prose.matchAll(pattern)].map(([found]) => ({ line: piece.line + at, found, instead })),
		);
	});
}
