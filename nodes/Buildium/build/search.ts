import type { Query } from '../../../leasing/buildium/query';
import { hasEmail, hasPhone, phoneFilter } from '../../../leasing/buildium/samePerson';
import type { Shape } from '../../../leasing/buildium/shapes';
import { UserMistake } from '../../../leasing/userMistake';
import { requiredText } from '../../shared/parameters';
import type { BuildiumCall, BuildiumOperation } from '../call';
import { outputOf, sensitiveField, simplifyField } from '../fields/output';
import { asText } from '../fields/read';
import { PAGE_SIZE, type BuildiumRecord } from '../transport';
import { limitField, returnAllField, wanted } from './getMany';

export interface Searchable {
	/** As in "Search tenants". */
	many: string;
	shape: Shape;
	path: string;
	/** What Buildium calls the filter for names. */
	name: string;
	/** What it calls the one for e-mail; null where there is none, so that the whole list has to be read. */
	email: string | null;
}

interface Sought {
	query: Query;
	keep(record: BuildiumRecord): boolean;
}

/** The Search operation of people: a whole phone number or e-mail address in any spelling, or a part of a name. */
export function searchOf({ many, shape, path, name, email }: Searchable): BuildiumOperation {
	const slow = email === null ? ' Buildium has no filter for e-mail here, so that all of them are read: a request for each 1,000.' : '';
	return {
		name: 'Search',
		value: 'search',
		action: `Search ${many} by phone or email`,
		description: `Find ${many} by a whole phone number, a whole e-mail address, or a part of the name`,
		properties: [
			{
				displayName: 'Search By',
				name: 'searchBy',
				type: 'options',
				options: [
					{ name: 'Email Address', value: 'email', description: `The whole address, also the alternate one.${slow}` },
					{ name: 'Name', value: 'name', description: 'A part of the name' },
					{ name: 'Phone Number', value: 'phone', description: "The whole number, in any spelling; any of the person's numbers" },
				],
				default: 'phone',
			},
			{
				displayName: 'Search For',
				name: 'searchFor',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. (512) 555-0123',
				description: 'The phone number, e-mail address or part of a name',
			},
			returnAllField,
			limitField,
			simplifyField,
			sensitiveField,
		],
		async execute(call) {
			const { query, keep } = sought(call, name, email);
			const limit = wanted(call);
			const show = outputOf(call, shape);
			const found: BuildiumRecord[] = [];
			for await (const { records } of call.client.getPages(path, query, { limit: PAGE_SIZE })) {
				found.push(...records.filter(keep).map(show));
				if (found.length >= limit) break;
			}
			return found.slice(0, limit);
		},
	};
}

function sought(call: BuildiumCall, nameFilter: string, emailFilter: string | null): Sought {
	const { node, index } = call;
	const text = requiredText(node, 'searchFor', 'Search For', index, 'Enter whom to look for.');
	switch (asText(node.getNodeParameter('searchBy', index))) {
		case 'phone': {
			const phone = phoneFilter(text);
			if (phone === null)
				throw new UserMistake(
					'Search For holds no phone number.',
					'Enter a number with its area code, such as (512) 555-0123, or choose another Search By.',
				);
			return { query: { phone }, keep: (record) => hasPhone(record, text) };
		}
		case 'email':
			if (!text.includes('@'))
				throw new UserMistake(
					'Search For holds no e-mail address.',
					'Enter a whole address, such as ana@example.com, or choose another Search By.',
				);
			return { query: emailFilter === null ? {} : { [emailFilter]: text }, keep: (record) => hasEmail(record, text) };
		default:
			return { query: { [nameFilter]: text }, keep: () => true };
	}
}
