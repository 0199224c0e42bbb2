import * as z from 'zod/v4';

import { planSchemaOf, type WriteBackPlan } from '../../writeBack/plan';

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

export const stepSchema = z.object({
	route: z.enum(ROUTES),
	method: z.enum(['POST', 'PUT']),
	path: z.string().startsWith('/v1/'),
	/** Whole for a POST; what is to be changed for a PUT, which sends everything else back. */
	body: z.record(z.string(), z.unknown()),
	find: findSchema,
});

export type FindAgain = z.output<typeof findSchema>;
export type BuildiumStep = z.output<typeof stepSchema>;
export type BuildiumPlan = WriteBackPlan<BuildiumStep>;

export const planSchema = planSchemaOf(stepSchema);

/** The words for a route, as people say them. */
export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
	phone_log: 'a phone log',
	note: 'a note',
	contact_request: 'a contact request',
	contact_request_message: 'a message on the contact request',
	applicant: 'an applicant',
	applicant_note: 'a note on the applicant',
};

/** By what kind of record a route is known later: a message stands on its contact request. */
export const RECORD_TYPES: Readonly<Record<Route, string>> = {
	phone_log: 'phone_log',
	note: 'note',
	contact_request: 'contact_request',
	contact_request_message: 'contact_request',
	applicant: 'applicant',
	applicant_note: 'note',
};
