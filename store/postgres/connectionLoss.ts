/** What the network says. */
const NETWORK = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENETDOWN',
	'ENOENT',
]);

/** What the server says when it stops, starts, or ends a connection. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SERVER = new Set([
	'57P01', // admin_shutdown: also after pg_terminate_backend
	'57P02', // crash_shutdown
	'57P03', // cannot_connect_now: starting up or shutting down
	'57P05', // idle_session_timeout
	'25P03', // idle_in_transaction_session_timeout
	'53300', // too_many_connections
]);
const CONNECTION_CLASS = '08';

/** What the client says, without a code. */
const CLIENT =
	/^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout exceeded when trying to connect|timeout expired)/;

/** Whether the connection could not be made or is gone. Whatever was in a transaction on it is undone by the server. */
export function isConnectionLoss(error: unknown): boolean {
	if (!(typeof error === 'object' && error !== null)) return false;
	// Several addresses of one host, none of which answered.
	if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isConnectionLoss);
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	if (NETWORK.has(code) || SERVER.has(code) || code.startsWith(CONNECTION_CLASS)) return true;
	return 'message' in error && typeof error.message === 'string' && CLIENT.test(error.message);
}
