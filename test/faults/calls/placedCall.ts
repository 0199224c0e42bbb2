import type { PretendCall } from '../../../sandbox/twilio/contract';

/** A call that was placed; what came of it stands in the stand-in and in the store. */
export interface PlacedCall {
	kind: string;
	call: PretendCall;
	at: number;
}
