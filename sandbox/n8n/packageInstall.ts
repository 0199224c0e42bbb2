import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setupError';

const PACKAGE_NAME = 'n8n-nodes-leasing';

/**
 * Makes our package visible to the n8n of a user folder, under its real name (a custom-extensions folder would rename
 * its node types to `CUSTOM.…`). Null takes it away.
 */
export function installPackage(userFolder: string, packageFolder: string | null, mode: 'copy' | 'link'): void {
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);
	rmSync(target, { recursive: true, force: true });
	if (packageFolder === null) return;
	for (const needed of ['package.json', 'dist']) {
		if (!existsSync(path.join(packageFolder, needed))) {
			throw new SetupError(`The package in ${packageFolder} has no ${needed}. Run "npm run build" first.`);
		}
	}
	mkdirSync(path.dirname(target), { recursive: true });
	if (mode === 'link') {
		symlinkSync(path.resolve(packageFolder), target, 'junction');
		return;
	}
	mkdirSync(target);
	for (const part of ['package.json', 'dist']) {
		cpSync(path.join(packageFolder, part), path.join(target, part), { recursive: true });
	}
}
