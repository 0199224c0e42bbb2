import { newSid } from './ids';
import { Events } from './events';
import { Faults } from './faults';
import { Numbers } from './numbers';
import { Closed } from './waiting';
import { StaffPhones } from './calls/staff';
import { OptOuts } from './messaging/optOuts';
import { MessagingServices } from './messaging/services';
import type { Call } from './calls/call';
import type { Message, Recording } from './records';
import type { TwilioSandboxOptions } from './contract';
import type { Signing } from './webhooks/sign';

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
	/** The same for the Alerts API. */
	alertLog: Array<{ code: number; sentence: string; at: number }> = [];
	/** USD. */
	balance = '25.50';

	/** How long the list of calls lags behind, in real ms: until then a call that ended is still shown as it was before. */
	callLogLagMs = 0;
	readonly services = new MessagingServices();
	/** Status of the verification of toll-free numbers, by number. */
	readonly tollFree = new Map<string, string>();
	private signings: Signing[] = [];
	private signed = 0;
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

	/** Webhook Rules that share all requests among Settings, in turn; none: the auth token signs. */
	signWith(signings: Signing[]): void {
		this.signings = signings;
		this.signed = 0;
	}

	/** How the next webhook is signed. */
	nextSigning(): Signing {
		const next = this.signings[this.signed % Math.max(1, this.signings.length)];
		this.signed += 1;
		return next ?? { with: 'auth_token', secret: this.authToken };
	}

	/** A request that Twilio would not have taken, or parameters that it does not know. */
	violation(sentence: string): void {
		this.violations.push(sentence);
	}

	/** What Twilio's debugger would show. */
	alert(code: number, sentence: string): void {
		this.alerts.push(`${code}: ${sentence}`);
		this.alertLog.push({ code, sentence, at: Date.now() });
	}

	reset(): void {
		this.stop();
		this.era = new AbortController();
		this.calls = [];
		this.messages = [];
		this.recordings = [];
		this.violations = [];
		this.alerts = [];
		this.alertLog = [];
		this.balance = '25.50';
		this.lineTypes.clear();
		this.callLogLagMs = 0;
		this.signWith([]);
		this.services.clear();
		this.tollFree.clear();
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
