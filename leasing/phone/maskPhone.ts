/**
 * A phone number for logs and error messages: enough to find the record, not enough to call.
 * @returns `+1512***0123`; `***` for anything too short to be a number
 */
export function maskPhone(phone: string | null | undefined): string {
	const plain = (phone ?? '').replace(/[^\d+]/g, '');
	return plain.length < 11 ? '***' : `${plain.slice(0, plain.startsWith('+') ? 5 : 4)}***${plain.slice(-4)}`;
}
