import { compact } from '../../../../leasing/buildium/bodies/body';
import { UserMistake } from '../../../../leasing/userMistake';
import { writeOnce } from '../../build/once';
import type { BuildiumCall, BuildiumOperation } from '../../call';
import { asId, asIds, fieldOf } from '../../fields/read';
import { isRecord, type BuildiumRecord } from '../../transport';
import { applicantIds, unit } from './fields';

const PATH = '/v1/applicants/groups';

export const create: BuildiumOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create an applicant group',
	description: 'Put applicants together who apply for one unit',
	properties: [applicantIds, unit],
	async execute(call) {
		const ids = asIds(fieldOf(call, 'applicantIds'), 'Applicant IDs');
		if (ids.length === 0) throw new UserMistake('Applicant IDs is empty.', 'Enter the IDs of the applicants who apply together.');
		const body = compact({ ApplicantIds: ids, UnitId: asId(fieldOf(call, 'unitId'), 'Unit') });
		const find = async (): Promise<BuildiumRecord | null> => await groupOf(call, ids);
		return await writeOnce(false, find, async (didItArrive) => await call.client.post(PATH, body, { didItArrive }));
	},
};

/** A person is in one group at most, so the first one leads to it. */
async function groupOf({ client }: BuildiumCall, ids: number[]): Promise<BuildiumRecord | null> {
	const { ApplicantGroupId: id } = await client.get(`/v1/applicants/${ids[0]}`);
	if (typeof id !== 'number') return null;
	const group = await client.get(`${PATH}/${id}`);
	const members = Array.isArray(group.Applicants) ? group.Applicants.filter(isRecord).map(({ Id }) => Id) : [];
	return ids.every((one) => members.includes(one)) ? group : null;
}
