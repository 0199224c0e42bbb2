/** A TwiML verb or noun: name, attributes, and text or children. Attributes that are undefined are left out. */
export interface Verb {
	name: string;
	attributes?: Record<string, string | number | boolean | undefined>;
	content?: string | Verb[];
}

/** A complete TwiML document. https://www.twilio.com/docs/voice/twiml */
export function twiml(verbs: Verb[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.map(render).join('')}</Response>`;
}

/** Says nothing and does nothing: after a screening it lets the call through, elsewhere it hangs up. */
export const EMPTY_TWIML = twiml([]);

function render({ name, attributes = {}, content }: Verb): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escape(String(value))}"`)
		.join('');
	const inner = content === undefined ? '' : typeof content === 'string' ? escape(content) : content.map(render).join('');
	return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

function escape(text: string): string {
	return (
		text
			.replace(/&/g, '&amp;')
			.replace(/</g, '&lt;')
			.replace(/>/g, '&gt;')
			.replace(/"/g, '&quot;')
			// Characters that XML 1.0 does not allow at all; Twilio refuses the whole document for one of them.
			.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
	);
}
