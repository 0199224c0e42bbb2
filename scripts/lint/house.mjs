/** The house's own lint rules: who may import whom, what the pure part may not touch, how long a file may be. */

const TOP = ['leasing', 'store', 'nodes', 'credentials', 'sandbox', 'test', 'bench', 'scripts'];
const PRODUCT = ['leasing/**/*.ts', 'store/**/*.ts', 'nodes/**/*.ts', 'credentials/**/*.ts'];

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

export const house = [
	direction('leasing', [], pureImports),
	direction('store', ['leasing']),
	direction('nodes', ['leasing', 'store']),
	direction('credentials', ['leasing', 'store', 'nodes']),
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
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE },
				{ selector: "CallExpression[callee.name='Date']", message: PURE },
			],
		},
	},
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
