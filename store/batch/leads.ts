import type { Identity } from '../../leasing/match/match';
import type { LeadFamily, StoredLead } from '../port/leads';
import { forMany } from '../sql/bulk';
import { fromJson } from '../sql/columns';
import { unknownLead } from '../sql/references';
import { distinct, identityName, identityRow } from '../statements/leads';
import { COLUMNS, leadRow, patched, toColumns, toLead, type Row } from '../statements/leadRow';
import type { BatchContext, Part } from './part';

/** Leads and identities. What was looked up in vain is remembered too. */
export function batchLeads({
	sql,
	direct,
	waiting,
	clock,
	ids,
}: BatchContext): Part<LeadFamily> & { standing(id: string): Promise<string> } {
	const leads = new Map<string, StoredLead | null>();
	/** Merged leads, and those that stand for them. */
	const mergedInto = new Map<string, string>();
	/** Lead by portfolio and identity. */
	const holders = new Map<string, string | null>();

	const followed = (id: string): string => mergedInto.get(id) ?? id;

	/** Reads leads that are not known. Locked, because they may be written much later than they are read. */
	const load = async (wanted: readonly string[]): Promise<void> => {
		const unknown = [...new Set(wanted.map(followed))].filter((id) => !leads.has(id));
		if (unknown.length === 0) return;
		const rows = await forMany<Row & { merged_into: string | null }>(
			sql,
			[],
			unknown,
			(list) => `SELECT ${COLUMNS}, merged_into FROM leads WHERE id IN (${list}) ${sql.dialect.forUpdate}`,
		);
		for (const id of unknown) leads.set(id, null);
		for (const row of rows) {
			if (row.merged_into === null) leads.set(row.id, toLead(row));
			else mergedInto.set(row.id, row.merged_into);
		}
		await load(unknown.map(followed));
	};
	const get = async (id: string): Promise<StoredLead | null> => {
		await load([id]);
		return leads.get(followed(id)) ?? null;
	};
	const standing = async (id: string): Promise<string> => {
		await load([id]);
		return followed(id);
	};

	const holderName = (portfolio: string, identity: Identity): string => `${portfolio} ${identityName(identity)}`;
	const loadHolders = async (portfolio: string, identities: readonly Identity[]): Promise<void> => {
		const unknown = identities.filter((identity) => !holders.has(holderName(portfolio, identity)));
		for (const identity of unknown) holders.set(holderName(portfolio, identity), null);
		for (const { identity, leadId } of await direct.leads.findByIdentities(portfolio, unknown))
			holders.set(holderName(portfolio, identity), leadId);
	};

	return {
		/** The lead that stands for one that may have been merged. */
		standing,

		methods: {
			async create(lead) {
				const now = clock.now();
				const row = leadRow(lead, ids.next('lead'), now);
				const created: StoredLead = {
					...lead,
					id: row.id,
					interest: fromJson(row.interest),
					statusSince: now,
					lostReason: null,
					takenOver: null,
					erasedAt: null,
					createdAt: now,
					updatedAt: now,
				};
				waiting.insert('leads', row, row.id);
				leads.set(row.id, created);
				return await Promise.resolve(created);
			},

			get,

			async getMany(wanted) {
				await load(wanted);
				const found = new Map(wanted.flatMap((id) => leads.get(followed(id)) ?? []).map((lead) => [lead.id, lead]));
				return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
			},

			async update(id, patch) {
				const before = await get(id);
				if (before === null) throw unknownLead(id);
				const now = clock.now();
				const changed = patched(before, patch, now);
				const columns = { ...toColumns(changed), updated_at: now };
				const after: StoredLead = { ...changed, interest: fromJson(columns.interest), updatedAt: now };
				waiting.change('leads', before.id, columns);
				leads.set(before.id, after);
				return after;
			},

			async findByIdentities(portfolio, identities) {
				const asked = distinct(identities);
				await loadHolders(portfolio, asked);
				return asked.flatMap((identity) => {
					const leadId = holders.get(holderName(portfolio, identity)) ?? null;
					return leadId === null ? [] : [{ identity: { kind: identity.kind, value: identity.value }, leadId }];
				});
			},

			async addIdentity(portfolio, leadId, identity) {
				const name = holderName(portfolio, identity);
				await loadHolders(portfolio, [identity]);
				const asking = await standing(leadId);
				const holder = holders.get(name) ?? null;
				if (holder === null) {
					waiting.insert('identities', identityRow(portfolio, leadId, identity, clock.now()));
					holders.set(name, asking);
					return { result: 'added' };
				}
				return holder === asking ? { result: 'known' } : { result: 'taken', leadId: holder };
			},
		},

		forget() {
			leads.clear();
			mergedInto.clear();
			holders.clear();
		},

		merged(from, into) {
			leads.delete(from);
			leads.delete(into);
			for (const [earlier, target] of mergedInto) if (target === from) mergedInto.set(earlier, into);
			mergedInto.set(from, into);
			for (const [name, leadId] of holders) if (leadId === from) holders.set(name, into);
		},
	};
}
