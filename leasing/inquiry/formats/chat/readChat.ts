import { reason } from '../../../reason';
import { valueAtPath, textOf } from '../../form/leaves';
import type { FieldTexts } from '../../form/fieldMap';
import { isPlaceholderName } from '../../name';
import type { Format, Tables } from '../format';
import { overlaid, readForm } from '../json/readForm';
import { mappedFields } from '../json/readShape';
import type { Reading } from '../rawLead';
import type { Payload } from '../unwrap';
import { linesOf, nameSaid, renterLines } from './transcript';

/** Where chat tools put the conversation. */
const TRANSCRIPTS = [
	'transcript',
	'chat.messages',
	'messages',
	'conversation.messages',
	'data.messages',
	'data.transcript',
	'conversation',
	'chat_transcript',
	'chatTranscript',
	'chat.transcript',
	'data.item.conversation_parts.conversation_parts',
	'history',
];
const CHAT_IDS = [
	'chatId',
	'chat_id',
	'chat.id',
	'conversation_id',
	'conversationId',
	'conversation.id',
	'data.item.id',
	'session_id',
	'sessionId',
	'thread_id',
	'id',
];
const FEWEST_LINES = 1;

/** Chat transcripts of any widget: a list of messages, or one text with the speakers in front. */
export const chatFormat: Format = {
	id: 'chat',
	name: 'Chat transcript',
	confidence: 'medium',
	asOf: '2026-08',
	detect: ({ body }) => TRANSCRIPTS.some((path) => isTranscript(valueAtPath(body, path), path)),
	read: readChat,
};

function isTranscript(value: unknown, path: string): boolean {
	if (typeof value === 'string') return path.includes('ranscript') && value.trim() !== '';
	return Array.isArray(value) && linesOf(value.slice(0, 5), null).length >= FEWEST_LINES;
}

function readChat({ item, body, text }: Payload, tables: Tables): Reading {
	const path = TRANSCRIPTS.find((one) => isTranscript(valueAtPath(body, one), one));
	const around = readForm(withoutTranscript(body), {}, tables.names).lead.fields;
	const given = around.fullName?.[0] ?? null;
	const visitor = given === null || isPlaceholderName(given) ? null : given;
	const lines = linesOf(path === undefined ? text : valueAtPath(body, path), visitor);
	const said = renterLines(lines);
	if (said.length === 0 && visitor === null && (around.phone ?? []).length === 0 && (around.email ?? []).length === 0) {
		return {
			reasons: [
				reason('no_renter_in_chat', 'No line of this chat was written by a visitor, and it carries no name, phone or e-mail.'),
			],
		};
	}
	const id = CHAT_IDS.map((one) => textOf(valueAtPath(body, one))).find((found) => found !== null);
	const own: FieldTexts = {
		message: said.length > 0 ? [said.join('\n')] : around.message,
		fullName: visitor === null ? [nameSaid(said)].filter((name) => name !== null) : [visitor],
		submissionId: id === undefined || id === null ? around.submissionId : [id],
	};
	const mapped = mappedFields(item, tables);
	return {
		leads: [
			{
				channel: 'chat',
				provider: 'chat',
				fields: overlaid(mapped.fields, overlaid(own, around)),
				renterWrote: true,
				notes: mapped.notes,
				texts: [],
			},
		],
	};
}

/** Names and numbers inside the conversation may be the agent's; only what stands beside it is the visitor's. */
function withoutTranscript(body: Readonly<Record<string, unknown>>): object {
	const tops = new Set(TRANSCRIPTS.map((path) => path.split('.')[0] ?? ''));
	return Object.fromEntries(
		Object.entries(body).flatMap(([key, value]) =>
			tops.has(key) && key !== 'data'
				? []
				: [
						[
							key,
							key === 'data' && typeof value === 'object' && value !== null && !Array.isArray(value)
								? { ...value, messages: null, transcript: null }
								: value,
						],
					],
		),
	);
}
