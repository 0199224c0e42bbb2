import { newApplicant, type ApplicantChanges } from '../../../../leasing/buildium/bodies/applicant';
import { timeFilter } from '../../../../leasing/buildium/dates';
import { hasEmail, hasPhone } from '../../../../leasing/buildium/samePerson';
import { DAY, type Millis } from '../../../../leasing/time';
import { firstThat, isSince, markOf, writeOnce } from '../../build/once';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { collectionOf, fieldOf } from '../../fields/read';
import type { BuildiumRecord } from '../../transport';
import { detailFields, firstName, lastName, readApplicantFields } from './fields';

const PATH = '/v1/applicants';

export const create: BuildiumOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create an applicant',
	description: 'Add a person who is ready to apply. It cannot be deleted by the API.',
	properties: [
		firstName,
		lastName,
		{
			displayName: 'Send Application by Email',
			name: 'sendApplication',
			type: 'boolean',
			default: false,
			description: 'Whether Buildium sends the person an email with the application form',
		},
		{
			displayName: 'Reuse Existing',
			name: 'reuseExisting',
			type: 'boolean',
			default: true,
			description: 'Whether to give back an applicant with the same name and the same email or phone, instead of making a second one',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: detailFields,
		},
	],
	async execute(call) {
		const given = {
			...collectionOf(call, 'additionalFields'),
			firstName: fieldOf(call, 'firstName'),
			lastName: fieldOf(call, 'lastName'),
		};
		const applicant = readApplicantFields(given);
		const reuse = fieldOf(call, 'reuseExisting') === true && isReachable(applicant);
		const body = newApplicant(applicant, fieldOf(call, 'sendApplication') === true);
		const since = reuse ? null : markOf(call).since;
		const find = async (): Promise<BuildiumRecord | null> => await findApplicant(call, applicant, since);
		return await writeOnce(reuse, find, async (didItArrive) => await call.client.post(PATH, body, { didItArrive }));
	},
};

/** @param since only one that was changed after it; null: any */
async function findApplicant({ client }: BuildiumCall, applicant: ApplicantChanges, since: Millis | null): Promise<BuildiumRecord | null> {
	// Applicants cannot be looked for by phone; without e-mail the surname narrows it down.
	const who = applicant.Email ? { email: applicant.Email } : { name: applicant.LastName };
	const query = { ...who, ...(since === null ? {} : { lastupdatedfrom: timeFilter(since - DAY, 'instant') }) };
	return await firstThat(
		client.getAll(PATH, query, { orderBy: 'Id desc' }),
		(record) => isSamePerson(record, applicant) && (since === null || isSince(record.LastUpdatedDateTime, since)),
	);
}

/** A name alone names too many people. */
function isReachable({ Email, PhoneNumbers }: ApplicantChanges): boolean {
	return Boolean(Email) || Object.values(PhoneNumbers ?? {}).some(Boolean);
}

function isSamePerson(record: BuildiumRecord, applicant: ApplicantChanges): boolean {
	const same = (a: unknown, b: string | undefined): boolean =>
		String(a ?? '')
			.trim()
			.toLowerCase() === (b ?? '').trim().toLowerCase();
	if (!same(record.FirstName, applicant.FirstName) || !same(record.LastName, applicant.LastName)) return false;
	const numbers = Object.values(applicant.PhoneNumbers ?? {}).filter((number) => typeof number === 'string');
	return applicant.Email ? hasEmail(record, applicant.Email) : numbers.length === 0 || numbers.some((number) => hasPhone(record, number));
}
