import { parsePhone } from '../../../leasing/phone/parsePhone';
import { defaultTextPolicy, guardText, type GuardFacts, type GuardRequest, type TextPolicy } from '../../../leasing/text/guard';
import { DAY, HOUR, MINUTE } from '../../../leasing/time';

/** Wednesday 14 January 2026, 11:00 in Texas. */
const NOON = Date.parse('2026-01-14T17:00:00Z');
/** The same day, 23:00 in Texas. */
const NIGHT = Date.parse('2026-01-15T05:00:00Z');
const NEXT_MORNING = Date.parse('2026-01-15T15:00:00Z');

const known = { own: new Set(['+15125550100', '+18005550100']), staff: new Set(['+15125550111']) };
const phone = (raw: string | null) => parsePhone(raw, { country: 'US', known });

const request = (changes: Partial<GuardRequest> = {}): GuardRequest => ({
	to: phone('+15125550123'),
	toRaw: '+15125550123',
	from: '+15125550100',
	body: 'Hi, this is Maple Court. Sorry we missed your call. How can we help? Reply STOP to opt out.',
	eventAt: NOON - 20_000,
	directReply: true,
	...changes,
});

const facts = (changes: Partial<GuardFacts> = {}): GuardFacts => ({
	optedOut: null,
	held: null,
	lastText: null,
	lineType: null,
	lineTextable: true,
	ownNumber: false,
	staffNumber: false,
	toStrangers: null,
	places: { zones: ['America/Chicago'], regions: ['TX'] },
	...changes,
});

const policy = (changes: Partial<TextPolicy> = {}): TextPolicy => ({ ...defaultTextPolicy, ...changes });

it('sends when nothing speaks against it, and says what was checked', () => {
	const decision = guardText(request(), facts(), policy(), NOON);
	expect(decision.verdict).toBe('send');
	expect(decision.reasons).toHaveLength(1);
	expect(decision.reasons[0]).toMatchObject({ code: 'nothing_against', sentence: expect.stringContaining('opt-outs') });
});

describe('does not send', () => {
	it.each<[string, Partial<GuardRequest>, Partial<GuardFacts>, Partial<TextPolicy>, string, boolean]>([
		['without a phone', { to: null, toRaw: null }, {}, {}, 'no_number', true],
		['to a hidden number', { to: phone('+266696687') }, {}, {}, 'withheld', true],
		['to nonsense', { to: phone('call me') }, {}, {}, 'invalid_number', true],
		['to filler', { to: phone('555-555-5555') }, {}, {}, 'invalid_number', true],
		['to the own line', { to: phone('+15125550100') }, {}, {}, 'own_number', false],
		['to the line it comes from', { from: '+15125550123' }, {}, {}, 'own_number', false],
		['to a number that the directory calls ours', {}, { ownNumber: true }, {}, 'own_number', false],
		['to a toll-free number of ours', { to: phone('+18885550199') }, { ownNumber: true }, {}, 'own_number', false],
		['to staff', { to: phone('512-555-0111') }, {}, {}, 'staff_number', false],
		['to staff by the directory', {}, { staffNumber: true }, {}, 'staff_number', false],
		['to toll-free', { to: phone('800-555-0199') }, {}, {}, 'toll_free', true],
		['to a short code', { to: phone('24365') }, {}, {}, 'short_code', false],
		['to a premium number', { to: phone('900-555-0123') }, {}, {}, 'premium', false],
		['abroad', { to: phone('+447400123456') }, {}, {}, 'not_north_american', true],
		['to somebody who opted out', {}, { optedOut: { at: NOON - DAY, via: 'reply' } }, {}, 'opted_out', true],
		['to somebody whose words wait for a person', {}, { held: { via: 'reply_unclear', words: 'this is spam' } }, {}, 'held_for_person', true],
		['to a landline', {}, { lineType: 'landline' }, {}, 'landline', true],
		['to a landline abroad', { to: phone('+442079460123') }, {}, { allowInternational: true }, 'landline', true],
		['to a pager', {}, { lineType: 'pager' }, {}, 'line_type', true],
		['to a voicemail box', {}, { lineType: 'voicemail' }, {}, 'line_type', true],
		['to a toll-free line by look-up', {}, { lineType: 'tollFree' }, {}, 'line_type', true],
		['to a shared-cost line', {}, { lineType: 'sharedCost' }, {}, 'line_type', true],
		['to office systems, if so chosen', {}, { lineType: 'fixedVoip' }, { textFixedVoip: false }, 'line_type', true],
		['from a line without SMS', {}, { lineTextable: false }, {}, 'line_not_textable', true],
		['twice within the window', {}, { lastText: { at: NOON - 11 * HOUR } }, {}, 'already_texted', false],
		['when it just did', {}, { lastText: { at: NOON } }, {}, 'already_texted', false],
		['about old news', { eventAt: NOON - 11 * MINUTE }, {}, {}, 'event_too_old', true],
		['nothing at all', { body: ' \n ' }, {}, {}, 'empty_body', true],
		['a novel', { body: 'a'.repeat(613) }, {}, {}, 'body_too_long', true],
		[
			'to strangers beyond the ceiling of the line',
			{},
			{ toStrangers: { ofLine: 30, ofPortfolio: 30 } },
			{},
			'too_many_strangers',
			true,
		],
		['or of all lines', {}, { toStrangers: { ofLine: 2, ofPortfolio: 100 } }, {}, 'too_many_strangers', true],
		['a trap for the renter', { body: 'Reply YES to confirm' }, {}, {}, 'carrier_words', true],
	])('%s', (_name, r, f, p, code, personNeeded) => {
		const decision = guardText(request(r), facts(f), policy(p), NOON);
		expect(decision).toMatchObject({ verdict: 'no', personNeeded });
		expect(decision.reasons[0]?.code).toBe(code);
		for (const { sentence } of decision.reasons) expect(sentence).toMatch(/^[A-Z].+\.$/s);
	});

	it('tells how long a body is, and why it is dear', () => {
		expect(guardText(request({ body: 'a'.repeat(613) }), facts(), policy(), NOON).reasons[0]?.sentence).toContain(
			'5 segments (613 characters)',
		);
		expect(guardText(request({ body: `\u2019${'a'.repeat(300)}` }), facts(), policy(), NOON).reasons[0]?.sentence).toMatch(
			/5 segments.*\u2019/,
		);
	});

	it('names what is wrong with the wording', () => {
		const decision = guardText(request({ body: 'Reply YES: bit.ly/x' }), facts(), policy(), NOON);
		expect(decision.reasons.map((r) => r.code)).toEqual(['carrier_words', 'swallowed_reply', 'url_shortener']);
	});
});

