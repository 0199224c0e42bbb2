import { Portfolio } from '../../../nodes/Portfolio/Portfolio.node';
import { runNode } from '../support/runNode';
import { companyForm, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';

const temp = useTempStore();

const save = async (changes: Record<string, unknown> = {}) =>
	await runNode({ nodeType: Portfolio, parameters: { ...companyForm, ...changes }, credentials: temp.credentials });

describe('Save Settings', () => {
	it('keeps the form as settings and says so in a sentence', async () => {
		const saved = await saveCompany(temp);
		expect(saved).toMatchObject({
			summary: 'Saved 2 lines and 2 properties for Maple Property Group.',
			changed: true,
			portfolio: 'main',
			revision: 1,
			settings: {
				key: 'main',
				brand: 'Maple Property Group',
				country: 'US',
				timeZone: 'America/Chicago',
				defaultOwner: 'Leasing Team',
				properties: [
					{
						key: 'maple-court',
						name: 'Maple Court',
						tourUrl: 'https://example.com/maple/tour',
						owner: 'Dana',
						state: 'TX',
						timeZone: null,
					},
					{ key: 'cedar-house', name: 'Cedar House', tourUrl: null, owner: null, state: null, timeZone: null },
				],
				lines: [
					{ phone: '+15125550100', phoneDisplay: '(512) 555-0100', label: 'Gate sign', propertyKey: 'maple-court' },
					{ phone: '+15125550101', phoneDisplay: '(512) 555-0101', label: 'Cedar House', propertyKey: 'cedar-house' },
				],
				staff: [{ name: 'Dana', phone: '+15125550110', phoneDisplay: '(512) 555-0110' }],
				trackingNumbers: ['+15125550120'],
				holidays: ['2026-11-26', '2026-12-25'],
			},
		});
		expect(new Date(String(saved.updatedAt)).toISOString()).toBe(saved.updatedAt);
	});

	it('has office hours from Monday to Saturday, 9 to 18, until the user says otherwise', async () => {
		const { settings } = await saveCompany(temp);
		const open = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }));
		expect(settings).toMatchObject({ officeHours: open });
	});

	it('takes other hours, and a day without a row is closed', async () => {
		const saved = await saveCompany(temp, {
			officeHours: {
				hours: [
					{ days: ['Sunday'], opens: '10 AM', closes: '4 PM' },
					{ days: 'Mon-Tue', opens: '9', closes: '17:30' },
				],
			},
		});
		expect(saved.settings).toMatchObject({
			officeHours: [
				{ weekday: 0, opens: '10:00', closes: '16:00' },
				{ weekday: 1, opens: '09:00', closes: '17:30' },
				{ weekday: 2, opens: '09:00', closes: '17:30' },
			],
		});
	});

	it('lets several lines share a property, and a line stand for the whole company', async () => {
		const line = [
			{ phone: '512 555 0100', property: 'Maple Court' },
			{ phone: '512 555 0101', property: 'maple  court', owner: 'Dana' },
			{ phone: '512 555 0102', label: 'Switchboard' },
		];
		const { settings, summary } = await saveCompany(temp, { lines: { line } });
		expect(summary).toBe('Saved 3 lines and 1 property for Maple Property Group.');
		expect(settings).toMatchObject({
			properties: [{ key: 'maple-court', name: 'Maple Court', owner: 'Dana' }],
			lines: [{ propertyKey: 'maple-court' }, { propertyKey: 'maple-court' }, { propertyKey: null, label: 'Switchboard' }],
		});
	});

	describe('Properties', () => {
		const row = (more: Record<string, string>) => ({
			property: '',
			address: '',
			aliases: '',
			listingIds: '',
			trackingNumbers: '',
			tourUrl: '',
			owner: '',
			timeZone: '',
			state: '',
			...more,
		});
		const saveWith = async (...property: Record<string, string>[]) =>
			(await save({ properties: { property: property.map(row) }, fallbackOwner: 'Lead Desk' })).json[0]?.[0];

		it('add to the properties of the lines, and may stand without a line', async () => {
			const saved = await saveWith(
				{
					property: 'maple court',
					address: '14 Maple Ct',
					aliases: 'The Maples',
					listingIds: 'MC-204, 77',
					trackingNumbers: '512 555 0130',
				},
				{ property: 'Birch Hill', owner: 'Sam' },
				{},
			);
			expect(saved?.settings).toMatchObject({
				fallbackOwner: 'Lead Desk',
				properties: [
					{
						key: 'maple-court',
						address: '14 Maple Ct',
						aliases: ['The Maples'],
						listingIds: ['MC-204', '77'],
						trackingNumbers: ['+15125550130'],
						owner: 'Dana',
					},
					{ key: 'cedar-house' },
					{ key: 'birch-hill', name: 'Birch Hill', owner: 'Sam' },
				],
			});
		});

		it('name the row that is wrong, and rows that contradict a line', async () => {
			await expect(saveWith({ property: 'Maple Court', owner: 'Somebody Else' })).rejects.toMatchObject({
				message: expect.stringContaining('Properties, row 1, Owner: found "Somebody Else". Row 1 says "Dana"'),
			});
			await expect(saveWith({ property: 'Birch Hill', trackingNumbers: '555' })).rejects.toMatchObject({
				message: expect.stringContaining('Properties, row 1, Tracking Numbers: found "555".'),
			});
			await expect(saveWith({ address: '14 Maple Ct' })).rejects.toMatchObject({
				message: expect.stringContaining('Properties, row 1, Address'),
			});
		});
	});

	it('saving the same again changes nothing', async () => {
		await saveCompany(temp);
		const again = await saveCompany(temp);
		expect(again).toMatchObject({
			changed: false,
			revision: 1,
			summary: 'Nothing changed: 2 lines and 2 properties for Maple Property Group stand as they were.',
		});
	});

	it('names everything that is wrong at once, by the words of the form, and saves nothing', async () => {
		const line = [
			{ phone: '555', property: 'Maple Court', tourUrl: 'http://example.com' },
			{ phone: '(512) 555-0101', property: 'Maple Court', owner: 'Dana', state: 'Texas Hill Country' },
			{ phone: '(512) 555-0102', property: 'Maple Court', owner: 'Ben' },
			{ phone: '(512) 555-0103', owner: 'Ben' },
		];
		const failure = save({
			companyName: ' ',
			lines: { line },
			staffPhones: { staff: [{ name: '', phone: '512 555 0110' }] },
			holidays: '2026-02-30',
		});
		await expect(failure).rejects.toMatchObject({ description: expect.stringContaining('run it again') });
		await failure.catch((error: Error) => {
			for (const sentence of [
				'8 fields need mending',
				'Company Name: found nothing. Enter the company name that renters see',
				'Lines, row 1, Phone Number: found "555".',
				'Lines, row 1, Tour Link: found "http://example.com". The link is not secure',
				'Lines, row 2, State: found "Texas Hill Country". Enter the two letters',
				'Lines, row 3, Owner: found "Ben". Row 2 says "Dana" for the same property',
				'Lines, row 4, Owner: found "Ben". It says something about a property, but the row names none',
				'Staff Phones, row 1, Name: found nothing. Enter whose number this is.',
				'Holidays, row 1: found "2026-02-30".',
			]) {
				expect(error.message).toContain(sentence);
			}
		});
		expect(await (await temp.store()).portfolios.list()).toEqual([]);
	});

	it.each([
		[
			'a wrong office day',
			{ officeHours: { hours: [{ days: 'Funday', opens: '9', closes: '18' }] } },
			'Office Hours, row 1, Days: found "Funday".',
		],
		['an expression that gives no owner', { defaultOwner: '={{ "" }}' }, 'one field needs mending. Default Owner: found nothing.'],
		[
			'a time zone that is no zone',
			{ timeZone: '={{ "Central" }}' },
			'Time Zone: found "Central". This is not the name of a time zone. Enter America/Chicago instead.',
		],
		['lines from an expression that gives text', { lines: '={{ "none" }}' }, null],
	])('%s', async (_case, changes, sentence) => {
		const run = save(changes);
		if (sentence === null) await expect(run).resolves.toMatchObject({ json: [[{ settings: { lines: [] } }]] });
		else await expect(run).rejects.toMatchObject({ message: expect.stringContaining(sentence) });
	});

	it('with On Error: Continue, a mistake becomes an item', async () => {
		const { outputs } = await runNode({
			nodeType: Portfolio,
			parameters: { ...companyForm, companyName: '={{ $json.company }}' },
			items: [{ company: '' }, { company: 'Oak Homes' }],
			credentials: temp.credentials,
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.stringContaining('Company Name: found nothing') }, pairedItem: { item: 0 } },
			{ json: { settings: { brand: 'Oak Homes' } }, pairedItem: { item: 1 } },
		]);
	});

	it('says which company has a line already', async () => {
		await saveCompany(temp);
		await expect(save({ portfolio: 'second' })).rejects.toMatchObject({ message: expect.stringContaining('+15125550100') });
	});
});

