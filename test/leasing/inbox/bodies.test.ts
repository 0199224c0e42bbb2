import { bytesOf, deliveredBody } from '../../../leasing/inbox/delivery';
import { readBody } from '../../../leasing/inbox/body/readBody';
import { redacted } from '../../../leasing/inbox/redact';
import { SENDERS, senderNamed } from '../../../leasing/inbox/senders/senders.data';
import { takeApart } from '../../../leasing/inbox/senders/takeApart';

const read = (text: string | Buffer, type: string | null) => readBody(Buffer.from(text), type).body;
const multipart = (...parts: string[]) =>
	`preamble\r\n${parts.map((part) => `--xYz\r\nContent-Disposition: form-data; ${part}\r\n`).join('')}--xYz--\r\n`;

describe('reading bodies', () => {
	test.each<[string, string | Buffer, string | null, unknown]>([
		['JSON', '{"name":"Ann"}', 'application/json', { name: 'Ann' }],
		['JSON with a mark in front and a charset', '\uFEFF {"name":"Ann"}', 'application/json; charset=utf-8', { name: 'Ann' }],
		['JSON that says it is text', '{"name":"Ann"}', 'text/plain', { name: 'Ann' }],
		['JSON that says it is a form', '{"name":"A=n&n"}', 'application/x-www-form-urlencoded', { name: 'A=n&n' }],
		['JSON that says nothing', '[{"name":"Ann"}]', null, [{ name: 'Ann' }]],
		['broken JSON', '{"name":"Ann\n"}', 'application/json', '{"name":"Ann\n"}'],
		[
			'ids that are longer than numbers',
			'{"id":12345678901234567,"n":5,"x":1.5}',
			'application/json',
			{ id: '12345678901234567', n: 5, x: 1.5 },
		],
		['a form', 'a=1&b=x+y%20z&a=2&=&c', 'application/x-www-form-urlencoded', { a: ['1', '2'], b: 'x y z', '': '', c: '' }],
		['a form that says nothing', 'name=Ann&phone=%2B1206', null, { name: 'Ann', phone: '+1206' }],
		['a form with old escapes', 'name=Jos%E9&x=%zz', 'application/x-www-form-urlencoded', { name: 'José', x: '%zz' }],
		[
			'a form with keys that mean something to programs',
			'__proto__=x&constructor=y',
			'application/x-www-form-urlencoded',
			JSON.parse('{"__proto__":"x","constructor":"y"}'),
		],
		['XML', '<adf><prospect/></adf>', 'application/xml', '<adf><prospect/></adf>'],
		['XML that says nothing', '<?xml version="1.0"?><a b="1&amp;2"/>', null, '<?xml version="1.0"?><a b="1&amp;2"/>'],
		['a mail', 'From: a@example.com\r\nSubject: x=y&z\r\n\r\nHi', null, 'From: a@example.com\r\nSubject: x=y&z\r\n\r\nHi'],
		['words', 'Is it = still open & free?', 'text/plain', 'Is it = still open & free?'],
		['old letters', Buffer.from('name=Jos\xe9', 'latin1'), 'application/x-www-form-urlencoded; charset=iso-8859-1', { name: 'José' }],
		['nothing', '', null, ''],
		[
			'parts',
			multipart('name="name"\r\n\r\nAnn\r\nLake', 'name="tel"\r\n\r\n206'),
			'multipart/form-data; boundary=xYz',
			{ name: 'Ann\r\nLake', tel: '206' },
		],
		[
			'parts without an end',
			multipart('name="a"\r\n\r\n1').replace('--xYz--\r\n', ''),
			'multipart/form-data; boundary="xYz"',
			{ a: '1' },
		],
	])('%s', (_, text, type, expected) => {
		expect(read(text, type)).toEqual(expected);
	});

	it('tells of files and of fields beyond the limit, and shows neither', () => {
		const body = multipart('name="cv"; filename="me.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF', 'name="a"\r\n\r\n1');
		expect(readBody(Buffer.from(body), 'multipart/form-data; boundary=xYz')).toEqual({
			body: { a: '1' },
			files: [{ field: 'cv', name: 'me.pdf', bytes: 4 }],
			fieldsLeft: 0,
		});
		const many = readBody(
			Buffer.from(Array.from({ length: 1_500 }, (_, n) => `f${n}=1`).join('&')),
			'application/x-www-form-urlencoded',
		);
		expect([Object.keys(many.body as object).length, many.fieldsLeft]).toEqual([1_000, 500]);
	});

	it.each([
		['a million small fields', 'a&'.repeat(1_000_000), 'application/x-www-form-urlencoded'],
		['a million parts', `--b\r\n${'--b\r\nx\r\n'.repeat(200_000)}--b--`, 'multipart/form-data; boundary=b'],
		['deep JSON', '['.repeat(1_000_000), 'application/json'],
		['one long escape', '%E9'.repeat(600_000), 'application/x-www-form-urlencoded'],
	])('takes %s in no time', (_, text, type) => {
		const began = performance.now();
		readBody(Buffer.from(text.slice(0, 2_000_000)), type);
		expect(performance.now() - began).toBeLessThan(400);
	});

	it('keeps every byte', () => {
		for (const bytes of [Buffer.from('é"\u0000'), Buffer.from([0xff, 0x00, 0xe9])])
			expect(bytesOf(deliveredBody(bytes))).toEqual(bytes);
	});
});

