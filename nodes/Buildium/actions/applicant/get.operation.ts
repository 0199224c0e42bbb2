import { getOneOf } from '../../build/getOne';
import { picker } from '../../fields/pickers';
import { requiredId } from '../../fields/read';

export const get = getOneOf({
	action: 'Get an applicant',
	shape: 'applicant',
	description: 'One applicant with the state of the applications',
	fields: [picker({ source: 'applicant', name: 'applicantId', required: true })],
	path: (call) => `/v1/applicants/${requiredId(call, 'applicantId', 'Applicant')}`,
});
