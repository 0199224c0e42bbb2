import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { cacheFolder, makeFolder } from './cache.mjs';
import { say } from './progress.mjs';

const STALE_MS = 60_000;
const held = new Set();

/**
 * Runs `work` while no other command of ours does work of the same name; waits for its turn.
 * A lock whose holder died, or stopped touching it for a minute, is taken over.
 */
export async function withLock(name, work) {
	const file = path.join(cacheFolder(), `${name}.lock`);
	makeFolder(path.dirname(file));
	for (let told = false; !take(file); told = true) {
		if (!told) say(`  wait  another command (process ${holder(file)?.pid ?? 'unknown'}) is installing the same thing`);
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	held.add(file);
	const touch = setInterval(() => keepFresh(file), 5000);
	try {
		return await work();
	} finally {
		clearInterval(touch);
		held.delete(file);
		rmSync(file, { force: true });
	}
}

/** For the way out after a signal: leaves no lock behind. */
export function releaseLocks() {
	for (const file of held) rmSync(file, { force: true });
}

function keepFresh(file) {
	try {
		utimesSync(file, new Date(), new Date());
	} catch {
		// Someone removed it by hand; our work goes on.
	}
}

function take(file) {
	try {
		writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
	}
	if (isStale(file)) {
		// Renamed before it is removed: of two commands that see the same stale lock, one succeeds.
		const aside = `${file}.${process.pid}`;
		try {
			renameSync(file, aside);
			rmSync(aside, { force: true });
		} catch {
			// The other one was first.
		}
	}
	return false;
}

function isStale(file) {
	const owner = holder(file);
	const age = ageOf(file);
	if (age > STALE_MS) return true;
	if (!owner) return age > 5000;
	return owner.host === hostname() && !isAlive(owner.pid);
}

function ageOf(file) {
	try {
		return Date.now() - statSync(file).mtimeMs;
	} catch {
		return 0;
	}
}

function holder(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
