import { toIso } from '../../../leasing/time';
import { buildiumEventKey, type BuildiumEvent } from '../../../leasing/buildium/webhook/events';

/** What the trigger gives for one event; plain JSON, kept in the store until the workflow has run. */
export interface BuildiumItem {
	event: 'buildium';
	/** Unique for ever. */
	eventId: string;
	eventName: string;
	record: string;
	recordId: string | null;
	/** When it happened. */
	at: string;
	accountId: number;
	portfolio: string;
	/** `webhook`, or `poll` when Buildium did not report it and we found it. */
	via: 'webhook' | 'poll';
	/** Everything as sent. */
	ids: Record<string, unknown>;
}

export function buildiumItem(event: BuildiumEvent, portfolio: string, via: BuildiumItem['via'] = 'webhook'): BuildiumItem {
	const { EventName: _name, EventDateTime: _time, AccountId: _account, ...ids } = event.fields;
	return {
		event: 'buildium',
		eventId: buildiumEventKey(event),
		eventName: event.eventName,
		record: event.record,
		recordId: event.recordId,
		at: toIso(event.at),
		accountId: event.accountId,
		portfolio,
		via,
		ids,
	};
}
