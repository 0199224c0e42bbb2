import { elementsOf, type XmlElement } from './xml';

/** Voice verbs and nouns that the stand-in knows, with Twilio's attributes (twilio npm 6.2.0) and what may stand inside. */
const VOICE: Record<string, { attributes: string; children: string }> = {
	Response: { attributes: '', children: 'Dial Say Play Pause Gather Record Reject Hangup Redirect Enqueue Leave' },
	Dial: {
		attributes:
			'action answerOnBridge callerId events hangupOnStar method passports record recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod recordingTrack referMethod referUrl ringTone sequential timeLimit timeout trim',
		children: 'Number',
	},
	Number: {
		attributes:
			'amdStatusCallback amdStatusCallbackMethod byoc machineDetection machineDetectionSilenceTimeout machineDetectionSpeechEndThreshold machineDetectionSpeechThreshold machineDetectionTimeout method sendDigits statusCallback statusCallbackEvent statusCallbackMethod url',
		children: '',
	},
	Say: { attributes: 'language loop voice', children: '' },
	Play: { attributes: 'digits loop', children: '' },
	Pause: { attributes: 'length', children: '' },
	Gather: {
		attributes:
			'action actionOnEmptyResult bargeIn debug enhanced finishOnKey hints input language maxSpeechTime method numDigits partialResultCallback partialResultCallbackMethod profanityFilter speechModel speechTimeout timeout',
		children: 'Say Play Pause',
	},
	Record: {
		attributes:
			'action finishOnKey maxLength method playBeep recordingConfigurationId recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod timeout transcribe transcribeCallback trim',
		children: '',
	},
	Reject: { attributes: 'reason', children: '' },
	Hangup: { attributes: '', children: '' },
	Redirect: { attributes: 'method', children: '' },
	Enqueue: { attributes: 'action maxQueueSize method waitUrl waitUrlMethod workflowSid', children: '' },
	Leave: { attributes: '', children: '' },
};

/**
 * What a schema check of TwiML would warn about: unknown verbs, nouns and attributes (all are case-sensitive).
 * Twilio warns (12200) and goes on without them; a test should not.
 */
export function schemaWarnings(element: XmlElement): string[] {
	const known = VOICE[element.name];
	if (known === undefined) return [`<${element.name}> is not voice TwiML that the stand-in knows`];
	const allowed = known.attributes.split(' ');
	const warnings = Object.keys(element.attributes)
		.filter((name) => !allowed.includes(name))
		.map((name) => `<${element.name}> has no attribute "${name}"`);
	const children = known.children.split(' ');
	for (const child of elementsOf(element)) {
		if (VOICE[child.name] !== undefined && !children.includes(child.name)) {
			warnings.push(`<${child.name}> may not stand inside <${element.name}>`);
		}
		warnings.push(...schemaWarnings(child));
	}
	return warnings;
}
