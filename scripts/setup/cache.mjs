import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Problem } from './problem.mjs';

/** The folder where Node 24 and n8n are kept between runs and shared by all checkouts. */
export function cacheFolder() {
	const base = process.env.LEASING_CACHE || process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.join(path.resolve(base), 'n8n-nodes-leasing');
}

export function logFile(name) {
	return path.join(cacheFolder(), 'logs', `${name}.log`);
}

/** @throws Problem when the disk that will hold `folder` has less than `gigabytes` free */
export function needDisk(folder, gigabytes, what) {
	const free = freeDisk(folder);
	if (free >= gigabytes) return;
	const existing = nearestExisting(folder);
	throw new Problem(
		`${what} needs about ${gigabytes} GB of free disk, and ${existing} has ${free.toFixed(1)} GB. ` +
			'Free some space, or set LEASING_CACHE to a folder on a larger disk, and run the command again.',
	);
}

/** Free gigabytes on the disk that holds, or will hold, `folder`. */
export function freeDisk(folder) {
	const { bavail, bsize } = statfsSync(nearestExisting(folder));
	return (bavail * bsize) / 1e9;
}

function nearestExisting(folder) {
	let existing = folder;
	while (!existsSync(existing)) existing = path.dirname(existing);
	return existing;
}

export function makeFolder(folder) {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (cause) {
		throw new Problem(
			`The folder ${folder} could not be created (${cause.code}). Set LEASING_CACHE to a folder that you may write to.`,
			{ cause },
		);
	}
}

const STAMP = '.complete.json';
const BEGUN = '.installing';

/** True when `folder` was once installed and verified as exactly `expected`. */
export function isStamped(folder, expected) {
	try {
		return readFileSync(path.join(folder, STAMP), 'utf8') === stampText(expected);
	} catch {
		return false;
	}
}

/** Marks an install as begun; a run that finds the mark knows that what lies there is half an install. */
export function markBegun(folder) {
	rmSync(path.join(folder, STAMP), { force: true });
	writeFileSync(path.join(folder, BEGUN), '');
}

export function wasInterrupted(folder) {
	return existsSync(path.join(folder, BEGUN));
}

/** Marks an install as whole and verified. */
export function markComplete(folder, what) {
	writeFileSync(path.join(folder, STAMP), stampText(what));
	rmSync(path.join(folder, BEGUN), { force: true });
}

const stampText = (what) => `${JSON.stringify(what)}\n`;
