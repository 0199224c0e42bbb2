import { getManyOf } from '../../build/getMany';
import { requiredId } from '../../fields/read';
import { applicantField } from './fields';

export const getMany = getManyOf({
	many: 'applications',
	shape: 'application',
	path: (call) => `/v1/applicants/${requiredId(call, 'applicantId', 'Applicant')}/applications`,
	fields: [applicantField],
	first: 'newest',
	description: 'List the applications of an applicant, newest first',
});
