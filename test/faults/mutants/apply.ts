import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../../../sandbox/start/build';
import type { Change, Mutant } from './mutant';

/** What a build needs; everything else of a checkout stays where it is. */
const PARTS = [
	'credentials',
	'leasing',
	'nodes',
	'office',
	'store',
	'tools',
	'workflows-templates',
	'scripts',
	'docs',
	'gulpfile.js',
	'package.json',
	'tsconfig.json',
	'LICENSE',
	'README.md',
];

/** @returns the text of the file after the change @throws when its text is not there, or there more than once: the product has moved on */
export function changed(project: string, { file, find, replace }: Change, mutant: string): string {
	const source = readFileSync(path.join(project, file), 'utf8');
	const places = source.split(find).length - 1;
	if (places !== 1)
		throw new Error(`The mutant "${mutant}" does not fit any more: ${file} holds its text ${places} times. It looks for:\n${find}`);
	return source.replace(find, () => replace);
}

/** A copy of the product with the mutant's changes, built. @returns its folder, and what removes it */
export async function brokenCopy(
	project: string,
	mutant: Pick<Mutant, 'name' | 'changes'>,
): Promise<{ folder: string; remove: () => void }> {
	const folder = mkdtempSync(path.join(tmpdir(), 'leasing-mutant-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		for (const part of PARTS) cpSync(path.join(project, part), path.join(folder, part), { recursive: true });
		symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
		// One after another: two changes may be about the same file.
		for (const change of mutant.changes) writeFileSync(path.join(folder, change.file), changed(folder, change, mutant.name));
		await build(folder);
		return { folder, remove };
	} catch (error) {
		remove();
		throw error;
	}
}
