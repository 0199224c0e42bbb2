import { getManyOf } from '../../build/getMany';
import { PARTICIPANTS } from './fields';

export const getMany = getManyOf({
	many: 'phone logs',
	shape: 'phoneLog',
	path: '/v1/communications/phonelogs',
	first: 'newest',
	filters: [
		{ kind: 'from', param: 'fromdate', label: 'Called Since', format: 'day', field: 'CallDateTime' },
		{ kind: 'to', param: 'todate', label: 'Called Until', format: 'day', field: 'CallDateTime' },
		{ kind: 'picker', param: 'loggedbystaffuserids', label: 'Logged By', source: 'staff' },
		{ kind: 'choice', param: 'participantentitytype', label: 'Participant', values: PARTICIPANTS },
		{
			kind: 'id',
			param: 'participantentityid',
			with: 'participantentitytype',
			label: 'Participant ID',
			description: 'Needs Participant beside it',
		},
		{ kind: 'text', param: 'subject', label: 'Subject Contains' },
		{ kind: 'choice', param: 'unitagreementtype', label: 'Agreement', values: ['Lease', 'OwnershipAccount'] },
		{
			kind: 'id',
			param: 'unitagreementid',
			with: 'unitagreementtype',
			label: 'Agreement ID',
			description: 'Needs Agreement beside it',
		},
	],
});
