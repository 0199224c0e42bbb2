import type { NewMerge } from '../../../store/port';
import { newCall, newInquiry, newLead, newTask, newText, NOON, OTHER_RENTER, RENTER, settings } from './builders';
import type { StoreUnderTest } from './useStore';

export function mergeContract(test: StoreUnderTest): void {
	/** A lead with one row in everything that can belong to one. */
	const lead = async (name: string, phone: string) => {
		const { store } = test;
		const { id } = await store.leads.create(newLead({ fullName: name, phone }));
		await store.leads.addIdentity('main', id, { kind: 'phone', value: phone });
		const { inquiry } = await store.inquiries.record(newInquiry({ providerId: `CA ${name}` }));
		await store.inquiries.setLead(inquiry.id, id);
		await store.inquiries.addTouch({
			portfolio: 'main',
			leadId: id,
			inquiryId: inquiry.id,
			channel: 'call',
			source: 'phone',
			campaign: null,
			at: NOON,
		});
		const { call } = await store.calls.open(newCall({ providerCallId: `CA ${name}` }));
		await store.calls.setLead(call.id, id);
		await store.texts.plan(newText({ key: name, leadId: id, phone }));
		const { task } = await store.tasks.open(newTask({ key: name, leadId: id }));
		await store.matching.add({ portfolio: 'main', inquiryId: inquiry.id, leadId: id, record: { name }, at: NOON, keys: [name] });
		await store.writeBacks.plan({ portfolio: 'main', provider: 'buildium', key: name }, id, []);
		await store.writeBacks.markWritten({ portfolio: 'main', provider: 'buildium', key: name }, { type: 'note', id: name }, []);
		await store.timeline.add({
			portfolio: 'main',
			leadId: id,
			callId: null,
			inquiryId: inquiry.id,
			at: NOON,
			kind: 'match',
			sentence: `${name} called.`,
			reasons: [],
		});
		return { id, inquiryId: inquiry.id, callId: call.id, taskId: task.id };
	};
	const merge = async (keptId: string, mergedId: string, more: Partial<NewMerge> = {}) =>
		(
			await test.store.merges.merge({
				keptId,
				mergedId,
				change: {},
				closeTaskIds: [],
				by: 'Dana',
				reasons: [{ code: 'same_phone', sentence: 'same phone' }],
				at: test.clock.now(),
				...more,
			})
		).merge;
	const everythingOf = async (id: string) => {
		const { store } = test;
		return {
			lead: await store.leads.get(id),
			identities: await store.leads.identities(id),
			inquiries: (await store.inquiries.listByLead(id)).map((one) => [one.inquiry.providerId, one.leadId]),
			touches: (await store.inquiries.touches(id)).map((one) => [one.inquiryId, one.leadId]),
			calls: (await store.calls.listByLead(id)).map((one) => one.providerCallId),
			texts: (await store.texts.listByLead(id)).map((one) => one.key),
			tasks: await store.tasks.list({ portfolio: 'main', leadId: id, limit: 9 }),
			records: await store.matching.ofLead(id),
			timeline: (await store.timeline.ofLead(id)).map((one) => one.sentence),
			writtenBack: (await store.writeBacks.latestOfLead('main', 'buildium', id, 'note'))?.recordId,
		};
	};

	describe('merges', () => {
		it('make two leads one: everything of both is read under the one that was kept', async () => {
			const [maria, mary] = [await lead('Maria', RENTER), await lead('Mary', OTHER_RENTER)];
			test.clock.advance(5);
			const done = await merge(maria.id, mary.id, { change: { status: 'toured' } });
			expect(done).toEqual({
				id: done.id,
				portfolio: 'main',
				keptId: maria.id,
				mergedId: mary.id,
				by: 'Dana',
				reasons: [{ code: 'same_phone', sentence: 'same phone' }],
				at: NOON + 5,
				undoneAt: null,
				undoneBy: null,
			});
			const one = await everythingOf(maria.id);
			expect(one).toMatchObject({
				lead: { id: maria.id, fullName: 'Maria', status: 'toured', updatedAt: NOON + 5 },
				identities: [{ value: RENTER }, { value: OTHER_RENTER }],
				inquiries: [
					['CA Maria', maria.id],
					['CA Mary', maria.id],
				],
				touches: [
					[maria.inquiryId, maria.id],
					[mary.inquiryId, maria.id],
				],
				calls: ['CA Maria', 'CA Mary'],
				texts: ['Maria', 'Mary'],
				records: [{ leadId: maria.id }, { leadId: maria.id }],
				timeline: ['Maria called.', 'Mary called.'],
				// The later one of both.
				writtenBack: 'Mary',
			});
			expect(one.tasks.map(({ key }) => key)).toEqual(['Maria', 'Mary']);
			expect(await test.store.merges.get(done.id)).toEqual(done);
			expect(await test.store.merges.ofLead(mary.id)).toEqual([done]);
		});

		it('leave one lead to be found, also under what the other was known by', async () => {
			const { leads, inquiries } = test.store;
			const [maria, mary] = [await lead('Maria', RENTER), await lead('Mary', OTHER_RENTER)];
			const third = await leads.create(newLead({ phone: null, email: null }));
			await merge(maria.id, mary.id);
			expect(await leads.count('main')).toBe(2);
			expect((await leads.search({ portfolio: 'main', limit: 9 })).map(({ id }) => id)).toEqual([third.id, maria.id]);
			expect((await leads.search({ portfolio: 'main', text: OTHER_RENTER, limit: 9 })).map(({ id }) => id)).toEqual([maria.id]);
			expect((await leads.get(mary.id))?.id).toBe(maria.id);
			expect(await leads.update(mary.id, { owner: 'Ana' })).toMatchObject({ id: maria.id, owner: 'Ana' });
			const phone = { kind: 'phone', value: OTHER_RENTER } as const;
			expect(await leads.findByIdentities('main', [phone])).toEqual([{ identity: phone, leadId: maria.id }]);
			expect(await leads.addIdentity('main', maria.id, phone)).toEqual({ result: 'known' });
			expect(await leads.addIdentity('main', mary.id, { kind: 'phone', value: RENTER })).toEqual({ result: 'known' });
			expect(await leads.addIdentity('main', third.id, phone)).toEqual({ result: 'taken', leadId: maria.id });
			expect((await inquiries.get(mary.inquiryId))?.leadId).toBe(maria.id);
		});

		it('are undone to exactly what was', async () => {
			const [maria, mary] = [await lead('Maria', RENTER), await lead('Mary', OTHER_RENTER)];
			const before = [await everythingOf(maria.id), await everythingOf(mary.id)];
			test.clock.advance(5);
			const done = await merge(maria.id, mary.id, { change: { status: 'toured', nextAction: 'Call' }, closeTaskIds: [mary.taskId] });
			expect(await test.store.tasks.get(mary.taskId)).toMatchObject({ state: 'done', doneBy: 'Dana', doneAt: NOON + 5 });
			test.clock.advance(5);
			expect(await test.store.merges.undo(done.id, 'Sam', NOON + 10)).toEqual({ ...done, undoneAt: NOON + 10, undoneBy: 'Sam' });
			expect([await everythingOf(maria.id), await everythingOf(mary.id)]).toEqual(before);
			expect(await test.store.leads.count('main')).toBe(2);
			expect(await test.store.merges.undo(done.id, 'Sam', NOON + 10)).toBeNull();
			expect(await test.store.merges.undo('merge_none', 'Sam', NOON)).toBeNull();
		});

		it('once undone leave what somebody changed since as it is', async () => {
			const { leads, tasks, merges } = test.store;
			const [maria, mary] = [await lead('Maria', RENTER), await lead('Mary', OTHER_RENTER)];
			const done = await merge(maria.id, mary.id, {
				change: { status: 'toured', propertyKey: 'maple', nextAction: 'Call' },
				closeTaskIds: [mary.taskId],
			});
			test.clock.advance(5);
			await leads.update(maria.id, { status: 'applied' });
			await merges.undo(done.id, 'Sam', NOON + 5);
			expect(await leads.get(maria.id)).toMatchObject({
				status: 'applied',
				propertyKey: 'cedar',
				nextAction: 'Call back',
				updatedAt: NOON + 5,
			});
			expect(await tasks.get(mary.taskId)).toMatchObject({ state: 'open', doneAt: null });
		});

		it('of several leads are undone from the last to the first', async () => {
			const { merges, leads } = test.store;
			const [a, b, c] = [await lead('A', RENTER), await lead('B', OTHER_RENTER), await lead('C', '+15125550125')];
			const before = [await everythingOf(a.id), await everythingOf(b.id), await everythingOf(c.id)];
			const first = await merge(b.id, a.id);
			const second = await merge(c.id, b.id);
			expect((await leads.get(a.id))?.id).toBe(c.id);
			expect((await everythingOf(c.id)).calls).toEqual(['CA A', 'CA B', 'CA C']);
			await expect(merges.undo(first.id, 'Sam', NOON)).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining(second.id),
			});
			expect((await leads.get(a.id))?.id).toBe(c.id);
			await merges.undo(second.id, 'Sam', NOON);
			expect((await leads.get(a.id))?.id).toBe(b.id);
			await merges.undo(first.id, 'Sam', NOON);
			expect([await everythingOf(a.id), await everythingOf(b.id), await everythingOf(c.id)]).toEqual(before);
		});

		it('into one lead may be undone in any order', async () => {
			const { merges } = test.store;
			const [kept, a, b] = [await lead('K', RENTER), await lead('A', OTHER_RENTER), await lead('B', '+15125550125')];
			const before = await everythingOf(kept.id);
			const first = await merge(kept.id, a.id, { change: { status: 'toured' } });
			const second = await merge(kept.id, b.id, { change: { nextAction: 'Call' } });
			await merges.undo(first.id, 'Sam', NOON);
			expect(await test.store.leads.get(kept.id)).toMatchObject({ status: 'new', nextAction: 'Call' });
			await merges.undo(second.id, 'Sam', NOON);
			expect(await everythingOf(kept.id)).toEqual(before);
		});

		it('are refused for one and the same lead, and across companies', async () => {
			const { leads, portfolios } = test.store;
			const [a, b] = [await lead('A', RENTER), await lead('B', OTHER_RENTER)];
			await portfolios.save(settings({ key: 'birch', lines: [] }));
			const elsewhere = await leads.create(newLead({ portfolio: 'birch' }));
			await expect(merge(a.id, a.id)).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining('one lead already'),
			});
			await expect(merge(a.id, elsewhere.id)).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining('two different companies'),
			});
			await expect(merge(a.id, 'lead_none')).rejects.toMatchObject({ code: 'unknown_lead' });
			await merge(a.id, b.id);
			await expect(merge(b.id, a.id)).rejects.toMatchObject({
				code: 'constraint',
				message: expect.stringContaining('one lead already'),
			});
			expect(await test.store.merges.ofLead(a.id)).toHaveLength(1);
		});

		it('of the same two at the same time in two processes happen once', async () => {
			const other = await test.reopen();
			const [a, b] = [await lead('A', RENTER), await lead('B', OTHER_RENTER)];
			const request = { change: {}, closeTaskIds: [], by: 'Dana', reasons: [], at: NOON };
			const results = await Promise.allSettled([
				test.store.transaction(async (tx) => await tx.merges.merge({ ...request, keptId: a.id, mergedId: b.id })),
				other.transaction(async (tx) => await tx.merges.merge({ ...request, keptId: b.id, mergedId: a.id })),
			]);
			expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			expect(await test.store.merges.ofLead(a.id)).toHaveLength(1);
		});
	});

	describe('an inquiry', () => {
		it('moves to another lead with all that came of it', async () => {
			const { store } = test;
			const [a, b] = [await lead('A', RENTER), await lead('B', OTHER_RENTER)];
			const { inquiry } = await store.inquiries.record(
				newInquiry({
					providerId: 'CA9',
					call: { callKey: 'CA9', outcome: 'no_answer', withheld: false, line: null, lineLabel: null, voicemail: null },
				}),
			);
			const { call } = await store.calls.open(newCall({ providerCallId: 'CA9' }));
			await store.calls.setLead(call.id, a.id);
			await store.inquiries.setLead(inquiry.id, a.id);
			await store.inquiries.addTouch({
				portfolio: 'main',
				leadId: a.id,
				inquiryId: inquiry.id,
				channel: 'call',
				source: 'phone',
				campaign: null,
				at: NOON,
			});
			await store.texts.plan(newText({ key: 'late', leadId: a.id, callId: call.id }));
			await store.tasks.open(newTask({ key: 'call_back:twilio:CA9', leadId: a.id }));
			await store.matching.add({ portfolio: 'main', inquiryId: inquiry.id, leadId: a.id, record: {}, at: NOON, keys: [] });
			await store.timeline.add({
				portfolio: 'main',
				leadId: a.id,
				callId: null,
				inquiryId: inquiry.id,
				at: NOON,
				kind: 'match',
				sentence: 'Known.',
				reasons: [],
			});
			await store.timeline.add({
				portfolio: 'main',
				leadId: a.id,
				callId: call.id,
				at: NOON,
				kind: 'call',
				sentence: 'Missed.',
				reasons: [],
			});
			expect((await store.timeline.ofInquiry(inquiry.id)).map(({ sentence, inquiryId }) => [sentence, inquiryId])).toEqual([
				['Known.', inquiry.id],
			]);

			await store.inquiries.moveTo(inquiry.id, b.id);
			expect(await everythingOf(b.id)).toMatchObject({
				inquiries: [
					['CA B', b.id],
					['CA9', b.id],
				],
				touches: [
					[b.inquiryId, b.id],
					[inquiry.id, b.id],
				],
				calls: ['CA B', 'CA9'],
				texts: ['B', 'late'],
				tasks: [{ key: 'B' }, { key: 'call_back:twilio:CA9' }],
				records: [{ inquiryId: b.inquiryId }, { inquiryId: inquiry.id }],
				timeline: ['B called.', 'Known.', 'Missed.'],
			});
			expect(await everythingOf(a.id)).toMatchObject({
				inquiries: [['CA A', a.id]],
				calls: ['CA A'],
				texts: ['A'],
				tasks: [{ key: 'A' }],
				timeline: ['A called.'],
			});
			await expect(store.inquiries.moveTo('inquiry_none', b.id)).rejects.toMatchObject({ code: 'unknown_record' });
			await expect(store.inquiries.moveTo(inquiry.id, 'lead_none')).rejects.toMatchObject({ code: 'unknown_lead' });
		});
	});
}
