import type { Store, StoreFamilies } from '../../../store/port';
import type { HeldClock } from '../../helpers/clock';
import { newInquiry, newLead, newTask, NOON } from '../contract/builders';

/** What one call gave: its result, or the code of its refusal. */
export type Outcome = unknown;

interface Pools {
	leads: string[];
	inquiries: string[];
	records: string[];
	reviews: string[];
	tasks: string[];
	merges: string[];
}

type Step = (tx: StoreFamilies, pools: Pools) => Promise<unknown>;

const KEYS = ['phone:1', 'phone:2', 'name:a', 'name:b', 'name:c'];

/** Random store calls, the same for the same numbers: they write, read and change the same few things over and over. */
export function randomSteps(random: () => number, count: number): Step[] {
	const number = (below: number): number => Math.floor(random() * below);
	const made: Step[] = [];
	for (let index = 0; index < count; index++) {
		const [which, a, b, c] = [random(), random(), random(), random()];
		made.push(
			STEPS[Math.floor(which * STEPS.length)]?.({ index, a, b, c, number: number(4) }) ?? (async () => await Promise.resolve(null)),
		);
	}
	return made;
}

interface Dice {
	index: number;
	a: number;
	b: number;
	c: number;
	number: number;
}

function pick(from: readonly string[], dice: number): string | undefined {
	return from[Math.floor(dice * from.length)];
}

/** A step on two things of a pool; nothing while there are none. */
function on<A extends keyof Pools>(pool: A, dice: number, work: (id: string) => Step): Step {
	return async (tx, pools) => {
		const id = pick(pools[pool], dice);
		return id === undefined ? null : await work(id)(tx, pools);
	};
}

const identity = (dice: number) => ({ kind: 'phone' as const, value: `+1512555010${Math.floor(dice * 6)}` });
const key = (dice: number): string => pick(KEYS, dice) ?? '';

