/**
 * Every kind of task, by the word that stands in stores, with its name on forms. The drafts of a kind stand in the file named
 * beside it; to add a kind, write its draft and add a line here.
 */
export const TASK_KIND_NAMES = {
	/** callBackTask.ts, knownCallerTask.ts */
	call_back: 'Call Back',
	/** reviewTask.ts */
	review_match: 'Review a Match',
	/** checkTextTask.ts, textCeilingTask.ts, doubtedLeadTask.ts */
	check_text: 'Check a Text',
	/** setUpTask.ts */
	fix_setup: 'Fix the Set-Up',
	/** failedTask.ts, unreadEventTask.ts */
	failed_event: 'Look at a Failed Event',
	/** answerTextTask.ts, connectionUnseenTask.ts */
	other: 'Other',
} as const;

export type TaskKind = keyof typeof TASK_KIND_NAMES;

export function isTaskKind(word: unknown): word is TaskKind {
	return typeof word === 'string' && Object.hasOwn(TASK_KIND_NAMES, word);
}

/** All words, for filters and for what a store is asked to keep. */
export const TASK_KINDS: readonly TaskKind[] = Object.keys(TASK_KIND_NAMES).filter(isTaskKind);
