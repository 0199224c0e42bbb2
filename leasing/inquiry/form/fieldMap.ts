/** What an inquiry can tell us, in the order in which a person would fill it in. */
export const FORM_FIELDS = [
	'firstName',
	'lastName',
	'fullName',
	'phone',
	'email',
	'property',
	'address',
	'listingId',
	'trackingNumber',
	'unit',
	'bedrooms',
	'bathrooms',
	'moveIn',
	'budget',
	'leaseMonths',
	'occupants',
	'pets',
	'message',
	'language',
	'source',
	'campaign',
	'selfReported',
	'secondName',
	'secondPhone',
	'secondEmail',
	'submissionId',
	'submittedAt',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Texts for each field, in order; phones and e-mails may be several, of the others the first counts. */
export type FieldTexts = { readonly [field in FormField]?: readonly string[] | undefined };

/**
 * Where each of our fields stands in the input, as a path: `contact.phone`, `answers[2].text`, or a key with dots in it
 * such as `1.3`. Fields that are left out are looked for by their usual names.
 */
export type FieldMap = { readonly [field in FormField]?: string | undefined };

/** Groups that only wrap the form; a field inside counts as if it stood outside. */
export const WRAPPERS: ReadonlySet<string> = new Set([
	'body',
	'data',
	'lead',
	'leads',
	'contact',
	'person',
	'people',
	'renter',
	'prospect',
	'applicant',
	'customer',
	'user',
	'guest',
	'guestcard',
	'form',
	'formresponse',
	'formdata',
	'formfields',
	'fields',
	'fielddata',
	'answers',
	'payload',
	'submission',
	'response',
	'inquiry',
	'enquiry',
	'query',
	'event',
	'details',
	'values',
	'properties',
	'preferences',
	'interest',
	'json',
	'record',
	'entry',
	'hidden',
	'tracking',
	'usercolumndata',
	'visitor',
]);

/** Names as they are compared: small letters and digits only. */
export function plainKey(key: string): string {
	return key
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '');
}