const STEPS: Array<(dice: Dice) => Step> = [
	// Leads and what they are known by.
	({ index }) =>
		async (tx, pools) => {
			const lead = await tx.leads.create(newLead({ fullName: `Lead ${index}`, interest: { bedrooms: index, unknown: undefined } }));
			pools.leads.push(lead.id);
			return lead;
		},
	({ a, index }) =>
		on(
			'leads',
			a,
			(id) => async (tx) =>
				await tx.leads.update(id, { nextAction: `Step ${index}`, ...(index % 2 === 0 ? { interest: { bedrooms: index } } : {}) }),
		),
	({ a }) => on('leads', a, (id) => async (tx) => await tx.leads.get(id)),
	({ a, b }) => on('leads', a, (one) => on('leads', b, (other) => async (tx) => await tx.leads.getMany([one, 'lead_none', other]))),
	({ a, b }) => on('leads', a, (id) => async (tx) => await tx.leads.addIdentity('main', id, identity(b))),
	({ a, b }) => on('leads', a, (id) => async (tx) => await tx.leads.giveIdentity('main', id, identity(b))),
	({ a }) => on('leads', a, (id) => async (tx) => await tx.leads.identities(id)),
	({ a, b }) =>
		async (tx) =>
			await tx.leads.findByIdentities('main', [identity(a), identity(b), identity(a)]),
	() => async (tx) => await tx.leads.count('main'),
	({ a, index }) =>
		on('leads', a, (id) => async (tx) => await tx.leads.search({ portfolio: 'main', text: index % 2 === 0 ? '' : id, limit: 99 })),
	// Inquiries and touches.
	({ number }) =>
		async (tx, pools) => {
			const recorded = await tx.inquiries.record(
				newInquiry({
					provider: 'web',
					providerId: `f${number}${pools.leads.length % 5}`,
					fingerprint: pools.leads.length % 2 === 0 ? 'ann' : 'bob',
					occurredAt: new Date(NOON).toISOString(),
				}),
			);
			if (recorded.created) pools.inquiries.push(recorded.inquiry.id);
			return recorded;
		},
	({ number }) =>
		async (tx) =>
			await tx.inquiries.find('main', [
				{ provider: 'web', providerId: `f${number}0`, fingerprint: 'ann' },
				{ provider: 'web', providerId: `f${number}1`, fingerprint: 'bob' },
				{ provider: 'sms', providerId: 'f1', fingerprint: '' },
			]),
	({ number }) =>
		async (tx) =>
			await tx.inquiries.sharedIds(
				'main',
				['0', '1', '2', '3', '4'].flatMap((last) =>
					['ann', 'bob', ''].map((fingerprint) => ({ provider: 'web', providerId: `f${number}${last}`, fingerprint })),
				),
			),
	({ a }) => on('inquiries', a, (id) => async (tx) => await tx.inquiries.get(id)),
	({ a, b }) => on('inquiries', a, (id) => on('leads', b, (lead) => async (tx) => await tx.inquiries.setLead(id, lead))),
	({ a, b, number }) =>
		on('inquiries', a, (id) =>
			on(
				'leads',
				b,
				(lead) => async (tx) =>
					await tx.inquiries.addTouch({
						portfolio: 'main',
						leadId: lead,
						inquiryId: id,
						channel: 'form',
						source: `s${number}`,
						campaign: null,
						at: NOON,
					}),
			),
		),
	({ a, b }) => on('inquiries', a, (id) => on('leads', b, (lead) => async (tx) => await tx.inquiries.moveTo(id, lead))),
	({ a }) => on('leads', a, (id) => async (tx) => [await tx.inquiries.listByLead(id), await tx.inquiries.touches(id)]),
	// Records, keys and questions about them.
	({ a, b, c, index }) =>
		async (tx, pools) => {
			const record = await tx.matching.add({
				portfolio: 'main',
				inquiryId: pick(pools.inquiries, a) ?? null,
				leadId: c < 0.3 ? null : (pick(pools.leads, b) ?? null),
				record: { name: `r${index}` },
				at: NOON,
				keys: c < 0.1 ? [] : [key(a), key(b), `own:${index}`, key(a)],
			});
			pools.records.push(record.id);
			return record;
		},
	({ a, b, number }) =>
		async (tx) =>
			await tx.matching.findByKeys('main', [
				{ key: key(a), most: 3 + (number % 2) * 3 },
				...(key(a) === key(b) ? [] : [{ key: key(b), most: 6 }]),
				{ key: 'nobody', most: 6 },
			]),
	({ a, b }) =>
		on('records', a, (one) => on('records', b, (other) => async (tx) => await tx.matching.get([other, one, 'record_none', one]))),
	({ a }) => on('leads', a, (id) => async (tx) => [await tx.matching.hasRecords(id), await tx.matching.ofLead(id)]),
	({ a }) => on('leads', a, (id) => async (tx) => await tx.matching.hasRecords(id)),
	({ a }) => on('inquiries', a, (id) => async (tx) => await tx.matching.ofInquiry(id)),
	({ a, index }) => on('records', a, (id) => async (tx) => await tx.matching.rewrite(id, { name: `rewritten ${index}` })),
	({ a, b, index }) =>
		on('records', a, (id) => async (tx) => await tx.matching.index(id, { name: `indexed ${index}` }, [key(b), `own:${index}`])),
	({ a, b, c }) =>
		on('records', a, (one) =>
			on('records', b, (other) => async (tx, pools) => {
				if (one === other) return null;
				const opened = await tx.reviews.open({ portfolio: 'main', recordIds: [one, other], score: c * 10, reasons: [] });
				if (opened.created) pools.reviews.push(opened.review.id);
				return opened;
			}),
		),
	({ a, b }) => on('records', a, (one) => on('records', b, (other) => async (tx) => await tx.reviews.about([other, one, 'record_none']))),
	({ a, number }) =>
		on('reviews', a, (id) => async (tx) => await tx.reviews.resolve(id, number % 2 === 0 ? 'apart' : 'merged', 'Dana', null, NOON)),
	({ a, b }) =>
		on('records', a, (one) =>
			on(
				'records',
				b,
				(other) => async (tx) =>
					one === other
						? null
						: await tx.reviews.answer(
								{ portfolio: 'main', recordIds: [one, other], score: 1, reasons: [] },
								'apart',
								'Dana',
								null,
								NOON,
							),
			),
		),
	() => async (tx) => await tx.reviews.list({ portfolio: 'main', state: 'open', limit: 99 }),
	// Tasks and timelines.
	({ a, number }) =>
		async (tx, pools) => {
			const opened = await tx.tasks.open(
				newTask({ key: `task ${number}${pools.leads.length % 3}`, leadId: pick(pools.leads, a) ?? null }),
			);
			if (opened.created) pools.tasks.push(opened.task.id);
			return opened;
		},
	({ number }) =>
		async (tx) =>
			await tx.tasks.byKey('main', `task ${number}1`),
	({ a }) => on('tasks', a, (id) => async (tx) => await tx.tasks.get(id)),
	({ a }) => on('tasks', a, (id) => async (tx) => await tx.tasks.complete(id, 'Dana', null, NOON)),
	({ a, index }) =>
		on('tasks', a, (id) => async (tx) => await tx.tasks.annotate(id, { reasons: [{ code: 'again', sentence: `Again ${index}` }] })),
	({ a, number }) =>
		on(
			'leads',
			a,
			(id) => async (tx) => await tx.tasks.list({ portfolio: 'main', ...(number === 0 ? {} : { leadId: id }), limit: 99 }),
		),
	({ a, b, index }) =>
		async (tx, pools) =>
			await tx.timeline.add({
				portfolio: 'main',
				leadId: pick(pools.leads, a) ?? null,
				callId: null,
				inquiryId: pick(pools.inquiries, b) ?? '',
				at: NOON + index,
				kind: 'note',
				sentence: `Entry ${index}`,
				reasons: [],
			}),
	({ a }) => on('leads', a, (id) => async (tx) => await tx.timeline.ofLead(id)),
	// What changes leads as a whole.
	({ a, b }) =>
		on('leads', a, (one) =>
			on('leads', b, (other) => async (tx, pools) => {
				const { merge, lead } = await tx.merges.merge({
					keptId: one,
					mergedId: other,
					change: {},
					closeTaskIds: pools.tasks.slice(0, 1),
					by: 'Dana',
					reasons: [],
					at: NOON,
				});
				pools.merges.push(merge.id);
				return [merge, lead];
			}),
		),
	({ a }) => on('merges', a, (id) => async (tx) => await tx.merges.undo(id, 'Dana', NOON)),
	({ a, b }) =>
		on('leads', a, (one) =>
			on('leads', b, (other) => async (tx) => (one === other ? null : await tx.households.join([one, other], 'Dana', NOON))),
		),
	({ a }) => on('leads', a, (id) => async (tx) => [await tx.households.others(id), await tx.households.leave(id)]),
];

/**
 * Takes the steps in several transactions, or in as many batches, with the clock moving on between two.
 * @returns what each step gave
 */
export async function take(
	store: Store,
	clock: HeldClock,
	steps: readonly Step[],
	how: 'transaction' | 'batch',
	atATime: number,
): Promise<Outcome[]> {
	const pools: Pools = { leads: [], inquiries: [], records: [], reviews: [], tasks: [], merges: [] };
	const outcomes: Outcome[] = [];
	for (let start = 0; start < steps.length; start += atATime) {
		await store[how](async (tx) => {
			for (const step of steps.slice(start, start + atATime)) {
				clock.advance(1);
				// What a batch gives may be changed by a later step; what matters is what it was.
				outcomes.push(
					structuredClone(
						await step(tx, pools).catch((error: unknown) => ({
							refused: error instanceof Error && 'code' in error ? error.code : String(error),
						})),
					),
				);
			}
		});
	}
	return outcomes;
}
