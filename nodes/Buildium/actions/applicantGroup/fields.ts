import type { INodeProperties } from 'n8n-workflow';

import { SETTABLE_STATUSES, type SettableStatus } from '../../../../leasing/buildium/bodies/applicantGroup';
import { UserMistake } from '../../../../leasing/userMistake';
import { choices } from '../../fields/filters';
import { picker } from '../../fields/pickers';
import { asText } from '../../fields/read';

export const applicantIds: INodeProperties = {
	displayName: 'Applicant IDs',
	name: 'applicantIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1044, 1052',
	description: 'Everybody who applies together, separated by commas. A person can be in one group only.',
};

export const unit: INodeProperties = picker({ source: 'unit', name: 'unitId', description: 'The unit that they apply for' });

export const status: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: choices(SETTABLE_STATUSES),
	default: 'Undecided',
	description: 'Buildium shows more than these, but takes no others',
};

/** @throws UserMistake for a status that Buildium shows but does not take */
export function readStatus(value: unknown): SettableStatus {
	const found = SETTABLE_STATUSES.find((one) => one === asText(value));
	if (found) return found;
	throw new UserMistake(`Status cannot be set to "${asText(value)}".`, `Buildium takes one of: ${SETTABLE_STATUSES.join(', ')}.`);
}
