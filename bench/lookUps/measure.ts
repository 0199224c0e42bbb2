import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

import type { Inquiry } from '../../leasing/inquiry/inquiry';
import type { Millis } from '../../leasing/time';
import { takeInInquiry } from '../../office/intake/takeInInquiry';
import { DEFAULT_RULES } from '../../office/matching/rules';
import { newNeighbours } from '../../office/matching/records';
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

/** Times one inquiry at a time against a store that holds `leads` leads. */
export class LookUpSampler {
	private readonly unknown: number[] = [];
	private readonly unknownCpu: number[] = [];
	private readonly known: number[] = [];
	private readonly exact: number[] = [];
	private found = 0;
	private count = 0;

	/** @param first the first number that nobody has yet */
	constructor(
		private readonly store: Store,
		private readonly leads: number,
		private readonly first: number,
		private readonly random: Random,
	) {}

	async sample(): Promise<void> {
		const number = this.first + this.count++;
		const person = { ...makePerson(number, this.random), phone: phoneOf(number) };
		const first = inquiryOf(contactOf(person), `${number}:a`, Date.now());
		const again = inquiryOf(contactOf({ ...person, phone: phoneOf(number + HALF) }), `${number}:b`, Date.now());

		const looked = performance.now();
		await this.store.leads.findByIdentities(COMPANY.key, [
			{ kind: 'phone', value: person.phone },
			{ kind: 'email', value: person.email ?? 'nobody@example.com' },
		]);
		const began = performance.now();
		const cpuBefore = process.cpuUsage();
		await work(this.store, first);
		const cpu = process.cpuUsage(cpuBefore);
		const between = performance.now();
		const { match } = await work(this.store, person.email === null ? { ...again, people: first.people } : again);
		const ended = performance.now();
		this.exact.push(began - looked);
		this.unknown.push(between - began);
		this.unknownCpu.push((cpu.user + cpu.system) / 1_000);
		this.known.push(ended - between);
		if (match.decision === 'known') this.found++;
		await setTimeout(PAUSE);
	}

	/** What was measured so far was for warming up. */
	forget(): void {
		for (const times of [this.unknown, this.unknownCpu, this.known, this.exact]) times.length = 0;
		this.found = 0;
	}

	times(): LookUpTimes {
		return {
			leads: this.leads,
			unknown: summarize(this.unknown),
			unknownCpu: summarize(this.unknownCpu),
			known: summarize(this.known),
			exact: summarize(this.exact),
			found: this.found / this.unknown.length,
		};
	}
}

const HALF = 3_000_000;
/** Leads come one at a time, hardly ever in less than this. */
const PAUSE: Millis = 15;

async function work(store: Store, inquiry: Inquiry) {
	return await store.transaction(
		async (tx) =>
			await takeInInquiry({
				tx,
				inquiry,
				people: newNeighbours(inquiry),
				settings: COMPANY,
				rules: DEFAULT_RULES,
				callBackTask: 'calls',
				now: Date.now(),
				officeOpensAt: null,
			}),
	);
}

function contactOf({ firstName, lastName, phone, email }: Person): Contact {
	return { firstName, lastName, phones: phone === null ? [] : [phone], emails: email === null ? [] : [email] };
}

function phoneOf(number: number): string {
	return `+1${201 + (Math.floor(number / 10_000) % 799)}555${String(number % 10_000).padStart(4, '0')}`;
}
