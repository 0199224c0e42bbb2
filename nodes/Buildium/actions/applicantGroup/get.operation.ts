import { getOneOf, idField } from '../../build/getOne';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get an applicant group',
	shape: 'applicantGroup',
	description: 'One group of people who apply together',
	fields: [idField('applicantGroupId', 'Applicant Group ID', 'The ID of the group, such as ApplicantGroupId of an applicant')],
	path: (call) => `/v1/applicants/groups/${requiredId(call, 'applicantGroupId', 'Applicant Group ID')}`,
});
