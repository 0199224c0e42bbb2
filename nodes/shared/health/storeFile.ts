import { stat, statfs } from 'node:fs/promises';

import { judgeStoreFile } from '../../../leasing/health/storeFile';
import { inOrder, type Finding } from '../../../leasing/health/finding';
import type { Store } from '../../../store/port';

/** Whether the store is whole and has room. A store on a server is that server's to look after: only that it answers is known. */
export async function checkStore(store: Store): Promise<Finding[]> {
	const file = await store.health.file();
	if (file === null) return [inOrder('store', `The store answers: ${store.location}. Its backups are made on that server.`)];
	const path = store.location;
	const { mode } = await stat(path);
	const logBytes = await stat(`${path}-wal`).then(
		({ size }) => size,
		() => 0,
	);
	const freeBytes = await statfs(path).then(
		({ bavail, bsize }) => bavail * bsize,
		() => null,
	);
	return judgeStoreFile({ path, ...file, logBytes, freeBytes, mode: process.platform === 'win32' ? null : mode & 0o777 });
}
