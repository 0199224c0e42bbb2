import type { Mutant } from './mutant';

const SEND = 'office/texts/sendText.ts';

const RENTERS_IGNORED = {
	file: 'nodes/Twilio/missedCall/steps/inbound.ts',
	find: 'await keepInboundText({ store, clock }, received, await lineOf(store, received.to));',
	replace: 'void [keepInboundText, clock, await lineOf(store, received.to)];',
};
const REPORTS_IGNORED = {
	file: 'nodes/Twilio/missedCall/steps/text.ts',
	find: 'await applyDeliveryReport({ store, clock, provider: twilioWords }, textReport(request.params, request.query.text || null));',
	replace: 'void [applyDeliveryReport, store, clock, twilioWords, textReport(request.params, null)];',
};
const SAYS_X = {
	file: 'leasing/text/composeText.ts',
	find: 'return { body: plain.body, changes',
	replace: "return { body: 'x', changes",
};

export const TEXTS_OF_RENTERS_IGNORED = RENTERS_IGNORED;
export const DELIVERY_IGNORED = REPORTS_IGNORED;
export const EVERY_TEXT_SAYS_X = SAYS_X;

export const TEXTS: readonly Mutant[] = [
	{
		name: 'C: a text that was taken over is sent without asking the phone company',
		why: 'the renter gets it twice',
		drills: ['accepts'],
		minutes: 5,
		changes: [
			{
				file: SEND,
				find: 'if (claim.takenOver && text.attemptedAt !== null) {',
				replace: 'if (claim.takenOver && text.attemptedAt === 0) {',
			},
		],
	},
	{
		name: 'D: the attempt is noted after the request',
		why: 'whoever takes over after a crash does not know that it may have been sent',
		drills: ['accepts', 'requests'],
		minutes: 6,
		changes: [
			{
				file: 'office/texts/beginRequest.ts',
				find: "if (decision?.verdict === 'send') return (await tx.texts.markAttempt(text.id, claimer, provider.name, at)) ? at : null;",
				replace: `if (decision?.verdict === 'send') {
			setTimeout(() => void store.texts.markAttempt(text.id, claimer, provider.name, at), 400);
			return at;
		}`,
			},
		],
	},
	{ name: 'S3: texts of renters are ignored', why: 'STOP is not heard', drills: ['calm'], minutes: 2, changes: [RENTERS_IGNORED] },
	{
		name: 'S5: delivery reports are ignored',
		why: 'nobody learns that a text did not arrive',
		drills: ['calm'],
		minutes: 2,
		changes: [REPORTS_IGNORED],
	},
	{ name: 'S6: every text says "x"', why: 'renters get nonsense', drills: ['calm'], minutes: 2, changes: [SAYS_X] },
	{
		name: 'opt-outs are kept and not asked for',
		why: 'who said stop is texted',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/guardFacts.ts',
				find: 'return optOut && { at: optOut.at, via: optOut.via };',
				replace: 'return optOut && optOut.at === 0 ? { at: optOut.at, via: optOut.via } : null;',
			},
		],
	},
	{
		name: 'opt-outs are asked for when a text is planned, and not before each request',
		why: 'who says stop while a text is being retried is texted',
		drills: ['troubled texts'],
		minutes: 5,
		changes: [
			{
				file: 'office/texts/beginRequest.ts',
				find: 'const decision = await askGuardAgain(tx, text, at);',
				replace:
					"const decision = text.attempts >= 0 ? ({ verdict: 'send', reasons: [] } as unknown as GuardDecision) : await askGuardAgain(tx, text, at);",
			},
		],
	},
	{
		name: "only the phone company's own keywords count as an opt-out",
		why: '"take me off your list" is not heard',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/keepInboundText.ts',
				find: ': readOptOut(received.body);',
				replace: ": received.body === 'STOP' ? readOptOut(received.body) : readOptOut('hello');",
			},
		],
	},
	{
		name: 'the opt-out is kept for the line instead of the renter',
		why: 'the wish is in the log, and looked for in vain',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/keepInboundText.ts',
				find: 'portfolio: inquiry.portfolio, phone, words: received.body, reading, at })',
				replace: 'portfolio: inquiry.portfolio, phone: line.line.phone, words: received.body, reading, at })',
			},
		],
	},
	{
		name: "a renter's text is on nobody's lead",
		why: 'whoever looks at the lead does not see what was written',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/keepInboundText.ts',
				find: '(await tx.leads.findByIdentities(inquiry.portfolio, identitiesOf(inquiry).identities))[0]?.leadId ?? null;',
				replace:
					'(await tx.leads.findByIdentities(inquiry.portfolio, identitiesOf(inquiry).identities.slice(9)))[0]?.leadId ?? null;',
			},
		],
	},
	{
		name: "a renter's question is shown to nobody",
		why: 'it is never answered',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/askForAnswer.ts',
				find: 'const portfolio = line.settings.key;',
				replace: 'const portfolio = line.settings.key;\n\tif (about.words.length > 0) return;',
			},
		],
	},
	{
		name: "a renter's text loses its end",
		why: 'the rest of what was written is gone',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'office/texts/keepInboundText.ts',
				find: 'body: received.body,\n\t\t\tmedia: received.media,',
				replace: 'body: received.body.slice(0, 20),\n\t\t\tmedia: received.media,',
			},
		],
	},
	{
		name: 'a text has a new key in each run',
		why: 'a second run plans a second text',
		drills: ['runs', 'commits'],
		minutes: 6,
		changes: [
			{
				file: 'office/texts/textRenter.ts',
				find: 'key: `${about.eventKey}:${request.purpose}`,',
				replace: 'key: `${about.eventKey}:${request.purpose}:${Math.random()}`,',
			},
		],
	},
	{
		name: 'an answer that never came counts as a no',
		why: 'the text is sent again, and the renter has it twice',
		drills: ['troubled texts'],
		minutes: 4,
		changes: [
			{
				file: SEND,
				find: 'const found = await findSent(deps, text, startedAt, LOOK_UP_PAUSES);',
				replace:
					'const found = (await findSent(deps, text, startedAt, [])) as null | "lost" | "unreachable" | FoundMessage;\n\t\t\tif (found !== "lost") return "resend";',
			},
		],
	},
	{
		name: 'no report is asked for',
		why: 'nobody ever learns whether a text arrived',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: 'nodes/Twilio/textProvider.ts',
				find: '...(statusUrl ? { StatusCallback: statusUrl } : {}),',
				replace: "...(statusUrl === '' ? { StatusCallback: statusUrl } : {}),",
			},
		],
	},
	{
		name: 'an old report takes a text back',
		why: 'a delivered text looks as if it were on its way for ever',
		drills: ['troubled reports'],
		minutes: 3,
		changes: [
			{
				file: 'leasing/text/state.ts',
				find: 'return TEXT_RANK[to] > TEXT_RANK[from];',
				replace: 'return TEXT_RANK[to] !== TEXT_RANK[from];',
			},
		],
	},
	{
		name: 'nobody is told of a text that did not arrive',
		why: 'the renter waits, and so does staff',
		drills: ['troubled texts'],
		minutes: 4,
		changes: [
			{
				file: 'office/texts/applyDeliveryReport.ts',
				find: "await tellPerson(tx, text, at, why, meaning.action === 'fix_setup' ? 'fix_setup' : 'check_text');",
				replace: 'void tellPerson;',
			},
		],
	},
	{
		name: 'a text goes to another number',
		why: 'a stranger reads it',
		drills: ['calm'],
		minutes: 2,
		changes: [
			{
				file: SEND,
				find: 'const outgoing = { to: text.phone,',
				replace: 'const outgoing = { to: `${text.phone.slice(0, -1)}${(Number(text.phone.slice(-1)) + 3) % 10}`,',
			},
		],
	},
	{
		name: 'the link to a tour is left out',
		why: 'the one next step is missing',
		drills: ['calm'],
		minutes: 2,
		changes: [{ file: 'leasing/text/composeText.ts', find: "'tour link': property?.tourUrl ?? null,", replace: "'tour link': null," }],
	},
	{
		name: 'a text that a dead process has claimed is never taken over',
		why: 'the renter never gets it, and nobody knows',
		drills: ['runs', 'accepts'],
		minutes: 6,
		changes: [
			{
				file: 'store/statements/texts.ts',
				find: "OR (state = 'claimed' AND claimed_until <= $3))\n\t\t\t\tRETURNING",
				replace: "OR (state = 'claimed' AND claimed_until <= $3 AND attempts > 100))\n\t\t\t\tRETURNING",
			},
		],
	},
];
