import type { FirstCall } from './firstCall';

/** The JSON line of `npm start -- --exit --json`. Times are real milliseconds. */
export interface StartResult {
	/** State of the call in the store, `missed` as it should be; `unknown` when the store never heard of it. */
	verdict: string;
	/** How it was missed, e.g. `hung_up`. */
	outcome: string | null;
	/** Leads with the caller's number. */
	leads: number;
	/** Texts that the phone company took for the caller's phone. */
	texts: number;
	/** Open call-back tasks of the lead. */
	tasks: number;
	delivered: boolean;
	/** From the end of the call until the phone company had the text; null without one. */
	callEndToTextMs: number | null;
	/** From the end of the call until the text was delivered; null when it was not. */
	deliveredMs: number | null;
	n8nVersion: string;
	/** What is not as it should be; empty when all is well. */
	problems: string[];
}

export function judge(seen: FirstCall, n8nVersion: string): StartResult {
	const { call, leads, messages, texts, tasks, endedAt } = seen;
	const first = messages[0];
	const since = (at: number | null | undefined) => (at == null || endedAt === null ? null : at - endedAt);
	const delivered = messages.length > 0 && messages.every((message) => message.status === 'delivered');

	const problems: string[] = [];
	const expect = (isSo: boolean, sentence: string) => {
		if (!isSo) problems.push(sentence);
	};
	expect(
		call?.state === 'missed',
		call === null ? 'The store knows nothing of the call.' : `The call counts as "${call.state}", not as missed.`,
	);
	expect(leads.length === 1, `There are ${leads.length} leads for the caller instead of one.`);
	const why = texts.flatMap((text) => [...text.reasons.map((reason) => reason.sentence), text.errorMessage ?? '']).filter(Boolean);
	expect(
		messages.length === 1,
		`${messages.length} texts went to the caller instead of one.${why.length > 0 ? ` ${why.join(' ')}` : ''}`,
	);
	expect(delivered, 'The text was not delivered.');
	expect(tasks.length === 1, `There are ${tasks.length} open call-back tasks instead of one.`);

	return {
		verdict: call?.state ?? 'unknown',
		outcome: call?.outcome ?? null,
		leads: leads.length,
		texts: messages.length,
		tasks: tasks.length,
		delivered,
		callEndToTextMs: since(first?.createdAt),
		deliveredMs: since(first?.deliveredAt),
		n8nVersion,
		problems,
	};
}
