import { flagAttribute, listAttribute, methodAttribute, numberAttribute } from '../attributes';
import { resolveUrl, type TwimlDocument } from '../parse';
import { requestTwiml } from '../request';
import { elementsOf, type XmlElement } from '../xml';
import { forever } from '../../waiting';
import { pause } from './pause';
import { play } from './play';
import { say } from './say';
import type { GatherAnswer, GatherRequest } from '../../calls/party';
import type { Outcome, Session } from '../session';

const PROMPTS = { Say: say, Play: play, Pause: pause };
const DEFAULT_TIMEOUT_SECONDS = 5;

/**
 * Plays the nested prompts and listens. With input, `action` (by default the document itself) is asked how to go on;
 * without, the next verb runs, unless `actionOnEmptyResult` is set.
 */
export async function gather(element: XmlElement, document: TwimlDocument, session: Session): Promise<Outcome> {
	session.pickUp();
	const answer = await listen(element, document, session);
	if (answer === null && !flagAttribute(element, 'actionOnEmptyResult')) return { then: 'next' };
	session.note('twiml', answer === null ? 'Gather: no input' : `Gather: ${JSON.stringify(answer)}`);
	const url = resolveUrl(element.attributes['action'] ?? document.url, document);
	const fields = answerFields(answer);
	return { then: 'go', document: await requestTwiml(session, { url, method: methodAttribute(element), fields, label: 'Gather action' }) };
}

async function listen(element: XmlElement, document: TwimlDocument, session: Session): Promise<GatherAnswer | null> {
	const finished = new AbortController();
	const listening = session.until(finished.signal);
	const prompts = playPrompts(element, document, listening);
	const timeout = numberAttribute(element, 'timeout', DEFAULT_TIMEOUT_SECONDS);
	const silence = prompts.then(async () => {
		// A person at the page may think for as long as they like; a script answers or never will.
		await (session.party.patient ? forever(listening.signal) : listening.wait(timeout));
		return null;
	});
	const answer = session.party.answer(gatherRequest(element, prompts, timeout), listening.signal);
	silence.catch(() => undefined);
	answer.catch(() => undefined);
	if (session.isCaller) session.call.expects = 'gather';
	try {
		return await Promise.race([answer, silence]);
	} finally {
		session.call.expects = 'nothing';
		finished.abort();
	}
}

async function playPrompts(element: XmlElement, document: TwimlDocument, session: Session): Promise<void> {
	for (const prompt of elementsOf(element)) {
		if (prompt.name === 'Say' || prompt.name === 'Play' || prompt.name === 'Pause') {
			await PROMPTS[prompt.name](prompt, document, session);
		}
	}
}

function gatherRequest(element: XmlElement, promptsDone: Promise<void>, timeoutSeconds: number): GatherRequest {
	const input = listAttribute(element, 'input', ['dtmf']);
	const numDigits = element.attributes['numDigits'];
	return {
		dtmf: input.includes('dtmf'),
		speech: input.includes('speech'),
		numDigits: numDigits === undefined ? null : Number(numDigits),
		finishOnKey: element.attributes['finishOnKey'] ?? '#',
		timeoutSeconds,
		promptsDone,
	};
}

function answerFields(answer: GatherAnswer | null): Record<string, string> {
	if (answer === null) return {};
	return 'digits' in answer ? { Digits: answer.digits } : { SpeechResult: answer.speech, Confidence: '0.9' };
}
