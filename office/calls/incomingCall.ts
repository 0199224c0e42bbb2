import { knownNumbers } from '../../../leasing/portfolio/knownNumbers';
import { parsePhone } from '../../../leasing/phone/parsePhone';
import type { LineMatch, NewCall, Store } from '../../../store/port';
import { UserMistake } from '../../../leasing/userMistake';
import type { StepContext } from './stepContext';

/** The portfolio, line and property of a called number; a line that was removed from the settings still has a portfolio. */
export async function lineOf(store: Store, phone: string): Promise<LineMatch> {
	const match = await store.portfolios.findLine(phone);
	if (match) return match;
	const [first] = await store.portfolios.list();
	if (!first) {
		throw new UserMistake(
			'No portfolio settings are saved yet.',
			'Run the Portfolio node with the operation Save Settings once, then publish again.',
		);
	}
	return { settings: first.settings, line: { phone, label: phone, propertyKey: null }, property: null };
}

/** The call that a voice request speaks of. Every voice request carries all of it, so none depends on an earlier one. */
export async function newCall({ request, settings, store, clock, consumer }: StepContext): Promise<{ call: NewCall; line: LineMatch }> {
	const { params } = request;
	const called = params.To ?? params.Called ?? '';
	const line = await lineOf(store, called);
	const callerRaw = params.From ?? params.Caller ?? '';
	const caller = parsePhone(callerRaw, { country: line.settings.country, known: knownNumbers(line.settings) });
	const call: NewCall = {
		portfolio: line.settings.key,
		provider: 'twilio',
		providerCallId: request.query.call ?? params.ParentCallSid ?? params.CallSid ?? '',
		mode: settings.mode,
		consumer,
		callerRaw,
		callerE164: caller.e164,
		callerName: params.CallerName || null,
		withheld: caller.contactClass === 'withheld',
		lineE164: called,
		lineLabel: line.line.label,
		propertyKey: line.property?.key ?? null,
		forwardedFrom: params.ForwardedFrom || null,
		startedAt: clock.now(),
		screening: settings.screening,
		raw: params,
	};
	return { call, line };
}
