import { fallbackProblem } from '../../../leasing/phone/fallback';

const OURS = 'https://n8n.example.com/webhook/abc/twilio?step=voice#rc=2';

describe('what rings while n8n is down', () => {
	test.each<[string, string, string | null]>([
		['nothing', '', 'no_fallback'],
		['blanks', '  ', 'no_fallback'],
		["Twilio's demonstration", 'https://demo.twilio.com/welcome/voice/', 'fallback_is_demo'],
		['another path of this n8n', 'https://n8n.example.com/webhook/fallback', 'fallback_same_host'],
		['another port of this server', 'http://n8n.example.com:8080/twiml', 'fallback_same_host'],
		['this n8n in capitals', 'https://N8N.EXAMPLE.COM/x', 'fallback_same_host'],
		['a TwiML Bin', 'https://handler.twilio.com/twiml/EH0123', null],
		['a Twimlet', 'http://twimlets.com/forward?PhoneNumber=512-555-0100', null],
		['a sister host', 'https://backup.example.com/twiml', null],
		['what is no address', 'not an address', null],
	])('%s', (_name, fallback, code) => {
		expect(fallbackProblem({ fallback, ours: OURS })?.code ?? null).toBe(code);
	});
});
