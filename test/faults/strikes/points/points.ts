import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PRELOAD = path.join(__dirname, 'preload.cjs');
const LOOK_EVERY_MS = 3;

/** Points in the life of our store and our requests at which n8n's processes kill themselves when told to; see preload.cjs. */
export interface Points {
	/** To be loaded into every process, and its environment. */
	preload: string;
	env: Record<string, string>;
	/** Names that were reached at least once, in the order of their first time. */
	seen(): string[];
	/** Names at which a process died. */
	visited(): string[];
	/** The next process that comes to the point dies there. @returns false when nobody came in time; then nobody will any more */
	killAt(name: string, withinMs: number): Promise<boolean>;
}

/** @param folder where the processes and we meet @param postgresPort of the store, when it is one */
export function makePoints(folder: string, postgresPort?: number): Points {
	mkdirSync(folder, { recursive: true });
	const lines = (name: string): string[] => {
		const file = path.join(folder, name);
		return existsSync(file) ? [...new Set(readFileSync(file, 'utf8').split('\n'))].filter((line) => line !== '') : [];
	};
	const hits = () => {
		const file = path.join(folder, 'hit');
		return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
	};
	const arm = (name: string) => writeFileSync(path.join(folder, 'armed'), name);
	arm('');
	return {
		preload: PRELOAD,
		env: {
			LEASING_TEST_POINTS: folder,
			...(postgresPort === undefined ? {} : { LEASING_TEST_POINTS_POSTGRES: String(postgresPort) }),
		},
		seen: () => lines('seen'),
		visited: () => lines('hit'),
		async killAt(name, withinMs) {
			const before = hits();
			const deadline = Date.now() + withinMs;
			arm(name);
			while (Date.now() < deadline && hits() === before) await sleep(LOOK_EVERY_MS);
			arm('');
			return hits() > before;
		},
	};
}
