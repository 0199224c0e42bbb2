import { performance } from 'node:perf_hooks';

import { parseEmail } from '../../leasing/email/parseEmail';
import type { Inquiry } from '../../leasing/inquiry/inquiry';
import { parsePhone } from '../../leasing/phone/parsePhone';
import type { ContactPhone, E164 } from '../../leasing/phone/phone';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { deduplicate } from '../../nodes/DeduplicateLead/deduplicate';
import { DEFAULT_RULES } from '../../nodes/shared/matching/rules';
import type { Store } from '../../store/port';
import { summarize, type Summary } from '../statistics';
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
export async function measureLookUps(store: Store, settings: PortfolioSettings, leads: number, samples: Samples, random: Random, number: number): Promise<LookUpTimes> {
	const unknown: number[] = [];
	const unknownCpu: number[] = [];
	const known: number[] = [];
	const exact: number[] = [];
	let found = 0;
	for (let index = 0; index < samples.warmUp + samples.measured; index++) {
		const counts = index >= samples.warmUp;
		const person = { ...makePerson(number + index, random), phone: phoneOf(number + index) };
		const first = inquiryOf(person, settings, `${leads}:${index}:a`);
		const again = inquiryOf({ ...person, phone: phoneOf(number + index + HALF) }, settings, `${leads}:${index}:b`);

		const looked = performance.now();
		await store.leads.findByIdentities(settings.key, [{ kind: 'phone', value: person.phone }, { kind: 'email', value: person.email ?? 'nobody@example.com' }]);
		const began = performance.now();
		const cpuBefore = process.cpuUsage();
		await work(store, settings, first);
		const cpu = process.cpuUsage(cpuBefore);
		const between = performance.now();
		const { match } = await work(store, settings, person.email === null ? { ...again, people: first.people } : again);
		const ended = performance.now();
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

async function work(store: Store, settings: PortfolioSettings, inquiry: Inquiry) {
	return await store.transaction(async (tx) => await deduplicate({ tx, inquiry, settings, rules: DEFAULT_RULES, callBackTask: 'calls', now: Date.now(), officeOpensAt: null }));
}

function phoneOf(number: number): string {
	return `+1${201 + (Math.floor(number / 10_000) % 799)}555${String(number % 10_000).padStart(4, '0')}`;
}

function inquiryOf({ firstName, lastName, phone, email }: Person, settings: PortfolioSettings, providerId: string): Inquiry {
	const known = { own: new Set<string>(), staff: new Set<string>() };
	const at = new Date().toISOString();
	return {
		portfolio: settings.key,
		provider: 'bench',
		providerId,
		channel: 'form',
		occurredAt: at,
		receivedAt: at,
		people: [
			{
				firstName,
				lastName,
				fullName: `${firstName} ${lastName}`,
				phones: phone === null ? [] : [personal(parsePhone(phone, { country: 'US', known }), phone)],
				emails: email === null ? [] : [parseEmail(email, { own: new Set() })],
			},
		],
		interest: { propertyKey: 'maple-court', propertyName: 'Maple Court', unit: null, bedrooms: 2, moveIn: null, budget: null, message: 'Is it free?' },
		source: { source: 'website', campaign: null, line: null, evidence: 'benchmark' },
		call: null,
		changes: [],
		raw: null,
	};
}

/** Some made-up numbers count as filler, which a real renter's does not. */
function personal(phone: ContactPhone, e164: string): ContactPhone {
	// A cast, not a check: it was made as one.
	return { ...phone, e164: e164 as E164, contactClass: 'personal', isIdentity: true };
}
