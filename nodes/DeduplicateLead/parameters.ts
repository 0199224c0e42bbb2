import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/v4';

import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { parseInquiry } from '../../leasing/inquiry/inquirySchema';
import { DEFAULT_THRESHOLDS } from '../../leasing/match/bands';
import { ALL_FIELDS, MATCH_FIELDS } from '../../leasing/match/matchFields';
import { sentencesOf } from '../../leasing/reason';
import { UserMistake } from '../../leasing/userMistake';
import type { CallBackChoice } from '../../office/intake/case';
import type { MatchRules } from '../../office/matching/neighbourhood';
import { INQUIRY_OF_ITEM } from './description';

export interface DeduplicateSettings {
	callBackTask: CallBackChoice;
	/** Null: the portfolio's. */
	defaultOwner: string | null;
	dryRun: boolean;
	/** Only what a report says of an item. */
	simplify: boolean;
	rules: MatchRules;
}

const percent = (least: number) => z.coerce.number().min(least).max(100);

const settingsSchema = z.object({
	callBackTask: z.enum(['calls', 'all', 'never']),
	options: z.object({
		defaultOwner: z
			.string()
			.trim()
			.default('')
			.transform((owner) => (owner === '' ? null : owner)),
		dryRun: z.boolean().default(false),
		simplify: z.boolean().default(false),
		scope: z.enum(['portfolio', 'property']).default('portfolio'),
		automatic: percent(50).default(DEFAULT_THRESHOLDS.automatic * 100),
		review: percent(0).default(DEFAULT_THRESHOLDS.review * 100),
		fields: z.array(z.enum(MATCH_FIELDS)).default([]),
	}),
});

const LABELS: Readonly<Record<string, string>> = {
	callBackTask: 'Call-Back Task (calls, all or never)',
	defaultOwner: 'Default Owner (a text)',
	dryRun: 'Match Only (true or false)',
	simplify: 'Simplify (true or false)',
	scope: 'Look Among (portfolio or property)',
	automatic: 'Merge Without Asking From (50 to 100)',
	review: 'Ask a Person From (0 to 100)',
	fields: 'Fields That May Decide (names from its list)',
};

export function readSettings(node: IExecuteFunctions, index: number): DeduplicateSettings {
	const parsed = settingsSchema.safeParse({
		callBackTask: node.getNodeParameter('callBackTask', index),
		options: node.getNodeParameter('options', index, {}),
	});
	if (!parsed.success) {
		const fields = new Set(
			parsed.error.issues.map(({ path }) => LABELS[String(path.find((part) => String(part) in LABELS))] ?? 'Options'),
		);
		throw new UserMistake(
			`A setting cannot be read: ${[...fields].join(', ')}.`,
			'Open the node and choose the setting again, or correct its expression.',
		);
	}
	const { callBackTask, options } = parsed.data;
	const { defaultOwner, dryRun, simplify, scope, automatic, review, fields } = options;
	if (review > automatic) {
		throw new UserMistake(
			`Ask a Person From (${review}) is above Merge Without Asking From (${automatic}).`,
			'What is sure enough to merge is sure enough to ask: enter the smaller number under Ask a Person From.',
		);
	}
	const thresholds = { automatic: automatic / 100, review: review / 100 };
	return {
		callBackTask,
		defaultOwner,
		dryRun,
		simplify,
		rules: { thresholds, scope, fields: fields.length === 0 ? ALL_FIELDS : new Set(fields) },
	};
}

/** @throws UserMistake that lists what is wrong with the inquiry */
export function readInquiry(node: IExecuteFunctions, index: number): Inquiry {
	const value = inquiryField(node, index);
	const parsed = parseInquiry(typeof value === 'string' ? fromText(value) : value);
	if (parsed.ok) return parsed.inquiry;
	throw new UserMistake(
		`This item holds no inquiry. ${sentencesOf(parsed.problems)}`,
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
