import type { Mutant } from './mutant';

export const WRITE_BACKS: readonly Mutant[] = [
	{
		name: 'an earlier try to write into the property-management system is not looked for',
		why: 'the contact request is there twice',
		drills: ['troubled system', 'system requests'],
		minutes: 6,
		changes: [
			{
				file: 'office/writeBack/writeDue.ts',
				find: 'if (sent) {\n\t\t\tconst found = await findEarlier();',
				replace: 'if (sent && mark === "") {\n\t\t\tconst found = await findEarlier();',
			},
		],
	},
	{
		name: 'what is to be written into the property-management system is never queued',
		why: 'the call is missing there, and the timeline says that it comes',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/writeBack/queueWriteBack.ts',
				find: 'await tx.work.add({ portfolio, kind: rules.workKind,',
				replace: 'if (dueAt(now)) await tx.work.add({ portfolio, kind: rules.workKind,',
			},
			{
				file: 'office/writeBack/queueWriteBack.ts',
				find: 'export interface QueueOptions<',
				replace: 'const dueAt = (now: number): boolean => now < 0;\n\nexport interface QueueOptions<',
			},
		],
	},
];
