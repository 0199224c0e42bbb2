/**
 * One of several n8n processes on one store: takes in missed calls and answers them, as trigger and workflow do. Started by
 * concurrency.slow.test.ts with an Assignment; says `ready`, waits for a line, and prints an Outcome.
 */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

import type { MissedCallEvent } from '../../../leasing/call/call';
import { inquiryFromMissedCall } from '../../../leasing/inquiry/fromMissedCall';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { takeInInquiry } from '../../../office/intake/takeInInquiry';
import { DEFAULT_RULES } from '../../../office/matching/rules';
import { newNeighbours } from '../../../office/matching/records';
import { planText } from '../../../office/texts/planText';
import { sendText } from '../../../office/texts/sendText';
import type { TextProvider } from '../../../office/texts/textProvider';
import { makeIds } from '../../../store/ids';
import { openStore } from '../../../store/openStore';
import type { Store, StoredEvent } from '../../../store/port';
import { heldClock } from '../../helpers/clock';
import { NOON } from '../contract/builders';
import { company, CONSUMER, eventOf, type Assignment, type Outcome } from './story';

const assignment = JSON.parse(process.argv[2] ?? '') as Assignment;
const { me, processes, events, renters } = assignment;
const name = `process ${me}`;
/** Stands still: all of it happens within one repeat window, however slow the machine. */
const clock = heldClock(NOON + 60_000);
/** How many executions one process has under way. */
const SIDE_BY_SIDE = 10;

/** Each event is delivered twice, to two processes. */
async function takeIn(store: Store): Promise<string[]> {
	const recorded: string[] = [];
	for (let index = 0; index < events; index += 1) {
		if (index % processes !== me && (index + 1) % processes !== me) continue;
		const event = eventOf(index, renters);
		const isNew = await store.events.record({
			consumer: CONSUMER,
			key: event.eventId,
			kind: 'missed_call',
			payload: event,
			receivedAt: NOON + index,
		});
		if (isNew) recorded.push(event.eventId);
	}
	return recorded;
}

async function answer(store: Store, stored: StoredEvent, outcome: Outcome): Promise<void> {
	const inquiry = inquiryFromMissedCall(stored.payload as MissedCallEvent, company);
	const { lead } = await store.transaction(
		async (tx) =>
			await takeInInquiry({
				tx,
				inquiry,
				people: newNeighbours(inquiry),
				settings: company,
				rules: DEFAULT_RULES,
				callBackTask: 'calls',
				now: clock.now(),
				officeOpensAt: null,
			}),
	);
	const toRaw = inquiry.people[0]?.phones[0]?.raw ?? '';
	const { text } = await planText(
		{ store, clock },
		{
			settings: company,
			key: `${stored.key}:text_back`,
			purpose: 'text_back',
			leadId: lead?.id ?? null,
			callId: null,
			provider: 'twilio',
			from: inquiry.source.line ?? '',
			body: 'Hi, this is Cedar Grove. Sorry we missed your call. Reply STOP to opt out.',
			bodyChanges: [],
			eventAt: clock.now(),
			guard: { toRaw, directReply: true, propertyKey: 'cedar', policy },
		},
	);
	if (text.state === 'planned') {
		const send = async () => {
			outcome.sent.push(text.phone);
			return { kind: 'accepted' as const, providerId: `SM_${text.id}`, providerStatus: 'queued' };
		};
		await sendText({ store, clock, provider: { ...provider, send }, claimer: name, statusUrl: null, pause }, text.id);
	}
	if (await store.events.finish(stored.id, name, clock.now())) outcome.finished.push(stored.key);
}

/** The renters here are no callers in the store: events are recorded by themselves. */
const policy = { ...defaultTextPolicy, strangersPerLineHour: events, strangersPerPortfolioHour: events };

const provider: Omit<TextProvider, 'send'> = {
	name: 'twilio',
	find: async () => [],
	explain: () => ({ action: 'person', meaning: 'It was refused.', advice: 'Call instead.' }),
};

async function drain(store: Store, outcome: Outcome): Promise<void> {
	for (;;) {
		const claimed = await store.events.claim(CONSUMER, name, SIDE_BY_SIDE, clock.now(), clock.now() + 60_000);
		await Promise.all(claimed.map(async (event) => await answer(store, event, outcome)));
		if (claimed.length > 0) continue;
		if ((await store.events.countByState(CONSUMER)).done === events) return;
		await pause(10);
	}
}

async function main(): Promise<void> {
	const store = await openStore(assignment.location, { clock, ids: makeIds(clock, randomBytes) });
	const lines = createInterface({ input: process.stdin });
	process.stdout.write('ready\n');
	await new Promise((go) => lines.once('line', go));
	lines.close();
	const outcome: Outcome = { recorded: await takeIn(store), finished: [], sent: [] };
	await drain(store, outcome);
	await store.close();
	process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
