import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode, type NodeRun } from '../support/runNode';
import { MAIN_LINE, missedCall, saveCompany, STAFF_PHONE, TRACKING_NUMBER } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();

const normalize = async (items: object[], parameters: Record<string, unknown> = {}, more: Partial<NodeRun> = {}) =>
	await runNode({ nodeType: NormalizeLead, parameters, items, credentials: temp.credentials, ...more });

describe('without saved settings', () => {
	it.each([
		['a missed call', missedCall('+15125550199')],
		['a form', { phone: '512 555 0199' }],
	])('%s: says that the Portfolio node has to run first', async (_case, item) => {
		await expect(normalize([item])).rejects.toMatchObject({
			message: 'No company settings are saved under "main".',
			description: expect.stringContaining('Run the Portfolio node once'),
		});
	});
});

describe('with saved settings', () => {
	beforeEach(async () => {
		await saveCompany(temp);
	});

	it('detects a missed call and makes an inquiry of it', async () => {
		const event = missedCall('+15125550199', { callKey: 'CA1', callId: 'call_9' });
		const { json } = await normalize([event]);
		expect(json[1]).toEqual([]);
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					portfolio: 'main',
					provider: 'twilio',
					providerId: 'CA1',
					channel: 'call',
					occurredAt: '2026-11-20T16:00:00.000Z',
					people: [{ phones: [{ e164: '+15125550199', contactClass: 'personal', isIdentity: true }] }],
					interest: { propertyKey: 'maple-court', propertyName: 'Maple Court' },
					source: { source: 'phone', line: MAIN_LINE },
					call: { callKey: 'CA1', outcome: 'no_answer', withheld: false, line: MAIN_LINE },
				},
				event: { kind: 'missed_call', eventId: 'twilio:CA1:missed', callId: 'call_9', outcome: 'no_answer' },
			},
		]);
	});

	it.each([
		['+7378742833', 'withheld'],
		['anonymous', 'withheld'],
		['+18005550199', 'toll_free'],
		[MAIN_LINE, 'own'],
		[TRACKING_NUMBER, 'own'],
		[STAFF_PHONE, 'staff'],
	])('says what the caller %s is: %s, and no identity', async (from, contactClass) => {
		const { json } = await normalize([missedCall(from)]);
		expect(json[0]).toMatchObject([{ inquiry: { people: [{ phones: [{ contactClass, isIdentity: false }] }] } }]);
	});

	it('reads a form by the usual names, in the item of a Webhook node too', async () => {
		const body = {
			first_name: 'Ana',
			last_name: 'Ruiz',
			'Phone Number': '(512) 555-0199',
			email: 'Ana@Example.com',
			property: 'cedar house',
			message: 'Two bedrooms?',
			entry_id: 77,
		};
		const { json } = await normalize([{ headers: { host: 'x' }, params: {}, query: {}, body }]);
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					portfolio: 'main',
					provider: 'form',
					providerId: '77',
					channel: 'form',
					people: [
						{
							firstName: 'Ana',
							lastName: 'Ruiz',
							phones: [{ e164: '+15125550199' }],
							emails: [{ address: 'ana@example.com' }],
						},
					],
					interest: { propertyKey: 'cedar-house', message: 'Two bedrooms?' },
					source: { source: 'website' },
					call: null,
				},
			},
		]);
		expect(json[0]?.[0]).not.toHaveProperty('event');
	});

	it('follows the field map, the default source and the options', async () => {
		const item = { a: { who: 'Ana Ruiz' }, b: [{ reach: '5125550199' }], ref: 'Q-1' };
		const { json } = await normalize([item], {
			input: 'form',
			fieldMap: { fullName: 'a.who', phone: 'b[0].reach', submissionId: 'ref' },
			defaultSource: 'Zillow',
			options: { channel: 'listing', provider: 'zillow-mail' },
		});
		expect(json[0]).toMatchObject([
			{
				inquiry: {
					provider: 'zillow-mail',
					providerId: 'Q-1',
					channel: 'listing',
					people: [{ fullName: 'Ana Ruiz', phones: [{ e164: '+15125550199' }] }],
					source: { source: 'zillow' },
				},
			},
		]);
	});

	it('sends what holds nobody to Unreadable, with reasons and the raw item', async () => {
		const { outputs, json } = await normalize([{ color: 'green' }, { phone: '512 555 0199' }]);
		expect(json[1]).toMatchObject([
			{ reasons: [{ code: 'no_contact', sentence: expect.stringContaining('color') }], raw: { color: 'green' } },
		]);
		expect(outputs[1]?.[0]?.pairedItem).toEqual({ item: 0 });
		expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 1 });
	});

	it('sends a broken missed call to Unreadable and names the field', async () => {
		const { json } = await normalize([{ ...missedCall('+15125550199'), startedAt: 'yesterday' }, { phone: '512 555 0199' }], {
			input: 'missedCall',
		});
		expect(json[0]).toEqual([]);
		expect(json[1]).toMatchObject([
			{ reasons: [{ code: 'not_a_missed_call', sentence: expect.stringContaining('startedAt: found "yesterday"') }] },
			{ reasons: expect.arrayContaining([{ code: 'not_a_missed_call', sentence: expect.stringContaining('event: found nothing') }]) },
		]);
	});

	it('explains a field map that holds a value instead of a path', async () => {
		const run = normalize([{ phone: 5125550199 }], { input: 'form', fieldMap: { phone: '={{ $json.phone }}' } });
		await expect(run).rejects.toMatchObject({
			message: 'Field Map, Phone holds no path.',
			description: expect.stringContaining('contact.phone'),
		});
	});

	it('explains an unknown portfolio with what there is', async () => {
		const run = normalize([{ phone: '512 555 0199' }], { portfolio: 'oak' });
		await expect(run).rejects.toMatchObject({
			message: 'No company settings are saved under "oak".',
			description: expect.stringContaining('Saved so far: main.'),
		});
	});

	it('explains a choice that an expression got wrong', async () => {
		await expect(normalize([{}], { input: '={{ "fax" }}' })).rejects.toMatchObject({ message: 'Input is none of the choices.' });
		const run = normalize([{}], { input: 'form', options: { channel: '={{ "fax" }}' } });
		await expect(run).rejects.toMatchObject({ message: 'An option cannot be read.', description: expect.stringContaining('walk_in') });
	});

	it('with On Error: Continue, the mistake of one item leaves the others alone', async () => {
		const { outputs } = await normalize(
			[
				{ phone: '512 555 0199', key: 'oak' },
				{ phone: '512 555 0198', key: 'main' },
			],
			{ portfolio: '={{ $json.key }}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(outputs[0]).toMatchObject([{ json: { inquiry: { portfolio: 'main' } }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: 'No company settings are saved under "oak".' }, pairedItem: { item: 0 } }]);
	});
});
