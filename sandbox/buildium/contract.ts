/**
 * What the Buildium stand-in offers to tests, `npm start` and benchmarks. The REST surface itself is Buildium's and is
 * not repeated here; README.md beside this file lists what is modelled.
 */

/** A record as the API shows it, with Buildium's own field names. */
export type Fields = Record<string, unknown>;

export type Access = 'none' | 'view' | 'edit';

/** What a key can be allowed to see and change; Buildium's names for these stand in README.md. */
export type Scope =
	| 'account'
	| 'applicants'
	| 'files'
	| 'leases'
	| 'listings'
	| 'phoneLogs'
	| 'rentalOwners'
	| 'rentals'
	| 'tasks'
	| 'tenants'
	| 'userRoles'
	| 'users'
	| 'vendors'
	| 'workOrders';

export interface BuildiumSandboxOptions {
	/** 0 or omitted: any free port. Always bound to 127.0.0.1. */
	port?: number;
	/** How many residents the made-up portfolio has; everything else grows with them. Default 240. */
	size?: { residents?: number };
	/** The same seed makes the same portfolio. */
	seed?: number;
	/** For the dates in records and in webhooks; the pace limit and the faults go by real time. */
	clock?: { now(): number };
	/** Only `premium` (the default) has the API. */
	plan?: BuildiumPlan;
	/** Of the key; what is not named stays at `edit`. One word is for everything. */
	permissions?: BuildiumPermissions;
	clientId?: string;
	clientSecret?: string;
	/** The number that webhooks carry as `AccountId`. */
	accountId?: number;
	/** Requests a second and key before 429; null: no limit. Default 10. */
	requestsPerSecond?: number | null;
	/** Real ms that one minute of waiting between two tries of a webhook lasts. 60 000 is real time. */
	minuteMs?: number;
	/** Real ms in which a webhook has to be answered. Default 10 000. */
	answerWithinMs?: number;
	habits?: Partial<BuildiumHabits>;
}

export type BuildiumPlan = 'essential' | 'growth' | 'premium';
export type BuildiumPermissions = Access | Partial<Record<Scope, Access>>;

/** Where nobody outside Buildium knows what the real thing does, or reports differ. Tests can try each. */
export interface BuildiumHabits {
	/** Whether `phone` looks into the number as it is stored (default), or compares digits only. */
	phoneFilter: 'stored' | 'digits';
	/** What becomes of `limit=1001`. Default `clamp`. */
	largeLimit: 'clamp' | 'refuse';
	/** What becomes of body fields that do not exist. Default `ignore`. */
	unknownBodyField: 'ignore' | 'refuse';
	/** Seconds in `Retry-After` of a 429; null (the default): no such header. */
	retryAfter: number | null;
	/** Whether each try of a webhook is stamped anew (default) or all carry the first try's time. */
	webhookTimestamp: 'each' | 'first';
	/** Whether writes through the API fire webhooks, too. Default true. */
	ownWritesFire: boolean;
	/** How an account without the API answers. Default 403. */
	planRefusal: 401 | 403;
	/** Whether a date filter with only a start counts as reaching until now for the 365 days limit. Default false. */
	openRangeCounts: boolean;
	/** Whether a POST of a note answers with the note (default) or with nothing. */
	noteReply: 'record' | 'empty';
	/** Real ms from the upload of a file until its record is there. Default 0. */
	fileDelayMs: number;
}

/** One request as it arrived. Headers are not kept, so no secret is. */
export interface BuildiumRequest {
	method: string;
	/** With `/v1`, without query. */
	path: string;
	/** In the order of the address, repeated names included. */
	query: Array<[name: string, value: string]>;
	/** Parsed JSON; the text when it is not JSON; undefined when there is none. */
	body: unknown;
	/** Of the answer; null while there is none, and for good when the connection was dropped or left hanging. */
	status: number | null;
	/** Real ms since 1970 with fractions, never going back. */
	at: number;
	/** Requests being answered when this one arrived, itself included. */
	inFlight: number;
	/** The fault that struck it, if one did. */
	fault: string | null;
}

/** Which requests; a string or pattern is compared with `METHOD /path`, e.g. `POST /v1/applicants`. */
export type RequestMatch = string | RegExp | ((request: { method: string; path: string; body: unknown }) => boolean);

export interface BuildiumFault {
	/** Omitted: any request. */
	match?: RequestMatch;
	/**
	 * A status: answered so before anything was done (5xx as a gateway would, not in JSON).
	 * `timeout_after_write`: done, but never answered; the client's time-out strikes.
	 * `error_after_write`: done, but answered 502.
	 * `drop_after_write`: done, but the connection breaks. `drop`: it breaks before anything was done. `hang`: never
	 * answered, nothing done. `empty`: done, answered without a body.
	 */
	status: number | 'timeout_after_write' | 'error_after_write' | 'drop_after_write' | 'drop' | 'hang' | 'empty';
	/** Default 1. */
	times?: number;
}

