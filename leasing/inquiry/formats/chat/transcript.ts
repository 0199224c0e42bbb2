import { textOf } from '../../form/leaves';
import { isGroup } from '../unwrap';

/** One line of a chat. */
export interface ChatLine {
	/** True when the renter wrote it; null when nothing tells. */
	renter: boolean | null;
	text: string;
}

const TEXT_KEYS = ['text', 'message', 'msg', 'body', 'content'];
const ROLE_KEYS = ['role', 'from', 'sender', 'author', 'type', 'by', 'user', 'name', 'sender_type', 'direction', 'source'];
const RENTER = /^(?:v|visitor|user|customer|guest|renter|prospect|client|lead|contact|inbound|incoming|end-?user|human|you)$/i;
const OFFICE =
	/^(?:a|agent|bot|operator|assistant|system|staff|admin|outbound|outgoing|support|leasing|leasing agent|leasing team|chatbot|ai|virtual assistant|team|host)$/i;
const MOST_LINES = 500;

/** Reads the lines of a transcript: a list of messages, or one text with a speaker in front of each line. */
export function linesOf(value: unknown, visitorName: string | null): ChatLine[] {
	if (Array.isArray(value))
		return value
			.slice(0, MOST_LINES)
			.filter(isGroup)
			.flatMap((row) => lineOf(row, visitorName));
	if (typeof value !== 'string') return [];
	const lines: ChatLine[] = [];
	for (const line of value.slice(0, 100_000).split(/\r?\n/).slice(0, MOST_LINES)) {
		const spoken =
			/^\s*(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\)?\]? ?)?([\p{L}][\p{L}\p{N} .'_-]{0,40}?) ?(?:\(\d{1,2}:\d{2}(?: ?[ap]m)?\))?: (.+)$/iu.exec(
				line,
			);
		if (spoken !== null) lines.push({ renter: whoIs(spoken[1] ?? '', visitorName), text: (spoken[2] ?? '').trim() });
		else if (line.trim() !== '') lines.push({ renter: lines.at(-1)?.renter ?? null, text: line.trim() });
	}
	return lines;
}

function lineOf(row: Readonly<Record<string, unknown>>, visitorName: string | null): ChatLine[] {
	const textKey = TEXT_KEYS.find((key) => textOf(row[key]) !== null);
	const text = textKey === undefined ? null : textOf(row[textKey]);
	if (text === null) return [];
	for (const key of ROLE_KEYS) {
		if (key === textKey) continue;
		const value = row[key];
		const said = isGroup(value) ? (textOf(value.t) ?? textOf(value.type) ?? textOf(value.role) ?? textOf(value.name)) : textOf(value);
		const renter = said === null ? null : whoIs(said, visitorName);
		if (renter !== null) return [{ renter, text }];
	}
	return [{ renter: null, text }];
}

function whoIs(speaker: string, visitorName: string | null): boolean | null {
	const plain = speaker.trim();
	if (RENTER.test(plain) || (visitorName !== null && plain.toLowerCase() === visitorName.toLowerCase())) return true;
	return OFFICE.test(plain) ? false : null;
}

/** What the renter wrote. Where one side is told, the other side is the rest; where nobody is told, everything counts. */
export function renterLines(lines: readonly ChatLine[]): string[] {
	const said = lines.filter(({ renter }) => renter === true);
	const told = said.length > 0 ? said : lines.filter(({ renter }) => renter === null);
	return told.map(({ text }) => text);
}

const NAMED =
	/\b(?:my name is|my name's|this is|i am|i'm|me llamo|mi nombre es) (\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})(?![\p{L}'’-])/u;
const NAMED_LOOSELY = /\b(?:my name is|my name's|me llamo|mi nombre es) (\p{L}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2})/iu;

/** The name that a renter gave in so many words: "my name is Ana Ruiz". */
export function nameSaid(texts: readonly string[]): string | null {
	for (const text of texts) {
		const name = (NAMED.exec(text.slice(0, 500)) ?? NAMED_LOOSELY.exec(text.slice(0, 500)))?.[1];
		if (name !== undefined) return name;
	}
	return null;
}
