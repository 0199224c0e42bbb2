import { twiml, type Verb } from '../twiml';
import { stepUrl } from './request';
import type { StepContext } from './stepContext';

/** What a caller hears whom nobody answered: the greeting, then the tone if voicemail is on. */
export function voicemailTwiml({ settings, request }: StepContext, say: (template: string) => string): string {
	const greeting: Verb[] =
		settings.greeting.trim() === '' ? [] : [{ name: 'Say', attributes: { voice: settings.voice }, content: say(settings.greeting) }];
	if (!settings.voicemail) return twiml([...greeting, { name: 'Hangup' }]);
	const call = request.query.call ?? request.params.CallSid ?? '';
	return twiml([
		...greeting,
		{
			name: 'Record',
			attributes: {
				maxLength: settings.maxVoicemailSeconds,
				timeout: 5,
				playBeep: true,
				action: stepUrl(request.baseUrl, 'recorded', { call }),
				recordingStatusCallback: stepUrl(request.baseUrl, 'recording', { call }),
				recordingStatusCallbackEvent: 'completed absent',
				transcribe: settings.transcribe || undefined,
				transcribeCallback: settings.transcribe ? stepUrl(request.baseUrl, 'transcript', { call }) : undefined,
			},
		},
	]);
}
