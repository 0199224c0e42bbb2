import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { Millis } from '../../leasing/time';
import { deduplicate } from '../../nodes/DeduplicateLead/deduplicate';
import { DEFAULT_RULES } from '../../nodes/shared/matching/rules';
import type { Store } from '../../store/port';
import { summarize, type Summary } from '../statistics';
import { COMPANY } from '../company';
import { inquiryOf, type Contact } from '../inquiryOf';
import { makePerson, type Person, type Random } from './people';

export interface LookUpTimes {
	leads: number;
	/** A renter whom nobody knows: decided, written, committed. */
	unknown: Summary;
	/** The same, in processor time of this process: what the time would be on a machine that does nothing else, without the disk. */
	unknownCpu: Summary;
	/** A renter who is known, by another phone. */
	known: Summary;
	/** As a CRM does it: one look for the same phone or the same e-mail, nothing else, nothing written. */
	exact: Summary;
	/** How many of the known ones were found to be known. */
	found: number;
}

export interface Samples {
	warmUp: number;
	measured: number;
}

/** Times one inquiry at a time against a store with so many leads. @param number the first number that nobody has yet */
export async function measureLookUps(store: Store, leads: number, samples: Samples, random: Random, number: number): Promise<LookUpTimes> {
	const unknown: number[] = [];
	const unknownCpu: number[] = [];
	const known: number[] = [];
	const exact: number[] = [];
	let found = 0;
	for (let index = 0; index < samples.warmUp + samples.measured; index++) {
		const counts = index >= samples.warmUp;
		const person = { ...makePerson(number + index, random), phone: phoneOf(number + index) };
		const first = inquiryOf(contactOf(person), `${leads}:${index}:a`, Date.now());
		const again = inquiryOf(contactOf({ ...person, phone: phoneOf(number + index + HALF) }), `${leads}:${index}:b`, Date.now());

		const looked = performance.now();
		await store.leads.findByIdentities(COMPANY.key, [{ kind: 'phone', value: person.phone }, { kind: 'email', value: person.email ?? 'nobody@example.com' }]);
		const began = performance.now();
		const cpuBefore = process.cpuUsage();
		await work(store, first);
		const cpu = process.cpuUsage(cpuBefore);
		const between = performance.now();
		const { match } = await work(store, person.email === null ? { ...again, people: first.people } : again);
		const ended = performance.now();
		await setTimeout(PAUSE);
		if (!counts) continue;
		exact.push(began - looked);
		unknown.push(between - began);
		unknownCpu.push((cpu.user + cpu.system) / 1_000);
		known.push(ended - between);
		if (match.decision === 'known') found++;
	}
	return { leads, unknown: summarize(unknown), unknownCpu: summarize(unknownCpu), known: summarize(known), exact: summarize(exact), found: found / samples.measured };
}

const HALF = 3_000_000;
/** Leads come one at a time, hardly ever in less than this. */
const PAUSE: Millis = 15;

async function work(store: Store, inquiry: Inquiry) {
	return await store.transaction(async (tx) => await deduplicate({ tx, inquiry, settings: COMPANY, rules: DEFAULT_RULES, callBackTask: 'calls', now: Date.now(), officeOpensAt: null }));
}

function contactOf({ firstName, lastName, phone, email }: Person): Contact {
	return { firstName, lastName, phones: phone === null ? [] : [phone], emails: email === null ? [] : [email] };
}

function phoneOf(number: number): string {
	return `+1${201 + (Math.floor(number / 10_000) % 799)}555${String(number % 10_000).padStart(4, '0')}`;
}
