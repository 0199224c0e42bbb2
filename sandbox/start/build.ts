import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../n8n/setupError';

/** What dist/ is made from. */
const SOURCES = ['nodes', 'credentials', 'office', 'leasing', 'store', 'tools', 'workflows-templates', 'package.json', 'gulpfile.js'];

/** When anything in a file or folder was last changed, in ms since 1970; 0 when it is not there. */
function newest(target: string): number {
	if (!existsSync(target)) return 0;
	const stat = statSync(target);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(stat.mtimeMs, ...readdirSync(target).map((name) => newest(path.join(target, name))));
}

/** True when dist/ is missing or older than something it is made from. */
export function isStale(project: string): boolean {
	const built = path.join(project, 'dist', 'bundle.js');
	if (!existsSync(built)) return true;
	const made = statSync(built).mtimeMs;
	return SOURCES.some((source) => newest(path.join(project, source)) > made);
}

/** Builds dist/ with gulp, without the type-check, which people run when they change something. */
export async function build(project: string): Promise<void> {
	const output: string[] = [];
	const status = await new Promise<number | null>((resolve, reject) => {
		const gulp = spawn(process.execPath, ['node_modules/gulp/bin/gulp.js', 'files'], {
			cwd: project,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		for (const stream of [gulp.stdout, gulp.stderr]) stream.on('data', (part: Buffer) => output.push(part.toString('utf8')));
		gulp.once('error', reject);
		gulp.once('close', resolve);
	});
	if (status !== 0) throw new SetupError(`The package could not be built:\n${output.join('').trim()}`);
}
