import type { Evidence } from '../evidence';
import type { Finding } from '../finding';

/**
 * Each text that went out has the words of the template, filled in for the line it came from; it went to somebody who called or
 * wrote to that line; and the store has it as it was sent.
 */
export function judgeWording({ messages, placed, forms, records, wordings }: Evidence): Finding[] {
	const findings: Finding[] = [];
	const rows = new Map(records.texts.map((text) => [text.provider_id, text]));
	for (const { sid, direction, from, to, body } of messages) {
		if (direction !== 'outbound-api') continue;
		const add = (sentence: string) => findings.push({ kind: 'wrong', call: null, phone: to, sentence });
		if (!wordings(from).includes(body)) add(`A text says "${body}", which no template of its line says.`);
		const contacted = placed.some(({ call }) => call.from === to && call.to === from) || forms.some(({ phone }) => phone === to);
		if (!contacted) add(`A text from ${from} went to ${to}, who never contacted that line.`);
		const row = rows.get(sid);
		if (row && (row.body !== body || row.phone !== to || row.line !== from))
			add('The store has other words, or another number, than what was sent.');
	}
	return findings;
}