export interface BuildiumFaults {
	failNext(fault: BuildiumFault): void;
	/** Every request is answered 503, or with `unreachable` its connection breaks, until `down(false)`. */
	down(state: boolean | 'unreachable'): void;
	/** The same for so many real ms. */
	downFor(ms: number, how?: 'unreachable'): void;
	/** Every answer takes so many real ms longer; 0 ends it. */
	slow(ms: number): void;
	clear(): void;
}

/** The records of one kind, as the API shows them. Changes here are those of people in Buildium's web app: they fire webhooks. */
export interface BuildiumTable {
	count(): number;
	/** In the order of their ids. Do not call it on a hundred thousand residents; use `at`. */
	all(): Fields[];
	/** By position, 0 being the oldest. @throws Error when there is none */
	at(position: number): Fields;
	get(id: number): Fields | null;
	find(fits: (record: Fields) => boolean): Fields | null;
	/** @returns the record with its new id */
	add(fields: Fields): Fields;
	/** Replaces the named fields. */
	change(id: number, fields: Fields): Fields;
	remove(id: number): void;
}

export interface BuildiumData {
	rentals: BuildiumTable;
	units: BuildiumTable;
	/** The id of a listing is that of its unit. */
	listings: BuildiumTable;
	tenants: BuildiumTable;
	leases: BuildiumTable;
	rentalOwners: BuildiumTable;
	vendors: BuildiumTable;
	users: BuildiumTable;
	applicants: BuildiumTable;
	applicantGroups: BuildiumTable;
	applications: BuildiumTable;
	/** Of all kinds. */
	tasks: BuildiumTable;
	contactRequests: BuildiumTable;
	todos: BuildiumTable;
	residentRequests: BuildiumTable;
	rentalOwnerRequests: BuildiumTable;
	/** With `TaskId`, which the API does not show. */
	taskHistory: BuildiumTable;
	taskCategories: BuildiumTable;
	/** With `Parent` (such as `tenant`) and `ParentId`, which the API does not show. */
	notes: BuildiumTable;
	phoneLogs: BuildiumTable;
	workOrders: BuildiumTable;
	files: BuildiumTable;
}

/** A person of the made-up portfolio whom no other record shares a number or address with. */
export interface BuildiumPerson {
	/** Null for the stranger. */
	id: number | null;
	firstName: string;
	lastName: string;
	email: string;
	/** E.164. */
	phone: string;
	/** Null for people who belong to no property. */
	propertyId: number | null;
	unitId: number | null;
}

export interface WebhookAttempt {
	/** Real ms since 1970. */
	at: number;
	headers: Record<string, string>;
	/** Null when no answer came. */
	status: number | null;
	error: string | null;
}

export interface WebhookDelivery {
	subscription: number;
	/** As sent: compact JSON. */
	body: string;
	event: Fields;
	attempts: WebhookAttempt[];
	state: 'waiting' | 'delivered' | 'dropped';
}

export interface WebhookSubscription {
	id: number;
	url: string;
	secret: string;
	/** Empty: every event. */
	events: string[];
	/** False after 20 failures in a row. */
	active: boolean;
}

export interface BuildiumWebhooks {
	/** What a person does in the web app. Events may be names or starts of names such as `Task.`; none means all. */
	subscribe(url: string, secret: string, events?: string[]): WebhookSubscription;
	unsubscribe(id: number): void;
	/** Switches a suspended subscription on again. */
	reactivate(id: number): void;
	/**
	 * Sends an event, to nobody who did not subscribe.
	 * @param ids e.g. `{ TaskId: 1, TaskType: 'ContactRequest' }`
	 * @returns the event as sent
	 */
	emit(eventName: string, ids: Fields, options?: { times?: number; at?: number }): Fields;
	/** From now on every event is sent so many times. 1 ends it. */
	duplicate(times: number): void;
	/** Keeps events back until `release`. */
	hold(): void;
	release(order?: 'oldest first' | 'newest first'): void;
	/** The event history page: every delivery with its tries. */
	deliveries: WebhookDelivery[];
	/** Resolves when nothing waits to be sent or tried again. */
	settled(): Promise<void>;
}

export interface BuildiumSandbox {
	/** `http://127.0.0.1:PORT`, as `https://api.buildium.com`. */
	url: string;
	/** `http://127.0.0.1:PORT/v1`. */
	baseUrl: string;
	clientId: string;
	clientSecret: string;
	accountId: number;
	/** Oldest first; empty it with `requests.length = 0`. */
	requests: BuildiumRequest[];
	data: BuildiumData;
	people: Record<'resident' | 'rentalOwner' | 'vendor' | 'staff' | 'applicant' | 'stranger', BuildiumPerson>;
	faults: BuildiumFaults;
	webhooks: BuildiumWebhooks;
	setPlan(plan: BuildiumPlan): void;
	setPermissions(permissions: BuildiumPermissions): void;
	/** Changes habits from now on. */
	setHabits(habits: Partial<BuildiumHabits>): void;
	stop(): Promise<void>;
}

/** Starts the stand-in; implemented in `sandbox/buildium/index.ts`. */
export type StartBuildiumSandbox = (options?: BuildiumSandboxOptions) => Promise<BuildiumSandbox>;
