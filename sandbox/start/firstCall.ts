import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeIds } from '../../store/ids';
import { openStore } from '../../store/openStore';
import type { Store, StoredCall, StoredLead, StoredTask, StoredText } from '../../store/port';
import type { N8nSession } from '../n8n/contract';
import type { PretendCall, SandboxMessage, TwilioSandbox } from '../twilio/contract';
import { FIRST_LINE, PORTFOLIO } from './company';

/** The caller gives up after so long, in real seconds. */
const PATIENCE_SECONDS = 4;
const ALL_DONE_WITHIN_MS = 30_000;
const POLL_MS = 40;

/** Everything that one missed call left behind: at the phone company and in the store. */
export interface FirstCall {
	caller: string;
	/** Real ms since 1970, as all times here. */
	startedAt: number;
	endedAt: number | null;
	call: StoredCall | null;
	/** When the store decided what the call was; null when it did not. */
	decidedAt: number | null;
	leads: StoredLead[];
	/** What reached the caller's phone. */
	messages: SandboxMessage[];
	/** What the store knows of texts to the lead. */
	texts: StoredText[];
	/** Open call-back tasks of the lead. */
	tasks: StoredTask[];
}

async function look(store: Store, sandbox: TwilioSandbox, pretend: PretendCall, startedAt: number): Promise<FirstCall> {
	const caller = pretend.from;
	const leads = await store.leads.search({ portfolio: PORTFOLIO, text: caller, limit: 10 });
	const perLead = await Promise.all(
		leads.map(async (lead) => ({
			texts: await store.texts.listByLead(lead.id),
			tasks: await store.tasks.list({ portfolio: PORTFOLIO, state: 'open', kind: 'call_back', leadId: lead.id, limit: 10 }),
		})),
	);
	const call = await store.calls.byProviderId('twilio', pretend.sid);
	const entries = call === null ? [] : await store.timeline.ofCall(call.id);
	return {
		caller,
		startedAt,
		endedAt: pretend.endedAt(),
		call,
		decidedAt: entries.find((entry) => entry.kind === 'call')?.at ?? null,
		leads,
		messages: sandbox.messages({ to: caller, direction: 'outbound-api' }),
		texts: perLead.flatMap((one) => one.texts),
		tasks: perLead.flatMap((one) => one.tasks),
	};
}

function isAllThere({ call, leads, messages, texts, tasks }: FirstCall): boolean {
	const delivered = messages.length > 0 && messages.every((message) => message.deliveredAt !== null);
	const known = texts.length > 0 && texts.every((text) => text.state === 'delivered');
	return call?.state === 'missed' && leads.length > 0 && delivered && known && tasks.length > 0;
}

/**
 * A renter who never called before calls the first line, nobody answers, the renter gives up. Resolves when all that
 * should follow is there and the workflow has ended, or with what there is when it takes too long.
 */
export async function placeFirstCall(
	sandbox: TwilioSandbox,
	session: N8nSession,
	workflowId: string,
	storeFile: string,
	caller: string,
): Promise<FirstCall> {
	const clock = { now: () => Date.now() };
	const store = await openStore({ backend: 'sqlite', file: storeFile }, { clock, ids: makeIds(clock, randomBytes) });
	try {
		const startedAt = Date.now();
		const pretend = sandbox.placeCall({ to: FIRST_LINE.phone, from: caller, hangUpAfterSeconds: PATIENCE_SECONDS });
		await pretend.ended;
		const deadline = Date.now() + ALL_DONE_WITHIN_MS;
		let seen = await look(store, sandbox, pretend, startedAt);
		while (!isAllThere(seen) && Date.now() < deadline) {
			await sleep(POLL_MS);
			seen = await look(store, sandbox, pretend, startedAt);
		}
		if (!isAllThere(seen)) return seen;
		// Once the run has ended nothing more can come: now "one" means one.
		await session.waitForExecution(workflowId, (run) => Date.parse(run.startedAt) >= startedAt && run.mode !== 'manual');
		return await look(store, sandbox, pretend, startedAt);
	} finally {
		await store.close();
	}
}
