import { reason } from '../../../reason';
import type { RawLead } from '../rawLead';
import { findAll, first, nodesAt, textsAt, wholeText } from './find';
import type { XmlNode } from './parseXml';

/** Reads the prospects of an ADF document (Auto-lead Data Format, which some lead brokers use for rentals too), one when the next is asked for. */
export function* readAdf(root: XmlNode): Generator<RawLead> {
	const prospects = root.name === 'prospect' ? [root] : findAll(root, 'prospect');
	for (const prospect of prospects) yield prospectOf(prospect);
}

function prospectOf(prospect: XmlNode): RawLead {
	const contacts = nodesAt(prospect, 'customer/contact');
	const people = contacts
		.slice(0, MOST_LOOKED_AT)
		.map((contact) => ({ ...nameOf(contact), phone: textsAt(contact, 'phone'), email: textsAt(contact, 'email') }));
	const listing = nodesAt(prospect, 'vehicle')[0] ?? nodesAt(prospect, 'property')[0] ?? null;
	const provider = first(textsAt(prospect, 'provider/name'), textsAt(prospect, 'provider/service'))[0];
	const source = nodesAt(prospect, 'id')[0]?.attributes.source ?? provider;
	const stale = nodesAt(prospect, 'vendor/contact/phone').map(wholeText);
	return {
		channel: 'listing',
		provider: 'adf',
		fields: {
			...people[0],
			moveIn: first(textsAt(prospect, 'customer/timeframe/earliestdate'), textsAt(prospect, 'customer/timeframe/description')),
			message: first(textsAt(prospect, 'customer/comments')),
			property: first(textsAt(prospect, 'vendor/vendorname'), listing === null ? [] : textsAt(listing, 'name')),
			listingId: listing === null ? [] : [...textsAt(listing, 'id'), ...textsAt(listing, 'stock')],
			address: addressOf(prospect),
			source: provider === undefined ? [] : [provider],
			submissionId: first(textsAt(prospect, 'id')).map((id) => (source === undefined ? id : `${source} ${id}`)),
			submittedAt: first(textsAt(prospect, 'requestdate')),
		},
		...(people.length > 1 ? { people } : {}),
		calledNumbers: stale,
		renterWrote: false,
		notes: people.length === 0 ? [reason('no_customer', 'The ADF prospect holds no customer contact.')] : [],
		present: prospect.children.map(({ name }) => name),
	};
}

/** How many of them count is decided later, for all formats. */
const MOST_LOOKED_AT = 50;

function nameOf(contact: XmlNode): { firstName: string[]; lastName: string[]; fullName: string[] } {
	const part = (wanted: readonly string[]): string[] =>
		nodesAt(contact, 'name')
			.filter(({ attributes }) => wanted.includes(attributes.part?.toLowerCase() ?? 'full'))
			.map(wholeText)
			.filter((text) => text !== '');
	return { firstName: first(part(['first'])), lastName: first(part(['last'])), fullName: first(part(['full'])) };
}

/** The advertiser's address is the listing's; the customer's own is left alone. */
function addressOf(prospect: XmlNode): string[] {
	const address = nodesAt(prospect, 'vendor/contact/address')[0];
	if (address === undefined) return [];
	const parts = ['street', 'city', 'regioncode', 'postalcode'].flatMap((name) => first(textsAt(address, name)));
	return parts.length === 0 ? [] : [parts.join(', ')];
}
