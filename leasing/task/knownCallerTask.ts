import type { MissedCallEvent } from '../call/call';
import type { Caller, CallerKind } from '../directory/recognize';
import { NO_FINGERPRINT } from '../inquiry/fingerprint';
import { formatPhone } from '../phone/formatPhone';
import type { PortfolioSettings } from '../portfolio/portfolio';
import { ownerOf } from '../portfolio/properties';
import { reason } from '../reason';
import type { Millis } from '../time';
import { callBackDueAt } from './callBackDue';
import { taskKeys } from './keys';
import type { TaskDraft } from './task';

type KnownKind = Extract<CallerKind, 'resident' | 'owner' | 'vendor'>;

/** Whether somebody is called back as what they are, and not as a renter. Colleagues find each other by themselves. */
export function isKnownPerson(kind: CallerKind): kind is KnownKind {
	return kind === 'resident' || kind === 'owner' || kind === 'vendor';
}

export interface KnownCallerInput {
	event: MissedCallEvent;
	caller: Caller;
	/** Of the resident's lease. */
	propertyName: string | null;
	settings: PortfolioSettings;
	callId: string | null;
	now: Millis;
	officeOpensAt: Millis | null;
}

/** The task to call back a resident, an owner or a vendor: once per call, and never a lead. */
export function knownCallerTask({ event, caller, propertyName, settings, callId, now, officeOpensAt }: KnownCallerInput): TaskDraft {
	const phone = event.caller.e164 === null ? 'a hidden number' : formatPhone(event.caller.e164, settings.country);
	const unit = caller.tenancy?.unitNumber ?? null;
	const what = [caller.kind, unit === null ? null : `unit ${unit}`, propertyName].filter((part) => part !== null).join(', ');
	const voicemail =
		event.voicemail === null
			? []
			: [reason('voicemail', `The caller left a voicemail${event.voicemail.url === null ? '' : `: ${event.voicemail.url}`}`)];
	return {
		portfolio: settings.key,
		key: taskKeys.callBack({ provider: event.provider, providerId: event.callKey, fingerprint: NO_FINGERPRINT }),
		kind: 'call_back',
		title: `Call back ${caller.person?.fullName ?? 'somebody'} (${what}), ${phone}`,
		leadId: null,
		callId,
		owner: ownerOf(settings, event.property?.key ?? null),
		dueAt: callBackDueAt(now, officeOpensAt),
		priority: 2,
		reasons: [reason('missed_call', `A call was missed (${event.outcome.replaceAll('_', ' ')}).`), ...caller.reasons, ...voicemail],
	};
}
