import type { Mutant } from './mutant';

const STEPS = 'nodes/Twilio/missedCall/steps';

const ENDED_LATE = {
	file: `${STEPS}/ended.ts`,
	find: 'const { event } = await recordSignal(context, await heardCall(context), callEnded(context.request.params));',
	replace: `const heard = await heardCall(context);
	setTimeout(() => void recordSignal(context, heard, callEnded(context.request.params)), 300);
	const event = null;`,
};
const DIAL_LATE = {
	file: `${STEPS}/dial.ts`,
	find: 'const { call, event } = await recordSignal(context, incoming, dialEnded(context.request.params));',
	replace: `setTimeout(() => void recordSignal(context, incoming, dialEnded(context.request.params)), 300);
	const call = { state: context.request.params.DialBridged === 'true' ? 'answered' : 'missed' };
	const event = null;`,
};
const VOICE_LATE = {
	file: `${STEPS}/voice.ts`,
	find: "const { event } = await recordSignal({ ...context, unless }, incoming, { kind: 'incoming' });",
	replace: `setTimeout(() => void recordSignal({ ...context, unless: () => null }, incoming, { kind: 'incoming' }), 300);
	void unless;
	const event = null;`,
};
const eventLate = (ms: number) => ({
	file: 'office/calls/recordSignal.ts',
	find: `await tx.events.record({ consumer: log.consumer, key: event.eventId, kind: event.event, payload: event, receivedAt: now });`,
	replace: `setTimeout(
				() => void log.store.events.record({ consumer: log.consumer, key: event.eventId, kind: event.event, payload: event, receivedAt: now }),
				${ms},
			);`,
});
const VOICEMAIL_DROPPED = {
	file: `${STEPS}/voicemail.ts`,
	find: "if (params.RecordingStatus === 'completed') {",
	replace: "if (params.RecordingStatus === 'completed' && params.RecordingSid === '') {",
};
const GIVE_UP_SILENTLY = {
	file: 'office/events/giveUpEvent.ts',
	find: 'if (!saved) return;',
	replace: 'if (!saved || error !== null) return;',
};

export const VOICEMAILS_DROPPED = VOICEMAIL_DROPPED;
export const GIVEN_UP_SILENTLY = GIVE_UP_SILENTLY;

export const CALLS: readonly Mutant[] = [
	{
		name: 'A: voice, dial and ended are answered 300 ms before they are stored',
		why: 'a crash in between loses a call that the phone company takes for reported',
		drills: ['answers'],
		minutes: 5,
		changes: [ENDED_LATE, DIAL_LATE, VOICE_LATE],
	},
	{
		name: 'E5: the event is recorded 5 ms after the commit of the call',
		why: 'a crash in between: decided as missed, and nobody ever calls back',
		drills: ['call commits'],
		minutes: 5,
		changes: [eventLate(5)],
	},
	{
		name: 'E250: the event is recorded 250 ms after the commit of the call',
		why: 'the same, with a wider gap',
		drills: ['call commits'],
		minutes: 5,
		changes: [eventLate(250)],
	},
	{
		name: 'S4: voicemails are dropped',
		why: 'the renter said what he wants, and nobody hears it',
		drills: ['calm'],
		minutes: 2,
		changes: [VOICEMAIL_DROPPED],
	},
	{
		name: 'a voicemail is not shown on the task',
		why: 'whoever calls back does not know that there is a message',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/calls/voicemail.ts',
				find: 'for (const task of await tasksAbout(tx, call)) await tx.tasks.annotate(task.id, { reasons: [why] });',
				replace: 'void tasksAbout;',
			},
			{
				file: 'office/intake/steps/tasks.ts',
				find: 'if (voicemail === null) return [];',
				replace: 'if (voicemail !== undefined) return [];',
			},
		],
	},
	{
		name: 'S2: an event that failed for good leaves no task',
		why: 'the call ends in a log that nobody reads',
		drills: ['typo'],
		minutes: 3,
		changes: [GIVE_UP_SILENTLY],
	},
	{
		name: 'a run that has ended is not stored as ended',
		why: 'the workflow runs again and again',
		drills: ['calm'],
		minutes: 3,
		changes: [
			{
				file: 'office/claims/claimLoop.ts',
				find: 'await source.finish(item, now);',
				replace: 'void now;',
			},
		],
	},
	{
		name: "a dead process's claim on an event never runs out",
		why: 'a call whose run was interrupted waits for ever',
		drills: ['runs'],
		minutes: 5,
		changes: [
			{
				file: 'store/statements/events.ts',
				find: "OR (state = 'running' AND claimed_until <= $4)",
				replace: "OR (state = 'running' AND claimed_until <= $4 AND attempts > 100)",
			},
		],
	},
	{
		name: 'nobody looks up how a call ended',
		why: 'a lost report leaves the call undecided for ever',
		drills: ['lost reports'],
		minutes: 4,
		changes: [
			{
				file: 'office/calls/undecided.ts',
				find: 'let missed = 0;',
				replace: 'let missed = 0;\n\tif (now > 0) return 0;',
			},
		],
	},
	{
		name: 'a call that staff took counts as missed',
		why: 'whoever was just spoken to gets "sorry we missed you"',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'leasing/call/verdict.ts',
				find: 'if (evidence.conversed && (!screened || evidence.accepted)) return answered(alerts);',
				replace: '',
			},
		],
	},
	{
		name: "a carrier's mailbox counts as staff",
		why: 'the call of a phone that is off is taken for answered',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'leasing/call/verdict.ts',
				find: "if (evidence.conversed) return missed('mailbox', alerts, [BRIDGED_WITHOUT_ACCEPTANCE]);\n\tif (screened && evidence.pickedUp && evidence.ringingOutcome === 'no_answer') return missed('mailbox', alerts, [NOT_ACCEPTED]);",
				replace: 'if (evidence.pickedUp) return answered(alerts);',
			},
		],
	},
	{
		name: 'what could not be stored is answered with success',
		why: 'the phone company does not go on to the fallback, and the caller hears nothing',
		drills: ['no store'],
		minutes: 4,
		changes: [
			{
				file: 'nodes/shared/trigger/inbox.ts',
				find: "return answer(503, { body: 'Not stored. Please repeat the request.' });",
				replace: "return answer(200, { type: 'text/xml', body: '<Response/>' });",
			},
		],
	},
	{
		name: 'V: every request is answered 503',
		why: 'the product does nothing at all',
		drills: ['calm'],
		minutes: 3,
		changes: [
			{
				file: 'nodes/shared/trigger/inbox.ts',
				find: 'const credentials = rememberCredentials(context, consumerOf(context), systemClock);',
				replace:
					"if (response !== null) return answer(503, { body: 'No.' });\n\tconst credentials = rememberCredentials(context, consumerOf(context), systemClock);",
			},
		],
	},
	{
		name: 'V2: every request that is verified is answered 503',
		why: 'the same, behind the door',
		drills: ['calm'],
		minutes: 3,
		changes: [
			{
				file: 'nodes/shared/trigger/inbox.ts',
				find: 'const read = inbox.read(verified.request, context);',
				replace:
					"if (response !== null) return answer(503, { body: 'No.' });\n\tconst read = inbox.read(verified.request, context);",
			},
		],
	},
	{
		name: 'the line of a call is not looked at',
		why: 'who called about Oak Terrace is told of Maple Court',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/calls/recordSignal.ts',
				find: 'property: line.property ? { key: line.property.key, name: line.property.name } : null,',
				replace:
					'property: line.settings.properties[0] ? { key: line.settings.properties[0].key, name: line.settings.properties[0].name } : null,',
			},
		],
	},
];
