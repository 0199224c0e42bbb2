import { renderText } from '../../../leasing/text/renderText';

const values = {
	property: 'Maple Court',
	brand: 'Acme Living',
	'first name': 'Nadia',
	'tour link': 'https://tours.example.com/maple',
	line: 'Leasing',
};

function without(...names: string[]): Record<string, string | null> {
	return { ...values, ...Object.fromEntries(names.map((name) => [name, null])) };
}

it('fills every placeholder, whatever its spelling', () => {
	expect(renderText('Hi [First Name], this is [brand] at [property]. Book: [tour_link] ([LINE])', values)).toEqual({
		body: 'Hi Nadia, this is Acme Living at Maple Court. Book: https://tours.example.com/maple (Leasing)',
		missing: [],
		unknown: [],
	});
});

it.each([
	['Hi [first name], this is [brand].', ['first name'], 'Hi, this is Acme Living.'],
	['Hi [first name]! Welcome.', ['first name'], 'Hi! Welcome.'],
	['[first name], sorry we missed you.', ['first name'], 'Sorry we missed you.'],
	['[first name] - sorry we missed you.', ['first name'], 'Sorry we missed you.'],
	['Sorry, [first name].', ['first name'], 'Sorry.'],
	['Sorry we missed your call at [property]. Reply here.', ['property'], 'Sorry we missed your call. Reply here.'],
	['Thanks for calling about [property] today.', ['property'], 'Thanks for calling today.'],
	['This is [brand] ([property]). How can we help?', ['property'], 'This is Acme Living. How can we help?'],
	['Sorry we missed you. Book a tour: [tour link]. Reply STOP to opt out.', ['tour link'], 'Sorry we missed you. Reply STOP to opt out.'],
	['Sorry we missed you. Book a tour: [tour link] Reply STOP to opt out.', ['tour link'], 'Sorry we missed you. Reply STOP to opt out.'],
	['Hi.\nBook a tour: [tour link]\nReply STOP to opt out.', ['tour link'], 'Hi.\n\nReply STOP to opt out.'],
	['Hi [first name], we missed your call at [property]: reply here.', ['first name', 'property'], 'Hi, we missed your call: reply here.'],
	['[property]', ['property'], ''],
])('closes the gap in %p', (template, missing, body) => {
	const rendered = renderText(template, without(...missing));
	expect(rendered.body).toBe(body);
	expect(rendered.missing).toEqual(missing);
	expect(rendered.unknown).toEqual([]);
});

it('reports a placeholder that nobody fills, once, and never shows it to the renter', () => {
	expect(renderText('Hi [fist name], hello [fist name]!', values)).toEqual({
		body: 'Hi, hello!',
		missing: ['fist name'],
		unknown: ['fist name'],
	});
});

it('takes blank for missing', () => {
	expect(renderText('Hi [first name]!', { 'first name': '  ' })).toEqual({ body: 'Hi!', missing: ['first name'], unknown: [] });
});

it('leaves values alone, even with brackets, dollar signs or odd spacing in them', () => {
	expect(renderText('[property]: hi [first name]', { property: 'The [brand]  $& Lofts , East', 'first name': null }).body).toBe(
		'The [brand]  $& Lofts , East: hi',
	);
});

it('leaves other brackets and lower-case templates alone', () => {
	expect(renderText('hi. reply [1] or [] or {{ $json.x }}', values).body).toBe('hi. reply [1] or [] or {{ $json.x }}');
});
