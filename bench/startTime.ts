import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRealN8n } from '../sandbox/n8n';
import { compare, type Comparison } from './statistics';

/** `ours`: with the package; `peer`: without. */
export interface StartComparison extends Comparison {
	/** What the package adds to the median, in ms. */
	addedMs: number;
}

/** From the start of n8n's process to its answer that it is ready, in a new folder with a migrated database. */
async function startOnce(packageFolder: string | null): Promise<number> {
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-bench-'));
	try {
		const n8n = await startRealN8n({ folder, packageFolder });
		await n8n.kill();
		return n8n.readyMs;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Starts n8n with and without the package in turn; who goes first changes, so that neither gains by its place. */
export async function measureStarts(packageFolder: string, rounds: number): Promise<StartComparison> {
	// Brings n8n's files into the system's cache, and makes the migrated database if this machine has none yet.
	await startOnce(packageFolder);
	const ours: number[] = [];
	const peer: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		const turns = [async () => peer.push(await startOnce(null)), async () => ours.push(await startOnce(packageFolder))];
		for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
	}
	const comparison = compare(ours, peer);
	return { ...comparison, addedMs: comparison.ours.median - comparison.peer.median };
}
