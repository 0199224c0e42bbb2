import type { IHookFunctions } from 'n8n-workflow';

import { leaveCallLog } from '../../../office/calls/callLog/leave';
import { connect as connectLines, isConnected as linesAreConnected, purposeOf } from '../../../office/hookups/connect';
import { giveBack } from '../../../office/hookups/giveBack';
import type { Claim, Exchange, Wish } from '../../../office/hookups/port';
import { consumerOf } from '../../shared/events/consumer';
import { systemClock } from '../../shared/runtime';
import { storeFor } from '../../shared/store/storeFor';
import { isRestart } from '../../shared/trigger/atRestart';
import { twilioNumbers } from '../numbers/numberPort';
import { stepUrl, type Step } from './request';
import { missedCallSettings, type MissedCallSettings } from './parameters';

/** Whether every line leads to this trigger already, as its present settings want it. */
export async function isConnected(context: IHookFunctions): Promise<boolean> {
	return await linesAreConnected(await exchange(context), wish(context), { ask: !isRestart(context) });
}

/** Points the lines at this trigger. @throws UserMistake when one is somebody else's, or not in the settings */
export async function connect(context: IHookFunctions): Promise<void> {
	await connectLines(await exchange(context), wish(context));
}

/** Gives all lines of this trigger back: of the published one, or of the one that the editor listened to. */
export async function disconnect(context: IHookFunctions): Promise<void> {
	const where = await exchange(context);
	const consumer = consumerOf(context);
	const purpose = await purposeOf(where.store, consumer, stepUrl(webhookBase(context), 'ended'));
	if (purpose === 'live') await leaveCallLog(where, consumer, where.numbers.provider);
	await giveBack(where, { consumer, purpose });
}

async function exchange(context: IHookFunctions): Promise<Exchange> {
	return { store: await storeFor(context), numbers: twilioNumbers(context), clock: systemClock };
}

function wish(context: IHookFunctions): Wish {
	const settings = missedCallSettings((name, fallback) => context.getNodeParameter(name, fallback));
	const base = webhookBase(context);
	return {
		consumer: consumerOf(context),
		// While lines are connected; when they are given back n8n's mode is another.
		purpose: context.getMode() === 'manual' ? 'test' : 'live',
		lines: settings.lines,
		claims: claims(settings, base),
		textStatusUrl: stepUrl(base, 'text'),
	};
}

/** In watch mode the other app goes on answering, so its voice URL stays; so do texts that somebody else takes. */
function claims({ mode, replies }: MissedCallSettings, base: string): Claim[] {
	const to = (step: Step) => ({ address: stepUrl(base, step), method: 'POST' });
	return [
		...(mode === 'watch' ? [] : [{ channel: 'voice' as const, wiring: to('voice') }]),
		{ channel: 'status', wiring: to('ended') },
		...(replies ? [{ channel: 'text' as const, wiring: to('inbound'), ifFree: true }] : []),
	];
}

/** Of the published trigger, or of the one that the editor listens to. */
function webhookBase(context: IHookFunctions): string {
	return (context.getNodeWebhookUrl('default') ?? '').split('?')[0] ?? '';
}
