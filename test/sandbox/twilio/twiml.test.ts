import twilio from 'twilio';
import { parseTwiml, resolveUrl } from '../../../sandbox/twilio/twiml/parse';
import { schemaWarnings } from '../../../sandbox/twilio/twiml/schema';
import { elementsOf, parseXml, textOf } from '../../../sandbox/twilio/twiml/xml';

const reply = (body: string, contentType = 'text/xml; charset=utf-8') => ({ url: 'http://app.example/a/voice?x=1', contentType, body });

describe('reading TwiML', () => {
	it('reads what the twilio package writes', () => {
		const voice = new twilio.twiml.VoiceResponse();
		voice.say('Fish & "chips" <now>');
		const dial = voice.dial({ answerOnBridge: true, timeout: 18, action: '/dial?a=1&b=2' });
		dial.number({ url: '/screen' }, '+15125550150');
		const { verbs, root } = parseTwiml(reply(voice.toString()));
		expect(verbs.map((verb) => verb.name)).toEqual(['Say', 'Dial']);
		const [say, dialed] = verbs;
		expect(say && textOf(say)).toBe('Fish & "chips" <now>');
		expect(dialed?.attributes).toEqual({ answerOnBridge: 'true', timeout: '18', action: '/dial?a=1&b=2' });
		expect(dialed && elementsOf(dialed).map((number) => [number.name, number.attributes, textOf(number)])).toEqual([
			['Number', { url: '/screen' }, '+15125550150'],
		]);
		expect(schemaWarnings(root)).toEqual([]);
	});

	it('takes comments, CDATA and numeric entities', () => {
		const root = parseXml('<?xml version="1.0"?>\n<!-- a --><Response><Say><![CDATA[1 < 2]]> &#x41;&#66;</Say><!-- b --></Response>\n');
		expect(elementsOf(root).map(textOf)).toEqual(['1 < 2 AB']);
	});

	it.each([
		['<Response><Say>x</Response>', 'closed by'],
		['<Response><Say>a & b</Say></Response>', 'not an entity'],
		['<Response><Dial timeout=18/></Response>', 'not quoted'],
		['<Response><Say>x</Say>', 'not closed'],
		['<Response/><Response/>', 'after the end'],
		['<!DOCTYPE x><Response/>', 'document type'],
		['\n<?xml version="1.0"?><Response/>', ''],
		['<Dial a="1" a="2"/>', 'twice'],
		['hello', 'element'],
		['', 'element'],
		['<Responses/>', 'instead of <Response>'],
	])('refuses %j', (body, because) => {
		expect(() => parseTwiml(reply(body))).toThrow(expect.objectContaining({ code: 12100, message: expect.stringContaining(because) }));
	});

	it.each(['application/json', 'text/plain', ''])('refuses content type "%s"', (type) => {
		expect(() => parseTwiml(reply('<Response/>', type))).toThrow(expect.objectContaining({ code: 12300 }));
	});

	it.each([
		['<Response><say>x</say></Response>', '<say> is not voice TwiML that the stand-in knows'],
		['<Response><Dial timeOut="3"/></Response>', '<Dial> has no attribute "timeOut"'],
		['<Response><Dial><Say>x</Say></Dial></Response>', '<Say> may not stand inside <Dial>'],
		['<Response><Number>+15125550150</Number></Response>', '<Number> may not stand inside <Response>'],
	])('warns about %s', (body, warning) => {
		expect(schemaWarnings(parseTwiml(reply(body)).root)).toEqual([warning]);
	});

	it.each([
		['dial?b=1', 'http://app.example/a/dial?b=1'],
		['/dial', 'http://app.example/dial'],
		["https://other.example/it's?q='", "https://other.example/it's?q='"],
	])('resolves %s', (written, url) => {
		expect(resolveUrl(written, parseTwiml(reply('<Response/>')))).toBe(url);
	});
});
