/** Inputs of any size that make a careless reader slow: of each format, the shapes that cost most for their bytes. */
export interface Nasty {
	name: string;
	/** @param size bytes that the item should have, roughly */
	make(size: number): unknown;
}

const many = (size: number, piece: string): string => piece.repeat(Math.max(1, Math.floor(size / piece.length)));
const times = <T>(size: number, each: number, make: (index: number) => T): T[] =>
	Array.from({ length: Math.max(1, Math.floor(size / each)) }, (_none, index) => make(index));
const digits = (index: number): string => String(index).padStart(7, '0');
const renter = (index: number): Record<string, string> => ({
	name: `Nadia Ferris${index}`,
	phone: `+1206${digits(index)}`,
	email: `nadia${index}@example.com`,
	message: 'Is it still free?',
});
const mail = (body: string, head = ''): string =>
	`From: Nadia Ferris <nadia@example.com>\r\nTo: leasing@maple.example\r\nSubject: Two bedrooms\r\n${head}\r\n${body}`;
const webhook = (body: unknown): unknown => ({ headers: { host: 'n8n.example.com' }, params: {}, query: {}, body });

export const NASTY: readonly Nasty[] = [
	// Forms and any JSON.
	{ name: 'form, one long message', make: (size) => webhook({ ...renter(1), message: many(size, 'hello there ') }) },
	{ name: 'form, phone of spaces', make: (size) => webhook({ ...renter(1), phone: `1${' '.repeat(size)}2` }) },
	{ name: 'form, e-mail of a@', make: (size) => webhook({ ...renter(1), email: many(size, 'a@') }) },
	{ name: 'form, e-mail of <', make: (size) => webhook({ ...renter(1), email: `${many(size, '<a@')} x` }) },
	{ name: 'form, name of "A & "', make: (size) => webhook({ ...renter(1), name: many(size, 'A & ') }) },
	{ name: 'form, name of spaces', make: (size) => webhook({ ...renter(1), name: `A${' '.repeat(size)}B` }) },
	{ name: 'form, property of words', make: (size) => webhook({ ...renter(1), property: many(size, 'maple ') }) },
	{ name: 'form, many fields', make: (size) => webhook(Object.fromEntries(times(size, 24, (at) => [`field number ${at}`, String(at)]))) },
	{ name: 'form, many phones', make: (size) => webhook({ name: 'Nadia', phone: times(size, 16, (at) => `206${digits(at)}`) }) },
	{
		name: 'form, nested groups',
		make: (size) => webhook(times(Math.min(size, 40_000), 10, () => 0).reduce<unknown>((inner) => ({ data: inner }), renter(1))),
	},
	{ name: 'form, nested lists', make: (size) => webhook({ ...renter(1), extra: times(size, 6, () => [[1]]) }) },
	{ name: 'form, list of applicants', make: (size) => webhook({ applicants: times(size, 110, renter) }) },
	{ name: 'form body as text', make: (size) => webhook(many(size, 'a=1&')) },
	{ name: 'list of renters', make: (size) => webhook(times(size, 120, renter)) },
	{ name: 'envelope of renters', make: (size) => webhook({ leads: times(size, 120, renter) }) },
	{ name: 'JSON text in a list', make: (size) => webhook(times(size, 140, (at) => JSON.stringify(renter(at)))) },
	{ name: 'list of empty groups', make: (size) => webhook(times(size, 3, () => ({}))) },
	{ name: 'JSON text, cut off', make: (size) => webhook(many(size, '{"a":[')) },
	// XML.
	{
		name: 'MITS, empty prospects',
		make: (size) => webhook({ raw: `<LeadManagement><Prospects>${many(size, '<Prospect><Customers/></Prospect>')}` }),
	},
	{
		name: 'MITS, prospects with names',
		make: (size) =>
			webhook(
				`<LeadManagement><Prospects>${times(size, 210, (at) => `<Prospect><Customers><Customer><Name><FirstName>Nadia</FirstName><LastName>F${at}</LastName></Name><Phone><PhoneNumber>206${digits(at)}</PhoneNumber></Phone></Customer></Customers></Prospect>`).join('')}</Prospects></LeadManagement>`,
			),
	},
	{
		name: 'MITS, one with customers',
		make: (size) =>
			webhook(`<LeadManagement><Prospect>${many(size, '<Customer><Name>A B</Name></Customer>')}</Prospect></LeadManagement>`),
	},
	{
		name: 'MITS as n8n parses it',
		make: (size) =>
			webhook({
				leadmanagement: {
					prospects: {
						prospect: times(size, 100, (at) => ({
							customers: { customer: { name: { firstname: 'Nadia', lastname: `F${at}` } } },
						})),
					},
				},
			}),
	},
	{
		name: 'ADF, prospects',
		make: (size) =>
			webhook(
				`<adf>${times(size, 130, (at) => `<prospect><customer><contact><name part="full">N F${at}</name><phone>206${digits(at)}</phone></contact></customer></prospect>`).join('')}</adf>`,
			),
	},
	{ name: 'ADF, empty elements', make: (size) => webhook(`<adf><prospect>${many(size, '<a/>')}</prospect></adf>`) },
	{ name: 'ADF, deep', make: (size) => webhook(`<adf><prospect>${many(size, '<a>')}`) },
	{
		name: 'ADF, attributes',
		make: (size) => webhook(`<adf><prospect ${times(size, 14, (at) => `a${at}="${at}"`).join(' ')}></prospect></adf>`),
	},
	{
		name: 'ADF, entities',
		make: (size) => webhook(`<adf><prospect><customer><comments>${many(size, '&amp;')}</comments></customer></prospect></adf>`),
	},
	// Mail.
	{ name: 'mail of line breaks', make: (size) => ({ raw: mail(many(size, '\n')) }) },
	{ name: 'mail, lines of one letter', make: (size) => ({ raw: mail(many(size, 'a\n')) }) },
	{ name: 'mail, labelled lines', make: (size) => ({ raw: mail(many(size, 'Phone: 206-555-0142\n')) }) },
	{ name: 'mail, one long line', make: (size) => ({ raw: mail(many(size, 'word ')) }) },
	{ name: 'mail, many headers', make: (size) => ({ raw: mail('Hello', many(size, 'X-A: b\r\n')) }) },
	{ name: 'mail, one long header', make: (size) => ({ raw: mail('Hello', `To: ${many(size, 'a@b.co,')}\r\n`) }) },
	{ name: 'mail, encoded words', make: (size) => ({ raw: mail('Hello', `X-A: ${many(size, '=?utf-8?Q?a?= ')}\r\n`) }) },
	{
		name: 'mail, many parts',
		make: (size) => ({
			raw: mail(many(size, '--b\r\nContent-Type: text/plain\r\n\r\na\r\n'), 'Content-Type: multipart/mixed; boundary=b\r\n'),
		}),
	},
	{
		name: 'mail, base64',
		make: (size) => ({ raw: mail(many(size, `${'QUJD'.repeat(19)}\r\n`), 'Content-Transfer-Encoding: base64\r\n') }),
	},
	{
		name: 'mail, quoted printable',
		make: (size) => ({ raw: mail(many(size, '=41=\r\n'), 'Content-Transfer-Encoding: quoted-printable\r\n') }),
	},
	{ name: 'mail, HTML cells', make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', html: many(size, '<table><tr><td>a') }) },
	{
		name: 'mail, HTML attributes',
		make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', html: `<p ${many(size, 'a=1 ')}>Hello` }),
	},
	{ name: 'mail, HTML tabs and spaces', make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', html: many(size, '<td> \t ') }) },
	{ name: 'mail, HTML entities', make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', html: many(size, '&#65;&zwj;') }) },
	{ name: 'mail, MIME of HTML only', make: (size) => ({ raw: mail(many(size, '<p>a'), 'Content-Type: text/html\r\n') }) },
	{ name: 'mail, plain text of spaces', make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', text: `a${' '.repeat(size)}b:` }) },
	{ name: 'mail, quotes', make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', text: many(size, 'On a\n') }) },
	{
		name: 'mail with ADF',
		make: (size) => ({ from: 'leads@broker.example', subject: 'Lead', text: `<adf>${many(size, '<prospect></prospect>')}</adf>` }),
	},
	{
		name: 'mail, receivers',
		make: (size) => ({ from: 'nadia@example.com', subject: 'Hi', text: 'Hello', to: times(size, 20, (at) => `a${at}@example.com`) }),
	},
	// Chat.
	{ name: 'chat, one text', make: (size) => webhook({ transcript: many(size, 'Visitor: hello\n') }) },
	{ name: 'chat, words without speaker', make: (size) => webhook({ transcript: many(size, 'a b ') }) },
	{ name: 'chat, messages', make: (size) => webhook({ messages: times(size, 40, () => ({ from: 'visitor', text: 'hello' })) }) },
	// Shapes that are flattened.
	{
		name: 'Typeform answers',
		make: (size) =>
			webhook({
				form_response: { token: 'x', answers: times(size, 60, (at) => ({ type: 'text', text: 'a', field: { id: String(at) } })) },
			}),
	},
	{
		name: 'Google columns',
		make: (size) => webhook({ lead_id: 'x', user_column_data: times(size, 60, (at) => ({ column_id: `C${at}`, string_value: 'a' })) }),
	},
	{ name: 'a list of numbers', make: (size) => webhook(times(size, 2, () => 1)) },
	{ name: 'a text of nothing', make: (size) => webhook(' '.repeat(size)) },
];
