import type { Finding } from '../../leasing/health/finding';
import type { Millis } from '../../leasing/time';
import type { Hookup } from '../../store/port';

/** A line that a published trigger has connected, with all that was connected of it. */
export interface ConnectedLine {
	/** E.164. */
	phone: string;
	label: string;
	hookups: Hookup[];
}

/** A phone system that can be asked whether all is as we left it, and what else it knows against a line. */
export interface LineInspector {
	provider: string;
	label: string;
	/** What of the line is wrong, or in order. @throws when the system cannot be asked */
	inspect(line: ConnectedLine): Promise<Finding[]>;
	/** Whether the credential is accepted at all. @throws UserMistake when not */
	credential(): Promise<Finding[]>;
	/** What the account itself knows against us: money, errors at our addresses. @throws when the system cannot be asked */
	account(addresses: readonly string[]): Promise<Finding[]>;
	/** What time the system has; null when it does not say. */
	time(): Promise<Millis | null>;
}
