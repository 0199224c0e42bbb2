import type { INodeProperties } from 'n8n-workflow';

export const reviewIdField: INodeProperties = {
	displayName: 'Review ID',
	name: 'reviewId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. review_01KAJ8Z0T3',
	description: 'The ID of the review, from Get Many. For an inquiry that waits without a candidate, the ID of the inquiry.',
};

export const byField: INodeProperties = {
	displayName: 'Decided By',
	name: 'by',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Dana',
	description: 'Who decided it; stands on the timelines',
};

export const noteField: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Same voice on the phone',
	description: 'Why; stands on the timelines',
};
