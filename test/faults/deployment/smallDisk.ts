import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../random';
import type { Trouble } from './contract';

/** Room for a store. */
const SIZE = '48m';
const CHUNK = Buffer.alloc(64 * 1024);

/** A small disk of its own for the store, which can be filled without harm to anybody else. */
export interface SmallDisk {
	/** Leaves no room on it. */
	fill(): void;
	/** Makes room again. */
	free(): void;
	trouble: Trouble;
	remove(): void;
}

/** @returns a sentence that says why this machine has no such disk; null when it has */
export function whyNoSmallDisk(): string | null {
	const probe = mkdtempSync(path.join(tmpdir(), 'leasing-disk-'));
	const disk = mountSmallDisk(probe);
	if (typeof disk !== 'string') disk.remove();
	rmSync(probe, { recursive: true, force: true });
	return typeof disk === 'string' ? disk : null;
}

/** Mounts a small disk on `folder`. @returns a sentence instead, when this machine does not let us */
export function mountSmallDisk(folder: string, size = SIZE): SmallDisk | string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (process.platform !== 'linux' || process.getuid?.() !== 0) {
		return 'disk full: left out, because a disk of its own can be mounted by root on Linux only (test/store/sqlite covers it with a page limit)';
	}
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder], { stdio: 'pipe' });
	} catch (error) {
		return `disk full: left out, because mount failed (${error instanceof Error ? error.message.trim() : String(error)})`;
	}
	const filler = path.join(folder, 'filler');
	const free = () => rmSync(filler, { force: true });
	let mounted = true;
	const remove = () => {
		if (!mounted) return;
		mounted = false;
		process.off('exit', remove);
		free();
		execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
	};
	// A run that fails or is broken off must not leave the disk mounted.
	process.once('exit', remove);
	return {
		fill: () => fill(filler),
		free,
		trouble: {
			name: 'disk full',
			weight: 2,
			async strike(random: Random) {
				const forMs = random.between(1_000, 12_000);
				fill(filler);
				await sleep(forMs);
				free();
				return `the store's disk is full for ${Math.round(forMs)} ms`;
			},
		},
		remove,
	};
}

function fill(file: string): void {
	const handle = openSync(file, 'w');
	try {
		for (;;) writeSync(handle, CHUNK);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	} finally {
		closeSync(handle);
	}
}
