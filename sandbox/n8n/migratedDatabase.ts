/**
 * A new n8n runs some 200 migrations before it is ready. The result is always the same, so the first start of a version
 * leaves a copy of the still empty database in the cache, and later new folders begin with it.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './environment';

const DATABASE = 'database.sqlite';
/** Holds the encryption key, which the database's own secrets are bound to. */
const CONFIG = 'config';

function snapshotFolder(version: string): string {
	return path.join(cacheFolder(), `n8n-${version}-empty-database`);
}

/** True when this user folder has no n8n database yet. */
export function isNewFolder(userFolder: string): boolean {
	return !existsSync(path.join(userFolder, '.n8n', DATABASE));
}

/** Gives a new user folder the migrated database, if the cache has one. @returns whether it did */
export function useMigratedDatabase(userFolder: string, version: string): boolean {
	const from = snapshotFolder(version);
	if (!existsSync(from)) return false;
	const to = path.join(userFolder, '.n8n');
	mkdirSync(to, { recursive: true });
	copyFileSync(path.join(from, CONFIG), path.join(to, CONFIG));
	copyFileSync(path.join(from, DATABASE), path.join(to, DATABASE));
	return true;
}

/**
 * Keeps the database of an n8n that is ready and was never used. A cache that cannot be written only costs time later,
 * so that is no error.
 */
export function keepMigratedDatabase(userFolder: string, version: string): void {
	const kept = snapshotFolder(version);
	if (existsSync(kept)) return;
	let building: string | null = null;
	try {
		mkdirSync(cacheFolder(), { recursive: true });
		building = mkdtempSync(`${kept}-`);
		// Not imported: this file must load on a Node without SQLite, where we only say that Node 24 is needed.
		const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
		const live = new DatabaseSync(path.join(userFolder, '.n8n', DATABASE), { readOnly: true });
		try {
			// Reads through the write-ahead log of the running n8n, unlike a copy of the file.
			live.prepare('VACUUM INTO ?').run(path.join(building, DATABASE));
		} finally {
			live.close();
		}
		copyFileSync(path.join(userFolder, '.n8n', CONFIG), path.join(building, CONFIG));
		renameSync(building, kept);
	} catch {
		if (building !== null) rmSync(building, { recursive: true, force: true });
	}
}