describe('a secret in the body', () => {
	it.each([
		['JSON', '{"google_key":"a\\"b/ö+1 2","n":"ok"}', '{"google_key":"[secret]","n":"ok"}'],
		['a form', 'HandshakeKey=a%22b%2F%C3%B6%2B1+2&n=ok', 'HandshakeKey=[secret]&n=ok'],
		['plain', 'x a"b/ö+1 2 y', 'x [secret] y'],
	])('is taken out of %s', (_, body, expected) => {
		expect(redacted(Buffer.from(body), ['a"b/ö+1 2']).toString()).toBe(expected);
	});
});

describe('what tells one delivery from the next', () => {
	const apart = (id: string, body: unknown, ids: string[] = []) => {
		const recipe = senderNamed(id);
		if (!recipe) throw new Error(id);
		return takeApart(Buffer.from(JSON.stringify(body)), body, { recipe, ids, sameWithin: recipe.sameWithin }).map(({ sameness }) =>
			'id' in sameness ? sameness.id.replace(/:[0-9a-f]{64}$/, ':<bytes>') : `same within ${sameness.within / 1000} s`,
		);
	};

	test.each<[string, unknown, string[]]>([
		['google_ads', { lead_id: 'TeSt-1' }, ['google_ads:TeSt-1']],
		['callrail', { id: 766970532 }, ['callrail:766970532:<bytes>']],
		['typeform', { event_id: '01H', form_response: { token: 't' } }, ['typeform:01H']],
		['typeform', { form_response: { token: 't' } }, ['typeform:t']],
		['tally', { eventId: 'a4cb' }, ['tally:a4cb']],
		['cal_com', { triggerEvent: 'BOOKING_CREATED', createdAt: '2026', payload: { uid: 'u1' } }, ['cal_com:BOOKING_CREATED:2026:u1']],
		[
			'calendly',
			{ event: 'invitee.created', created_at: 'T', payload: { uri: 'https://x' } },
			['calendly:invitee.created:T:https://x'],
		],
		['acuity', { action: 'rescheduled', id: '1' }, ['same within 30 s']],
		['zillow', { name: 'Ann' }, ['same within 600 s']],
		['showmojo', { event: { id: 55 } }, ['showmojo:55']],
		['wufoo', { EntryId: '7' }, ['wufoo:7:<bytes>']],
		['other', 'words', ['same within 600 s']],
		['other', { id: ' ' }, ['same within 600 s']],
	])('%s %j', (id, body, expected) => {
		expect(apart(id, body)).toEqual(expected);
	});

	test('a path of the user goes before ours', () => {
		expect(apart('other', { data: { id: 9 } }, ['data.nothing', 'data.id'])).toEqual(['other:9']);
	});

	test("each lead in one of Meta's requests is a delivery of its own", () => {
		const change = (id: string) => ({ field: 'leadgen', value: { leadgen_id: id, page_id: '1' } });
		const body = {
			object: 'page',
			entry: [
				{ id: '1', changes: [change('a'), change('b')] },
				{ id: '2', changes: [change('c')] },
			],
		};
		expect(apart('meta', body)).toEqual(['meta:a', 'meta:b', 'meta:c']);
		const recipe = SENDERS.find(({ id }) => id === 'meta');
		const pieces = recipe ? takeApart(Buffer.from('x'), body, { recipe, ids: [], sameWithin: 1 }) : [];
		expect(JSON.parse(pieces[1]?.bytes.toString() ?? '')).toEqual({ object: 'page', entry: [{ id: '1', changes: [change('b')] }] });
	});
});
