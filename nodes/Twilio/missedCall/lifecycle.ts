import type { IHookFunctions } from 'n8n-workflow';

import type { Hookup, Store } from '../../../store/port';
import { asNodeError, UserMistake } from '../../shared/errors';
import { systemClock } from '../../shared/runtime';
import { storeFor } from '../../shared/store/storeFor';
import { findNumber, ownedElsewhere, requireNumber, settingsOf, textsAreFree, updateNumber, type NumberSettings, type TwilioNumber } from '../numbers/number';
import { consumerOf } from './consumer';
import { stepUrl } from './request';
import { missedCallSettings, type MissedCallSettings } from './settings';

type Purpose = Hookup['purpose'];

/** Whether every line is connected to this trigger already, as its present settings want it. */
export async function isConnected(context: IHookFunctions): Promise<boolean> {
	const { settings, store, consumer, purpose, base } = await situation(context);
	const mine = (await store.hookups.listByConsumer(consumer)).filter((hookup) => hookup.purpose === purpose);
	if (mine.length !== settings.lines.length) return false;
	for (const line of settings.lines) {
		const number = await requireNumber(context, line);
		if (!isOurs(settingsOf(number), ours(settings, base, number))) return false;
	}
	return true;
}

/**
 * Points the lines at this trigger. Looks at every line before it touches the first; remembers what stood there before;
 * if one cannot be set, those set before it are given back.
 */
export async function connect(context: IHookFunctions): Promise<void> {
	const { settings, store, consumer, purpose, base } = await situation(context);
	const numbers: TwilioNumber[] = [];
	for (const line of settings.lines) {
		await requireLineInPortfolio(store, line);
		const number = await requireNumber(context, line);
		const refusal = ownedElsewhere(number) ?? (await takenByAnother(store, number, consumer, purpose));
		if (refusal) throw refusal;
		numbers.push(number);
	}
	await disconnect(context, settings.lines);
	try {
		for (const number of numbers) await connectOne(context, store, number, { consumer, purpose, base, settings });
	} catch (error) {
		await disconnect(context);
		throw asNodeError(context.getNode(), error);
	}
}

async function connectOne(
	context: IHookFunctions,
	store: Store,
	number: TwilioNumber,
	{ consumer, purpose, base, settings }: { consumer: string; purpose: Purpose; base: string; settings: MissedCallSettings },
): Promise<void> {
	const wanted = ours(settings, base, number);
	// Saved before the number is changed: a crash in between leaves a hook-up that gives nothing wrong back.
	await store.hookups.save({
		provider: 'twilio',
		phone: number.phone_number,
		purpose,
		providerNumberId: number.sid,
		consumer,
		previous: await settingsToGiveBack(store, number, purpose),
		ours: wanted,
		textStatusUrl: stepUrl(base, 'text'),
		installedAt: systemClock.now(),
	});
	await updateNumber(context, number.sid, wanted);
}

/** Gives the lines back what stood there before, each setting only if it is still ours. @param keep lines to leave alone */
export async function disconnect(context: IHookFunctions, keep: string[] = []): Promise<void> {
	const store = await storeFor(context);
	const purpose = purposeOf(context);
	for (const hookup of await store.hookups.listByConsumer(consumerOf(context))) {
		if (hookup.purpose !== purpose || keep.includes(hookup.phone)) continue;
		const number = await findNumber(context, hookup.phone);
		// A number that the company gave up, or that a credential of another account cannot see, must not block unpublishing.
		if (number) {
			const present = settingsOf(number);
			const giveBack = Object.fromEntries(Object.entries(before(hookup, present)).filter(([name, value]) => value !== present[name as keyof NumberSettings]));
			if (Object.keys(giveBack).length > 0) await updateNumber(context, number.sid, giveBack);
		}
		await store.hookups.remove('twilio', hookup.phone, purpose);
	}
}

/** Each address that we may set, with the field of its method. */
const URLS = [
	['VoiceUrl', 'VoiceMethod'],
	['StatusCallback', 'StatusCallbackMethod'],
	['SmsUrl', 'SmsMethod'],
] as const;

/** What we set. In watch mode the other app goes on answering, so its voice URL stays; so do texts that somebody else takes. */
function ours(settings: MissedCallSettings, base: string, number: TwilioNumber): Record<string, string> {
	const inbound = stepUrl(base, 'inbound');
	const takesTexts = settings.replies && (textsAreFree(number) || number.sms_url === inbound);
	return {
		...(settings.mode === 'watch' ? {} : { VoiceUrl: stepUrl(base, 'voice'), VoiceMethod: 'POST' }),
		StatusCallback: stepUrl(base, 'ended'),
		StatusCallbackMethod: 'POST',
		...(takesTexts ? { SmsUrl: inbound, SmsMethod: 'POST' } : {}),
	};
}

function isOurs(present: NumberSettings, wanted: Record<string, string>): boolean {
	return Object.entries(wanted).every(([key, value]) => present[key as keyof NumberSettings] === value);
}

/** The number's settings as they were before this hook-up, as far as they are still what it set. */
function before({ ours, previous }: Hookup, present: Required<NumberSettings>): Required<NumberSettings> {
	const given = { ...present };
	for (const [url, method] of URLS) {
		if (ours[url] === undefined || present[url] !== ours[url]) continue;
		given[url] = previous[url] ?? '';
		given[method] = previous[method] ?? 'POST';
	}
	return given;
}

/**
 * A trigger that is published again, or while a test listens, must not take an address of ours for what stood there before,
 * not even when somebody changed the other one meanwhile.
 */
async function settingsToGiveBack(store: Store, number: TwilioNumber, purpose: Purpose): Promise<Record<string, string>> {
	const purposes = purpose === 'live' ? (['test', 'live'] as const) : (['test'] as const);
	let settings = settingsOf(number);
	for (const one of purposes) {
		const hookup = await store.hookups.get('twilio', number.phone_number, one);
		if (hookup) settings = before(hookup, settings);
	}
	return settings;
}

async function takenByAnother(store: Store, number: TwilioNumber, consumer: string, purpose: Purpose): Promise<UserMistake | null> {
	const hookup = await store.hookups.get('twilio', number.phone_number, purpose);
	if (!hookup || hookup.consumer === consumer || !isOurs(settingsOf(number), hookup.ours)) return null;
	return new UserMistake(
		`${number.phone_number} is already connected to another published workflow (${hookup.consumer.split(':')[0]}).`,
		'Unpublish that workflow first, or take the line out of one of the two triggers. Otherwise one of them would never hear a call.',
	);
}

async function requireLineInPortfolio(store: Store, line: string): Promise<void> {
	if (await store.portfolios.findLine(line)) return;
	throw new UserMistake(
		`The line ${line} is not in your portfolio settings yet.`,
		'Add it under Lines in the Portfolio node, run that branch once with Execute Workflow, then publish again. The settings say which property a line stands for and what texts may be sent.',
	);
}

async function situation(context: IHookFunctions) {
	const base = (context.getNodeWebhookUrl('default') ?? '').split('?')[0] ?? '';
	return {
		settings: missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback)),
		store: await storeFor(context),
		consumer: consumerOf(context),
		purpose: purposeOf(context),
		base,
	};
}

function purposeOf(context: IHookFunctions): Purpose {
	return context.getMode() === 'manual' ? 'test' : 'live';
}
