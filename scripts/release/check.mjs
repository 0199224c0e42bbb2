/**
 * Whether a tag may be published: package.json, package-lock.json and CHANGELOG.md name its version, and the changelog has a date for it.
 * Prints that version's part of the changelog, which becomes the text of the release.
 *
 * usage: node scripts/release/check.mjs <tag> [folder]
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** @returns what forbids the release, a sentence each, and the changelog's lines for it */
function checkRelease(tag, folder) {
	const read = (file) => readFileSync(path.join(folder, file), 'utf8');
	const version = /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
	if (version === undefined)
		return { problems: [`The tag "${tag}" names no version: it has to be v1.2.3, without a suffix.`], notes: '' };
	const problems = [];
	for (const file of ['package.json', 'package-lock.json']) {
		const found = JSON.parse(read(file)).version;
		if (found !== version)
			problems.push(`${file} says version ${found}, the tag ${tag}: run "npm version ${version} --no-git-tag-version".`);
	}
	// The first heading of the second level is the newest version.
	const [, heading = '', notes = ''] = /^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(read('CHANGELOG.md')) ?? [];
	if (!new RegExp(`^${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d{2}-\\d{2}\\)$`).test(heading))
		problems.push(`CHANGELOG.md begins with "${heading}"; it has to begin with "${version} (YYYY-MM-DD)", the day of the release.`);
	if (notes.trim() === '') problems.push('CHANGELOG.md says nothing about what changed.');
	return { problems, notes: notes.trim() };
}

const [tag = '', folder = PROJECT] = process.argv.slice(2);
const { problems, notes } = checkRelease(tag, folder);
for (const problem of problems) console.error(`release: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(notes);
