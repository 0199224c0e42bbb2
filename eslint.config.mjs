import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { browserGlobals, nodeGlobals } from './scripts/lint/globals.mjs';
import { house } from './scripts/lint/house.mjs';

/** n8n's preset for self-hosted packages: the store needs node:sqlite, which n8n Cloud does not allow. */
const communityNodes = n8nCommunityNodesPlugin.configs.recommendedWithoutN8nCloudSupport;

export default typescript.config(
	globalIgnores(['dist', '.sandbox', 'coverage']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, typescript.configs.recommended],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			// The cheap ones of the type-aware rules: each of them is a bug that the compiler lets through.
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
		},
	},
	...house,

	// n8n's own linters, as @n8n/node-cli sets them up.
	{ files: ['nodes/**/*.ts', 'credentials/**/*.ts'], extends: [communityNodes] },
	{
		files: ['package.json'],
		extends: [communityNodes],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
		languageOptions: { parser: typescript.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// Off in n8n's own preset too: it wants a page name of docs.n8n.io, we link to our own documentation.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			// Off in n8n's own preset too: replaced by credential-password-field of the newer plugin.
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// Off in n8n's own preset too: these three know only the string form of inputs and outputs, and forbid a useful limit.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
			// Crashes on a credential that stands in a constant, as ours do (storeCredential). That their names end in "Api" is
			// held by cred-class-field-name-unsuffixed, and that they exist by valid-credential-references.
			'n8n-nodes-base/node-class-description-credentials-name-unsuffixed': 'off',
		},
	},

	{
		files: ['nodes/shared/operations.ts'],
		rules: {
			// The rule accepts literals only; here the default is the first entry of the menu that is being built.
			'n8n-nodes-base/node-param-default-missing': 'off',
		},
	},

	// Plain JavaScript: set-up and build scripts.
	{
		files: ['**/*.mjs', '**/*.js'],
		ignores: ['sandbox/**'],
		extends: [js.configs.recommended],
		languageOptions: { globals: nodeGlobals },
	},
	{ files: ['**/*.js'], ignores: ['sandbox/**'], languageOptions: { sourceType: 'commonjs' } },
	{
		files: ['sandbox/**/*.js'],
		extends: [js.configs.recommended],
		languageOptions: { sourceType: 'module', globals: browserGlobals },
	},
);
