/** What the stand-in says for an error code when it has nothing more precise; the HTTP status is 400 unless given. */
const ERRORS: Record<number, { message: string; status?: number }> = {
	20001: { message: 'Invalid parameter' },
	20003: { message: 'Authenticate', status: 401 },
	20004: { message: 'Method not allowed', status: 405 },
	20404: { message: 'The requested resource was not found', status: 404 },
	20429: { message: 'Too Many Requests', status: 429 },
	20500: { message: 'An internal server error has occurred', status: 500 },
	20503: { message: 'Service unavailable', status: 503 },
	21211: { message: "Invalid 'To' Phone Number" },
	21212: { message: 'Invalid From Number' },
	21220: { message: 'Invalid call state' },
	21266: { message: "'To' and 'From' number cannot be the same" },
	21402: { message: 'URL is not valid' },
	21403: { message: 'Method is neither GET nor POST' },
	21408: { message: 'Permission to send to this region is not enabled' },
	21602: { message: 'Message body is required' },
	21603: { message: "A 'From' phone number is required" },
	21604: { message: "A 'To' phone number is required" },
	21606: { message: "The 'From' phone number is not a message-capable number of this account" },
	21608: { message: 'The number is unverified; trial accounts can only text verified numbers' },
	21609: { message: "The 'StatusCallback' URL is not valid" },
	21610: { message: 'Attempt to send to unsubscribed recipient' },
	21611: { message: "The 'From' number has exceeded its queue" },
	21612: { message: "The 'To' number cannot be reached from this 'From'" },
	21614: { message: "'To' number is not a valid mobile number" },
	21617: { message: 'The message body exceeds 1600 characters' },
	21624: { message: 'Invalid validity period' },
	21635: { message: "'To' number cannot be a landline" },
	21701: { message: 'The Messaging Service does not exist' },
	30001: { message: 'Queue overflow' },
	30002: { message: 'Account suspended' },
	30003: { message: 'Unreachable destination handset' },
	30004: { message: 'Message blocked' },
	30005: { message: 'Unknown destination handset' },
	30006: { message: 'Landline or unreachable carrier' },
	30007: { message: 'Message filtered' },
	30008: { message: 'Unknown error' },
	30022: { message: 'US A2P 10DLC rate limits exceeded' },
	30023: { message: 'US A2P 10DLC daily message cap reached' },
	30032: { message: 'Toll-free number has not been verified' },
	30034: { message: 'US A2P 10DLC message from an unregistered number' },
	30036: { message: 'Validity period expired' },
};

export function errorMessage(code: number): string {
	return ERRORS[code]?.message ?? `Error ${code}`;
}

export interface ErrorBody {
	code: number;
	message: string;
	more_info: string;
	status: number;
}

/** The body of an error reply; its `status` is the reply's HTTP status, too. */
export function errorBody(code: number, message?: string): ErrorBody {
	return {
		code,
		message: message ?? errorMessage(code),
		more_info: `https://www.twilio.com/docs/errors/${code}`,
		status: ERRORS[code]?.status ?? 400,
	};
}
