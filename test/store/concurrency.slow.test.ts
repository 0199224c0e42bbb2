import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { openStore } from '../../store/openStore';
import type { StoreLocation } from '../../store/location';
import type { Store } from '../../store/port';
import { heldClock } from '../helpers/clock';
import { countingIds } from '../helpers/ids';
import { sizeOf } from '../helpers/sizeOf';
import { tempFolder } from '../helpers/tempFolder';
import { NOON } from './contract/builders';
import { company, CONSUMER, eventOf, phoneOf, renterOf, type Assignment, type Outcome } from './concurrency/story';
import { describeOnServer, newPlace, removePlace } from './postgres/realServer';

const PROCESSES = 4;
const RENTERS = 100;
/** The full size takes a minute on each back end. */
const EVENTS = sizeOf('LEASING_CONCURRENCY_EVENTS', { short: 1_000, full: 4_000 });

const ROOT = join(__dirname, '..', '..');

async function startProcess(assignment: Assignment) {
	const worker = join(__dirname, 'concurrency', 'worker.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', worker, JSON.stringify(assignment)], {
		cwd: ROOT,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const ended = once(child, 'close');
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const nextLine = async () => ((await lines.next()).value as string | undefined) ?? '';
	expect(await nextLine()).toBe('ready');
	return {
		go: () => child.stdin.write('go\n'),
		async outcome(): Promise<Outcome> {
			const line = await nextLine();
			await ended;
			expect(child.exitCode).toBe(0);
			return JSON.parse(line) as Outcome;
		},
	};
}

/** Everything that may be wrong afterwards, each counted; all zeros and the right numbers when nothing is. */
async function inspect(store: Store, outcomes: Outcome[]) {
	const sent = outcomes.flatMap((outcome) => outcome.sent);
	const finished = outcomes.flatMap((outcome) => outcome.finished);
	const leads = await store.leads.search({ portfolio: 'main', limit: EVENTS });
	const byPhone = new Map(leads.map((lead) => [lead.phone, lead.id]));
	let onTheirLead = 0;
	for (let renter = 0; renter < RENTERS; renter += 1) {
		const inquiries = await store.inquiries.listByLead(byPhone.get(phoneOf(renter)) ?? '');
		const right = new Set(
			Array.from({ length: EVENTS }, (_, index) => index)
				.filter((index) => renterOf(index, RENTERS) === renter)
				.map((index) => `CA${index}`),
		);
		onTheirLead += inquiries.filter(({ inquiry }) => right.delete(inquiry.providerId)).length;
	}
	const texts = (await Promise.all(leads.map(async ({ id }) => await store.texts.listByLead(id)))).flat();
	const tasks = await store.tasks.list({ portfolio: 'main', limit: EVENTS });
	return {
		recordedFirst: outcomes.flatMap((outcome) => outcome.recorded).length,
		finished: finished.length,
		finishedTwice: finished.length - new Set(finished).size,
		states: await store.events.countByState(CONSUMER),
		leads: leads.length,
		phones: byPhone.size,
		onTheirLead,
		sends: sent.length,
		rentersTexted: new Set(sent).size,
		texts: texts.length,
		textKeys: new Set(texts.map(({ key }) => key)).size,
		textsSent: texts.filter(({ state }) => state === 'sent').length,
		textsNotSent: texts.filter(({ state, reasons }) => state === 'not_sent' && reasons.length > 0).length,
		callBacks: tasks.filter(({ kind }) => kind === 'call_back').length,
		otherTasks: tasks.filter(({ kind }) => kind !== 'call_back').length,
		processesThatWorked: outcomes.filter((outcome) => outcome.finished.length > 0).length,
	};
}

function suite(place: StoreLocation): void {
	it(`${EVENTS} calls of ${RENTERS} renters, each told to two of ${PROCESSES} processes: one lead, one call-back and one text per renter`, async () => {
		const store = await openStore(place, { clock: heldClock(NOON), ids: countingIds() });
		await store.portfolios.save(company);
		const children = await Promise.all(
			Array.from(
				{ length: PROCESSES },
				async (_, me) => await startProcess({ location: place, me, processes: PROCESSES, events: EVENTS, renters: RENTERS }),
			),
		);
		for (const child of children) child.go();
		const outcomes = await Promise.all(children.map(async (child) => await child.outcome()));

		expect(await inspect(store, outcomes)).toEqual({
			recordedFirst: EVENTS,
			finished: EVENTS,
			finishedTwice: 0,
			states: { waiting: 0, running: 0, done: EVENTS, failed: 0 },
			leads: RENTERS,
			phones: RENTERS,
			onTheirLead: EVENTS,
			sends: RENTERS,
			rentersTexted: RENTERS,
			texts: EVENTS,
			textKeys: EVENTS,
			textsSent: RENTERS,
			textsNotSent: EVENTS - RENTERS,
			callBacks: RENTERS,
			otherTasks: 0,
			processesThatWorked: PROCESSES,
		});
		expect((await store.events.byKey(CONSUMER, eventOf(0, RENTERS).eventId))?.attempts).toBe(1);
		await store.close();
	}, 300_000);
}

describe('several processes on one SQLite store', () => {
	const folder = tempFolder();
	afterAll(() => folder.remove());
	suite({ backend: 'sqlite', file: folder.file('leasing.sqlite') });
});

describeOnServer('several processes on one Postgres store', () => {
	const place = newPlace();
	afterAll(async () => await removePlace(place));
	suite(place);
});
