import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/v4';
import { COMPANY_NAME, LINES } from '../../../sandbox/start/company';
import { templateFile } from '../../../sandbox/start/prepare';

const PROJECT = path.resolve(__dirname, '../../..');
const Template = z.object({
	nodes: z.array(z.looseObject({ type: z.string(), parameters: z.looseObject({ message: z.string().optional() }) })),
});

/**
 * What the template's texts must say, filled in here and not by the product: the pretend company has a brand, each line a property
 * with an address for tours, and nobody who calls has told a name.
 */
export function wordings(line: string): string[] {
	const about = LINES.find(({ phone }) => phone === line);
	if (!about) return [];
	const { nodes } = Template.parse(JSON.parse(readFileSync(templateFile(PROJECT), 'utf8')));
	const values: ReadonlyArray<readonly [string, string]> = [
		['[brand]', COMPANY_NAME],
		['[property]', about.property],
		['[tour link]', about.tourUrl],
		[' [first name]', ''],
	];
	return nodes.flatMap(({ type, parameters: { message } }) =>
		type === 'n8n-nodes-leasing.leasingText' && message !== undefined
			? [values.reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), message)]
			: [],
	);
}
