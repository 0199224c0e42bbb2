/** What an entry of a lead's story tells of. */
export const TIMELINE_KINDS = [
	'inquiry',
	'call',
	'voicemail',
	'match',
	'merge',
	'household',
	'directory',
	'text',
	'opt_out',
	'task',
	'write_back',
	'settings',
	'note',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
