/** The house's own lint rules: who may import whom, what the pure part may not touch, how long a file may be. */

const TOP = ['leasing', 'store', 'office', 'nodes', 'credentials', 'tools', 'sandbox', 'test', 'bench', 'scripts'];
const PRODUCT = ['leasing/**/*.ts', 'store/**/*.ts', 'office/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts', 'tools/**/*.ts'];

/** A relative path that climbs out of its own top folder and into one of `folders`. */
const into = (folders) => `^(\\.\\./)+(${folders.join('|')})(/|$)`;

/** ESLint patterns that let files of `folder` import only from `allowed` among our own top folders. */
function only(folder, allowed) {
	const closed = TOP.filter((other) => other !== folder && !allowed.includes(other));
	const may = allowed.length > 0 ? `only ${allowed.join(', ')}` : 'nothing of ours';
	return [{ regex: into(closed), message: `${folder}/ imports ${may} (docs: direction of imports in CONTRIBUTING.md).` }];
}

/** The installed zod is 3.25, which n8n-workflow asks for; it carries version 4 under its own name. */
const zod4 = { name: 'zod', message: "Import from 'zod/v4'." };

const direction = (folder, allowed, { paths = [], patterns = [] } = {}) => ({
	files: [`${folder}/**/*.ts`],
	rules: { 'no-restricted-imports': ['error', { paths: [zod4, ...paths], patterns: [...only(folder, allowed), ...patterns] }] },
});

const PURE = 'leasing/ is pure: the caller passes it in.';

const pureImports = {
	paths: [
		{ name: 'node:crypto', importNames: ['randomBytes', 'randomInt', 'randomUUID', 'randomFillSync', 'webcrypto'], message: PURE },
		...['axios', 'n8n-workflow', 'n8n-core', 'twilio'].map((name) => ({ name, message: 'leasing/ knows no n8n and does no I/O.' })),
	],
	patterns: [
		{
			regex: '^(node:(?!(crypto|querystring|url|buffer)$)|(fs|path|os|http|https|net|child_process|process|timers|util)(/|$))',
			message: 'leasing/ does no I/O; of Node it may use node:crypto (digests), querystring, url and buffer.',
		},
	],
};

const NO_N8N = 'The office knows no n8n: take what is needed as an argument, and let a node hand it in.';
const officeImports = { paths: ['n8n-workflow', 'n8n-core'].map((name) => ({ name, message: NO_N8N })) };

/**
 * Vendors whose words have rooms of their own: leasing/<vendor>/ for their facts, nodes/<Vendor>/ for their border. Comments may name
 * them anywhere, as the reason for a habit of ours.
 */
const VENDORS =
	'twilio|twiml|buildium|appfolio|rentmanager|rent manager|ringcentral|dialpad|grasshopper|8x8|aircall|openphone|vonage|zoom phone|calendly|acuity|showmojo|rently';
const VENDORS_WORD =
	"A vendor's word in a room that serves all vendors: put the fact into leasing/<vendor>/ or nodes/<Vendor>/ and hand it in (docs/adding).";
const vendorsWord = [
	{ selector: `Identifier[name=/(${VENDORS})/i]`, message: VENDORS_WORD },
	{ selector: `Literal[value=/(${VENDORS})/i]`, message: VENDORS_WORD },
	{ selector: `TemplateElement[value.raw=/(${VENDORS})/i]`, message: VENDORS_WORD },
];

/** The rule about imports does not see `await import(…)`. */
const lateN8n = { selector: 'ImportExpression[source.value=/^n8n-/]', message: NO_N8N };

const IN_THE_OFFICE =
	'A deed of the leasing office: it goes into office/, where a page for staff and other nodes find it, too (CONTRIBUTING.md).';
const FAMILIES =
	'calls|cursors|deliveryCounts|directory|events|heardChanges|hookups|households|inquiries|leads|matching|merges|optOuts|phoneFacts|portfolios|reviews|tasks|textHolds|texts|timeline|work|writeBacks';
const READS =
	'^(get|list|find|by|of|search|count|current|latest|history|place|people|identities|others|sides|is|has|serving|conversation|touches)';
/** Nodes show; they write nothing themselves, and start no transactions. */
const useCase = [
	{ selector: "CallExpression[callee.type='MemberExpression'][callee.property.name=/^(transaction|batch)$/]", message: IN_THE_OFFICE },
	{
		selector: `CallExpression[callee.object.property.name=/^(${FAMILIES})$/][callee.property.name!=/${READS}/]`,
		message: IN_THE_OFFICE,
	},
	{ selector: "ImportSpecifier[imported.name='StoreFamilies']", message: IN_THE_OFFICE },
	// `({ tasks }: Store) => tasks.complete(…)` would hide a write from the rule above.
	{
		selector: `ObjectPattern:has(> Property[key.name=/^(${FAMILIES})$/])[typeAnnotation.typeAnnotation.typeName.name='Store']`,
		message: IN_THE_OFFICE,
	},
	{
		selector: `VariableDeclarator[init.name='store'] > ObjectPattern:has(> Property[key.name=/^(${FAMILIES})$/])`,
		message: IN_THE_OFFICE,
	},
];

const PURE_SYNTAX = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE },
	{ selector: "CallExpression[callee.name='Date']", message: PURE },
];

/** What lead formats and the senders of leads say of themselves is data about them, and has a room for each. */
const LEAD_FORMATS = ['leasing/inquiry/formats/**/*.ts', 'leasing/inquiry/source*.ts', 'leasing/inbox/senders/**/*.ts'];
/** A vendor's room is named as the vendor, in lower case and without a blank. */
const VENDORS_ROOMS = VENDORS.split('|').map((name) => `leasing/${name.replaceAll(' ', '')}/**/*.ts`);

export const house = [
	direction('leasing', [], pureImports),
	direction('store', ['leasing']),
	direction('office', ['leasing', 'store'], officeImports),
	direction('nodes', ['leasing', 'office', 'store']),
	direction('credentials', ['leasing', 'office', 'store', 'nodes']),
	direction('tools', ['leasing', 'office', 'store']),
	{
		files: ['sandbox/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
		rules: { 'no-restricted-imports': ['error', { paths: [zod4] }] },
	},
	{
		files: ['leasing/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...['process', 'setTimeout', 'setInterval', 'fetch', 'performance', 'crypto'].map((name) => ({ name, message: PURE })),
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: PURE },
				{ object: 'Math', property: 'random', message: PURE },
			],
			'no-restricted-syntax': ['error', ...PURE_SYNTAX],
		},
	},
	{
		files: ['leasing/**/*.ts'],
		ignores: [...VENDORS_ROOMS, ...LEAD_FORMATS],
		rules: { 'no-restricted-syntax': ['error', ...PURE_SYNTAX, ...vendorsWord] },
	},
	{ files: ['office/**/*.ts', 'store/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...vendorsWord, lateN8n] } },
	{ files: ['nodes/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...useCase] } },
	{ files: ['nodes/shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...useCase, ...vendorsWord] } },
	{ files: PRODUCT, rules: { 'no-console': 'error' } },
	{
		files: ['**/*.ts', '**/*.mjs', '**/*.js'],
		// Data tables may be long; logic may not.
		ignores: ['**/*.data.ts', '**/data/**', 'store/generated/**'],
		rules: { 'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }] },
	},
	// Tables of cases, one case a line or two.
	{ files: ['test/**/*.ts'], rules: { 'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }] } },
];
