import type { FieldTexts } from '../../form/fieldMap';
import type { RawLead } from '../rawLead';
import { findAll, first, nodesAt, textsAt } from './find';
import type { XmlNode } from './parseXml';

/** How a prospect got in touch, by the type of the first event. */
const CHANNELS: Readonly<Record<string, RawLead['channel']>> = {
	walkin: 'walk_in',
	callfromprospect: 'call',
	email: 'email',
	emailfromprospect: 'email',
	chat: 'chat',
	text: 'text',
	webservice: 'form',
};

/** Reads the prospects of a MITS Lead Management document, whole or lite, one when the next is asked for. */
export function* readMits(root: XmlNode): Generator<RawLead> {
	const prospects = root.name === 'prospect' ? [root] : findAll(root, 'prospect');
	const all = ofDocument(root);
	for (const prospect of prospects) yield prospectOf(prospect, all);
}

/**
 * What the document says beside its prospects, and so for all of them. Looked for once: looking through the whole document for each
 * of 10,000 prospects takes minutes. What stands inside of another prospect is that renter's.
 */
interface OfDocument {
	identifications: readonly XmlNode[];
	propertyNames: readonly string[];
	marketingNames: readonly XmlNode[];
	propertyIds: readonly XmlNode[];
}

function ofDocument(root: XmlNode): OfDocument {
	const beside = (name: string): XmlNode[] => (root.name === 'prospect' ? [] : findAll(root, name, 'prospect'));
	return {
		identifications: beside('identification'),
		propertyNames: textsAt(root, 'property/name'),
		marketingNames: beside('marketingname'),
		propertyIds: beside('propertyid'),
	};
}

function prospectOf(prospect: XmlNode, all: OfDocument): RawLead {
	const customers = findAll(prospect, 'customer').filter(({ attributes }) => !/guarantor|emergency|minor/i.test(attributes.type ?? ''));
	const people = customers.slice(0, MOST_LOOKED_AT).map(personOf);
	const preferences = findAll(prospect, 'customerpreferences')[0] ?? prospect;
	const events = findAll(prospect, 'event');
	const firstContact = events.find((event) => /true|1/i.test(textsAt(event, 'firstcontact')[0] ?? '')) ?? events[0];
	const kind = (firstContact?.attributes.eventtype ?? '').toLowerCase();
	const ids = [...findAll(prospect, 'identification'), ...all.identifications];
	const idOf = (pattern: RegExp): string[] =>
		ids
			.filter(({ attributes }) => pattern.test(attributes.idtype ?? ''))
			.flatMap(({ attributes }) => attributes.idvalue ?? [])
			.slice(0, 1);
	const rent = findAll(preferences, 'desiredrent')[0];
	const desired = first(
		textsAt(preferences, 'desirednumbedrooms'),
		findAll(preferences, 'desirednumbedrooms').flatMap(({ attributes }) => attributes.exact ?? attributes.min ?? []),
	);
	return {
		channel: (Object.hasOwn(CHANNELS, kind) ? CHANNELS[kind] : undefined) ?? 'listing',
		provider: 'mits',
		fields: {
			...people[0],
			moveIn: first(textsAt(preferences, 'targetmoveindate')),
			bedrooms: desired.length > 0 ? desired : first(textsAt(preferences, 'desiredfloorplan')),
			bathrooms: first(textsAt(preferences, 'desirednumbathrooms')),
			unit: first(textsAt(preferences, 'desiredunit')),
			budget:
				rent === undefined
					? []
					: [
							[rent.attributes.min, rent.attributes.max, rent.attributes.exact, rent.text.trim()]
								.filter((part) => part !== undefined && part !== '')
								.join(' - '),
						],
			occupants: first(textsAt(preferences, 'numberofoccupants')),
			pets: first(
				findAll(preferences, 'pets')
					.map((pets) => textsOf(pets))
					.filter((text) => text !== ''),
			),
			message: first(
				textsAt(preferences, 'comment'),
				textsAt(preferences, 'comments'),
				firstContact === undefined ? [] : textsAt(firstContact, 'comments'),
			),
			source: firstContact === undefined ? [] : first(textsAt(firstContact, 'transactionsource'), textsAt(firstContact, 'source')),
			property: first(
				textsAt(prospect, 'propertyname'),
				all.propertyNames.slice(0, 1),
				[...findAll(prospect, 'marketingname'), ...all.marketingNames].map(({ text }) => text.trim()),
			),
			listingId: [
				...idOf(/property/i),
				...[...findAll(prospect, 'propertyid'), ...all.propertyIds].map(({ text }) => text.trim()).filter((text) => text !== ''),
			],
			submissionId: first(
				firstContact === undefined ? [] : findAll(firstContact, 'eventid').flatMap(({ attributes }) => attributes.idvalue ?? []),
				idOf(/prospect|customer|lead/i),
			),
			submittedAt: firstContact?.attributes.eventdate === undefined ? [] : [firstContact.attributes.eventdate],
		},
		...(people.length > 1 ? { people } : {}),
		zone: 'portfolio',
		present: prospect.children.map(({ name }) => name),
	};
}

/** How many of them count is decided later, for all formats. */
const MOST_LOOKED_AT = 50;

function personOf(customer: XmlNode): FieldTexts {
	return {
		firstName: first(textsAt(customer, 'name/firstname')),
		lastName: first(textsAt(customer, 'name/lastname')),
		fullName: first(
			nodesAt(customer, 'name')
				.map(({ text }) => text.trim())
				.filter((text) => text !== ''),
		),
		phone: [
			...textsAt(customer, 'phone/phonenumber'),
			...nodesAt(customer, 'phone')
				.map(({ text }) => text.trim())
				.filter((text) => text !== ''),
		],
		email: textsAt(customer, 'email'),
	};
}

function textsOf(node: XmlNode): string {
	return [node.text.trim(), ...node.children.map((child) => `${child.name} ${child.text.trim()}`)]
		.filter((text) => text !== '')
		.join(', ')
		.replace(/\s+/g, ' ')
		.trim();
}
