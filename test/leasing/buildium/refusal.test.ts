import { BUILDIUM } from '../../../leasing/buildium/vendor';
import { passesByItself, readRefusal as readOf, unsure, type Refusal } from '../../../leasing/rest/refusal';
import type { AskedFor } from '../../../leasing/rest/vendor';

function readRefusal(asked: AskedFor, status: number, body: unknown, requestId: string | null): Refusal {
	const answer = { status, body, headers: requestId === null ? {} : { 'x-amzn-requestid': requestId } };
	const code = BUILDIUM.meaning(answer);
	if (code === null) throw new Error('It was not refused.');
	return readOf(BUILDIUM, asked, answer, code);
}

const post = { method: 'POST', path: '/v1/tasks/contactrequests' };

it('says what Buildium says, field by field, with the request id', () => {
	const body = {
		UserMessage: 'The request is invalid',
		ErrorCode: null,
		Errors: [
			{ Key: 'AssignedToUserId', Value: 'must be a staff user' },
			{ Key: null, Value: 'Try again' },
		],
	};
	expect(readRefusal(post, 422, body, 'req-7')).toEqual({
		code: 'invalid',
		status: 422,
		sentence:
			'Buildium refused POST /v1/tasks/contactrequests (422). The request is invalid. AssignedToUserId: must be a staff user; Try again.',
		advice: "Correct the fields named above, and run it again. Buildium's request id: req-7.",
		fields: [
			{ field: 'AssignedToUserId', message: 'must be a staff user' },
			{ field: '', message: 'Try again' },
		],
		requestId: 'req-7',
	});
});

it.each([
	[401, 'wrong_keys'],
	[403, 'no_permission'],
	[404, 'not_found'],
	[409, 'invalid'],
	[415, 'invalid'],
	[429, 'too_many'],
	[500, 'unavailable'],
	[503, 'unavailable'],
])("%d is %s, also when the body is a gateway's page or nothing", (status, code) => {
	for (const body of ['<html>Service Unavailable</html>', undefined, null, [], { UserMessage: 7, Errors: 'none' }]) {
		expect(readRefusal(post, status, body, null)).toMatchObject({ code, status, fields: [] });
	}
});

it.each([
	['GET', '/v1/leases/tenants/12', 'Rentals > Tenants (View)'],
	['GET', '/v1/leases/12', 'Rentals > Leases (View)'],
	['POST', '/v1/leases/tenants/12/notes', 'Rentals > Tenants (View and Edit)'],
	['GET', '/v1/rentals/units/12/listing', 'Rentals > Listings (View)'],
	['GET', '/v1/rentals/units/listings', 'Rentals > Listings (View)'],
	['GET', '/v1/rentals/units/12', 'Rentals > Rental properties and units (View)'],
	['GET', '/v1/rentals/owners', 'Rentals > Property Rental Owners (View)'],
	['POST', '/v1/communications/phonelogs', 'Communications > Timelines (Phone Logs) (View and Edit)'],
])('403 on %s %s names the permission %s', (method, path, permission) => {
	expect(readRefusal({ method, path }, 403, null, null).advice).toContain(`tick ${permission}.`);
});

it('keeps phone numbers to itself that Buildium repeats', () => {
	const body = {
		UserMessage: 'Duplicate of (512) 555-0123',
		Errors: [{ Key: 'Mobile', Value: '+15125550123 is taken, since 2026-11-17 14:05:09, by tenant 600001' }],
	};
	const { sentence, fields } = readRefusal(post, 422, body, null);
	expect(JSON.stringify([sentence, fields])).not.toMatch(/555-0123|5550123/);
	expect(sentence).toContain('2026-11-17 14:05:09');
	expect(sentence).toContain('600001');
});

it('knows what passes by itself', () => {
	expect([401, 403, 404, 422].map((status) => passesByItself(readRefusal(post, status, null, null)))).toEqual([
		false,
		false,
		false,
		false,
	]);
	expect([429, 500, 503].map((status) => passesByItself(readRefusal(post, status, null, null)))).toEqual([true, true, true]);
	expect(passesByItself(unsure(BUILDIUM, post, true, readRefusal(post, 502, null, null)))).toBe(true);
});
