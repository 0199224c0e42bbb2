import { newSid } from './ids';
import { Events } from './events';
import { Faults } from './faults';
import { Numbers } from './numbers';
import { Closed } from './waiting';
import { StaffPhones } from './calls/staff';
import { OptOuts } from './messaging/optOuts';
import type { Call } from './calls/call';
import type { Message, Recording } from './records';
import type { TwilioSandboxOptions } from './contract';

/** Everything the pretend account holds. One object, handed to whoever needs it; no module keeps state of its own. */
export class Account {
	readonly sid: string;
	readonly authToken: string;
	readonly apiKeySid: string;
	readonly apiKeySecret: string;
	readonly secondMs: number;
	readonly deliverySeconds: number;
	/** Where the stand-in listens; known once the server is up. */
	url = '';

	readonly events = new Events();
	readonly numbers = new Numbers();
	readonly staff = new StaffPhones(this.events);
	readonly faults = new Faults();
	readonly optOuts = new OptOuts();
	readonly lineTypes = new Map<string, string>();
	/** Oldest first, like the two lists below. */
	calls: Call[] = [];
	messages: Message[] = [];
	recordings: Recording[] = [];
	violations: string[] = [];
	alerts: string[] = [];

	private era = new AbortController();

	constructor(options: TwilioSandboxOptions) {
		this.sid = options.accountSid ?? newSid('AC');
		this.authToken = options.authToken ?? newSid('AC').slice(2);
		this.apiKeySid = options.apiKeySid ?? newSid('SK');
		this.apiKeySecret = options.apiKeySecret ?? newSid('AC').slice(2);
		this.secondMs = options.secondMs ?? 1000;
		this.deliverySeconds = options.deliverySeconds ?? 0.2;
	}

	/** Aborts at the next reset or close. Whoever works in the background takes it when starting, and keeps it. */
	get life(): AbortSignal {
		return this.era.signal;
	}

	/** A request that Twilio would not have taken, or parameters that it does not know. */
	violation(sentence: string): void {
		this.violations.push(sentence);
	}

	/** What Twilio's debugger would show. */
	alert(code: number, sentence: string): void {
		this.alerts.push(`${code}: ${sentence}`);
	}

	reset(): void {
		this.stop();
		this.era = new AbortController();
		this.calls = [];
		this.messages = [];
		this.recordings = [];
		this.violations = [];
		this.alerts = [];
		this.lineTypes.clear();
		this.faults.clear();
		this.optOuts.clear();
		this.staff.clear();
		this.events.emit('call', { reset: true });
	}

	/** Ends all background work; calls that run end without callbacks. */
	stop(): void {
		this.era.abort(new Closed('The stand-in was closed or reset.'));
	}
}
