'use strict';
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/**
 * The licences of everything that esbuild put into the bundle, as one text.
 * @param {Record<string, unknown>} inputs `inputs` of esbuild's metafile: paths relative to `root`
 * @param {string} legalComments licence comments that esbuild found in the sources
 */
function licensesText(inputs, root, legalComments) {
	const folders = [...new Set(Object.keys(inputs).map(packageFolder).filter(Boolean))].sort();
	const parts = folders.map((folder) => {
		const { name, version, license } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
		return `${name} ${version} (${license})\n\n${licenseFile(path.join(root, folder)) ?? 'No licence file in the package.'}\n`;
	});
	const rule = `${'-'.repeat(78)}\n`;
	const intro = 'This package contains the following third-party software.\n\n';
	return (
		intro +
		[...parts, ...tables(inputs, root), legalComments]
			.filter(Boolean)
			.map((part) => `${rule}${part}`)
			.join('\n')
	);
}

/** Tables of ours that were made from somebody else's, each with the licence that lies beside it as `LICENSE-<table>.txt`. */
function tables(inputs, root) {
	return Object.keys(inputs).flatMap((input) => {
		const license = path.join(root, path.dirname(input), `LICENSE-${path.basename(input, '.ts')}.txt`);
		return input.endsWith('.ts') && existsSync(license)
			? [`${input} (see its first lines for where it comes from)\n\n${readFileSync(license, 'utf8').trim()}\n`]
			: [];
	});
}

/** `node_modules/a/node_modules/@b/c/x.js` → `node_modules/a/node_modules/@b/c` */
function packageFolder(input) {
	return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function licenseFile(folder) {
	const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
	return file && existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8').trim() : undefined;
}

module.exports = { licensesText };
