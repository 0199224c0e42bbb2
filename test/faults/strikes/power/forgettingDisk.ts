import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(__dirname, 'keepSynced.c');
/** What a SQLite store consists of; the third file, `-shm`, lives in memory only. */
const FILES = ['', '-wal'] as const;

/** What a power cut leaves of a store: whatever its program was told is safe, and nothing after that. */
export interface ForgettingDisk {
	/** For every process that opens the store. */
	env: Record<string, string>;
	/** Takes what lies there now for safe, as an operating system does after half a minute. Nobody may write meanwhile. */
	settle(): void;
	/** Puts back what was safe. Nobody may have the store open. */
	cut(): void;
}

/** @returns a sentence instead, when this machine cannot do it */
export function forgettingDisk(folder: string, storeFile: string): ForgettingDisk | string {
	if (process.platform !== 'linux') return 'power cuts: left out, because they need LD_PRELOAD, which is Linux only';
	const library = path.join(folder, 'keepSynced.so');
	const kept = path.join(folder, 'synced');
	mkdirSync(kept, { recursive: true });
	try {
		execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, SOURCE], { stdio: 'pipe' });
	} catch {
		return 'power cuts: left out, because there is no C compiler (gcc) here to build test/faults/strikes/power/keepSynced.c with';
	}
	const keptOf = (ending: string) => path.join(kept, `${path.basename(storeFile)}${ending}`);
	return {
		env: { LD_PRELOAD: library, LEASING_TEST_SYNCED_FROM: storeFile, LEASING_TEST_SYNCED_TO: kept },
		settle() {
			for (const ending of FILES) {
				rmSync(keptOf(ending), { force: true });
				if (existsSync(storeFile + ending)) copyFileSync(storeFile + ending, keptOf(ending));
			}
		},
		cut() {
			rmSync(`${storeFile}-shm`, { force: true });
			for (const ending of FILES) {
				if (existsSync(keptOf(ending))) copyFileSync(keptOf(ending), storeFile + ending);
				else rmSync(storeFile + ending, { force: true });
			}
		},
	};
}
