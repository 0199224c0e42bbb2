import { getOneOf } from '../../build/getOne';
import { requiredId } from '../../fields/read';
import { applicantField, applicationField } from './fields';

export const get = getOneOf({
	action: 'Get an application',
	shape: 'application',
	description: 'One application with its answers; sensitive ones are left out unless you ask for them',
	fields: [applicantField, applicationField],
	path: (call) =>
		`/v1/applicants/${requiredId(call, 'applicantId', 'Applicant')}/applications/${requiredId(call, 'applicationId', 'Application ID')}`,
});
