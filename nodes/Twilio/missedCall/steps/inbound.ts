import { inquiryFromText } from '../../../../leasing/inquiry/fromText';
import { parsePhone } from '../../../../leasing/phone/parsePhone';
import { knownNumbers } from '../../../../leasing/portfolio/knownNumbers';
import { lineOf } from '../../../../office/calls/lineOf';
import { keepInboundText, type ProviderOptOut } from '../../../../office/texts/keepInboundText';
import { EMPTY_TWIML } from '../../twiml';
import type { StepContext, StepReply } from '../stepContext';

/** A renter texts the line, most often in reply to ours. Always answered with an empty document: anything else would be sent to the renter. */
export async function inbound({ request, store, clock }: StepContext): Promise<StepReply> {
	const { params } = request;
	const line = await lineOf(store, params.To ?? '');
	const inquiry = inquiryFromText({
		portfolio: line.settings.key,
		provider: 'twilio',
		messageId: params.MessageSid ?? params.SmsSid ?? '',
		from: parsePhone(params.From, { country: line.settings.country, known: knownNumbers(line.settings) }),
		line: params.To ?? '',
		property: line.property,
		body: params.Body ?? '',
		at: clock.now(),
		raw: params,
	});
	await keepInboundText({ store, clock }, inquiry, line, providerOptOut(params.OptOutType));
	return { twiml: EMPTY_TWIML, event: null };
}

function providerOptOut(value: string | undefined): ProviderOptOut {
	return value === 'STOP' || value === 'START' || value === 'HELP' ? value : null;
}
