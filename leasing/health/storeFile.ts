import { found, inOrder, type Finding } from './finding';

/** What is known of the file that a store is kept in; sizes in bytes. */
export interface StoreFile {
	path: string;
	bytes: number;
	/** Of the write-ahead log beside it; 0 if there is none. */
	logBytes: number;
	/** Free on its disk; null if the system does not tell. */
	freeBytes: number | null;
	/** Permission bits; null where there are none (Windows). */
	mode: number | null;
	/** Null: too large to be looked through in one turn. */
	intact: boolean | null;
	problem: string | null;
}

const MB = 1_000_000;
/** The log is emptied all the time; beyond this something holds an old view of the file open. */
const LARGEST_LOG = 256 * MB;

/** Whether a store's file is whole, private, and has room to grow. */
export function judgeStoreFile({ path, bytes, logBytes, freeBytes, mode, intact, problem }: StoreFile): Finding[] {
	const findings: Finding[] = [];
	if (intact === false) {
		findings.push(
			found(
				'store',
				'urgent',
				`The store ${path} is damaged (${problem ?? 'unknown'}).`,
				'Stop n8n, keep a copy of the file, and put your last good backup in its place.',
				path,
			),
		);
	}
	if (freeBytes !== null && freeBytes < Math.max(200 * MB, bytes / 10)) {
		findings.push(
			found(
				'store_disk',
				freeBytes < 50 * MB ? 'urgent' : 'warning',
				`The disk of the store has ${megabytes(freeBytes)} free.`,
				'Free some space on that disk, or move the store to another one. When it is full, calls go to the fallback.',
				path,
			),
		);
	}
	if (logBytes > LARGEST_LOG) {
		findings.push(
			found(
				'store_log',
				'hint',
				`The write-ahead log of the store has grown to ${megabytes(logBytes)}.`,
				'Close programs that have the file open, such as a database browser or a backup that hangs.',
				path,
			),
		);
	}
	if (mode !== null && (mode & 0o077) !== 0) {
		findings.push(
			found(
				'store_private',
				'warning',
				`Other users of this server may read the store ${path}, which holds names and phone numbers.`,
				`On the server run: chmod 600 ${path}`,
				path,
			),
		);
	}
	if (intact === null) {
		findings.push(
			found(
				'store_unchecked',
				'hint',
				`The store has ${megabytes(bytes)}, too much to look through while n8n runs.`,
				'Let your backup check its copy: sqlite3 copy.sqlite "PRAGMA quick_check" must answer ok.',
				path,
			),
		);
	}
	return findings.length > 0
		? findings
		: [
				inOrder(
					'store',
					`The store is in order: ${megabytes(bytes)}, and ${freeBytes === null ? 'room' : megabytes(freeBytes)} free on its disk.`,
					path,
				),
			];
}

function megabytes(bytes: number): string {
	return bytes >= 10_000 * MB ? `${Math.round(bytes / (1_000 * MB))} GB` : `${Math.max(1, Math.round(bytes / MB))} MB`;
}
