/** Every reason that matching a property gives is explained where people look for it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { CERTAIN, SCORES } from '../../leasing/property/scores';
import { page, PROJECT } from './support/pages';

const { text } = page('docs/nodes/normalize-lead.md');
const files = readdirSync(path.join(PROJECT, 'leasing/property')).map((file) =>
	readFileSync(path.join(PROJECT, 'leasing/property', file), 'utf8'),
);
const said = files.flatMap((file) => [...file.matchAll(/\breason\(\s*'(property_\w+)'/g)].flatMap(([, code]) => code ?? []));
const evidence = Object.entries(SCORES).map(([kind, score]) => [`property_${kind}`, score] as const);

it('finds the reasons it is about', () => {
	expect(said).toEqual(
		expect.arrayContaining([
			'property_contradiction',
			'property_unit_known',
			'property_unit_unknown',
			'property_unknown',
			'property_unsure',
			'property_not_named',
		]),
	);
});

it.each([...new Set(said)])('%s is explained', (code) => expect(text).toContain(`\`${code}\``));

it.each(evidence)('%s stands in the table with its score %d', (code, score) => {
	const [row = ''] = text.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${code}\``));
	expect(row).toContain(String(score));
	expect(row.includes('never enough')).toBe(score < CERTAIN);
});
