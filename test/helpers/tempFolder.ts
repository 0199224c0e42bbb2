import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for one test. @returns its path, and what removes it with everything in it */
export function tempFolder(): { path: string; file(name: string): string; remove(): void } {
	const path = mkdtempSync(join(tmpdir(), 'leasing-test-'));
	return {
		path,
		file: (name) => join(path, name),
		remove: () => rmSync(path, { recursive: true, force: true }),
	};
}
