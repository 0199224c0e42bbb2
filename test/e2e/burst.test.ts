/** 400 missed calls wait at once on a real n8n: they are worked off in the order of their arrival, and new callers do not wait for them. */
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { lineOf } from '../../office/calls/lineOf';
import { recordSignal } from '../../office/calls/recordSignal';
import { LINES, PORTFOLIO } from '../../sandbox/start/company';
import { sendWebhook, type WebhookReply } from '../../sandbox/twilio/webhooks/send';
import { makeIds } from '../../store/ids';
import { openStore } from '../../store/openStore';
import type { NewCall, Store } from '../../store/port';
import { callerNumber } from '../faults/calls/callers';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { missedCalls, publishSteps, type Step } from './support/smallWorkflow';

const BURST = 400;
/** Twilio gives up after 15 s, a caller long before that. */
const PATIENCE_MS = 5_000;
const CALL_EVERY_MS = 250;
/** Executions that a trigger keeps running at the same time. */
const IN_FLIGHT = 4;
const LINE = LINES[0].phone;
/** Short, so that as many as possible start within a second. */
const NOTHING: Step = { name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

describe('a burst of missed calls', () => {
	let deployment: RegularSqlite;
	let n8nDatabase: DatabaseSync;
	const life = new AbortController();
	const clock = { now: () => Date.now() };

	beforeAll(async () => {
		deployment = await startRegularSqlite();
		await deployment.session.unpublish(deployment.workflowId);
		await publishSteps(deployment, 'Burst', [missedCalls(LINE), NOTHING]);
		n8nDatabase = new DatabaseSync(deployment.n8nDatabase, { readOnly: true });
	});
	afterAll(async () => {
		n8nDatabase?.close();
		await deployment?.stop(false);
	});

	const sidOf = (index: number) => `CA${String(index).padStart(32, '0')}`;

	/** What the trigger's webhook does with a call that ended unanswered, for all of them within moments. */
	async function burst(store: Store, consumer: string): Promise<void> {
		const line = await lineOf(store, LINE);
		const base = {
			portfolio: PORTFOLIO,
			provider: 'twilio',
			mode: 'forwarded',
			consumer,
			callerName: null,
			withheld: false,
			lineE164: LINE,
			lineLabel: line.line.label,
			propertyKey: line.property?.key ?? null,
			forwardedFrom: null,
			screening: true,
			raw: {},
		} as const;
		for (let index = 0; index < BURST; index += 1) {
			const caller = callerNumber(index);
			const call: NewCall = { ...base, providerCallId: sidOf(index), callerRaw: caller, callerE164: caller, startedAt: Date.now() };
			await recordSignal(
				{ store, clock, consumer, recordEvent: true, verified: 'signature' },
				{ call, line },
				{ kind: 'ended', result: 'no_answer', durationSeconds: 0, via: 'report' },
			);
		}
	}

	/** Twilio asks what to do with a new call. */
	async function newCall(index: number): Promise<WebhookReply> {
		const { accountSid, authToken } = deployment.sandbox;
		const fields = {
			AccountSid: accountSid,
			CallSid: sidOf(index),
			CallStatus: 'ringing',
			From: callerNumber(index),
			To: LINE,
			Direction: 'inbound',
			ApiVersion: '2010-04-01',
		};
		return await sendWebhook(
			{ url: String(deployment.sandbox.number(LINE).voice_url), method: 'POST', fields },
			authToken,
			life.signal,
		);
	}

	/** Events of the burst; the other callers' come later, when nothing more was heard of their calls. */
	const unfinished = async (): Promise<number> => {
		const [left] = await deployment.look<{ count: number }>("SELECT COUNT(*) AS count FROM events WHERE state <> 'done' AND key < ?", [
			`missed_call:twilio:${sidOf(BURST)}`,
		]);
		return left?.count ?? 0;
	};
	const running = () =>
		Number(
			(n8nDatabase.prepare("SELECT COUNT(*) AS count FROM execution_entity WHERE status = 'running'").get() as { count: number })
				.count,
		);

	test(`${BURST} calls were missed, and more people call meanwhile`, async () => {
		const [hookup] = await deployment.look<{ consumer: string }>('SELECT consumer FROM hookups WHERE phone = ?', [LINE]);
		const store = await openStore({ backend: 'sqlite', file: deployment.storeFile }, { clock, ids: makeIds(clock, randomBytes) });
		await burst(store, hookup?.consumer ?? '');
		await store.close();
		const arrived = Date.now();
		expect(await unfinished()).toBeGreaterThan(BURST / 2);

		const waits: number[] = [];
		let most = 0;
		let callers = 0;
		for (; (await unfinished()) > 0 || callers < 20; callers += 1) {
			const asked = performance.now();
			const reply = await newCall(BURST + callers);
			waits.push(performance.now() - asked);
			expect(reply).toMatchObject({ status: 200, body: expect.stringContaining('<Record') });
			most = Math.max(most, running());
			await sleep(CALL_EVERY_MS);
		}
		const slowest = Math.max(...waits);
		expect(slowest).toBeLessThan(PATIENCE_MS);
		expect(most).toBeLessThanOrEqual(IN_FLIGHT);

		expect(await outOfOrder(arrived)).toEqual([]);
		// Each ran once.
		const keys = n8nDatabase
			.prepare(
				"SELECT COUNT(DISTINCT deduplicationKey) AS count FROM execution_entity WHERE status = 'success' AND deduplicationKey LIKE 'leasing:%:1'",
			)
			.get() as { count: number };
		expect(keys.count).toBeGreaterThanOrEqual(BURST);
	}, 400_000);

	/** Of the events that all waited together: those that started before, or after, more than the few that run side by side. */
	async function outOfOrder(since: number): Promise<string[]> {
		const arrival = (await deployment.look<{ id: string }>('SELECT id FROM events ORDER BY received_at, id')).map(({ id }) => id);
		const started = n8nDatabase.prepare(
			'SELECT deduplicationKey AS key FROM execution_entity WHERE deduplicationKey IS NOT NULL AND createdAt >= ? ORDER BY id',
		);
		const order = (started.all(new Date(since).toISOString().replace('T', ' ').replace('Z', '')) as Array<{ key: string }>).map(
			({ key }) => key.split(':')[1] ?? '',
		);
		expect(order.length).toBeGreaterThan(BURST / 2);
		const waited = arrival.filter((id) => order.includes(id));
		return order.filter((id, index) => Math.abs(waited.indexOf(id) - index) >= IN_FLIGHT);
	}
});
