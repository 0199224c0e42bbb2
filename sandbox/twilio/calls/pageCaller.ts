import { forever, sleep } from '../waiting';
import { speakingSeconds } from './speaking';
import { finished } from './scriptedCaller';
import type { GatherAnswer, GatherRequest, Party, Speech, SpeakRequest, SpeechEnd } from './party';

/** A person at the pretend phone. Whatever they press or say goes to the `<Gather>` or `<Record>` that is listening. */
export class PageCaller implements Party {
	readonly patient = true;
	private onKeys: (digits: string) => void = () => undefined;
	private onWords: (words: string) => void = () => undefined;

	constructor(private readonly secondMs: number) {}

	keys(digits: string): void {
		this.onKeys(digits);
	}

	say(words: string): void {
		this.onWords(words);
	}

	answer(request: GatherRequest, signal: AbortSignal): Promise<GatherAnswer> {
		return new Promise((resolve, reject) => {
			let pressed = '';
			let pause = new AbortController();
			const done = (answer: GatherAnswer): void => {
				this.deaf();
				resolve(answer);
			};
			this.onKeys = (digits) => {
				if (!request.dtmf) return;
				pressed += digits;
				pause.abort();
				const complete =
					(request.numDigits !== null && pressed.length >= request.numDigits) ||
					(request.finishOnKey !== '' && pressed.includes(request.finishOnKey));
				if (complete) return done({ digits: finished(pressed, request) });
				pause = new AbortController();
				sleep(request.timeoutSeconds * this.secondMs, AbortSignal.any([signal, pause.signal])).then(
					() => done({ digits: pressed }),
					() => undefined,
				);
			};
			this.onWords = (words) => {
				if (request.speech) done({ speech: words });
			};
			forever(signal).catch((reason: unknown) => {
				pause.abort();
				reject(reason);
			});
		});
	}

	speak(request: SpeakRequest, signal: AbortSignal): Speech {
		const words: string[] = [];
		const seconds = (): number => (words.length === 0 ? 0 : Math.min(request.maxSeconds, speakingSeconds(words.join(' '))));
		const ended = new Promise<SpeechEnd>((resolve, reject) => {
			this.onWords = (said) => {
				words.push(said);
				if (seconds() >= request.maxSeconds) resolve('max');
			};
			this.onKeys = (digits) => {
				if ([...digits].some((key) => request.finishOnKey.includes(key))) resolve('key');
			};
			forever(signal).catch(reject);
		}).finally(() => this.deaf());
		return { ended, soFar: () => ({ seconds: seconds(), transcript: words.length === 0 ? null : words.join(' ') }) };
	}

	private deaf(): void {
		this.onKeys = () => undefined;
		this.onWords = () => undefined;
	}
}
