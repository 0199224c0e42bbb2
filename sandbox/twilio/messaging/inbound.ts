import { placeFields } from '../calls/fields';
import { parseTwiml, TwimlError } from '../twiml/parse';
import { elementsOf, textOf } from '../twiml/xml';
import { sendWebhook, WebhookFailure, type WebhookReply } from '../webhooks/send';
import { deliverInBackground } from './deliver';
import { addMessage, messageView } from './message';
import type { Message } from '../records';
import { keywordOf, type Keyword } from './optOuts';
import { segmentCount } from './segments';
import type { Account } from '../account';
import type { SandboxMessage } from '../contract';
import type { NumberRecord } from '../numbers';

const KEYWORD_REPLIES: Record<Keyword, string> = {
	stop: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
	start: 'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
	help: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

/**
 * Somebody texts one of the account's numbers. Built-in keywords are obeyed and answered first; the app hears of every
 * text all the same.
 * @returns the inbound text, after the app was told
 * @throws Error when the account does not own the number
 */
export async function receiveText(account: Account, text: { from: string; to: string; body: string }): Promise<SandboxMessage> {
	const line = account.numbers.find(text.to);
	if (line === null) throw new Error(`${text.to} is not a number of the account; add it first.`);
	const message = addMessage(account, { direction: 'inbound', ...text, status: 'received' });
	obeyKeyword(account, message);
	if (line.smsApplicationSid === '' && line.smsUrl !== '') await tellApp(account, line, message);
	return messageView(message);
}

function obeyKeyword(account: Account, message: Message): void {
	const keyword = keywordOf(message.body);
	if (keyword === null) return;
	const wasOut = account.optOuts.has(message.from, message.to);
	if (keyword === 'stop') account.optOuts.add(message.from, message.to);
	if (keyword === 'start') account.optOuts.remove(message.from, message.to);
	// A second STOP is obeyed silently.
	if (!(keyword === 'stop' && wasOut)) reply(account, message, KEYWORD_REPLIES[keyword]);
}

function reply(account: Account, to: Message, body: string): void {
	const answer = addMessage(account, { direction: 'outbound-reply', from: to.to, to: to.from, body, status: 'queued' });
	deliverInBackground(account, answer, null);
}

async function tellApp(account: Account, line: NumberRecord, message: Message): Promise<void> {
	const life = account.life;
	const fields = inboundFields(account, message);
	try {
		useReply(account, message, await fetchReply(account, { url: line.smsUrl, method: line.smsMethod, fields }, life));
	} catch (error) {
		if (!(error instanceof WebhookFailure || error instanceof TwimlError)) throw error;
		account.alert(error.code, `${line.smsUrl}: ${error.message}`);
		if (line.smsFallbackUrl === '') return;
		const extra = { ErrorCode: String(error.code), ErrorUrl: line.smsUrl };
		await fetchReply(
			account,
			{ url: line.smsFallbackUrl, method: line.smsFallbackMethod, fields: { ...fields, ...extra } },
			life,
		).catch((second: Error) => account.alert(11200, `${line.smsFallbackUrl}: ${second.message}`));
	}
}

async function fetchReply(account: Account, webhook: Parameters<typeof sendWebhook>[0], life: AbortSignal): Promise<WebhookReply> {
	const answer = await sendWebhook(webhook, account.nextSigning(), life);
	if (answer.status < 200 || answer.status > 299) throw new WebhookFailure(11200, webhook.url, `HTTP ${answer.status}`);
	return answer;
}

/** Plain text is sent to the person as it is; TwiML sends its `<Message>`s; an empty answer sends nothing. */
function useReply(account: Account, message: Message, answer: WebhookReply): void {
	if (answer.body === '') return;
	const bodies = answer.contentType.startsWith('text/plain')
		? [answer.body]
		: parseTwiml(answer)
				.verbs.filter((verb) => verb.name === 'Message' || verb.name === 'Sms')
				.map((verb) => elementsOf(verb).find((element) => element.name === 'Body') ?? verb)
				.map(textOf);
	for (const body of bodies) {
		if (!account.optOuts.has(message.from, message.to)) reply(account, message, body);
	}
}

function inboundFields(account: Account, message: Message): Record<string, string> {
	return {
		AccountSid: account.sid,
		ApiVersion: '2010-04-01',
		Body: message.body,
		From: message.from,
		MessageSid: message.sid,
		NumMedia: '0',
		NumSegments: String(segmentCount(message.body)),
		SmsMessageSid: message.sid,
		SmsSid: message.sid,
		SmsStatus: 'received',
		To: message.to,
		...placeFields('From', message.from),
		...placeFields('To', message.to),
	};
}