describe('Get Settings', () => {
	const get = async () => await runNode({ nodeType: Portfolio, parameters: { operation: 'get' }, credentials: temp.credentials });

	it('gives what was saved, and whether the office is open', async () => {
		await saveCompany(temp);
		const { json } = await get();
		expect(json[0]).toMatchObject([
			{
				summary: 'Found 2 lines and 2 properties for Maple Property Group.',
				revision: 1,
				settings: { brand: 'Maple Property Group' },
				officeOpenNow: expect.any(Boolean),
			},
		]);
	});

	it('says what to do when nothing was saved yet', async () => {
		await expect(get()).rejects.toMatchObject({
			message: 'No company settings are saved under "main".',
			description: expect.stringContaining('Run the Portfolio node once with the operation Save Settings'),
		});
	});
});

describe('the test of a Leasing Store credential', () => {
	const test = async (file: string) => {
		const { storeOpens } = new Portfolio().methods.credentialTest;
		const credential = { id: '1', name: 'Store', type: 'leasingStoreApi', data: { backend: 'sqlite', file } };
		// n8n hands over request helpers, which this test does not need.
		return await storeOpens.call({} as ThisParameterType<typeof storeOpens>, credential);
	};

	it('opens the store and says what is in it', async () => {
		await saveCompany(temp);
		const file = String(temp.credentials.leasingStoreApi?.file);
		expect(await test(file)).toEqual({ status: 'OK', message: `The store opens: ${file}. It holds Maple Property Group.` });
	});

	it('says why a store does not open', async () => {
		const file = String(temp.credentials.leasingStoreApi?.file);
		await saveCompany(temp);
		const result = await test(`${file}/inside-a-file/leasing.sqlite`);
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining('cannot be created or written') });
	});
});
