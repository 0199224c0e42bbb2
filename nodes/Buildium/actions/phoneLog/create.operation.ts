import type { INodeProperties } from 'n8n-workflow';

import { timeFilter } from '../../../../leasing/buildium/dates';
import { withMarker } from '../../../../leasing/writeBack/marker';
import { DAY, toIso, type Millis } from '../../../../leasing/time';
import { requiredText } from '../../../shared/parameters';
import { idField } from '../../build/getOne';
import { firstThat, keyField, markOf, writeOnce } from '../../build/once';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { picker } from '../../fields/pickers';
import { asId, asInstant, asText, collectionOf, fieldOf, requiredId } from '../../fields/read';
import type { BuildiumRecord } from '../../transport';

const PATH = '/v1/communications/phonelogs';
const LONGEST_SUBJECT = 255;

/** Where the ID of each kind of participant stands on the form. */
const WHO: Readonly<Record<string, readonly [field: string, label: string]>> = {
	RentalTenant: ['tenantId', 'Tenant'],
	RentalOwner: ['rentalOwnerId', 'Rental Owner'],
	Vendor: ['vendorId', 'Vendor'],
	AssociationOwner: ['associationOwnerId', 'Association Owner ID'],
};

const shownFor = (participant: string, field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { participant: [participant] } },
});

const properties: INodeProperties[] = [
	{
		displayName: 'Participant',
		name: 'participant',
		type: 'options',
		options: [
			{ name: 'Association Owner', value: 'AssociationOwner' },
			{ name: 'Rental Owner', value: 'RentalOwner' },
			{ name: 'Tenant', value: 'RentalTenant' },
			{ name: 'Vendor', value: 'Vendor' },
		],
		default: 'RentalTenant',
		description:
			'Whom the call was with. Buildium logs calls of these only; for applicants and strangers use a note or a contact request.',
	},
	shownFor('RentalTenant', picker({ source: 'tenant', name: 'tenantId', required: true })),
	shownFor('RentalOwner', picker({ source: 'rentalOwner', name: 'rentalOwnerId', required: true })),
	shownFor('Vendor', picker({ source: 'vendor', name: 'vendorId', required: true })),
	shownFor('AssociationOwner', idField('associationOwnerId', 'Association Owner ID', 'The ID of the association owner')),
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Missed call',
		description: 'At most 255 characters; more are cut',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		description: 'What was said. Number, direction and duration have no field of their own and belong here.',
	},
	{ displayName: 'Call Time', name: 'callTime', type: 'dateTime', default: '', description: 'When the call was; empty means now' },
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [
			{ displayName: 'Lease ID', name: 'leaseId', type: 'string', default: '', description: 'The lease that the call was about' },
			{
				displayName: 'Ownership Account ID',
				name: 'ownershipAccountId',
				type: 'string',
				default: '',
				description: 'The ownership account that the call was about, for association owners',
			},
		],
	},
	keyField,
];

export const create: BuildiumOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a phone log',
	description: 'Log a call with a tenant, owner or vendor. It cannot be deleted by the API.',
	properties,
	async execute(call) {
		const { node, index, client } = call;
		const mark = markOf(call);
		const words = requiredText(node, 'subject', 'Subject', index, 'Enter what the call was about.');
		const at = asInstant(call, fieldOf(call, 'callTime'), 'Call Time') ?? call.clock.now();
		const participant = participantOf(call);
		const body = {
			Participant: { ...participant, ...agreementOf(call) },
			Subject: mark.marker === null ? words.slice(0, LONGEST_SUBJECT) : withMarker(words, mark.marker, LONGEST_SUBJECT),
			Description: requiredText(node, 'description', 'Description', index, 'Buildium demands a description: enter what was said.'),
			CallDateTime: timeFilter(at, 'instant'),
		};
		const about = { participantentityid: participant.EntityId, participantentitytype: participant.EntityType };
		const find = async (): Promise<BuildiumRecord | null> =>
			mark.marker === null
				? await firstThat(client.getAll(PATH, { ...about, ...around(at) }), (record) => saysTheSame(record, body))
				: await firstThat(client.getAll(PATH, { ...about, subject: mark.marker }), ({ Subject }) =>
						String(Subject).includes(mark.marker ?? ''),
					);
		return await writeOnce(mark.marker !== null, find, async (didItArrive) => await client.post(PATH, body, { didItArrive }));
	},
};

function participantOf(call: BuildiumCall): { EntityType: string; EntityId: number } {
	const type = asText(fieldOf(call, 'participant'));
	const [field, label] = WHO[type] ?? ['tenantId', 'Tenant'];
	return { EntityType: type in WHO ? type : 'RentalTenant', EntityId: requiredId(call, field, label) };
}

function agreementOf(call: BuildiumCall): { UnitAgreement?: { Id: number; Type: string } } {
	const { leaseId, ownershipAccountId } = collectionOf(call, 'additionalFields');
	const lease = asId(leaseId, 'Lease ID');
	const account = asId(ownershipAccountId, 'Ownership Account ID');
	if (lease !== null) return { UnitAgreement: { Id: lease, Type: 'Lease' } };
	return account === null ? {} : { UnitAgreement: { Id: account, Type: 'OwnershipAccount' } };
}

/** Buildium's days may be those of another time zone. */
function around(at: Millis): Record<string, string> {
	return { fromdate: timeFilter(at - DAY, 'day'), todate: timeFilter(at + DAY, 'day') };
}

function saysTheSame(record: BuildiumRecord, body: { Subject: string; Description: string; CallDateTime: string }): boolean {
	const at = Date.parse(String(record.CallDateTime));
	const sameTime = !Number.isNaN(at) && toIso(at).slice(0, 19) === body.CallDateTime.slice(0, 19);
	return sameTime && record.Subject === body.Subject && record.Description === body.Description;
}
