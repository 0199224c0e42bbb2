import type { MatchRecord } from '../../leasing/match/record';
import type { KnownRow } from './known';
import { Groups } from './score';

export interface Peer {
	name: string;
	/** What two rows must have equal; every text is a key, and one key in common is enough. Empty: this row joins nobody. */
	keys(record: MatchRecord): string[];
}

/**
 * How others find duplicates, by what their documentation says, so that they can be measured in the same run. Where a list has no phone and no e-mail,
 * a CRM's exact keys find nothing; name and postcode is the usual rule of thumb then.
 */
export const PEERS: readonly Peer[] = [
	{
		name: 'exact e-mail or phone, as CRMs do',
		keys: ({ phones, emails }) => [
			...phones.map(({ value }) => `p ${value}`),
			...emails.map(({ value }) => `e ${value.toLowerCase()}`),
		],
	},
	{
		name: 'exact name and postcode',
		keys: ({ firstName, lastName, postcode, city }) =>
			firstName && lastName && (postcode ?? city) ? [`${firstName} ${lastName} ${postcode ?? city ?? ''}`.toLowerCase()] : [],
	},
	{
		name: 'n8n Remove Duplicates, all fields',
		keys: ({ id: _id, firstSeen: _first, lastSeen: _last, ...rest }) => [JSON.stringify(rest)],
	},
];

export function clustersOf(peer: Peer, rows: readonly KnownRow[]): string[][] {
	const groups = new Groups(rows.map(({ record }) => record.id));
	const first = new Map<string, string>();
	for (const { record } of rows) {
		for (const key of peer.keys(record)) {
			const known = first.get(key);
			if (known === undefined) first.set(key, record.id);
			else groups.join(known, record.id);
		}
	}
	return groups.all();
}
