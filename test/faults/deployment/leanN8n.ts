import path from 'node:path';
import { cacheFolder } from '../../../sandbox/n8n/environment';

/** Parts of n8n that have nothing to do with running a published workflow. Without them it starts in half the time. */
const NOT_NEEDED = [
	'mcp-registry',
	'mcp',
	'insights',
	'external-secrets',
	'data-table',
	'oauth-server',
	'breaking-changes',
	'source-control',
	'chat-hub',
	'sso-oidc',
	'sso-saml',
	'log-streaming',
	'ldap',
	'quick-connect',
	'workflow-builder',
	'favorites',
	'otel',
	'token-exchange',
	'instance-version-history',
	'oauth-jwe',
	'workflow-reviews',
	'instance-ai',
	'agents',
];

/**
 * Environment of an n8n that is killed over and over: every second of its start is a second without calls.
 * @param editor the first start serves it, because importing a template asks it for the node types
 */
export function leanN8n({ editor }: { editor: boolean }): Record<string, string> {
	return {
		N8N_DISABLED_MODULES: NOT_NEEDED.join(','),
		N8N_DISABLE_UI: String(!editor),
		// An n8n that is killed while it brings a workflow back leaves it locked for so long (default 120 s); until then events wait.
		N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '20',
		// Filled by the first n8n that ends in an orderly way; kill -9 leaves nothing there.
		NODE_COMPILE_CACHE: path.join(cacheFolder(), 'compile-cache'),
	};
}
