/** What the topics of drills are called on the screen. */
import type { DrillTopic } from '$lib/content/drill-topic.ts';

export const TOPIC_NAMES: Record<DrillTopic, string> = {
	qps: 'Requests per second',
	peak: 'Peak load',
	storage: 'Storage',
	bandwidth: 'Bandwidth',
	cache: 'Cache',
	servers: 'Servers',
	shards: 'Shards and partitions',
	connections: 'Connections',
	memory: 'Memory',
	backlog: 'Queues and backlog',
	latency: 'Latency',
	availability: 'Availability',
	ids: 'Ids and keys',
	cost: 'Cost',
	conversion: 'Conversions',
	powers: 'Powers of two',
	algorithm: 'Algorithms',
	system: 'Whole systems',
};
