import { parsePhone } from '../../../leasing/phone/parsePhone';
import { guardStep, guardText, type GuardFacts, type GuardRequest } from '../../../leasing/text/guard';
import { rule } from '../../../leasing/text/guardRule';
import { GUARD_RULES } from '../../../leasing/text/guardRules';
import { defaultTextPolicy } from '../../../leasing/text/textPolicy';
import { askGuard, askGuardAgain } from '../../../office/texts/askGuard';
import { planText } from '../../../office/texts/planText';
import type { StoreFamilies } from '../../../store/port';
import { company, LINE } from '../../nodes/shared/company';
import { useTempStore } from '../../nodes/support/tempStore';

const RENTER = '+15125550123';
/** Wednesday 14 January 2026, 11:00 in Texas. */
const NOON = Date.parse('2026-01-14T17:00:00Z');
const BODY = 'Hi, this is Maple Court. How can we help? Reply STOP to opt out.';
const temp = useTempStore();
const nobody = { own: new Set<string>(), staff: new Set<string>() };
const phone = (raw: string) => parsePhone(raw, { country: 'US', known: nobody });

/** A store that keeps count of what it is asked. */
function counting(tx: StoreFamilies): { tx: StoreFamilies; asked: string[] } {
	const asked: string[] = [];
	const watch = <Name extends 'optOuts' | 'textHolds' | 'texts' | 'phoneFacts'>(family: Name): StoreFamilies[Name] =>
		new Proxy(tx[family], {
			get: (target, method, receiver) => {
				asked.push(`${family}.${String(method)}`);
				return Reflect.get(target, method, receiver) as unknown;
			},
		});
	return {
		tx: { ...tx, optOuts: watch('optOuts'), textHolds: watch('textHolds'), texts: watch('texts'), phoneFacts: watch('phoneFacts') },
		asked,
	};
}

async function ask(raw: string, before: (tx: StoreFamilies) => Promise<unknown> = async () => undefined) {
	const store = await temp.store();
	await store.portfolios.save(company);
	await before(store);
	const { tx, asked } = counting(store);
	const guard = { toRaw: raw, directReply: true, propertyKey: null, policy: defaultTextPolicy };
	const text = {
		settings: company,
		to: phone(raw),
		from: LINE,
		body: BODY,
		eventAt: NOON - 20_000,
		guard,
		now: NOON,
		textId: null,
		counted: false,
	};
	return { decision: await askGuard(tx, text), asked };
}

const optOut = (tx: StoreFamilies) =>
	tx.optOuts.record({ portfolio: company.key, phone: RENTER, action: 'out', via: 'reply', evidence: 'stop', at: NOON - 1 });

describe('askGuard', () => {
	it.each<[string, string, string[]]>([
		[
			'a number that may be texted',
			RENTER,
			[
				'optOuts.current',
				'textHolds.current',
				'phoneFacts.get',
				'texts.latest',
				'texts.hasWritten',
				'texts.countToStrangers',
				'texts.countToStrangers',
			],
		],
		['a hidden number', '+266696687', []],
		['a toll-free number', '800-555-0199', []],
	])('looks up what the rules need, once: %s', async (_who, raw, expected) => expect((await ask(raw)).asked).toEqual(expected));

	it('asks nothing further when the person opted out', async () => {
		const { decision, asked } = await ask(RENTER, optOut);
		expect(decision).toMatchObject({ verdict: 'no', reasons: [{ code: 'opted_out' }] });
		expect(asked).toEqual(['optOuts.current']);
	});

	it('can be asked again in the transaction that goes on to write', async () => {
		const store = await temp.store();
		await store.portfolios.save(company);
		const guard = { toRaw: RENTER, directReply: true, propertyKey: null, policy: defaultTextPolicy };
		const wish = {
			purpose: 'reply',
			leadId: null,
			callId: null,
			provider: 'twilio',
			from: LINE,
			body: BODY,
			bodyChanges: [],
			eventAt: NOON - 20_000,
		};
		const clock = { now: () => NOON };
		const { text } = await planText({ store, clock }, { settings: company, key: 'k1', guard, ...wish });
		expect(text.state).toBe('planned');
		const verdict = await store.transaction(async (tx) => {
			const before = await askGuardAgain(tx, text, NOON);
			await optOut(tx);
			return [before?.verdict, (await askGuardAgain(tx, text, NOON))?.verdict];
		});
		expect(verdict).toEqual(['send', 'no']);
	});
});

describe('guardStep', () => {
	const request: GuardRequest = { to: phone(RENTER), toRaw: RENTER, from: LINE, body: BODY, eventAt: NOON, directReply: true };

	it('names the facts of the first rule that lacks one, and only those', () => {
		expect(guardStep(request, {}, defaultTextPolicy, NOON)).toEqual({ verdict: 'ask', facts: ['ownNumber'] });
		const own = { ownNumber: false, staffNumber: false };
		expect(guardStep(request, own, defaultTextPolicy, NOON)).toEqual({ verdict: 'ask', facts: ['optedOut'] });
	});

	it('takes what was found to be nothing for an answer', () => {
		const own = { ownNumber: false, staffNumber: false, optedOut: null, held: null };
		expect(guardStep(request, own, defaultTextPolicy, NOON)).toEqual({ verdict: 'ask', facts: ['lineType'] });
	});

	it('a new rule takes its place in the order, and says what it looked at', () => {
		const caps = rule({
			code: 'too_many',
			needs: ['lastText'],
			checked: 'caps',
			judge: ({ facts: { lastText } }) =>
				lastText === null ? null : { verdict: 'no', personNeeded: false, sentence: 'This is one too many.' },
		});
		const facts: GuardFacts = {
			optedOut: null,
			held: null,
			lastText: { at: 0 },
			lineType: null,
			lineTextable: true,
			ownNumber: false,
			staffNumber: false,
			toStrangers: null,
			places: { zones: ['America/Chicago'], regions: ['TX'] },
		};
		const judged = (known: GuardFacts) => guardStep(request, known, defaultTextPolicy, NOON, [...GUARD_RULES, caps]);
		expect(judged(facts)).toEqual({
			verdict: 'no',
			personNeeded: false,
			reasons: [{ code: 'too_many', sentence: 'This is one too many.' }],
		});
		expect(judged({ ...facts, lastText: null }).verdict).toBe('send');
		expect(JSON.stringify(judged({ ...facts, lastText: null }))).toContain('texting hours, caps.');
		expect(guardText(request, facts, defaultTextPolicy, NOON).verdict).toBe('send');
	});
});
