import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/v4';

import { FORM_FIELDS, type FormField } from '../../leasing/inquiry/form/fieldMap';
import { FieldNames, USUAL_NAMES } from '../../leasing/inquiry/form/fieldNames';
import type { Sender } from '../../leasing/inquiry/formats/email/sender';
import { CHANNELS } from '../../leasing/inquiry/inquiry';
import { sourceNames, type SourceNames } from '../../leasing/inquiry/source';
import { UserMistake } from '../../leasing/userMistake';
import { FIELD_LABELS } from './fieldMap';

/** Rows by which a user extends our tables; they stand among the options. */
export const tableProperties: INodeProperties[] = [
	{
		displayName: 'Field Names',
		name: 'fieldNames',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Field Name' },
		default: {},
		placeholder: 'Add Field Name',
		description: 'What your forms, sheets and e-mails call a field, beside the usual names',
		options: [
			{
				displayName: 'Field Name',
				name: 'row',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: FORM_FIELDS.map((field) => ({ name: FIELD_LABELS[field][0], value: field })).sort((a, b) =>
							a.name.localeCompare(b.name),
						),
						default: 'phone',
						description: 'What it means',
					},
					{
						displayName: 'Names',
						name: 'names',
						type: 'string',
						default: '',
						placeholder: 'e.g. Best number, Call me at',
						description: 'Comma-separated list of keys, column headings or labels. Capitals, spaces and dashes do not count.',
					},
				],
			},
		],
	},
	{
		displayName: 'Listing-Site Senders',
		name: 'senders',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Sender' },
		default: {},
		placeholder: 'Add Sender',
		description: 'Sites that e-mail you leads, beside those that we know. Their rows go before ours.',
		options: [
			{
				displayName: 'Sender',
				name: 'row',
				values: [
					{
						displayName: 'Domain or Address',
						name: 'host',
						type: 'string',
						default: '',
						placeholder: 'e.g. leads.example.com',
						description: 'Where the e-mails come from; a domain covers everything below it',
					},
					{
						displayName: 'Source',
						name: 'source',
						type: 'string',
						default: '',
						placeholder: 'e.g. Local Rentals',
						description: 'What the source is called in your records',
					},
					{
						displayName: "Whole Body Is the Renter's",
						name: 'relayed',
						type: 'boolean',
						default: false,
						description:
							"Whether the e-mail holds nothing but the renter's own words, as behind the relay of a classified site",
					},
				],
			},
		],
	},
	{
		displayName: 'Source Names',
		name: 'sourceNames',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Source Name' },
		default: {},
		placeholder: 'Add Source Name',
		description: 'Which spellings mean which source, beside those that we know',
		options: [
			{
				displayName: 'Source Name',
				name: 'row',
				values: [
					{
						displayName: 'Text',
						name: 'text',
						type: 'string',
						default: '',
						placeholder: 'e.g. Bus bench',
						description: 'What stands in the field of the form',
					},
					{
						displayName: 'Source',
						name: 'source',
						type: 'string',
						default: '',
						placeholder: 'e.g. Signage',
						description: 'The source that it means',
					},
				],
			},
		],
	},
];

const text = z
	.union([z.string(), z.number()])
	.nullish()
	.transform((value) => String(value ?? '').trim());

/** n8n gives a fixed collection as `{ row: [...] }`, and `{}` or '' while it is empty. */
function rows<Shape extends z.ZodRawShape>(shape: Shape) {
	return z
		.preprocess(
			(value) => (typeof value === 'object' && value !== null ? (value as { row?: unknown }).row : undefined),
			z.array(z.object(shape)).nullish(),
		)
		.transform((list) => list ?? []);
}

/** The options of the node. Channel and name are set only when the user chose them. */
export const optionsSchema = z.object({
	channel: z.enum(CHANNELS).optional(),
	provider: z.string().trim().default(''),
	fieldNames: rows({ field: z.enum(FORM_FIELDS), names: text }),
	senders: rows({ host: text, source: text, relayed: z.boolean().default(false) }),
	sourceNames: rows({ text, source: text }),
});

export type NormalizeOptions = z.output<typeof optionsSchema>;

export function namesOf({ fieldNames }: NormalizeOptions): FieldNames {
	if (fieldNames.length === 0) return USUAL_NAMES;
	const more: { [field in FormField]?: string[] } = {};
	for (const { field, names } of fieldNames) more[field] = [...(more[field] ?? []), ...names.split(',')];
	return new FieldNames(more);
}

/** @throws UserMistake for a row that would fit nothing, or everything */
export function sendersOf({ senders }: NormalizeOptions): Sender[] {
	return senders.map(({ host, source, relayed }, index) => {
		const plain = host.toLowerCase().replace(/^@|^https?:\/\/|\/.*$/g, '');
		if (!/^(?:[^\s@]{1,64}@)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}$/.test(plain)) {
			throw new UserMistake(
				`Listing-Site Senders, row ${index + 1}: "${host.slice(0, 60)}" is no domain and no address.`,
				'Enter what stands behind the @ of the sender, such as leads.example.com.',
			);
		}
		if (source === '')
			throw new UserMistake(
				`Listing-Site Senders, row ${index + 1} has no Source.`,
				'Enter what the source is called in your records.',
			);
		return {
			id: `sender_${plain.replace(/[^a-z0-9]+/g, '_')}`,
			name: source,
			hosts: [plain],
			source,
			channel: 'listing',
			relayed,
			confidence: 'high',
			asOf: '',
		};
	});
}

export function moreSources({ sourceNames: list, senders }: NormalizeOptions): SourceNames {
	return sourceNames([...list, ...senders.map(({ source }) => ({ text: source, source }))]);
}
