import * as z from 'zod/v4';

import { found, inOrder, type Finding } from '../../../leasing/health/finding';
import { isTollFree } from '../../../leasing/phone/nanpKind';
import { replySentence } from '../sentence';
import { twilioRequest, type TwilioContext } from '../transport';

const serviceSchema = z.object({
	sid: z.string(),
	friendly_name: z.string().nullish(),
	inbound_request_url: z.string().nullish(),
	use_inbound_webhook_on_number: z.boolean().nullish(),
});
const servicesSchema = z.object({ services: z.array(serviceSchema) });
const poolSchema = z.object({ phone_numbers: z.array(z.object({ phone_number: z.string() })) });
const campaignsSchema = z.object({ compliance: z.array(z.object({ campaign_status: z.string().nullish() })) });
const verificationsSchema = z.object({ verifications: z.array(z.object({ status: z.string().nullish() })) });

/** A company has a handful; an agency with more has its own list of what is registered. */
const MOST_SERVICES = 50;

interface Pool {
	name: string;
	phones: Set<string>;
	/** Statuses of its campaigns. */
	campaigns: string[];
	/** Where texts to its numbers go: each number decides, a place of the service, or nowhere. */
	texts: 'number' | 'service' | 'nowhere';
}

/**
 * Whether a number may text in the US: carriers block what comes from a number that is in no approved A2P 10DLC campaign, or from a toll-free
 * number that is not verified. The pools are read once for all lines.
 * https://www.twilio.com/docs/messaging/api/usapptoperson-resource, …/tollfree-verification
 */
export function registrationOf(context: TwilioContext): (phone: string, sid: string, about: string) => Promise<Finding[]> {
	let pools: Promise<Pool[]> | null = null;
	return async (phone, sid, about) => {
		if (isTollFree(phone)) return [await tollFree(context, sid, about)];
		if (!phone.startsWith('+1')) return [];
		const pool = (await (pools ??= readPools(context))).find(({ phones }) => phones.has(phone)) ?? null;
		return [campaignOf(pool, about), ...textsOf(pool, about)];
	};
}

function campaignOf(pool: Pool | null, about: string): Finding {
	const todo =
		'In the Twilio Console open Messaging, Regulatory Compliance, A2P 10DLC: register brand and campaign, and put the number into the Messaging Service of that campaign. Vetting can take weeks; until then carriers block texts (error 30034).';
	if (pool === null) {
		return found(
			'line_registration',
			'urgent',
			`${about} is in no Messaging Service, so it belongs to no A2P 10DLC campaign and US carriers block its texts.`,
			todo,
			about,
		);
	}
	if (pool.campaigns.some((status) => status === 'VERIFIED')) {
		return inOrder(
			'line_registration',
			`${about} is in the Messaging Service "${pool.name}", whose A2P 10DLC campaign is approved.`,
			about,
		);
	}
	const [status] = pool.campaigns;
	return status === undefined
		? found(
				'line_registration',
				'urgent',
				`The Messaging Service "${pool.name}" of ${about} has no A2P 10DLC campaign, so US carriers block its texts.`,
				todo,
				about,
			)
		: found(
				'line_registration',
				'urgent',
				`The A2P 10DLC campaign of ${about} is not approved yet (${status}), so US carriers block its texts.`,
				todo,
				about,
			);
}

/** A Messaging Service may send the answers of renters elsewhere, whatever stands at the number. */
function textsOf(pool: Pool | null, about: string): Finding[] {
	if (pool === null || pool.texts === 'number') return [];
	const how = `In the Twilio Console open Messaging, Services, "${pool.name}", Integration, and choose "Defer to sender's webhook".`;
	return [
		pool.texts === 'service'
			? found(
					'line_texts',
					'warning',
					`The Messaging Service "${pool.name}" sends texts to ${about} to an address of its own, so answers of renters, STOP among them, are not seen here.`,
					how,
					about,
				)
			: found(
					'line_texts',
					'urgent',
					`The Messaging Service "${pool.name}" drops texts to ${about}: answers of renters, STOP among them, are lost.`,
					how,
					about,
				),
	];
}

async function tollFree(context: TwilioContext, sid: string, about: string): Promise<Finding> {
	const { verifications } = verificationsSchema.parse(await read(context, '/v1/Tollfree/Verifications', { TollfreePhoneNumberSid: sid }));
	const [status] = verifications.map((one) => one.status ?? 'unknown');
	if (status === 'TWILIO_APPROVED') return inOrder('line_registration', `The toll-free number ${about} is verified for texting.`, about);
	return found(
		'line_registration',
		'urgent',
		`The toll-free number ${about} is not verified for texting (${status ?? 'nobody has asked for it'}), so its texts are blocked.`,
		'In the Twilio Console open Messaging, Regulatory Compliance, Toll-Free Verifications, and submit or correct the verification of this number.',
		about,
	);
}

async function readPools(context: TwilioContext): Promise<Pool[]> {
	const { services } = servicesSchema.parse(await read(context, '/v1/Services', {}));
	const pools: Pool[] = [];
	for (const { sid, friendly_name: name, inbound_request_url: url, use_inbound_webhook_on_number: byNumber } of services.slice(
		0,
		MOST_SERVICES,
	)) {
		const { phone_numbers: phones } = poolSchema.parse(await read(context, `/v1/Services/${sid}/PhoneNumbers`, {}));
		// A service that was never registered may not know the question.
		const { compliance } = campaignsSchema.parse(await read(context, `/v1/Services/${sid}/Compliance/Usa2p`, {}, { compliance: [] }));
		pools.push({
			name: name ?? sid,
			phones: new Set(phones.map(({ phone_number: phone }) => phone)),
			campaigns: compliance.map(({ campaign_status: status }) => status ?? 'unknown'),
			texts: byNumber === true ? 'number' : url ? 'service' : 'nowhere',
		});
	}
	return pools;
}

async function read(context: TwilioContext, path: string, query: Record<string, string>, ifUnknown?: object): Promise<unknown> {
	const reply = await twilioRequest(context, { method: 'GET', path, host: 'messaging', query: { ...query, PageSize: '1000' } });
	if (reply.kind === 'ok') return reply.body;
	if (ifUnknown && reply.kind === 'refused' && reply.status === 404) return ifUnknown;
	throw new Error(`The registration of numbers could not be read at Twilio. ${replySentence(reply).message}`);
}
