/** A browser whose data outlive it, and its processes, to end them as a crash does. */
import { spawnSync } from 'node:child_process';
import type {
	BrowserContext,
	BrowserContextOptions,
	BrowserType,
	LaunchOptions,
} from '@playwright/test';

/** Starts the browser with the data that lie in `folder`. */
export function launchWith(
	browserType: BrowserType,
	folder: string,
	options: LaunchOptions & BrowserContextOptions,
): Promise<BrowserContext> {
	return browserType.launchPersistentContext(folder, options);
}

/** Every process of the browser that works in `folder`, its children and theirs. */
export function processesOf(folder: string): number[] {
	const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {
		encoding: 'utf8',
		maxBuffer: 64 << 20,
	});
	const all = stdout
		.split('\n')
		.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
		.filter((match) => match !== null)
		.map(([, pid, parent, args = '']) => ({ pid: Number(pid), parent: Number(parent), args }));
	const found = new Set(
		all.filter(({ args }) => args.includes(`--user-data-dir=${folder}`)).map(({ pid }) => pid),
	);
	for (let size = -1; size !== found.size;) {
		size = found.size;
		for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
	}
	return [...found];
}

/** Ends all of them at once, without a chance to write anything more. */
export function kill(processes: readonly number[]): void {
	for (const pid of processes) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It went with its parent.
		}
	}
}
