import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackFault, MessageFault, TwilioSandbox } from '../../../sandbox/twilio/contract';
import type { Trouble } from '../deployment/contract';

const MESSAGE_FAULTS: ReadonlyArray<MessageFault & { weight: number }> = [
	{ kind: 'rate_limited', weight: 3 },
	{ kind: 'server_error', weight: 3 },
	{ kind: 'error_after_accept', weight: 3 },
	{ kind: 'hang_after_accept', weight: 3 },
	{ kind: 'hang', weight: 2 },
	{ kind: 'undelivered', weight: 1 },
	{ kind: 'refuse', code: 21610, weight: 1 },
];

/** What Twilio itself may do to us. */
export function twilioTroubles(sandbox: TwilioSandbox): Trouble[] {
	return [
		{
			name: 'twilio message',
			weight: 5,
			async strike(random) {
				const { weight: _weight, ...fault } = random.weighted(MESSAGE_FAULTS);
				const times = random.pick([1, 1, 2, 4, 8]);
				sandbox.failMessages({ ...fault, times });
				return `the next ${times} text requests: ${fault.kind}`;
			},
		},
		{
			name: 'twilio callback',
			weight: 4,
			async strike(random) {
				const on = random.pick<CallbackFault['on']>(['call_status', 'dial_action', 'message_status', 'recording']);
				const kind = random.pick<CallbackFault['kind']>(['drop', 'duplicate', 'delay']);
				const times = random.pick([1, 2, 4]);
				// A delay of 10 to 200 sandbox seconds lets later callbacks overtake.
				sandbox.failCallbacks({ on, kind, times, amount: kind === 'delay' ? random.between(10, 200) : 3 });
				return `the next ${times} ${on} callbacks: ${kind}`;
			},
		},
		{
			name: 'twilio outage',
			weight: 2,
			async strike(random) {
				// The long ones outlast a restart and all that n8n tries meanwhile.
				const forMs = random.chance(0.3) ? random.between(30_000, 60_000) : random.between(1_000, 15_000);
				sandbox.setOutage(true);
				await sleep(forMs);
				sandbox.setOutage(false);
				return `every request to Twilio's API fails with 503 for ${Math.round(forMs)} ms`;
			},
		},
	];
}
