import { existsSync, renameSync, statSync } from 'node:fs';

/** Which file stands at a path, whatever it is called. */
export interface Place {
	device: bigint;
	inode: bigint;
}

/** @returns null when nothing stands there */
export function placeOf(file: string): Place | null {
	const found = statSync(file, { bigint: true, throwIfNoEntry: false });
	return found === undefined ? null : { device: found.dev, inode: found.ino };
}

export function isSamePlace(one: Place | null, other: Place | null): boolean {
	return one !== null && other !== null && one.inode === other.inode && one.device === other.device;
}

/**
 * Moves the log of a replaced store out of the way of the file that took its place: SQLite would play it into a file that it does not belong
 * to, which damages that file. Nothing is deleted.
 * @param log the log that belonged to the replaced file; a log of another file is left where it is
 */
export function setLogAside(file: string, log: Place | null): void {
	if (!isSamePlace(placeOf(`${file}-wal`), log)) return;
	for (const end of ['-wal', '-shm']) {
		if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${file}${end}-of-replaced-${String(log?.inode)}`);
	}
}