describe('still sends', () => {
	it.each<[string, Partial<GuardRequest>, Partial<GuardFacts>, Partial<TextPolicy>]>([
		['to a mobile', {}, { lineType: 'mobile' }, {}],
		['when the look-up does not know', {}, { lineType: 'unknown' }, {}],
		['to internet phones', {}, { lineType: 'nonFixedVoip' }, {}],
		['to office systems', {}, { lineType: 'fixedVoip' }, {}],
		['after the window', {}, { lastText: { at: NOON - 12 * HOUR } }, {}],
		['ten minutes after the event', { eventAt: NOON - 10 * MINUTE }, {}, {}],
		['when the other clock is ahead', { eventAt: NOON + MINUTE }, {}, {}],
		['abroad, if so chosen', { to: phone('+447400123456') }, {}, { allowInternational: true }],
		['to strangers below both ceilings', {}, { toStrangers: { ofLine: 29, ofPortfolio: 99 } }, {}],
		['four full segments', { body: 'a'.repeat(612) }, {}, {}],
		['to an area code that we do not know', { to: phone('+12655550123') }, {}, {}],
	])('%s', (_name, r, f, p) => {
		expect(guardText(request(r), facts(f), policy(p), NOON).verdict).toBe('send');
	});
});

describe('in quiet hours', () => {
	const late = { eventAt: NIGHT - 20_000 };

	it('holds until the hours open', () => {
		const decision = guardText(request(late), facts(), policy({ afterHours: 'hold' }), NIGHT);
		expect(decision).toMatchObject({ verdict: 'hold', until: NEXT_MORNING });
		expect(decision.reasons[0]?.code).toBe('quiet_hours');
	});

	it('leaves it to a person, if so chosen', () => {
		expect(guardText(request(late), facts(), policy({ afterHours: 'person' }), NIGHT)).toMatchObject({
			verdict: 'no',
			personNeeded: true,
			reasons: [{ code: 'quiet_hours' }, {}, {}, {}],
		});
	});

	it('sends a direct answer, if so chosen, and says that it is late', () => {
		const decision = guardText(request(late), facts(), policy({ afterHours: 'send' }), NIGHT);
		expect(decision.verdict).toBe('send');
		expect(decision.reasons.map((r) => r.code)).toEqual([
			'quiet_hours',
			'quiet_hours_company',
			'quiet_hours_federal',
			'quiet_hours_state',
			'nothing_against',
		]);
	});

	it.each(['send', 'hold', 'person'] as const)('always holds what is not a direct answer (%s)', (afterHours) => {
		expect(guardText(request({ ...late, directReply: false }), facts(), policy({ afterHours }), NIGHT)).toMatchObject({
			verdict: 'hold',
			until: NEXT_MORNING,
		});
	});

	it('does not hold what would be refused anyway', () => {
		expect(guardText(request(late), facts({ optedOut: { at: 0, via: 'reply' } }), policy(), NIGHT).reasons[0]?.code).toBe('opted_out');
	});
});

describe('asked again about a held text', () => {
	const held = { eventAt: NIGHT - 20_000, heldSince: NIGHT };

	it('does not call it too old for having been held', () => {
		expect(guardText(request(held), facts(), policy(), NEXT_MORNING).verdict).toBe('send');
	});

	it('but does if it was too old even then', () => {
		expect(guardText(request({ ...held, eventAt: NIGHT - HOUR }), facts(), policy(), NEXT_MORNING).reasons[0]?.code).toBe(
			'event_too_old',
		);
	});

	it('drops it when somebody opted out or was texted meanwhile', () => {
		expect(
			guardText(request(held), facts({ optedOut: { at: NEXT_MORNING - HOUR, via: 'reply' } }), policy(), NEXT_MORNING).reasons[0]
				?.code,
		).toBe('opted_out');
		expect(guardText(request(held), facts({ lastText: { at: NEXT_MORNING - HOUR } }), policy(), NEXT_MORNING).reasons[0]?.code).toBe(
			'already_texted',
		);
	});

	it('gives it to a person after too long', () => {
		expect(guardText(request(held), facts(), policy(), NIGHT + 4 * DAY)).toMatchObject({
			verdict: 'no',
			personNeeded: true,
			reasons: [{ code: 'held_too_long' }],
		});
		expect(guardText(request(held), facts(), policy({ expiresAfterMs: HOUR }), NIGHT)).toMatchObject({
			verdict: 'no',
			personNeeded: true,
			reasons: [{ code: 'held_too_long' }, {}, {}, {}],
		});
	});
});
