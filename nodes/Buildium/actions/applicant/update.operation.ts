import { changedApplicant, lostNumbers } from '../../../../leasing/buildium/bodies/applicant';
import { UserMistake } from '../../../../leasing/userMistake';
import type { BuildiumOperation } from '../../call';
import { written } from '../../fields/output';
import { picker } from '../../fields/pickers';
import { collectionOf, requiredId } from '../../fields/read';
import { detailFields, firstName, lastName, readApplicantFields } from './fields';

const options = [
	...detailFields,
	{
		displayName: 'Erase Numbers That Cannot Be Kept',
		name: 'eraseNumbers',
		type: 'boolean' as const,
		default: false,
		description:
			'Whether to go on when the person has more phone numbers than the API can write back. Without this the update is refused.',
	},
	{ ...firstName, required: false },
	{ ...lastName, required: false },
].sort((a, b) => a.displayName.localeCompare(b.displayName));

export const update: BuildiumOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update an applicant',
	description: 'Change an applicant; what is not changed stays as it is',
	properties: [
		picker({ source: 'applicant', name: 'applicantId', required: true }),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Only what you add is changed; a field that you add and leave empty is emptied in Buildium',
			options,
		},
	],
	async execute(call) {
		const id = requiredId(call, 'applicantId', 'Applicant');
		const given = collectionOf(call, 'updateFields');
		const changes = readApplicantFields(given);
		if (Object.keys(changes).length === 0)
			throw new UserMistake(
				'Update Fields is empty, so there is nothing to change.',
				'Add the fields that shall change, such as Email.',
			);
		const record = await call.client.update(`/v1/applicants/${id}`, (old) => {
			const { body, lost } = changedApplicant(old, changes);
			if (lost.length > 0 && given.eraseNumbers !== true) {
				throw new UserMistake(
					`This update would erase phone numbers of the applicant: ${lostNumbers(lost)}. Buildium's API has no field to write them back.`,
					'Change the applicant in Buildium, or add Erase Numbers That Cannot Be Kept to the Update Fields.',
				);
			}
			return body;
		});
		return written(record);
	},
};
