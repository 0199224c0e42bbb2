import * as z from 'zod/v4';

import { found, inOrder, type Finding } from '../../leasing/health/finding';
import { fallbackProblem } from '../../leasing/phone/fallback';
import type { Millis } from '../../leasing/time';
import { UserMistake } from '../../leasing/userMistake';
import type { ConnectedLine, LineInspector } from '../../office/health/port';
import { systemClock } from '../shared/runtime';
import { checkAlerts, checkBalance } from './accountHealth';
import { registrationOf } from './numbers/registration';
import { findNumber, ownedElsewhere, takesTexts, type TwilioNumber } from './numbers/number';
import { HOW_TO_SET_FALLBACK } from './numbers/numberPort';
import { replySentence } from './sentence';
import { twilioRequest, type TwilioContext } from './transport';

const REPUBLISH =
	'If it was a mistake, open the workflow in n8n and press Unpublish, then Publish. If it was meant, take the line out of the trigger.';

/** Which field of a number each channel uses, in the words of Twilio's Console. */
const CHANNELS = {
	voice: { name: '"A call comes in"', what: 'Its calls', address: (number: TwilioNumber) => number.voice_url ?? '' },
	status: {
		name: '"Call status changes"',
		what: 'The reports of how its calls ended',
		address: (number: TwilioNumber) => number.status_callback ?? '',
	},
	text: { name: '"A message comes in"', what: 'Texts to it, STOP among them,', address: (number: TwilioNumber) => number.sms_url ?? '' },
} as const;

/** Twilio's answers to whether all is as we left it. */
export function twilioInspector(context: TwilioContext): LineInspector {
	const registration = registrationOf(context);
	return {
		provider: 'twilio',
		label: 'Twilio',
		async credential() {
			await ask(context);
			return [inOrder('credential', 'Twilio accepts the credential.', 'Twilio')];
		},
		async account(addresses) {
			return [...(await checkBalance(context)), ...(await checkAlerts(context, addresses, systemClock.now()))];
		},
		async time() {
			return (await ask(context)).date;
		},
		async inspect(line) {
			const about = `${line.label} (${line.phone})`;
			const number = await findNumber(context, line.phone);
			if (!number) {
				return [
					found(
						'line_address',
						'urgent',
						`The Twilio account of this credential has no number ${about} any more.`,
						'If the number was moved to another account or ported away, choose the credential of that account in the trigger, or take the line out. If it was released, callers reach nobody: buy it back soon.',
						about,
					),
				];
			}
			const owner = ownedElsewhere(number);
			if (owner) return [found('line_address', 'urgent', owner.message.replace(' It was left as it is.', ''), owner.advice, about)];
			return [
				...addressesOf(line, number, about),
				...fallbackOf(line, number, about),
				...(await registration(line.phone, number.sid, about)),
			];
		},
	};
}

/** Each address that we set, compared with what stands there now. */
function addressesOf({ hookups }: ConnectedLine, number: TwilioNumber, about: string): Finding[] {
	const drifted = hookups.flatMap(({ channel, ours }) => {
		const { name, what, address } = CHANNELS[channel];
		const now = address(number);
		if (now === ours.address) return [];
		const where = now === '' ? 'nowhere' : `to ${placeOf(now)}`;
		return [
			found(
				'line_address',
				'urgent',
				`${what} of ${about} lead ${where} and not to n8n: somebody has changed ${name} at Twilio.`.replace(
					'Texts to it, STOP among them, of',
					'Texts, STOP among them, to',
				),
				REPUBLISH,
				about,
			),
		];
	});
	if (drifted.length > 0) return drifted;
	const findings = [inOrder('line_address', `${about} leads to n8n at Twilio.`, about)];
	if (!hookups.some(({ channel }) => channel === 'text')) {
		findings.push(
			takesTexts(number, number.sms_url ?? '')
				? found(
						'line_texts',
						'hint',
						`Texts to ${about} go to another app, so what renters answer is not seen here.`,
						'Make sure that somebody reads them there, and that a STOP which only that app sees ends texts from here, too.',
						about,
					)
				: found(
						'line_texts',
						'warning',
						`Nobody takes texts to ${about}: answers of renters, STOP among them, are lost.`,
						'Switch on "Keep Replies" in the options of the trigger and publish again.',
						about,
					),
		);
	}
	return findings;
}

function fallbackOf({ hookups }: ConnectedLine, number: TwilioNumber, about: string): Finding[] {
	const voice = hookups.find(({ channel }) => channel === 'voice');
	if (!voice) return [];
	const why = fallbackProblem({ fallback: number.voice_fallback_url ?? '', ours: voice.ours.address ?? '' });
	if (why) return [found('line_fallback', 'warning', `${about}: ${why.sentence}`, HOW_TO_SET_FALLBACK, about)];
	return [inOrder('line_fallback', `${about} has a fallback for times when n8n is down.`, about)];
}

/** Host and path: queries hold ids and sometimes keys. */
function placeOf(address: string): string {
	if (!URL.canParse(address)) return 'something that is no address';
	const { host, pathname } = new URL(address);
	return `${host}${pathname}`;
}

const listSchema = z.object({ incoming_phone_numbers: z.array(z.unknown()) });

/** The smallest question that the credential must be good for. @throws UserMistake when it is not */
async function ask(context: TwilioContext): Promise<{ date: Millis | null }> {
	const reply = await twilioRequest(context, { method: 'GET', path: '/IncomingPhoneNumbers.json', query: { PageSize: '1' } });
	if (reply.kind !== 'ok') {
		const { message, advice } = replySentence(reply);
		throw new UserMistake(message, advice);
	}
	if (!listSchema.safeParse(reply.body).success) {
		throw new UserMistake(
			'What answers at the Base URL of the Leasing Twilio credential is not Twilio.',
			'Empty the Base URL in the credential.',
		);
	}
	return { date: reply.date };
}
