import type { Reason } from '../../../leasing/reason';
import type { Clock } from '../../../leasing/time';
import { ROUTE_WORDS, type Route, type WriteBackStep } from '../../../leasing/buildium/writeBack/plan';
import type { Store, StoreFamilies, WriteBackKey } from '../../../store/port';
import { asReply, type BuildiumClient, type BuildiumRecord } from '../transport';
import { findAgain, idOf } from './findAgain';
import { askForSetup, type WriteBackPayload } from './queue';

/** How a write-back ended. */
export interface Ended {
	state: 'written' | 'refused';
	/** Null when an earlier run ended it. */
	route: Route | null;
	recordType: string | null;
	recordId: string | null;
	reasons: Reason[];
	already: boolean;
}

interface Tools {
	store: Store;
	client: BuildiumClient;
	clock: Clock;
}

/** By what kind of record a route is known later: a message stands on its contact request. */
const RECORD_TYPES: Readonly<Record<Route, string>> = {
	phone_log: 'phone_log',
	note: 'note',
	contact_request: 'contact_request',
	contact_request_message: 'contact_request',
	applicant: 'applicant',
	applicant_note: 'note',
};

/** Keeps which record it became, together with the timeline. */
export async function endWritten(
	payload: WriteBackPayload,
	tools: Tools,
	{ step, record, reasons }: { step: WriteBackStep; record: BuildiumRecord; reasons: Reason[] },
): Promise<Ended> {
	const recordId = idOf(record) ?? (await idByMarker(payload, step, tools)) ?? 'unknown';
	const recordType = RECORD_TYPES[step.route];
	const all = [...payload.plan.reasons, ...reasons];
	await tools.store.transaction(async (tx) => {
		if (!(await tx.writeBacks.markWritten(keyOf(payload), { type: recordType, id: recordId }, all))) return;
		await tell(tx, payload, tools.clock.now(), `Written to Buildium as ${ROUTE_WORDS[step.route]} (${recordId}).`, reasons);
	});
	return { state: 'written', route: step.route, recordType, recordId, reasons: all, already: false };
}

/** Every way is closed: a person is told what to tick, once for all events, and nothing is tried again as it is. */
export async function endRefused(payload: WriteBackPayload, tools: Tools, reasons: Reason[]): Promise<Ended> {
	const now = tools.clock.now();
	await tools.store.transaction(async (tx) => {
		if (!(await tx.writeBacks.markRefused(keyOf(payload), reasons))) return;
		await tell(tx, payload, now, 'Buildium refused it, so it stands in this record only.', reasons);
		const saved = await tx.portfolios.get(payload.portfolio);
		if (saved === null) return;
		await askForSetup(
			tx,
			saved.settings,
			reasons.filter(({ code }) => code === 'write_back_not_allowed'),
			now,
		);
	});
	return { state: 'refused', route: null, recordType: null, recordId: null, reasons, already: false };
}

async function tell(
	tx: StoreFamilies,
	{ portfolio, leadId, callId }: WriteBackPayload,
	at: number,
	sentence: string,
	reasons: Reason[],
): Promise<void> {
	await tx.timeline.add({ portfolio, leadId, callId, at, kind: 'write_back', sentence, reasons });
}

/** Buildium was seen to answer a new note with nothing. The record is there; only its number is not known. */
async function idByMarker({ plan }: WriteBackPayload, step: WriteBackStep, { client }: Tools): Promise<string | null> {
	const reply = await asReply(findAgain(client, step.find, plan.marker));
	return reply.ok ? idOf(reply.value) : null;
}

function keyOf({ portfolio, plan }: WriteBackPayload): WriteBackKey {
	return { portfolio, provider: 'buildium', key: plan.key };
}
