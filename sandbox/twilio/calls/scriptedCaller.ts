import { forever, sleep } from '../waiting';
import type { PlaceCall } from '../contract';
import type { GatherAnswer, GatherRequest, Party, Speech, SpeakRequest } from './party';

const REACTION_SECONDS = 0.5;

/** A caller who does what `PlaceCall` says: presses, says, leaves a voicemail, or hangs up at the beep. */
export class ScriptedCaller implements Party {
	readonly patient = false;
	private readonly inputs: string[];

	constructor(
		private readonly script: Pick<PlaceCall, 'voicemail' | 'gather'>,
		private readonly secondMs: number,
	) {
		this.inputs = [...(script.gather ?? [])];
	}

	async answer(request: GatherRequest, signal: AbortSignal): Promise<GatherAnswer> {
		await request.promptsDone;
		const input = this.inputs.shift();
		const keys = input !== undefined && /^[0-9*#]+$/.test(input);
		if (input === undefined || (keys ? !request.dtmf : !request.speech)) return await forever(signal);
		await sleep(REACTION_SECONDS * this.secondMs, signal);
		return keys ? { digits: finished(input, request) } : { speech: input };
	}

	speak(request: SpeakRequest, signal: AbortSignal): Speech {
		const voicemail = this.script.voicemail;
		if (voicemail === undefined) {
			return { ended: Promise.resolve('hangup'), soFar: () => ({ seconds: 0, transcript: null }) };
		}
		const begun = Date.now();
		const seconds = Math.min(voicemail.seconds, request.maxSeconds);
		let done = false;
		const ended = sleep(seconds * this.secondMs, signal).then(() => {
			done = true;
			return voicemail.seconds > request.maxSeconds ? ('max' as const) : ('hangup' as const);
		});
		return {
			ended,
			soFar: () => ({
				seconds: done ? seconds : Math.min(seconds, Math.floor((Date.now() - begun) / this.secondMs)),
				transcript: voicemail.transcript ?? null,
			}),
		};
	}
}

/** What Twilio reports of pressed keys: up to `numDigits`, or up to the finishing key and without it. */
export function finished(keys: string, request: Pick<GatherRequest, 'numDigits' | 'finishOnKey'>): string {
	const end = request.finishOnKey === '' ? -1 : keys.indexOf(request.finishOnKey);
	const kept = end < 0 ? keys : keys.slice(0, end);
	return request.numDigits === null ? kept : kept.slice(0, request.numDigits);
}
