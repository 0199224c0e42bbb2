import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { leadItem } from '../shared/items/leadItem';
import { plainCopy } from '../shared/items/plainCopy';
import { taskItem } from '../shared/items/taskItem';
import type { Intake, TakenIn } from '../../office/intake/case';
import type { DeduplicateSettings } from './parameters';
import { reportLine } from './reportLine';

export const OUTPUT = { new: 0, known: 1, review: 2 };
/** Where an item goes that failed while "On Error: Continue" is set: never an output that means success. */
export const ERROR_OUTPUT = OUTPUT.review;

/** One item, read and ready. */
export interface Job extends Intake, Pick<DeduplicateSettings, 'simplify'> {
	index: number;
}

export function resultItem(
	{ index, inquiry, settings, dryRun, simplify }: Job,
	result: TakenIn,
	item: INodeExecutionData | undefined,
): INodeExecutionData {
	const pairedItem = { item: index };
	if (simplify) return { json: { ...reportLine(inquiry, result) }, pairedItem };
	const { match, lead, task, inquiryId, reviewIds, repeated } = result;
	const decided = plainCopy({
		match,
		lead: lead && leadItem(lead, settings),
		task: task && taskItem(task),
		inquiryId,
		reviewIds,
		repeated,
		dryRun,
		...eventOf(item),
	});
	// The inquiry was read into objects of its own, and is most of the item; only the raw input still belongs to the item that came in.
	const { raw } = plainCopy({ raw: inquiry.raw });
	return { json: { inquiry: { ...inquiry, raw }, ...decided } as IDataObject, pairedItem };
}

/** What Normalize Lead says about the event goes on to the nodes that answer it. */
function eventOf(item: INodeExecutionData | undefined): { event?: unknown } {
	const event = item?.json.event;
	return typeof event === 'object' && event !== null ? { event } : {};
}
