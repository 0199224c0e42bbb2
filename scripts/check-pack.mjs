/** Makes the tarball that users install and checks it as n8n would meet it: alone, with only n8n-workflow beside it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmScript } from './setup/npm.mjs';

const LARGEST = 3_000_000;
const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const problems = [];
const work = mkdtempSync(path.join(tmpdir(), 'leasing-pack-'));

try {
	const tarball = pack();
	const folder = unpack(tarball);
	const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	checkManifest(manifest);
	checkNames(manifest, folder);
	checkPaths(folder);
	if (problems.length === 0) checkLoads(manifest, folder);
	if (problems.length === 0) checkCommands(folder);
} finally {
	rmSync(work, { recursive: true, force: true });
}

for (const problem of problems) console.error(`package: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function pack() {
	const args = [npmScript(), 'pack', '--json', '--ignore-scripts', '--pack-destination', work];
	const output = execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
	const [{ filename, size, entryCount }] = JSON.parse(output);
	console.log(`${filename}: ${(size / 1e6).toFixed(2)} MB, ${entryCount} files`);
	if (size >= LARGEST) problems.push(`the tarball has ${size} bytes; the limit is ${LARGEST}`);
	return path.join(work, filename);
}

/** Lays the package where only n8n-workflow can be found from it. */
function unpack(tarball) {
	const modules = path.join(work, 'host', 'node_modules');
	mkdirSync(modules, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', modules]);
	symlinkSync(path.join(project, 'node_modules', 'n8n-workflow'), path.join(modules, 'n8n-workflow'));
	return path.join(modules, 'package');
}

function checkManifest(manifest) {
	if (Object.keys(manifest.dependencies ?? {}).length > 0) problems.push('package.json has dependencies: bundle them instead');
	if (JSON.stringify(manifest.peerDependencies) !== '{"n8n-workflow":"*"}')
		problems.push('peerDependencies must be exactly n8n-workflow: *');
}

function checkNames(manifest, folder) {
	const named = [...manifest.n8n.nodes, ...manifest.n8n.credentials];
	const codex = manifest.n8n.nodes.map((file) => `${file}on`);
	for (const file of [
		...named,
		...codex,
		'README.md',
		'LICENSE',
		'dist/THIRD-PARTY-LICENSES.txt',
		'dist/move-store.js',
		...Object.values(manifest.bin),
	]) {
		if (!existsSync(path.join(folder, file))) problems.push(`${file} is not in the tarball`);
	}
}

/** A path of the machine that built it would tell users nothing and strangers too much. */
function checkPaths(folder) {
	const local = [project, work, `${homedir()}/`].filter((text) => text.length > 2);
	for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
		const place = path.join(file.parentPath, file.name);
		const text = readFileSync(place, 'utf8');
		for (const found of local.filter((one) => text.includes(one)))
			problems.push(`${path.relative(folder, place)} holds the path ${found}`);
	}
}

/** Loads every class in a Node of its own, as n8n does, and looks for the icons that the classes name. */
function checkLoads(manifest, folder) {
	const script = `
		const { existsSync } = require('node:fs');
		const path = require('node:path');
		const wrong = [];
		for (const file of JSON.parse(process.argv[1])) {
			const place = path.resolve(file);
			const className = path.basename(file).split('.')[0];
			try {
				const loaded = new (require(place)[className])();
				const face = loaded.description ?? loaded;
				if (!face.name) wrong.push(file + ' has no name');
				const icons = typeof face.icon === 'string' ? [face.icon] : Object.values(face.icon ?? {});
				if (icons.length === 0) wrong.push(file + ' names no icon');
				for (const icon of icons) {
					const at = path.join(path.dirname(place), icon.replace('file:', ''));
					if (!existsSync(at)) wrong.push(file + ' names the icon ' + icon + ', which is not in the tarball');
				}
			} catch (error) {
				wrong.push(file + ' does not load: ' + error.message.split('\\n')[0]);
			}
		}
		process.stdout.write(JSON.stringify(wrong));`;
	const files = JSON.stringify([...manifest.n8n.nodes, ...manifest.n8n.credentials]);
	const env = { PATH: process.env.PATH, HOME: work, N8N_USER_FOLDER: work };
	problems.push(...JSON.parse(execFileSync(process.execPath, ['-e', script, files], { cwd: folder, env, encoding: 'utf8' })));
}

/** The commands that users run by hand, asked for nothing: each says how it is used. */
function checkCommands(folder) {
	for (const [command, word] of [
		['dist/move-store.js', '--from'],
		['dist/dedupe.js', '--columns'],
	]) {
		const { status, stdout, stderr } = spawnSync(process.execPath, [command], {
			cwd: folder,
			env: { PATH: process.env.PATH, HOME: work },
			encoding: 'utf8',
		});
		if (status !== 2 || !stdout.includes(word))
			problems.push(`${command} does not say how it is used (exit code ${status}): ${stderr.split('\n')[0]}`);
	}
}
