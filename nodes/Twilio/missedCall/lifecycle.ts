import type { IHookFunctions } from 'n8n-workflow';

import { MINUTE } from '../../../leasing/time';
import type { Hookup, Store } from '../../../store/port';
import { isRestart } from '../../shared/atRestart';
import { asNodeError } from '../../shared/errors';
import { UserMistake } from '../../../leasing/userMistake';
import { systemClock } from '../../shared/runtime';
import { storeFor } from '../../shared/store/storeFor';
import {
	ownedElsewhere,
	requireNumber,
	settingsOf,
	textsAreFree,
	updateNumber,
	type NumberSettings,
	type TwilioNumber,
} from '../numbers/number';
import { consumerOf } from '../../shared/events/consumer';
import { giveBack, settingsToGiveBack } from './giveBack';
import { connectedNumbers, hookupsOf, oursOf, saveHookups } from './hookups';
import { stepUrl } from './request';
import { missedCallSettings, type MissedCallSettings } from './settings';

type Purpose = Hookup['purpose'];

/** n8n's editor stops listening after two minutes. */
const LISTENING_AT_MOST = 3 * MINUTE;

/**
 * Whether every line is connected to this trigger already, as its present settings want it. At a restart our own notes are
 * enough: Twilio may be out of reach, and what somebody changed there meanwhile is not ours to take back.
 */
export async function isConnected(context: IHookFunctions): Promise<boolean> {
	const { settings, store, consumer, purpose, base } = await situation(context);
	const mine = [...(await connectedNumbers(store, consumer, purpose))];
	if (mine.length !== settings.lines.length) return false;
	if (isRestart(context)) return mine.every(([phone, hookups]) => settings.lines.includes(phone) && isAsNoted(hookups, settings, base));
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
	await giveBack(context, { store, consumer, purpose, keep: settings.lines });
	try {
		for (const number of numbers) await connectOne(context, store, number, { consumer, purpose, base, settings });
	} catch (error) {
		await giveBack(context, { store, consumer, purpose });
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
	const previous = await settingsToGiveBack(store, number, purpose);
	await saveHookups(
		store,
		{ phone: number.phone_number, purpose, providerNumberId: number.sid, consumer, installedAt: systemClock.now() },
		{ previous, ours: wanted, textStatusUrl: stepUrl(base, 'text') },
	);
	await updateNumber(context, number.sid, wanted);
}

/** Gives all lines of this trigger back: of the published one, or of the one that the editor listened to. */
export async function disconnect(context: IHookFunctions): Promise<void> {
	const store = await storeFor(context);
	const consumer = consumerOf(context);
	// n8n does not say which of the two ends, but the webhook address tells: both may be there at the same time.
	const callback = stepUrl(webhookBase(context), 'ended');
	const hookups = await store.hookups.listByConsumer(consumer);
	const isTest = hookups.some((hookup) => hookup.purpose === 'test' && hookup.ours.StatusCallback === callback);
	await giveBack(context, { store, consumer, purpose: isTest ? 'test' : 'live' });
}

/** The addresses of this n8n have not changed since the line was connected. */
function isAsNoted(hookups: readonly Hookup[], settings: MissedCallSettings, base: string): boolean {
	const noted = oursOf(hookups);
	const answers = settings.mode === 'watch' || noted.VoiceUrl === stepUrl(base, 'voice');
	return answers && noted.StatusCallback === stepUrl(base, 'ended');
}

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

async function takenByAnother(store: Store, number: TwilioNumber, consumer: string, purpose: Purpose): Promise<UserMistake | null> {
	const others = (await hookupsOf(store, number.phone_number, purpose)).filter((hookup) => hookup.consumer !== consumer);
	const [hookup] = others;
	if (!hookup || !isOurs(settingsOf(number), oursOf(others))) return null;
	const workflow = hookup.consumer.split(':')[0];
	if (purpose === 'live') {
		return new UserMistake(
			`${number.phone_number} is already connected to another published workflow (${workflow}).`,
			'Unpublish that workflow first, or take the line out of one of the two triggers. Otherwise one of them would never hear a call.',
		);
	}
	// Left behind by an n8n that ended while it listened.
	if (systemClock.now() - hookup.installedAt > LISTENING_AT_MOST) return null;
	return new UserMistake(
		`Another workflow (${workflow}) listens for a test event on ${number.phone_number} right now.`,
		'Stop listening there, or try again in three minutes.',
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
	const base = webhookBase(context);
	return {
		settings: missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback)),
		store: await storeFor(context),
		consumer: consumerOf(context),
		purpose: purposeOf(context),
		base,
	};
}

/** Of the published trigger, or of the one that the editor listens to. */
function webhookBase(context: IHookFunctions): string {
	return (context.getNodeWebhookUrl('default') ?? '').split('?')[0] ?? '';
}

/** While lines are connected; when they are given back n8n's mode is another. */
function purposeOf(context: IHookFunctions): Purpose {
	return context.getMode() === 'manual' ? 'test' : 'live';
}
