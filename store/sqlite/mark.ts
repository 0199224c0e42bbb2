import { readFileSync, statSync, writeFileSync } from 'node:fs';

import { StoreError } from '../port/errors';

/** Stands beside a store, so that a store that has vanished is told from one that never was. */
export function markOf(file: string): string {
	return `${file}-made`;
}

/** Leaves the mark of a store that has just been opened. A folder that may not be written to goes without. */
export function leaveMark(file: string, { id, madeAt }: { id: string; madeAt: number }): void {
	const text = `${id}\nThe store beside this file was made on ${new Date(madeAt).toISOString()}. As long as this file is here, n8n makes no new and empty store in its place.\n`;
	try {
		if (readMark(file) === text) return;
		writeFileSync(markOf(file), text, { mode: 0o600 });
	} catch {
		// The store works without it.
	}
}

/**
 * An empty store in place of one that is gone would answer every call as a stranger's, forget who opted out, and nobody would know why.
 * @throws StoreError `store_gone` when there is no store, or an empty file, where one was made before
 */
export function refuseVanished(file: string): void {
	const size = statSync(file, { throwIfNoEntry: false })?.size ?? null;
	if (size !== null && size > 0) return;
	if (readMark(file) === null) return;
	throw goneFrom(file, size === 0 ? 'is empty' : 'is gone');
}

export function goneFrom(file: string, what: 'is gone' | 'is empty'): StoreError {
	return new StoreError(
		'store_gone',
		`The store ${file} ${what}, and it held leads and opt-outs. Put the file back, or restore it from a backup; n8n then goes on by itself. Is its disk or Docker volume mounted? Only if you want to begin with an empty store: delete ${markOf(file)}, too, and restart n8n.`,
	);
}

function readMark(file: string): string | null {
	try {
		return readFileSync(markOf(file), 'utf8');
	} catch {
		return null;
	}
}
