/** What form builders, sites and schedulers send, each through the trigger of its sender, and read by Normalize Lead as it comes out. */
import '../support/environment';

import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode } from '../support/runNode';
import { OUTSIDE } from './outside.data';
import { SECRET, sign, useInboxes } from './support';

/** As each proves itself. */
function proofOf(sender: string, body: string): { headers?: Record<string, string>; query?: string } {
	const now = Math.floor(Date.now() / 1000);
	switch (sender) {
		case 'webflow':
			return { headers: { 'x-webflow-timestamp': `${now}000`, 'x-webflow-signature': sign(`${now}000:${body}`) } };
		case 'typeform':
			return { headers: { 'typeform-signature': `sha256=${sign(body, 'base64')}` } };
		case 'tally':
			return { headers: { 'tally-signature': sign(body, 'base64') } };
		case 'meta':
			return { headers: { 'x-hub-signature-256': `sha256=${sign(body)}` } };
		case 'callrail':
			return { headers: { signature: sign(body, 'base64', 'sha1') } };
		case 'cal_com':
			return { headers: { 'x-cal-signature-256': sign(body) } };
		case 'calendly':
			return { headers: { 'calendly-webhook-signature': `t=${now},v1=${sign(`${now}.${body}`)}` } };
		case 'acuity':
			return { headers: { 'x-acuity-signature': sign(body, 'base64') } };
		case 'showmojo':
			return { headers: { authorization: `Bearer ${SECRET}` } };
		case 'jotform':
			return { query: `?secret=${SECRET}` };
		default:
			return { headers: { 'x-lead-secret': SECRET } };
	}
}

describe('from outside', () => {
	const { temp, make, send, run } = useInboxes();

	it.each(OUTSIDE.map((one) => [one.name, one] as const))('%s', async (_, { sender, type, body, who, source }) => {
		const rig = make({ sender }, { leadInboxApi: { secret: SECRET, verifyToken: 'our-own-word' } });
		const { headers, query } = proofOf(sender, body);
		expect((await send(rig, { body, headers: { 'content-type': type, ...headers }, ...(query ? { query } : {}) })).status).toBe(200);
		const [item] = await run(rig, 1);
		const { json } = await runNode({ nodeType: NormalizeLead, items: [item ?? {}], credentials: temp.credentials });
		if (who === null) {
			expect(json[0]).toEqual([]);
			return;
		}
		const inquiries = (json[0] ?? []) as {
			inquiry: {
				people: { fullName: string | null; phones: { e164: string }[]; emails: { address: string }[] }[];
				source: { source: string };
			};
		}[];
		expect(
			inquiries.map(({ inquiry }) =>
				inquiry.people.map(({ fullName, phones, emails }) => [
					fullName ?? '',
					phones.map(({ e164 }) => e164),
					emails.map(({ address }) => address),
				]),
			),
		).toEqual([[[who.name, who.phone === null ? [] : [who.phone], who.email === null ? [] : [who.email]]]]);
		if (source !== undefined) expect(inquiries[0]?.inquiry.source.source).toBe(source);
	});
});
