import { valueAtPath, wordOf } from '../../form/leaves';
import type { InquiryCall } from '../../inquiry';
import type { CallPaths } from './shape';
import { textAt } from './textAt';

/** The call that a call-tracking payload tells of; null when it carries no id of a call. */
export function readCall(paths: CallPaths, body: object): InquiryCall | null {
	const first = (list: readonly string[]): string | null => list.map((path) => textAt(body, path)).find((text) => text !== null) ?? null;
	const isTrue = (list: readonly string[]): boolean =>
		list.some((path) => /^(?:true|1|yes|answered|completed)$/i.test(wordOf(valueAtPath(body, path))));
	const callKey = first(paths.id);
	if (callKey === null) return null;
	const answered = isTrue(paths.answered);
	const left = isTrue(paths.voicemail);
	const seconds = Number(first(paths.seconds) ?? Number.NaN);
	return {
		callKey: callKey.slice(0, 300),
		outcome: left ? 'voicemail' : answered ? 'answered' : 'no_answer',
		withheld: false,
		line: first(paths.line),
		lineLabel: first(paths.label),
		voicemail: left
			? {
					url: first(paths.recording),
					durationSeconds: Number.isFinite(seconds) ? seconds : null,
					transcript: first(paths.transcript),
				}
			: null,
	};
}
