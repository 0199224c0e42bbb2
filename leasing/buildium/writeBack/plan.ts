import * as z from 'zod/v4';

import { reasonsSchema } from '../../itemSchema';

export const HAPPENINGS = [
	'missed_call',
	'inquiry',
	'text_sent',
	'text_received',
	'tour_booked',
	'no_show',
	'status_changed',
	'other',
] as const;
/** What is written back. */
export type Happening = (typeof HAPPENINGS)[number];

export const ROUTES = ['phone_log', 'note', 'contact_request', 'contact_request_message', 'applicant', 'applicant_note'] as const;
/** Where in Buildium it is written. */
export type Route = (typeof ROUTES)[number];

/** How a record of an earlier try is found again: a list, and what tells the record in it. */
const findSchema = z.object({
	path: z.string(),
	query: z.record(z.string(), z.union([z.string(), z.number()])),
	/** The field that holds the marker; null: the record is told by `same`. */
	field: z.string().nullable(),
	/** Fields that are equal, for records that can hold no marker. */
	same: z.record(z.string(), z.string()),
});

const stepSchema = z.object({
	route: z.enum(ROUTES),
	method: z.enum(['POST', 'PUT']),
	path: z.string().startsWith('/v1/'),
	/** Whole for a POST; what is to be changed for a PUT, which sends everything else back. */
	body: z.record(z.string(), z.unknown()),
	find: findSchema,
});

/** What is to be written, the preferred way first; the others are for accounts that do not allow it. Plain JSON. */
export const planSchema = z.object({
	key: z.string().min(1),
	marker: z.string().min(1),
	steps: z.array(stepSchema).min(1),
	reasons: reasonsSchema,
});

export type FindAgain = z.output<typeof findSchema>;
export type WriteBackStep = z.output<typeof stepSchema>;
export type WriteBackPlan = z.output<typeof planSchema>;

/** The words for a route, as people say them. */
export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
	phone_log: 'a phone log',
	note: 'a note',
	contact_request: 'a contact request',
	contact_request_message: 'a message on the contact request',
	applicant: 'an applicant',
	applicant_note: 'a note on the applicant',
};
