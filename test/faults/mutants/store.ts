import { GIVEN_UP_SILENTLY, VOICEMAILS_DROPPED } from './calls';
import type { Mutant } from './mutant';
import { DELIVERY_IGNORED, EVERY_TEXT_SAYS_X, TEXTS_OF_RENTERS_IGNORED } from './texts';

const synchronous = (mode: string) => ({
	file: 'store/sqlite/driver.ts',
	find: "connection.script('PRAGMA synchronous = FULL;",
	replace: `connection.script('PRAGMA synchronous = ${mode};`,
});

export const STORE: readonly Mutant[] = [
	{
		name: 'S1: commits are not waited for (synchronous = OFF)',
		why: 'a power cut takes calls that were answered',
		drills: ['power'],
		minutes: 5,
		changes: [synchronous('OFF')],
	},
	{
		name: 'commits reach the disk at checkpoints only (synchronous = NORMAL)',
		why: 'the same, for the last seconds',
		drills: ['power'],
		minutes: 5,
		changes: [synchronous('NORMAL')],
	},
	{
		name: 'S: six at once',
		why: 'synchronous = OFF, no task on give-up, texts of renters and delivery reports ignored, voicemails dropped, every text says "x"',
		drills: ['calm'],
		minutes: 2,
		changes: [synchronous('OFF'), GIVEN_UP_SILENTLY, TEXTS_OF_RENTERS_IGNORED, DELIVERY_IGNORED, VOICEMAILS_DROPPED, EVERY_TEXT_SAYS_X],
	},
	{
		name: 'what belongs together is written piece by piece',
		why: 'a crash leaves half of it: a lead without a call-back, a call without its event',
		drills: ['commits'],
		minutes: 6,
		changes: [
			{
				file: 'store/sqlite/scope.ts',
				find: "await untilUnlocked(() => connection.script('BEGIN IMMEDIATE'), lockWaitMs);",
				replace: '',
			},
			{ file: 'store/sqlite/scope.ts', find: "connection.script('COMMIT');\n\t\t\tonCommit();", replace: 'onCommit();' },
		],
	},
	{
		name: 'a run is stored as ended when it begins',
		why: 'a crash in the middle, and nobody goes on with it',
		drills: ['runs'],
		minutes: 5,
		changes: [
			{
				file: 'office/claims/claimLoop.ts',
				find: 'const outcome = await options.run(item);',
				replace: 'await source.finish(item, clock.now());\n\t\t\tconst outcome = await options.run(item);',
			},
		],
	},
	{
		name: 'leads get no call-back',
		why: 'nobody calls',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/intake/steps/tasks.ts',
				find: "if (one.callBackTask === 'never' ||",
				replace: "if (one.callBackTask !== 'never' ||",
			},
		],
	},
	{
		name: 'every call opens a call-back',
		why: 'who calls three times is called back three times',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/intake/steps/tasks.ts',
				find: "kind: 'call_back', state: 'open', limit: 1 });\n\tif (!waiting)",
				replace: "kind: 'call_back', state: 'done', limit: 1 });\n\tif (!waiting)",
			},
		],
	},
];
