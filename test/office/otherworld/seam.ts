/** What a second PMS has to say of itself: two lists, a target for write-backs, and one source of changes. */
import * as z from 'zod/v4';

import type { NewPerson } from '../../../leasing/directory/directory';
import { callableNumbers, type ReadContext } from '../../../leasing/directory/readContext';
import { reason } from '../../../leasing/reason';
import { asReply } from '../../../leasing/rest/refusedError';
import { HOUR, MINUTE, toIso, type Clock, type Millis } from '../../../leasing/time';
import { markerOf } from '../../../leasing/writeBack/marker';
import type { WriteBackRules } from '../../../leasing/writeBack/rules';
import type { DirectorySource } from '../../../office/directory/sync/source';
import type { ChangeSource } from '../../../office/reconcile/changeSource';
import { pagesFrom } from '../../../office/rest/pages';
import type { WriteBackTarget } from '../../../office/writeBack/target';
import type { OtherClient } from './client';

export const PROVIDER = 'otherworld';

const contactSchema = z.object({ id: z.string(), name: z.string(), phones: z.string(), changed: z.string() });

function personFrom(kind: 'resident' | 'staff') {
	return (record: unknown, context: ReadContext): NewPerson | null => {
		const parsed = contactSchema.safeParse(record);
		if (!parsed.success) return null;
		const { id: providerId, name, phones } = parsed.data;
		const [firstName, lastName] = name.split(' ');
		const numbers = phones.split(',').filter((phone) => !phone.includes('Fax'));
		const tenancies = [
			{
				leaseId: `lease-of-${providerId}`,
				propertyId: null,
				unitId: null,
				unitNumber: '4B',
				from: null,
				to: null,
				state: 'current' as const,
			},
		];
		return {
			kind,
			providerId,
			firstName: firstName ?? null,
			lastName: lastName ?? null,
			fullName: name,
			active: true,
			phones: callableNumbers(
				numbers.map((phone) => phone.replace(/^.*:/, '').trim()),
				context,
			),
			emails: [],
			details: kind === 'resident' ? { tenancies } : {},
		};
	};
}

export function otherLists(client: OtherClient): DirectorySource[] {
	const list = (name: string, wordThere: string, kind: 'resident' | 'staff'): DirectorySource => ({
		name,
		label: name,
		changesOnly: true,
		reads: { into: 'people', kind, from: personFrom(kind) },
		cursorsLast: 30 * MINUTE,
		async page(cursor, since) {
			const first = `/api/contacts?kind=${wordThere}${since === null ? '' : `&changed_since=${toIso(since)}`}`;
			return await asReply(client.page(z.string().catch(first).parse(cursor)));
		},
	});
	return [list('employees', 'employee', 'staff'), list('tenants', 'tenant', 'resident')];
}

const stepSchema = z.object({ to: z.string(), text: z.string() });
type Step = z.output<typeof stepSchema>;

export const OTHER_RULES: WriteBackRules<Step, { desk: boolean }> = {
	provider: PROVIDER,
	name: 'Otherworld',
	workKind: 'otherworld_write_back',
	stepSchema,
	wordsOf: ({ to }) =>
		to === '/api/desk/notes'
			? { route: 'desk', words: 'a note for the front desk', recordType: 'note' }
			: { route: 'note', words: 'a note on the contact', recordType: 'note' },
	setUp: { write_back_not_allowed: 'Allow the Otherworld key to write' },
	remembers: [],
	choose({ occurrence, caller, refused }, { desk }) {
		const marker = markerOf(occurrence.key);
		const text = `${occurrence.summary} [${marker}]`;
		const ways = [
			...(caller.person === null ? [] : [{ to: `/api/contacts/${caller.person.id}/notes`, text }]),
			...(desk ? [{ to: '/api/desk/notes', text }] : []),
		];
		const steps = ways.filter((step) => !refused.includes(OTHER_RULES.wordsOf(step).route));
		return steps.length === 0
			? { ok: false, reasons: [reason('write_back_not_allowed', 'There is no way into Otherworld.')] }
			: { ok: true, plan: { key: occurrence.key, marker, steps, reasons: [reason('write_back_note', 'It becomes a note.')] } };
	},
};

/** Keys are forgotten after a day; with a margin. */
const KEYS_LAST = 23 * HOUR;

export function otherTarget(client: OtherClient, clock: Clock): WriteBackTarget<Step> {
	const created = z.object({ id: z.string() });
	return {
		room: OTHER_RULES,
		async send({ to, text }, { key }) {
			const reply = await asReply(client.post(to, text, key));
			if (!reply.ok) return { kind: 'refused', refusal: reply.refusal };
			return { kind: 'written', recordId: created.safeParse(reply.value).data?.id ?? null };
		},
		async find(_, { marker }, since) {
			if (clock.now() - since < KEYS_LAST) return { ok: true, value: null };
			const reply = await asReply(client.page(`/api/notes?text=${marker}`));
			const [first] = reply.ok ? reply.value.records : [];
			return reply.ok ? { ok: true, value: first === undefined ? null : { recordId: created.parse(first).id } } : reply;
		},
	};
}

export function otherChanges(client: OtherClient): ChangeSource[] {
	const changesBetween = async function* (since: Millis, until: Millis) {
		const first = `/api/contacts?kind=tenant&changed_since=${toIso(since)}`;
		for await (const { records } of pagesFrom(first, async (at) => await client.page(at))) {
			for (const { id, changed } of records.map((record) => contactSchema.parse(record))) {
				const at = Date.parse(changed);
				if (at <= until)
					yield { record: `Contact:${id}`, at, eventId: `otherworld:${id}:${changed}`, item: { id, portfolio: 'main' } };
			}
		}
	};
	return [{ record: 'Contact', changesBetween }];
}
