/**
 * The store cannot take anything for a while: its disk is full, another program holds it locked, or its file is gone or replaced. The phone company is never
 * told that all is well, the caller still reaches a person, and afterwards all goes on without a restart.
 */
import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LINES } from '../../sandbox/start/company';
import type { PretendCall } from '../../sandbox/twilio/contract';
import { startRegularSqlite, type RegularSqlite } from '../faults/deployment/regularSqlite';
import { whyNoSmallDisk } from '../faults/deployment/smallDisk';
import { heardOf } from '../faults/judge/heard';
import { eventually } from './support/story';
import { serveTwimlBins, setFallback, type TwimlBins } from './support/twimlBins';

const LINE = LINES[0].phone;
const noDisk = whyNoSmallDisk();
const testWithDisk = noDisk === null ? test : test.skip;

describe('the store is in trouble', () => {
	let deployment: RegularSqlite;
	let bins: TwimlBins;
	let undo: Array<() => void>;

	beforeAll(async () => {
		bins = await serveTwimlBins();
		deployment = await startRegularSqlite();
		await setFallback(deployment.sandbox, LINE, bins.fallbackUrl);
	});
	beforeEach(() => {
		undo = [];
		staff('ignore');
	});
	afterEach(() => undo.splice(0).forEach((one) => one()));
	afterAll(async () => {
		await deployment?.stop(false);
		await bins?.close();
	});

	const staff = (behaviour: 'ignore' | 'answer') =>
		deployment.staff.forEach((phone) => deployment.sandbox.setStaff(phone, { kind: behaviour }));

	/** As a backup or somebody's database tool would, for longer than anybody waits. @returns what lets go */
	function lock(): () => void {
		const other = new DatabaseSync(deployment.storeFile, { timeout: 2_000 });
		other.exec('BEGIN IMMEDIATE');
		const release = () => other.isOpen && other.close();
		undo.push(release);
		return release;
	}

	function fillDisk(): () => void {
		if (typeof deployment.disk === 'string') throw new Error(deployment.disk);
		const { disk } = deployment;
		disk.fill();
		undo.push(() => disk.free());
		return () => disk.free();
	}

	const isFallback = ({ text }: { text: string }) => text.startsWith('Voice fallback');
	const stateOf = async ({ sid }: PretendCall) =>
		(await deployment.look<{ state: string }>('SELECT state FROM calls WHERE provider_call_id = ?', [sid]))[0]?.state;
	const openTasks = async ({ sid }: PretendCall) =>
		await deployment.look<{ kind: string }>(
			"SELECT kind FROM tasks WHERE state = 'open' AND call_id IN (SELECT id FROM calls WHERE provider_call_id = ?)",
			[sid],
		);

	/** One renter calls, nobody picks up: one text goes out. */
	async function expectTextBack(from: string): Promise<void> {
		const call = deployment.sandbox.placeCall({ to: LINE, from });
		await call.ended;
		await deployment.sandbox.waitForMessage(({ to }) => to === from, 60_000);
		expect(await stateOf(call)).toBe('missed');
		expect(deployment.sandbox.messages({ to: from })).toHaveLength(1);
	}

	async function expectRefusedAndConnected(from: string): Promise<void> {
		staff('answer');
		const call = deployment.sandbox.placeCall({ to: LINE, from });
		await call.ended;
		expect(heardOf(call)).toEqual({ accepted: false, startingUp: false, connected: true });
		expect(call.log().filter(isFallback)).toHaveLength(1);
		expect(await stateOf(call)).toBeUndefined();
		staff('ignore');
	}

	test('locked for the whole call: every request is refused, the fallback connects the caller with staff; the next call is texted', async () => {
		const letGo = lock();
		await expectRefusedAndConnected('+17375550160');
		letGo();
		await expectTextBack('+17375550161');
	}, 150_000);

	testWithDisk(
		`no room on the disk for the whole call: the same${noDisk === null ? '' : ` [skipped: ${noDisk}]`}`,
		async () => {
			const free = fillDisk();
			await expectRefusedAndConnected('+17375550162');
			free();
			await expectTextBack('+17375550163');
		},
		150_000,
	);

	test('locked when the call comes, free when it ends: its end is stored, and whoever reached nobody is texted', async () => {
		const from = '+17375550164';
		const letGo = lock();
		const call = deployment.sandbox.placeCall({ to: LINE, from });
		await eventually('the fallback', () => call.log().some(isFallback), 40_000);
		letGo();
		await call.ended;
		await deployment.sandbox.waitForMessage(({ to }) => to === from, 60_000);
		expect(await stateOf(call)).toBe('missed');
		expect(deployment.sandbox.messages({ to: from })).toHaveLength(1);
		expect(await openTasks(call)).toEqual([{ kind: 'call_back' }]);
	}, 150_000);

	test('locked when the call comes, free when it ends, and somebody picked up through the fallback: no text, and a person asks', async () => {
		const from = '+17375550165';
		staff('answer');
		const letGo = lock();
		const call = deployment.sandbox.placeCall({ to: LINE, from });
		await eventually('the fallback', () => call.log().some(isFallback), 40_000);
		letGo();
		await call.ended;
		await eventually('a verdict', async () => (await stateOf(call)) === 'answered', 60_000);
		expect(deployment.sandbox.messages({ to: from })).toEqual([]);
		// The fallback does not ask anybody to press 1: it may have been a mailbox.
		expect(await openTasks(call)).toEqual([{ kind: 'other' }]);
	}, 150_000);

	test('locked while the workflow runs: the run is tried again, and the renter gets the text once', async () => {
		const from = '+17375550166';
		const call = deployment.sandbox.placeCall({ to: LINE, from });
		await eventually(
			'the event',
			async () => {
				const [event] = await deployment.look<{ state: string }>('SELECT state FROM events WHERE key = ?', [
					`missed_call:twilio:${call.sid}`,
				]);
				return event !== undefined;
			},
			60_000,
		);
		const letGo = lock();
		// Longer than a statement waits for the lock (five seconds).
		setTimeout(letGo, 8_000);
		await deployment.sandbox.waitForMessage(({ to }) => to === from, 90_000);
		await eventually(
			'the end of the event',
			async () => {
				const [event] = await deployment.look<{ state: string }>('SELECT state FROM events WHERE key = ?', [
					`missed_call:twilio:${call.sid}`,
				]);
				return event?.state === 'done';
			},
			90_000,
		);
		expect(deployment.sandbox.messages({ to: from })).toHaveLength(1);
		expect(await openTasks(call)).toEqual([{ kind: 'call_back' }]);
	}, 240_000);

	test('its file is moved away: callers reach staff, no empty store is made, and with the file back the next call is texted', async () => {
		const { storeFile } = deployment;
		renameSync(storeFile, `${storeFile}.away`);
		staff('answer');
		const call = deployment.sandbox.placeCall({ to: LINE, from: '+17375550167' });
		await call.ended;
		expect(heardOf(call)).toEqual({ accepted: false, startingUp: false, connected: true });
		expect(existsSync(storeFile)).toBe(false);
		renameSync(`${storeFile}.away`, storeFile);
		staff('ignore');
		await expectTextBack('+17375550168');
	}, 150_000);

	test('a backup is moved over its file: the next call is texted, and the store is whole', async () => {
		const { storeFile } = deployment;
		const live = new DatabaseSync(storeFile);
		live.exec(`VACUUM INTO '${storeFile}.backup'`);
		live.close();
		// What comes after the backup stands in the log of the file that is replaced.
		await expectTextBack('+17375550169');
		renameSync(`${storeFile}.backup`, storeFile);
		const from = '+17375550170';
		await deployment.sandbox.placeCall({ to: LINE, from }).ended;
		await deployment.sandbox.waitForMessage(({ to }) => to === from, 60_000);
		// The deployment's own view is of the file that was replaced.
		const now = new DatabaseSync(storeFile);
		undo.push(() => now.close());
		expect(now.prepare('SELECT caller_e164 AS phone FROM calls WHERE caller_e164 IN (?, ?)').all(from, '+17375550169')).toEqual([
			{ phone: from },
		]);
		expect(now.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
	}, 150_000);
});
