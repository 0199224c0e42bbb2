import type { INodeProperties } from 'n8n-workflow';

import { idField } from '../../build/getOne';
import { picker } from '../../fields/pickers';

export const applicantField: INodeProperties = picker({ source: 'applicant', name: 'applicantId', required: true });

export const applicationField: INodeProperties = idField(
	'applicationId',
	'Application ID',
	'The ID of the application, from Applications of the applicant',
);
