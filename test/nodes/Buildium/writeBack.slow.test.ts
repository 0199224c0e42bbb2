import { markerOf } from '../../../leasing/writeBack/marker';
import type { StoredWork } from '../../../store/port';
import { DeduplicateLead } from '../../../nodes/DeduplicateLead/DeduplicateLead.node';
import { NormalizeLead } from '../../../nodes/NormalizeLead/NormalizeLead.node';
import { runNode } from '../support/runNode';
import { missedCall, saveCompany } from '../support/samples';
import { useTempStore } from '../support/tempStore';
import { askOf, chosen } from './support/ask';
import { allWithinSpecification, useStandIn } from './support/standIn';

interface WriteBackItem {
	writeBack: {
		state: string;
		key: string;
		route: string | null;
		recordId?: string;
		already?: boolean;
		reasons: Array<{ code: string }>;
		request?: { path: string; body: Record<string, unknown> } | null;
		steps?: Array<{ route: string }>;
	};
}

describe('Buildium node, resource Write-Back', () => {
	const standIn = useStandIn('test', { size: { residents: 40 } });
	const temp = useTempStore();
	const ask = async (operation: string, parameters: Record<string, unknown>, item: object) => {
		const [json] = await askOf({ ...standIn, credentials: { ...standIn.credentials, ...temp.credentials } })(
			'writeBack',
			operation,
			parameters,
			[item],
		);
		return json as unknown as WriteBackItem;
	};
	const staffId = () => standIn.sandbox.people.staff.id;
	const queue = async (item: object, parameters: Record<string, unknown> = {}) =>
		await ask('queue', { assignTo: chosen(staffId()), ...parameters }, item);
	const works = async (): Promise<StoredWork[]> => await (await temp.store()).work.list({ kind: 'buildium_write_back', limit: 50 });
	/** As Leasing Work Trigger gives it. */
	const write = async (attempts = 1, parameters: Record<string, unknown> = {}) => {
		const [work] = await works();
		return await ask('write', parameters, { id: work?.id, kind: work?.kind, key: work?.key, payload: work?.payload, attempts });
	};
	const callFrom = (phone: string) => missedCall(phone, { callKey: 'CA1', eventId: 'missed_call:twilio:CA1' });
	const marker = markerOf('missed_call:twilio:CA1');
	/** Everything that carries the marker in the stand-in. */
	const marked = () => {
		const { phoneLogs, contactRequests, notes, taskHistory } = standIn.sandbox.data;
		const holding = (table: typeof notes, field: string) => table.all().filter((record) => String(record[field]).includes(marker));
		return {
			phoneLogs: holding(phoneLogs, 'Subject'),
			contactRequests: holding(contactRequests, 'Title'),
			notes: holding(notes, 'Note'),
			history: holding(taskHistory, 'Message'),
		};
	};
	const countMarked = () => Object.fromEntries(Object.entries(marked()).map(([name, records]) => [name, records.length]));
	const nothing = { phoneLogs: 0, contactRequests: 0, notes: 0, history: 0 };

	beforeEach(async () => {
		await saveCompany(temp);
		await askOf({ ...standIn, credentials: { ...standIn.credentials, ...temp.credentials } })('directory', 'sync');
		standIn.sandbox.requests.length = 0;
	});

	it.each([
		['resident', 'RentalTenant'],
		['rentalOwner', 'RentalOwner'],
		['vendor', 'Vendor'],
	] as const)('a missed call from a %s becomes one phone log on that record', async (who, entityType) => {
		const person = standIn.sandbox.people[who];
		const queued = await queue(callFrom(person.phone));
		expect(queued.writeBack).toMatchObject({ state: 'queued', route: 'phone_log' });
		expect(standIn.asked()).toEqual([]);
		expect((await write()).writeBack).toMatchObject({ state: 'written', route: 'phone_log', already: false });
		expect(countMarked()).toEqual({ ...nothing, phoneLogs: 1 });
		expect(marked().phoneLogs[0]).toMatchObject({
			Participant: { EntityId: person.id, EntityResources: expect.anything() },
			Description: expect.stringContaining('How it was missed: no answer'),
		});
		expect(standIn.last('POST').body).toMatchObject({ Participant: { EntityType: entityType, EntityId: person.id } });
	});

	it('a missed call from a stranger becomes one contact request, whatever runs twice', async () => {
		const { stranger } = standIn.sandbox.people;
		await queue(callFrom(stranger.phone));
		expect((await queue(callFrom(stranger.phone))).writeBack).toMatchObject({ state: 'known' });
		expect(await works()).toHaveLength(1);
		const first = await write();
		expect((await write(2)).writeBack).toMatchObject({ state: 'written', already: true, recordId: first.writeBack.recordId });
		expect(countMarked()).toEqual({ ...nothing, contactRequests: 1 });
		expect(marked().contactRequests[0]).toMatchObject({
			AssignedToUserId: staffId(),
			TaskStatus: 'New',
			ContactDetail: { FirstName: 'Unknown caller', PhoneNumbers: { Mobile: expect.stringContaining('555-01') } },
		});
	});

	it('gives a contact request to the manager of the property that was called', async () => {
		const property = standIn.sandbox.data.rentals.find((one) => one.RentalManager !== null && one.IsActive === true);
		const manager = property?.RentalManager as { Id: number; Email: string };
		await saveCompany(temp, { lines: { line: [{ phone: '(512) 555-0100', property: String(property?.Name) }] } });
		const call = {
			...callFrom(standIn.sandbox.people.stranger.phone),
			property: { key: String(property?.Name), name: String(property?.Name) },
		};
		await queue(call, { assignTo: chosen('') });
		await write();
		expect(standIn.last('POST').body).toMatchObject({ PropertyId: property?.Id });
		const user = standIn.sandbox.data.users.get(Number((standIn.last('POST').body as { AssignedToUserId: number }).AssignedToUserId));
		expect([user?.Email, user?.Id]).toEqual(expect.arrayContaining([manager.Email ?? manager.Id]));
	});

	it('a lead about a property that nobody typed is written to it, also where two have its name', async () => {
		const { data, people } = standIn.sandbox;
		const [one, two] = data.rentals.all().filter(({ IsActive }) => IsActive === true);
		const propertyOf = async (id: string, fields: object) => {
			const { json } = await runNode({
				nodeType: NormalizeLead,
				items: [{ name: 'Ana Ruiz', phone: people.stranger.phone, entry_id: id, ...fields }],
				credentials: temp.credentials,
			});
			const queued = await queue(json[0]?.[0] ?? {}, { options: { dryRun: true } });
			expect(queued.writeBack.request?.body).toBeDefined();
			return queued.writeBack.request?.body.PropertyId;
		};
		const addressOf = ({ Address }: Record<string, unknown> = {}) => {
			const { AddressLine1, City, State, PostalCode } = Address as Record<string, string>;
			return `${AddressLine1}, ${City}, ${State} ${PostalCode}`;
		};
		expect([one?.Id, two?.Id]).toEqual([expect.any(Number), expect.any(Number)]);
		expect(await propertyOf('f1', { property: two?.Name })).toBe(two?.Id);

		for (const property of [one, two]) data.rentals.change(Number(property?.Id), { Name: 'Elm House' });
		await askOf({ ...standIn, credentials: { ...standIn.credentials, ...temp.credentials } })('directory', 'sync');
		expect(await propertyOf('f2', { property: 'Elm House', property_address: addressOf(one) })).toBe(one?.Id);
		expect(await propertyOf('f3', { property: 'Elm House', property_address: addressOf(two) })).toBe(two?.Id);
		expect(await propertyOf('f4', { property: 'Elm House' })).toBeUndefined();
		const called = await queue(
			{ ...callFrom(people.stranger.phone), property: { key: 'Elm House', name: 'Elm House' } },
			{ options: { dryRun: true } },
		);
		expect(called.writeBack.request?.body).not.toHaveProperty('PropertyId');
	});

	it('a renter whom Deduplicate Lead knows gets a message on the same contact request, and a new one when that is done', async () => {
		const { stranger } = standIn.sandbox.people;
		const inquiryOf = async (callKey: string) => {
			const { json } = await runNode({
				nodeType: NormalizeLead,
				parameters: { input: 'missedCall' },
				items: [missedCall(stranger.phone, { callKey, eventId: `missed_call:twilio:${callKey}` })],
				credentials: temp.credentials,
			});
			const { json: decided } = await runNode({ nodeType: DeduplicateLead, items: json[0] ?? [], credentials: temp.credentials });
			return decided.flat()[0] ?? {};
		};
		const doneNow = async (callKey: string) => {
			await queue(await inquiryOf(callKey));
			const work = (await works()).find(({ key }) => key.endsWith(callKey));
			return await ask('write', {}, { id: work?.id, kind: work?.kind, key: work?.key, payload: work?.payload, attempts: 1 });
		};
		const first = await doneNow('CA1');
		const second = await doneNow('CA2');
		expect(first.writeBack.route).toBe('contact_request');
		expect(second.writeBack).toMatchObject({ route: 'contact_request_message', recordId: first.writeBack.recordId });
		const request = Number(first.writeBack.recordId);
		const messages = standIn.sandbox.data.taskHistory
			.all()
			.filter(({ TaskId, Message }) => TaskId === request && String(Message).includes(markerOf('missed_call:twilio:CA2')));
		expect(messages).toHaveLength(1);
		expect(standIn.sandbox.data.contactRequests.get(request)).toMatchObject({
			Title: expect.stringContaining(marker),
			ContactDetail: { FirstName: 'Unknown caller' },
		});

		standIn.sandbox.data.contactRequests.change(request, { TaskStatus: 'Completed' });
		const third = await doneNow('CA3');
		expect(third.writeBack).toMatchObject({
			route: 'contact_request',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'write_back_request_closed' })]),
		});
		expect(third.writeBack.recordId).not.toBe(first.writeBack.recordId);
	});

	it('an applicant gets a note', async () => {
		const { applicant } = standIn.sandbox.people;
		expect((await queue(callFrom(applicant.phone))).writeBack.route).toBe('applicant_note');
		await write();
		expect(countMarked()).toEqual({ ...nothing, notes: 1 });
		expect(marked().notes[0]).toMatchObject({ Parent: 'applicant', ParentId: applicant.id });
	});

	it.each(['error_after_write', 'drop_after_write'] as const)('%s: the next try finds the record and writes nothing', async (status) => {
		await queue(callFrom(standIn.sandbox.people.stranger.phone));
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status });
		await expect(write()).rejects.toMatchObject({ message: expect.stringContaining('Buildium') });
		expect((await write(2)).writeBack).toMatchObject({
			state: 'written',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'write_back_found' })]),
		});
		expect(countMarked()).toEqual({ ...nothing, contactRequests: 1 });
		expect(standIn.asked().filter((one) => one.startsWith('POST'))).toHaveLength(1);
	});

	it.each([
		['phone log', 'resident', 'POST /v1/communications/phonelogs', 'phoneLogs'],
		['applicant note', 'applicant', /POST \/v1\/applicants\/\d+\/notes/, 'notes'],
	] as const)('a %s that arrived without an answer is found again', async (_, who, match, where) => {
		await queue(callFrom(standIn.sandbox.people[who].phone));
		standIn.sandbox.faults.failNext({ match, status: 'error_after_write' });
		await expect(write()).rejects.toBeDefined();
		expect((await write(2)).writeBack.state).toBe('written');
		expect(countMarked()).toEqual({ ...nothing, [where]: 1 });
	});

	it('an outage delays and neither loses nor doubles', async () => {
		await queue(callFrom(standIn.sandbox.people.resident.phone));
		standIn.sandbox.faults.down('unreachable');
		for (const attempt of [1, 2, 3]) await expect(write(attempt)).rejects.toBeDefined();
		standIn.sandbox.faults.down(false);
		expect((await write(4)).writeBack.state).toBe('written');
		expect(countMarked()).toEqual({ ...nothing, phoneLogs: 1 });
	});

	it('429 again and again only delays', async () => {
		await queue(callFrom(standIn.sandbox.people.stranger.phone));
		standIn.sandbox.faults.failNext({ match: 'POST /v1/tasks/contactrequests', status: 429, times: 6 });
		await expect(write()).rejects.toMatchObject({ message: expect.stringContaining('too many requests') });
		expect(countMarked()).toEqual(nothing);
		expect((await write(2)).writeBack.state).toBe('written');
		expect(countMarked()).toEqual({ ...nothing, contactRequests: 1 });
	}, 30_000);

	it('goes another way where the key may not write, remembers it, and asks a person once when no way is left', async () => {
		standIn.sandbox.setPermissions({ phoneLogs: 'view' });
		await queue(callFrom(standIn.sandbox.people.resident.phone));
		expect((await write()).writeBack).toMatchObject({
			state: 'written',
			route: 'note',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'write_back_not_allowed' })]),
		});
		const next = await queue(missedCall(standIn.sandbox.people.vendor.phone, { callKey: 'CA2', eventId: 'missed_call:twilio:CA2' }), {
			options: { dryRun: true },
		});
		expect(next.writeBack).toMatchObject({
			state: 'dry_run',
			route: 'note',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'write_back_other_way' })]),
		});
	});

	it('on a plan without the API nothing fails: it stays on our record, and one task says what is missing', async () => {
		standIn.sandbox.setPermissions('view');
		await queue(callFrom(standIn.sandbox.people.stranger.phone));
		expect((await write()).writeBack).toMatchObject({ state: 'refused' });
		const tasks = await (await temp.store()).tasks.list({ portfolio: 'main', kind: 'fix_setup', limit: 5 });
		expect(tasks).toEqual([
			expect.objectContaining({
				title: 'Allow the Buildium API key to write',
				reasons: [expect.objectContaining({ sentence: expect.stringContaining('Tasks > Tasks (View and Edit)') })],
			}),
		]);
		expect((await queue(missedCall('+15125550177', { callKey: 'CA9', eventId: 'missed_call:twilio:CA9' }))).writeBack).toMatchObject({
			state: 'not_queued',
		});
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', kind: 'fix_setup', limit: 5 })).toHaveLength(1);
	});

	it('asks for somebody to assign to instead of writing to nobody', async () => {
		const queued = await queue({ ...callFrom(standIn.sandbox.people.stranger.phone), property: null }, { assignTo: chosen('') });
		expect(queued.writeBack).toMatchObject({
			state: 'not_queued',
			reasons: expect.arrayContaining([expect.objectContaining({ code: 'write_back_no_assignee' })]),
		});
		expect(await works()).toEqual([]);
		expect(await (await temp.store()).tasks.list({ portfolio: 'main', kind: 'fix_setup', limit: 5 })).toHaveLength(1);
	});

	it('a dry run shows what would be written and leaves no trace, before queueing and before writing', async () => {
		const dry = await queue(callFrom(standIn.sandbox.people.resident.phone), { options: { dryRun: true } });
		expect(dry.writeBack).toMatchObject({
			state: 'dry_run',
			route: 'phone_log',
			request: { path: '/v1/communications/phonelogs', body: { Participant: { EntityType: 'RentalTenant' } } },
		});
		expect(await works()).toEqual([]);
		await queue(callFrom(standIn.sandbox.people.resident.phone));
		expect((await write(1, { dryRun: true })).writeBack).toMatchObject({
			state: 'dry_run',
			steps: [{ route: 'phone_log' }, { route: 'note' }, { route: 'contact_request' }],
		});
		expect(standIn.asked()).toEqual([]);
	});

	it('writes a no-show beside the call it came from', async () => {
		await queue(callFrom(standIn.sandbox.people.resident.phone));
		const noShow = await queue(callFrom(standIn.sandbox.people.resident.phone), {
			what: 'no_show',
			summary: 'Did not come to the tour at 3 PM',
		});
		expect(noShow.writeBack).toMatchObject({ state: 'queued', key: 'missed_call:twilio:CA1:no_show' });
		expect(await works()).toHaveLength(2);
	});

	it.each([
		['an item that tells nothing', {}, {}, 'This item does not say what happened'],
		['a kind without a summary', callFrom('+15125550123'), { what: 'no_show' }, 'Summary is empty'],
	])('refuses %s', async (_, item, parameters, message) => {
		await expect(queue(item, parameters)).rejects.toMatchObject({ message: expect.stringContaining(message) });
	});

	it('refuses to write an item that is no due work', async () => {
		await expect(ask('write', {}, { json: 1 })).rejects.toMatchObject({ message: 'This item is no write-back that is due.' });
	});

	allWithinSpecification(standIn);
});
