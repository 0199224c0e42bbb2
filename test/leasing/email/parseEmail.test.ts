import type { EmailClass } from '../../../leasing/email/email';
import { parseEmail } from '../../../leasing/email/parseEmail';

const context = { own: new Set(['acmeliving.example', 'acme.leasing@gmail.com']) };

it.each([
	['nadia.ferris@example.com', 'nadia.ferris@example.com'],
	['  Nadia.Ferris@Example.COM ', 'nadia.ferris@example.com'],
	['mailto:nadia@example.com?subject=Hi', 'nadia@example.com'],
	['"Ferris, Nadia" <nadia@example.com>', 'nadia@example.com'],
	['Nadia Ferris <Nadia@Example.com>', 'nadia@example.com'],
	['nadia@example.com.', 'nadia@example.com'],
	['\u200Bnadia@example.com', 'nadia@example.com'],
	// Tag and dots stay: the address is what we write to.
	['nadia.ferris+zillow@gmail.com', 'nadia.ferris+zillow@gmail.com'],
	['n.a.d.i.a@gmail.com', 'n.a.d.i.a@gmail.com'],
	["o'brien@example.com", "o'brien@example.com"],
	['josé@example.com', 'josé@example.com'],
	['nadia@mail.example.co.uk', 'nadia@mail.example.co.uk'],
	['smith@smith.com', 'smith@smith.com'],
	['leasing.fan@gmail.com', 'leasing.fan@gmail.com'],
	['testa@example.com', 'testa@example.com'],
])('%p identifies a renter', (raw, address) => {
	expect(parseEmail(raw, context)).toEqual({ raw, address, contactClass: 'personal', isIdentity: true, reasons: [] });
});

it.each<[string | null | undefined, EmailClass, string]>([
	['4f9a1c@convo.zillow.com', 'relay', 'relay'],
	['abc+def@convo.trulia.com', 'relay', 'relay'],
	['x9@convo.hotpads.com', 'relay', 'relay'],
	['a1b2c-7654321098@hous.craigslist.org', 'relay', 'relay'],
	['0a1b2c3d@reply.craigslist.org', 'relay', 'relay'],
	['reply+0123456789abcdef0123456789abcdef@messaging.yelp.com', 'relay', 'relay'],
	['xk3h2@privaterelay.appleid.com', 'relay', 'relay'],
	['lead@apartments.com', 'system', 'system_mailbox'],
	['leads@apartments.com', 'system', 'system_mailbox'],
	['RentalRequest@move.com', 'system', 'system_mailbox'],
	['rentalclientservices@zillowrentals.com', 'system', 'system_mailbox'],
	['someone@email.rent.com', 'system', 'system_mailbox'],
	['no-reply@example.com', 'system', 'system_mailbox'],
	['donotreply@example.com', 'system', 'system_mailbox'],
	['do-not-reply@example.com', 'system', 'system_mailbox'],
	['noreply+42@example.com', 'system', 'system_mailbox'],
	['MAILER-DAEMON@example.com', 'system', 'system_mailbox'],
	['info@example.com', 'role', 'role_mailbox'],
	['leasing@example.com', 'role', 'role_mailbox'],
	['Leasing+maple@example.com', 'role', 'role_mailbox'],
	['front.desk@example.com', 'role', 'role_mailbox'],
	['bob@mailinator.com', 'disposable', 'disposable'],
	['sam@acmeliving.example', 'own', 'own_email'],
	['sam@mail.acmeliving.example', 'own', 'own_email'],
	['Acme.Leasing@gmail.com', 'own', 'own_email'],
	['info@acmeliving.example', 'own', 'own_email'],
	['none@none.com', 'placeholder', 'placeholder'],
	['test@test.com', 'placeholder', 'placeholder'],
	['na@na.com', 'placeholder', 'placeholder'],
	['asdf@asdf.com', 'placeholder', 'placeholder'],
	['asdfasdf@gmail.com', 'placeholder', 'placeholder'],
	['noemail@gmail.com', 'placeholder', 'placeholder'],
	['no-email@example.com', 'placeholder', 'placeholder'],
	['test123@example.com', 'placeholder', 'placeholder'],
	['xxx@example.com', 'placeholder', 'placeholder'],
	['email@email.com', 'placeholder', 'placeholder'],
	['a@a.com', 'placeholder', 'placeholder'],
	['bob@none.com', 'placeholder', 'placeholder'],
	['none', 'placeholder', 'placeholder'],
	['N/A', 'placeholder', 'placeholder'],
	['', 'invalid', 'no_email'],
	[null, 'invalid', 'no_email'],
	[undefined, 'invalid', 'no_email'],
	['nadia', 'invalid', 'invalid_email'],
	['nadia@', 'invalid', 'invalid_email'],
	['@example.com', 'invalid', 'invalid_email'],
	['nadia@example', 'invalid', 'invalid_email'],
	['nadia..ferris@example.com', 'invalid', 'invalid_email'],
	['nadia@-example.com', 'invalid', 'invalid_email'],
	['nadia@example..com', 'invalid', 'invalid_email'],
	['nadia ferris@example', 'invalid', 'invalid_email'],
	[`${'n'.repeat(65)}@example.com`, 'invalid', 'invalid_email'],
	['(512) 555-0123', 'invalid', 'invalid_email'],
])('%p is %s', (raw, contactClass, code) => {
	const email = parseEmail(raw, context);
	expect(email).toMatchObject({ raw: raw ?? '', contactClass, isIdentity: false });
	expect(email.reasons.map((r) => r.code)).toEqual([code]);
	expect(email.reasons[0]?.sentence).toMatch(/^[A-Z].+\.$/);
	if (contactClass === 'invalid') expect(email.address).toBeNull();
});

it("does not take every Gmail address for the company's", () => {
	expect(parseEmail('nadia@gmail.com', context).contactClass).toBe('personal');
});

it('does not take a look-alike host for a listing site', () => {
	expect(parseEmail('nadia@notzillow.com', context).contactClass).toBe('personal');
});

it('suggests, but never corrects, a mistyped domain', () => {
	const email = parseEmail('nadia@gmial.com', context);
	expect(email).toMatchObject({ address: 'nadia@gmial.com', isIdentity: true });
	expect(email.reasons[0]?.sentence).toContain('gmail.com');
	expect(parseEmail('nadia@example.con', context).reasons[0]?.sentence).toContain('example.com');
});

it('takes the first of two addresses, with a note', () => {
	const email = parseEmail('kate@example.com; lou@example.com', context);
	expect(email.address).toBe('kate@example.com');
	expect(email.reasons.map((r) => r.code)).toEqual(['several_emails']);
});

it('is quick on hostile input', () => {
	const started = performance.now();
	for (const raw of [
		'a'.repeat(50_000),
		`${'a.'.repeat(20_000)}@x`,
		`a@${'b.'.repeat(20_000)}`,
		'<'.repeat(20_000),
		`${'a@'.repeat(10_000)}`,
	])
		expect(parseEmail(raw, context).isIdentity).toBe(false);
	expect(performance.now() - started).toBeLessThan(1500);
});
