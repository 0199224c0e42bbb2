import { changedGroup, SETTABLE_STATUSES, type GroupChanges } from '../../../../leasing/buildium/bodies/applicantGroup';
import { UserMistake } from '../../../../leasing/userMistake';
import { idField } from '../../build/getOne';
import type { BuildiumOperation } from '../../call';
import { written } from '../../fields/output';
import { asId, asIds, collectionOf, requiredId } from '../../fields/read';
import { applicantIds, readStatus, status, unit } from './fields';

export const update: BuildiumOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update an applicant group',
	description: 'Change the status, the unit or the people of a group; what is not changed stays as it is',
	properties: [
		idField('applicantGroupId', 'Applicant Group ID', 'The ID of the group'),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'Only what you add is changed',
			options: [{ ...applicantIds, required: false }, status, unit],
		},
	],
	async execute(call) {
		const id = requiredId(call, 'applicantGroupId', 'Applicant Group ID');
		const given = collectionOf(call, 'updateFields');
		if (Object.keys(given).length === 0)
			throw new UserMistake(
				'Update Fields is empty, so there is nothing to change.',
				'Add the fields that shall change, such as Status.',
			);
		const changes: GroupChanges = {
			...(given.applicantIds === undefined ? {} : { ApplicantIds: asIds(given.applicantIds, 'Applicant IDs') }),
			...(given.unitId === undefined ? {} : { UnitId: asId(given.unitId, 'Unit') }),
			...(given.status === undefined ? {} : { ApplicantGroupStatus: readStatus(given.status) }),
		};
		const record = await call.client.update(`/v1/applicants/groups/${id}`, (old) => {
			const body = changedGroup(old, changes);
			if (body !== null) return body;
			throw new UserMistake(
				`The group's status is ${String(old.ApplicationGroupStatus)}, which Buildium shows but does not take back.`,
				`Add Status to the Update Fields. It is one of: ${SETTABLE_STATUSES.join(', ')}.`,
			);
		});
		return written(record);
	},
};
