/** What a task asks of a person. The store keeps the word; which words there are is said here alone. */
export const TASK_KINDS = ['call_back', 'review_match', 'check_text', 'fix_setup', 'failed_event', 'other'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
