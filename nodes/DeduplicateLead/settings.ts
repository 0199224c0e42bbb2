import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { parseInquiry } from '../../leasing/inquiry/inquirySchema';
import { UserMistake } from '../shared/errors';
import { INQUIRY_OF_ITEM } from './description';

/** When a call-back task is opened. */
export type CallBackChoice = 'calls' | 'all' | 'never';

export interface DeduplicateSettings {
	callBackTask: CallBackChoice;
	/** Null: the portfolio's. */
	defaultOwner: string | null;
	dryRun: boolean;
}

const settingsSchema = z.object({
	callBackTask: z.enum(['calls', 'all', 'never']),
	options: z.object({
		defaultOwner: z
			.string()
			.trim()
			.default('')
			.transform((owner) => (owner === '' ? null : owner)),
		dryRun: z.boolean().default(false),
	}),
});

const LABELS: Readonly<Record<string, string>> = {
	callBackTask: 'Call-Back Task (calls, all or never)',
	defaultOwner: 'Default Owner (a text)',
	dryRun: 'Match Only (true or false)',
};

export function readSettings(node: IExecuteFunctions, index: number): DeduplicateSettings {
	const parsed = settingsSchema.safeParse({
		callBackTask: node.getNodeParameter('callBackTask', index),
		options: node.getNodeParameter('options', index, {}),
	});
	if (parsed.success) return { callBackTask: parsed.data.callBackTask, ...parsed.data.options };
	const fields = parsed.error.issues.map(({ path }) => LABELS[String(path.at(-1))] ?? 'Options');
	throw new UserMistake(`A setting cannot be read: ${fields.join(', ')}.`, 'Open the node and choose the setting again, or correct its expression.');
}

/** @throws UserMistake that lists what is wrong with the inquiry */
export function readInquiry(node: IExecuteFunctions, index: number): Inquiry {
	const value = inquiryField(node, index);
	const parsed = parseInquiry(typeof value === 'string' ? fromText(value) : value);
	if (parsed.ok) return parsed.inquiry;
	throw new UserMistake(
		`This item holds no inquiry. ${parsed.problems.map(({ sentence }) => sentence).join(' ')}`,
		'Put a Normalize Lead node before this one and connect its Lead output, or point the field Inquiry at it.',
	);
}

/** Reads the usual expression from the item itself: n8n's sandbox would take 5 to 20 ms to carry a whole inquiry in and out. */
function inquiryField(node: IExecuteFunctions, index: number): unknown {
	const written: unknown = node.getNodeParameter('inquiry', index, null, { rawExpressions: true });
	if (written === INQUIRY_OF_ITEM) return node.getInputData()[index]?.json.inquiry;
	return node.getNodeParameter('inquiry', index, null);
}

/** The field may also hold JSON that somebody typed. */
function fromText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
