import type { KnownSettings } from '../../leasing/property/knownProperty';
import { reason, type Reason } from '../../leasing/reason';
import type { Clock } from '../../leasing/time';
import type { About } from '../../leasing/writeBack/about';
import type { RouteChoice, WriteBackPlan } from '../../leasing/writeBack/plan';
import type { WriteBackRules } from '../../leasing/writeBack/rules';
import type { Store, StoreFamilies } from '../../store/port';
import { ringForWork } from '../work/bell';
import { askForSetup } from './askForSetup';
import { gatherFacts } from './gatherFacts';
import type { WriteBackPayload } from './payload';

export interface Queued<Step> {
	/** `queued` now, `known`: an earlier run did, `not_queued`: there is nothing to write, or no way. */
	state: 'queued' | 'known' | 'not_queued' | 'dry_run';
	key: string;
	plan: WriteBackPlan<Step> | null;
	reasons: Reason[];
}

export interface QueueOptions<Step, Choices> {
	store: Store;
	clock: Clock;
	settings: KnownSettings;
	rules: WriteBackRules<Step, Choices>;
	choices: Choices;
	/** The property that the user chose, by the provider's id; null: the one that the event tells of. */
	propertyId: string | null;
	dryRun: boolean;
}

/**
 * Decides where an event goes in a property-management system and adds the work to write it there, in one transaction with the
 * decision on the timeline. The event's key makes it once, however often this runs. Asks nothing of that system.
 */
export async function queueWriteBack<Step, Choices>(about: About, options: QueueOptions<Step, Choices>): Promise<Queued<Step>> {
	const { store, clock, settings, rules, choices, propertyId } = options;
	const { provider, remembers } = rules;
	const now = clock.now();
	const queued = await store.transaction(async (tx): Promise<Queued<Step>> => {
		const { facts, reasons: found } = await gatherFacts(tx, about, { settings, provider, remembers, propertyId, now });
		const choice = rules.choose(facts, choices);
		const reasons = [...(choice.ok ? choice.plan.reasons : choice.reasons), ...found, ...(choice.notes ?? [])];
		if (options.dryRun) return { state: 'dry_run', key: about.occurrence.key, plan: choice.ok ? choice.plan : null, reasons };
		return await decide(tx, about, choice, { ...options, reasons, now });
	});
	if (queued.state === 'queued') ringForWork();
	return queued;
}

async function decide<Step, Choices>(
	tx: StoreFamilies,
	{ occurrence: { key }, call, leadId }: About,
	choice: RouteChoice<Step>,
	{ settings, rules, reasons, now }: QueueOptions<Step, Choices> & { reasons: Reason[]; now: number },
): Promise<Queued<Step>> {
	const portfolio = settings.key;
	const id = { portfolio, provider: rules.provider, key };
	const callId = call === null ? null : ((await tx.calls.byProviderId(call.provider, call.callKey))?.id ?? null);
	const tell = async (sentence: string): Promise<void> =>
		await tx.timeline.add({ portfolio, leadId, callId, at: now, kind: 'write_back', sentence, reasons });

	const before = await tx.writeBacks.get(id);
	if (before !== null) {
		const again = reason('write_back_known', 'An earlier run for the same event has taken care of it; nothing is written twice.');
		return { state: 'known', key, plan: null, reasons: [...before.reasons, again] };
	}
	const [first] = choice.ok ? choice.plan.steps : [];
	if (!choice.ok || first === undefined) {
		await tell(`Nothing is written to ${rules.name}.`);
		await askForSetup(tx, settings, rules, choice.ok ? [] : choice.reasons, now);
		return { state: 'not_queued', key, plan: null, reasons };
	}
	const payload: WriteBackPayload<Step> = { portfolio, leadId, callId, plan: choice.plan };
	await tx.writeBacks.plan(id, leadId, reasons);
	await tx.work.add({ portfolio, kind: rules.workKind, key: `${portfolio}:${key}`, payload, dueAt: now });
	await tell(`To be written to ${rules.name} as ${rules.wordsOf(first).words}.`);
	return { state: 'queued', key, plan: choice.plan, reasons };
}
