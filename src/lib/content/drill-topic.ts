/** What drills are about, in the order in which they are listed. */

export const DRILL_TOPICS = [
	'qps',
	'peak',
	'storage',
	'bandwidth',
	'cache',
	'servers',
	'shards',
	'connections',
	'memory',
	'backlog',
	'latency',
	'availability',
	'ids',
	'cost',
	'conversion',
	'powers',
	'algorithm',
	'system',
] as const;
export type DrillTopic = (typeof DRILL_TOPICS)[number];
