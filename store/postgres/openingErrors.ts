import { DEFAULT_SCHEMA, type PostgresLocation } from '../location';

const INVALID_AUTHORIZATION = '28000';
const INVALID_PASSWORD = '28P01';
const NO_SUCH_DATABASE = '3D000';
const NO_SUCH_SCHEMA = '3F000';
const NO_RIGHT = '42501';

/** Certificates that Node does not accept. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATE = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/;

/**
 * What stands in the way of opening a store that answers: its settings do not fit.
 * @returns null when it is something else
 */
export function openingSentence(code: string, message: string, location: PostgresLocation): string | null {
	const { host, port, database, user, schema = DEFAULT_SCHEMA } = location;
	const server = `${host}:${port}`;
	// The client itself refuses to log in with an empty password.
	if (code === INVALID_PASSWORD || /^SASL: .*password/i.test(message)) {
		return `Postgres at ${server} refused the user "${user}" with this password. Correct User and Password in the Leasing Store credential.`;
	}
	if (code === INVALID_AUTHORIZATION) {
		return `Postgres at ${server} does not let the user "${user}" in from this machine (${message}). Check the user in the Leasing Store credential, try it with SSL, or allow this machine in pg_hba.conf of the server.`;
	}
	if (code === NO_SUCH_DATABASE) {
		return `Postgres at ${server} has no database "${database}". Create it there (CREATE DATABASE "${database}" OWNER "${user}"), or correct Database in the Leasing Store credential.`;
	}
	if (code === NO_RIGHT) {
		return `The user "${user}" may not work in the schema "${schema}" of the database "${database}" (${message}). Let the owner of the database run: CREATE SCHEMA IF NOT EXISTS "${schema}" AUTHORIZATION "${user}"; or choose another user or schema in the Leasing Store credential.`;
	}
	if (code === NO_SUCH_SCHEMA) {
		return `The schema "${schema}" is gone from the database "${database}". Restore it from a backup, or restart n8n to begin with an empty store.`;
	}
	if (/does not support SSL/i.test(message)) {
		return `Postgres at ${server} does not speak SSL. Set SSL to Off in the Leasing Store credential if the way to the server is private, or turn SSL on at the server.`;
	}
	if (CERTIFICATE.test(code)) {
		return `The certificate of Postgres at ${server} cannot be trusted (${message}). Start n8n with NODE_EXTRA_CA_CERTS pointing to the certificate of your authority, or choose the SSL setting that does not check it in the Leasing Store credential.`;
	}
	return null;
}
