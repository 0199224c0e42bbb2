import type { INodeProperties } from 'n8n-workflow';

import type { Store } from '../../../../store/port';
import { UserMistake } from '../../../../leasing/userMistake';
import { leadItem } from '../../../shared/items/leadItem';
import { undoByHand } from '../../../../office/matching/mergeByHand';
import type { Operation } from '../../../shared/operations';
import { requiredText, textParameter } from '../../../shared/parameters';
import { systemClock } from '../../../shared/runtime';
import { settingsOf } from '../../find';
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
		const id = asked.startsWith('lead_') ? await mergeOfLead(store, asked) : asked;
		const undone = await store.transaction(async (tx) => await undoByHand(tx, id, { by, note, at: systemClock.now() }));
		if (undone === null) return await undoneBefore(store, id);
		const settings = await settingsOf(store, undone.merge.portfolio);
		return {
			mergeId: id,
			alreadyUndone: false,
			kept: leadItem(undone.kept, settings),
			merged: leadItem(undone.merged, settings),
			movedInquiryIds: undone.moved.map((inquiry) => inquiry.id),
		};
	},
};

/** The merge that made a lead a part of another one. */
async function mergeOfLead(store: Store, leadId: string): Promise<string> {
	const merges = await store.merges.ofLead(leadId);
	const inForce = merges.find(({ mergedId, undoneAt }) => mergedId === leadId && undoneAt === null);
	if (inForce) return inForce.id;
	throw new UserMistake(
		`The lead "${leadId}" is not merged into another one.`,
		'Enter the ID of the merge, or of the lead that was merged. Get of the lead that stayed lists its merges.',
	);
}

async function undoneBefore(store: Store, id: string): Promise<object> {
	const merge = await store.merges.get(id);
	if (!merge) {
		throw new UserMistake(
			`There is no merge with the ID "${id}".`,
			'Check the Merge ID: it starts with merge_ and comes from Get of the lead or from Merge. Also check that this node uses the same Leasing Store credential.',
		);
	}
	const { kept, merged } = await store.merges.sides(merge);
	const settings = await settingsOf(store, merge.portfolio);
	return { mergeId: id, alreadyUndone: true, kept: leadItem(kept, settings), merged: leadItem(merged, settings), movedInquiryIds: [] };
}
