import type { MissedCallEvent } from '../../leasing/call/call';
import { isOfficeOpen } from '../../leasing/hours/officeHours';
import type { PortfolioSettings } from '../../leasing/portfolio/portfolio';
import { isKnownPerson, knownCallerTask } from '../../leasing/task/knownCallerTask';
import type { StoredPlace, StoredTask, StoreFamilies } from '../../store/port';
import type { Office } from '../office';
import { whoCalls, type WhoCalls } from './whoCalls';

export interface LookedUp extends WhoCalls {
	/** The property of a resident's lease, as the property-management system names it. */
	home: StoredPlace | null;
	task: StoredTask | null;
}

export interface CallerQuestion {
	settings: PortfolioSettings;
	/** As received; '' is a hidden number. */
	phone: string;
	/** The missed call that gets a task, if the caller is no renter; null: only look up. */
	missedCall: MissedCallEvent | null;
}

/** Recognizes the caller; for a missed call of somebody who is no renter, task and timeline are written in one step. */
export async function lookUpCaller({ store, clock }: Office, { settings, phone, missedCall }: CallerQuestion): Promise<LookedUp> {
	const now = clock.now();
	const found = await whoCalls(store, settings, phone, now);
	const home = await homeOf(store, settings, found);
	if (missedCall === null || !isKnownPerson(found.caller.kind)) return { ...found, home, task: null };
	const { opensAt } = isOfficeOpen(now, settings);
	const task = await store.transaction(async (tx) => {
		const callId = (await tx.calls.byProviderId(missedCall.provider, missedCall.callKey))?.id ?? null;
		const draft = knownCallerTask({
			event: missedCall,
			caller: found.caller,
			propertyName: home?.name ?? null,
			settings,
			callId,
			now,
			officeOpensAt: opensAt,
		});
		const opened = await tx.tasks.open(draft);
		if (opened.created) {
			await tx.timeline.add({
				portfolio: settings.key,
				leadId: null,
				callId,
				at: now,
				kind: 'directory',
				sentence: `Recognized, and a task was opened for ${draft.owner}: ${draft.title}.`,
				reasons: found.caller.reasons,
			});
		}
		return opened.task;
	});
	return { ...found, home, task };
}

async function homeOf(
	store: Pick<StoreFamilies, 'directory'>,
	settings: PortfolioSettings,
	{ caller }: WhoCalls,
): Promise<StoredPlace | null> {
	const propertyId = caller.tenancy?.propertyId ?? null;
	if (caller.person === null || propertyId === null) return null;
	return await store.directory.place({ portfolio: settings.key, provider: caller.person.provider }, 'property', propertyId);
}
