/** What the bench calls in its page, as `bench.…`. */
import { backupFigures } from './backup.ts';
import { browseFigures, fillUp } from './browse.ts';
import { estimateFigures } from './estimate.ts';
import { fitFigures } from './fit.ts';
import { gradeFigures } from './grade.ts';
import { historyFigures } from './history.ts';
import { importFigures } from './import.ts';
import { queueFigures } from './queue.ts';
import { fillApp } from './seed.ts';
import { statisticsFigures, statisticsFill, statisticsScreen } from './statistics.ts';

const bench = {
	...{ fillApp, queueFigures, gradeFigures, historyFigures, backupFigures },
	...{ browseFigures, fillUp, estimateFigures, fitFigures, importFigures },
	...{ statisticsFill, statisticsScreen, statisticsFigures },
};

export type Bench = typeof bench;

Object.assign(globalThis, { bench });
