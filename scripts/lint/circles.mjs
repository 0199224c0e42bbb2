/**
 * Circles of imports among our own files, types included: whoever opens one file of a circle has to understand all of them,
 * and what a file sees at load time depends on which was loaded first. `npm run lint` and `npm test` run this and print them.
 *
 * usage: node scripts/lint/circles.mjs [folder]
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.sandbox', 'coverage']);
const CODE = /\.(ts|mjs|js)$/;

/** @returns one circle, as paths below `root`, for each group of files that reach one another; empty if there is none */
export function circlesIn(root) {
	const imports = new Map(codeFiles(root).map((file) => [file, importsOf(file)]));
	return groups(imports)
		.map((group) => shortestCircle(group, imports))
		.map((circle) => circle.map((file) => path.relative(root, file).split(path.sep).join('/')));
}

function codeFiles(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (SKIPPED.has(entry.name)) return [];
		const full = path.join(folder, entry.name);
		if (entry.isDirectory()) return codeFiles(full);
		return entry.isFile() && CODE.test(entry.name) ? [full] : [];
	});
}

/** Every form that names a module: import, import type, export from, import(). */
function importsOf(file) {
	const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
	const found = importedFiles.flatMap(({ fileName }) =>
		fileName.startsWith('.') ? resolved(path.resolve(path.dirname(file), fileName)) : [],
	);
	return [...new Set(found)];
}

function resolved(place) {
	const candidates = [place, `${place}.ts`, path.join(place, 'index.ts'), `${place}.js`];
	const found = candidates.find((one) => existsSync(one) && statSync(one).isFile());
	return found ? [found] : [];
}

/** Tarjan's strongly connected components, of two files and more; a file that imports itself counts, too. */
function groups(imports) {
	const order = new Map();
	const low = new Map();
	const stack = [];
	const found = [];
	const visit = (file) => {
		order.set(file, order.size);
		low.set(file, order.get(file));
		stack.push(file);
		for (const next of imports.get(file) ?? []) {
			if (!imports.has(next)) continue;
			if (!order.has(next)) visit(next);
			if (stack.includes(next)) low.set(file, Math.min(low.get(file), low.get(next)));
		}
		if (low.get(file) !== order.get(file)) return;
		const group = stack.splice(stack.indexOf(file));
		if (group.length > 1 || imports.get(file).includes(file)) found.push(new Set(group));
	};
	for (const file of imports.keys()) if (!order.has(file)) visit(file);
	return found;
}

/** The fewest steps from any file of the group back to itself: one circle to open first. */
function shortestCircle(group, imports) {
	const circles = [...group].map((start) => wayBack(start, group, imports));
	return circles.reduce((best, one) => (one.length < best.length ? one : best));
}

function wayBack(start, group, imports) {
	const ways = [[start]];
	const seen = new Set();
	for (const way of ways) {
		for (const next of imports.get(way.at(-1)) ?? []) {
			if (next === start) return [...way, start];
			if (!group.has(next) || seen.has(next)) continue;
			seen.add(next);
			ways.push([...way, next]);
		}
	}
	return ways.at(-1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const circles = circlesIn(path.resolve(process.argv[2] ?? PROJECT));
	for (const circle of circles) console.error(`circle of imports: ${circle.join(' -> ')}`);
	if (circles.length > 0) {
		console.error('Move what the files share into a file of its own that imports neither of them (CONTRIBUTING.md, "Lint rules").');
		process.exitCode = 1;
	}
}
