import * as z from 'zod/v4';

import type { PortfolioSettings } from '../../../leasing/portfolio/portfolio';
import type { KnownSettings } from '../../../leasing/property/knownProperty';
import { reason, type Reason } from '../../../leasing/reason';
import { systemSetUpTask } from '../../../leasing/task/setUpTask';
import type { Clock } from '../../../leasing/time';
import { chooseRoute } from '../../../leasing/buildium/writeBack/chooseRoute';
import { planSchema, ROUTE_WORDS, type WriteBackPlan } from '../../../leasing/buildium/writeBack/plan';
import type { Store, StoreFamilies } from '../../../store/port';
import { ringForWork } from '../../../office/work/bell';
import type { About } from './about';
import { gatherFacts, type Choices } from './gather';

/** The kind of work that Leasing Work Trigger listens for. */
export const WRITE_BACK_WORK = 'buildium_write_back';

/** What the work needs to be done at any later time. */
export const payloadSchema = z.object({
	portfolio: z.string(),
	leadId: z.string().nullable(),
	callId: z.string().nullable(),
	plan: planSchema,
});
export type WriteBackPayload = z.output<typeof payloadSchema>;

export interface Queued {
	/** `queued` now, `known`: an earlier run did, `not_queued`: there is nothing to write, or no way. */
	state: 'queued' | 'known' | 'not_queued' | 'dry_run';
	key: string;
	plan: WriteBackPlan | null;
	reasons: Reason[];
}

interface Options {
	store: Store;
	clock: Clock;
	settings: KnownSettings;
	choices: Choices;
	dryRun: boolean;
}

/**
 * Decides where an event goes in Buildium and adds the work to write it there, in one transaction with the decision on the
 * timeline. The event's key makes it once, however often this runs.
 */
export async function queueWriteBack(about: About, { store, clock, settings, choices, dryRun }: Options): Promise<Queued> {
	const now = clock.now();
	const queued = await store.transaction(async (tx): Promise<Queued> => {
		const { facts, reasons: found } = await gatherFacts(tx, about, choices, { settings, now });
		const choice = chooseRoute(facts);
		const { key } = about.occurrence;
		const id = { portfolio: settings.key, provider: 'buildium', key };
		if (dryRun)
			return {
				state: 'dry_run',
				key,
				plan: choice.ok ? choice.plan : null,
				reasons: [...(choice.ok ? choice.plan.reasons : choice.reasons), ...found],
			};
		const callId = about.call === null ? null : ((await tx.calls.byProviderId(about.call.provider, about.call.callKey))?.id ?? null);
		const tell = async (sentence: string, reasons: Reason[]) =>
			await tx.timeline.add({
				portfolio: settings.key,
				leadId: about.leadId,
				callId,
				at: now,
				kind: 'write_back',
				sentence,
				reasons,
			});

		const before = await tx.writeBacks.get(id);
		if (before !== null) {
			const again = reason('write_back_known', 'An earlier run for the same event has taken care of it; nothing is written twice.');
			return { state: 'known', key, plan: null, reasons: [...before.reasons, again] };
		}
		if (!choice.ok) {
			const reasons = [...choice.reasons, ...found];
			await tell('Nothing is written to Buildium.', reasons);
			await askForSetup(tx, settings, choice.reasons, now);
			return { state: 'not_queued', key, plan: null, reasons };
		}
		const reasons = [...choice.plan.reasons, ...found];
		const payload: WriteBackPayload = { portfolio: settings.key, leadId: about.leadId, callId, plan: choice.plan };
		await tx.writeBacks.plan(id, about.leadId, reasons);
		await tx.work.add({ portfolio: settings.key, kind: WRITE_BACK_WORK, key: `${settings.key}:${key}`, payload, dueAt: now });
		await tell(`To be written to Buildium as ${ROUTE_WORDS[choice.plan.steps[0]?.route ?? 'note']}.`, reasons);
		return { state: 'queued', key, plan: choice.plan, reasons };
	});
	if (queued.state === 'queued') ringForWork();
	return queued;
}

/** What only a person can mend, once for all events that meet it. */
const NEEDS_SETUP: Readonly<Record<string, string>> = {
	write_back_no_assignee: 'Choose who gets contact requests in Buildium',
	write_back_not_allowed: 'Allow the Buildium API key to write',
};

export async function askForSetup(tx: StoreFamilies, settings: PortfolioSettings, reasons: Reason[], now: number): Promise<void> {
	for (const why of reasons) {
		const title = NEEDS_SETUP[why.code];
		if (title === undefined) continue;
		const { key: portfolio, defaultOwner: owner } = settings;
		await tx.tasks.open(systemSetUpTask({ portfolio, why, owner, now, provider: 'buildium', title }));
	}
}
