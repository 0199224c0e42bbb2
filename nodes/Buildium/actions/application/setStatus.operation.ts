import type { BuildiumOperation } from '../../call';
import { written } from '../../fields/output';
import { fieldOf, requiredId } from '../../fields/read';
import { readStatus, status } from '../applicantGroup/fields';
import { applicantField, applicationField } from './fields';

export const setStatus: BuildiumOperation = {
	name: 'Set Status',
	value: 'setStatus',
	action: 'Set the status of an application',
	description: 'Approve, reject, cancel, defer an application, or open it again',
	properties: [applicantField, applicationField, status],
	async execute(call) {
		const applicant = requiredId(call, 'applicantId', 'Applicant');
		const application = requiredId(call, 'applicationId', 'Application ID');
		const body = { ApplicationStatus: readStatus(fieldOf(call, 'status')) };
		return written(await call.client.put(`/v1/applicants/${applicant}/applications/${application}`, body));
	},
};
