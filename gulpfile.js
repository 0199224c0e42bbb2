'use strict';
/**
 * `gulp build` makes dist/: the published package. `gulp files` does the same without the type-check.
 *
 * One bundle holds all nodes and credentials, so that all of them share one store connection and one copy of the phone
 * metadata in an n8n process; the files that package.json lists only hand their class out of it. SQL is inside already:
 * store/ keeps its migrations as modules. Beside it stand the commands that users run by hand, move-store.js and dedupe.js.
 */
const { spawn } = require('node:child_process');
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { bundleSource, entriesOf, shimSource } = require('./scripts/build/entries.js');
const { licensesText } = require('./scripts/build/licenses.js');

const root = __dirname;
const dist = path.join(root, 'dist');

/** An error that gulp shows as its message alone: the stack of a build script helps nobody. */
function plain(message) {
	return Object.assign(new Error(message), { showStack: false });
}

async function clean() {
	rmSync(dist, { recursive: true, force: true });
	mkdirSync(dist);
}

function typecheck(done) {
	const args = [
		'node_modules/typescript/bin/tsc',
		'--noEmit',
		'--incremental',
		'--tsBuildInfoFile',
		'node_modules/.cache/tsc.tsbuildinfo',
	];
	const tsc = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
	tsc.on('error', done);
	tsc.on('close', (code) => done(code === 0 ? undefined : plain('The type-check found errors (above).')));
}

async function bundle() {
	try {
		await writeBundle();
	} catch (error) {
		throw plain(error.message);
	}
}

const HOW_TO_BUNDLE = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	target: 'node24',
	format: 'cjs',
	// n8n hands its own copy to the package: errors must be instances of n8n's classes. `pg` loads pg-native only when asked to.
	external: ['n8n-workflow', 'pg-native'],
	logLevel: 'warning',
};

async function writeBundle() {
	const entries = entriesOf(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')), root);
	const { metafile, outputFiles } = await esbuild.build({
		...HOW_TO_BUNDLE,
		stdin: { contents: bundleSource(entries), resolveDir: root, sourcefile: 'entry.ts', loader: 'ts' },
		outfile: 'dist/bundle.js',
		legalComments: 'external',
		metafile: true,
		write: false,
	});
	const text = (ending) => outputFiles.find(({ path: file }) => file.endsWith(ending))?.text ?? '';
	writeFileSync(path.join(dist, 'bundle.js'), text('bundle.js'));
	const inputs = { ...metafile.inputs, ...(await dedupe()) };
	writeFileSync(path.join(dist, 'THIRD-PARTY-LICENSES.txt'), licensesText(inputs, root, text('.LEGAL.txt')));
	for (const entry of entries) {
		mkdirSync(path.join(root, path.dirname(entry.file)), { recursive: true });
		writeFileSync(path.join(root, entry.file), shimSource(entry));
	}
}

/** The command `n8n-nodes-leasing`, to try the matcher on a list before installing anything. @returns what it is made of */
async function dedupe() {
	const banner = { js: '#!/usr/bin/env node' };
	const { metafile } = await esbuild.build({
		...HOW_TO_BUNDLE,
		entryPoints: ['tools/dedupe/cli.ts'],
		outfile: 'dist/dedupe.js',
		banner,
		target: 'node20',
		legalComments: 'none',
		metafile: true,
	});
	return metafile.inputs;
}

/** The command that moves a store to Postgres. What it is made of is in the bundle too, so its licences are listed there. */
async function moveStore() {
	await esbuild.build({
		...HOW_TO_BUNDLE,
		entryPoints: ['tools/moveStore/cli.ts'],
		outfile: 'dist/move-store.js',
		legalComments: 'none',
	});
}

/** Icons and codex files lie beside the classes, as n8n looks for them there. */
function besideClasses() {
	return src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(dest('dist'));
}

function templates() {
	return src('workflows-templates/**/*', { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

const files = series(clean, parallel(bundle, moveStore, besideClasses, templates));

module.exports = { typecheck, files, build: series(typecheck, files), default: series(typecheck, files) };
