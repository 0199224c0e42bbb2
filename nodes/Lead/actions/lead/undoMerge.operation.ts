import type { INodeProperties } from 'n8n-workflow';

import { undoMerge } from '../../../../office/leads/undoMerge';
import { leadItem } from '../../../shared/items/leadItem';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { settingsOf } from '../../itemSettings';
import { byField, noteField } from '../review/fields';

const mergeIdField: INodeProperties = {
	displayName: 'Merge ID',
	name: 'mergeId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. merge_01KAJ8Z0T3',
	description: 'The ID of the merge, from Get of the lead (merges) or from Merge. The ID of a merged lead does, too.',
};

export const undo: Operation = {
	name: 'Undo Merge',
	value: 'undoMerge',
	action: 'Undo the merge of two leads',
	description: 'Give back two leads exactly as they were; they are kept apart from then on',
	properties: [mergeIdField, byField, noteField],
	async execute({ node, index, store }) {
		const asked = requiredText(node, 'mergeId', 'Merge ID', index, 'Enter the ID of a merge, for example from Get of the lead.');
		const by = requiredText(node, 'by', 'Decided By', index, 'Enter who decided it, for example a name from your team.');
		const note = textParameter(node, 'note', 'Note', index) || null;
		const undone = await undoMerge({ store, clock: systemClock }, asked, { by, note });
		const settings = await settingsOf(store, undone.portfolio);
		return {
			mergeId: undone.mergeId,
			alreadyUndone: undone.alreadyUndone,
			kept: leadItem(undone.kept, settings),
			merged: leadItem(undone.merged, settings),
			movedInquiryIds: undone.movedInquiryIds,
		};
	},
};
