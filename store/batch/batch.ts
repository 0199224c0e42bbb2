import { makeFamilies } from '../families';
import type { StoreFamilies } from '../port';
import { makeQueue } from '../sql/queue';
import type { Sql } from '../sql/executor';
import type { StatementContext } from '../statements/context';
import { batchInquiries } from './inquiries';
import { batchLeads } from './leads';
import { batchMatching } from './matching';
import type { BatchContext, Part } from './part';
import { batchReviews } from './reviews';
import { batchTasks } from './tasks';
import { batchTimeline } from './timeline';
import { type Table, WaitingRows } from './waitingRows';

/** For each method, the tables whose waiting rows it must find written. */
type Methods = { readonly [Family in keyof StoreFamilies]?: { readonly [Method in keyof StoreFamilies[Family]]?: readonly Table[] } };

const LEADS = ['leads'] as const;

/** Methods that change nothing of what a batch remembers. */
const HARMLESS: Methods = {
	portfolios: { get: [] },
	leads: {
		search: ['leads', 'identities', 'inquiries', 'tasks', 'timeline'],
		list: LEADS,
		identities: ['leads', 'identities'],
		count: LEADS,
	},
	inquiries: {
		listByLead: ['leads', 'inquiries'],
		touches: ['leads', 'inquiries', 'touches'],
		touchesBetween: ['leads', 'inquiries', 'touches'],
	},
	matching: { ofLead: ['leads', 'inquiries', 'match_records'], ofInquiry: ['leads', 'inquiries', 'match_records'] },
	reviews: {
		get: ['leads', 'inquiries', 'match_records', 'match_reviews'],
		list: ['leads', 'inquiries', 'match_records', 'match_reviews'],
	},
	tasks: { get: ['leads', 'tasks'], complete: ['leads', 'tasks'], annotate: ['leads', 'tasks'] },
	timeline: {
		ofLead: ['leads', 'timeline'],
		ofCall: ['leads', 'timeline'],
		ofInquiry: ['leads', 'timeline'],
		ofKind: ['leads', 'timeline'],
	},
	calls: { get: [], byProviderId: [], setLead: LEADS, hasCalled: [] },
	households: { others: [], join: LEADS, leave: LEADS },
	phoneFacts: { get: [] },
};

/** The families of a transaction that does much: what was read is remembered, and rows are kept until something asks for them. */
export interface Batch {
	tx: StoreFamilies;
	/** Writes what still waits. */
	write(): Promise<void>;
}

/**
 * Over the statements of a transaction. A method that none of the parts does itself and that is not named above is safe too, only slow: all that
 * waits is written first, and afterwards everything that was read is forgotten.
 */
export function makeBatch(sql: Sql, statements: StatementContext): Batch {
	const direct = makeFamilies(sql, statements);
	const waiting = new WaitingRows(sql);
	const context: BatchContext = { ...statements, sql, direct, waiting };
	const leads = batchLeads(context);
	const aboutLeads = { ...context, standing: leads.standing };
	const inquiries = batchInquiries(aboutLeads);
	const matching = batchMatching(aboutLeads);
	const parts = {
		leads,
		inquiries,
		matching,
		reviews: batchReviews(context),
		tasks: batchTasks(aboutLeads),
		timeline: batchTimeline(context),
	};
	const all: Array<Part<unknown>> = Object.values(parts);

	const own: { [Family in keyof StoreFamilies]?: Partial<StoreFamilies[Family]> } = {
		...Object.fromEntries(Object.entries(parts).map(([family, { methods }]) => [family, methods])),
		inquiries: {
			...inquiries.methods,
			async moveTo(id, leadId) {
				await (waiting.tellsOf(id) ? waiting.write() : waiting.write(['leads', 'tasks']));
				await direct.inquiries.moveTo(id, leadId);
				const standing = await leads.standing(leadId);
				for (const part of all) part.moved?.(id, standing);
			},
		},
		merges: {
			async merge(merge) {
				await waiting.write(['leads', 'tasks']);
				const done = await direct.merges.merge(merge);
				for (const part of all) part.merged?.(done.merge.mergedId, done.merge.keptId);
				return done;
			},
		},
	};
	const forget = (): void => {
		for (const part of all) part.forget();
	};
	return { tx: inOrder(fallingBack(direct, own, waiting, forget)), write: async () => await waiting.write() };
}

type Method = (...args: unknown[]) => Promise<unknown>;
type AnyFamilies = Record<string, Record<string, Method>>;

/** Every method: a part's own, or the statement itself with what has to be done before and after it. */
function fallingBack(direct: StoreFamilies, own: object, waiting: WaitingRows, forget: () => void): StoreFamilies {
	// A cast, not a check: the names are those of the families.
	const harmless = HARMLESS as Record<string, Record<string, readonly Table[] | undefined> | undefined>;
	return eachMethod(direct, (method, family, name) => {
		const ours = (own as Partial<AnyFamilies>)[family]?.[name];
		if (ours !== undefined) return ours;
		const tables = harmless[family]?.[name];
		if (tables !== undefined) {
			return async (...args) => {
				await waiting.write(tables);
				return await method(...args);
			};
		}
		return async (...args) => {
			await waiting.write();
			try {
				return await method(...args);
			} finally {
				forget();
			}
		};
	});
}

/** Calls that are made side by side follow one another, as statements do. */
function inOrder(families: StoreFamilies): StoreFamilies {
	const enqueue = makeQueue();
	return eachMethod(
		families,
		(method) =>
			async (...args) =>
				await enqueue(() => method(...args)),
	);
}

function eachMethod(families: StoreFamilies, change: (method: Method, family: string, name: string) => Method): StoreFamilies {
	// Casts, not checks: what goes in comes out with the same names, and each method with the same form.
	const entries = Object.entries(families as unknown as AnyFamilies).map(([family, methods]) => [
		family,
		Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, change(method, family, name)])),
	]);
	return Object.fromEntries(entries) as StoreFamilies;
}
