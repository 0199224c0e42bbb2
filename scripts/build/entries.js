'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');

/**
 * The classes that n8n will load, read from package.json's `n8n` block.
 * `dist/nodes/Lead/Lead.node.js` → `{ file, source: 'nodes/Lead/Lead.node.ts', className: 'Lead' }`
 * @throws when a listed source is missing
 */
function entriesOf(manifest, root) {
	const entries = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((file) => ({
		file,
		source: file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
		// n8n's own rule: the class is called like the file, up to the first dot.
		className: path.basename(file).split('.')[0],
	}));
	const missing = entries.filter(({ source }) => !existsSync(path.join(root, source)));
	if (missing.length > 0) {
		const lines = missing.map(({ file, source }) => `  package.json lists ${file}, but ${source} does not exist`);
		throw new Error(`Write the missing files, or take them out of package.json's "n8n" block:\n${lines.join('\n')}`);
	}
	return entries;
}

/** Source of the one module that holds every class. */
function bundleSource(entries) {
	return entries.map(({ source, className }) => `export { ${className} } from './${source.replace(/\.ts$/, '')}';\n`).join('');
}

/** What n8n finds under a listed path: the class, out of the one bundle. */
function shimSource({ file, className }) {
	const bundle = path.posix.relative(path.posix.dirname(file), 'dist/bundle.js');
	return `'use strict';\nexports.${className} = require('${bundle}').${className};\n`;
}

module.exports = { bundleSource, entriesOf, shimSource };
