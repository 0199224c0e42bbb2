import { readOptOut } from '../../../leasing/text/optOutWords';
import { WANT_AN_ANSWER, WANT_NO_TEXTS } from './optOutTable';

describe('ends the texts', () => {
	it.each([
		// Twilio's own words and those of the law, in any dress.
		'STOP',
		'stop',
		'Stop.',
		' stop ',
		'"STOP"',
		'STOP!!!',
		'Stop \u{1F6D1}',
		'\u{1F6D1}',
		's.t.o.p',
		'S T O P',
		'ＳＴＯＰ',
		'STOPALL',
		'stop all',
		'UNSUBSCRIBE',
		'Unsubscribe.',
		'END',
		'Quit',
		'CANCEL',
		'revoke',
		'OPTOUT',
		'Opt out',
		'opt-out',
		'OPT OUT!',
		// Politeness.
		'please stop',
		'Please stop.',
		'stop please',
		'Stop, thanks',
		'ok stop',
		'STOP NOW',
		'stop it',
		'just stop already',
		'Please unsubscribe',
		'pls quit',
		// Free wording.
		'please stop texting me',
		'Stop texting me!',
		'stop sending me these texts',
		'stop sending messages',
		'STOP MESSAGING',
		'Can you stop texting me?',
		'could you please stop sending all these automated messages',
		'quit texting me',
		'stop contacting me',
		'stop calling me',
		'Stop all calling and texting',
		'stop bothering me',
		'end these messages',
		'cancel all texts',
		'cease contact',
		'dont text me',
		"Don't text me again",
		'Don\u2019t ever contact me',
		'do not text this number',
		'DO NOT CONTACT ME',
		"I don't want any more messages",
		"I don't want to get these texts",
		'never text me again',
		'do not call or text',
		'Do not call, text or email me',
		"Don't call, text me again and I sue",
		'no more texts',
		'No more messages please',
		'no further contact',
		'opt me out',
		'I want to opt out',
		'I would like to opt out of these messages',
		'please unsubscribe me',
		'I revoke my consent',
		'I am revoking permission',
		'remove me',
		'Remove me from your list',
		'please remove my number',
		'delete my number',
		'take me off your list',
		'Take my number off',
		'wrong number',
		'Wrong number!',
		'You have the wrong number',
		'sorry, wrong person',
		'Sorry I dialed the wrong number',
		'this is not his number',
		'leave me alone',
		'leave me the hell alone',
		'lose my number',
		'Go away',
		'fuck off',
		'STOP I already found a place',
		'Stop. Not looking any more',
		'hey STOP',
		'found a place already so STOP ok thanks',
		'I said stop',
		'I told you to stop',
		'can you please stop',
		// Spanish and French.
		'ALTO',
		'para',
		'Para por favor',
		'PARE',
		'basta',
		'no más',
		'NO MAS',
		'no mas mensajes',
		'no me escriban',
		'no me manden mensajes',
		'No quiero recibir mensajes',
		'deje de enviarme mensajes',
		'deja de escribirme',
		'número equivocado',
		'elimine mi numero',
		'quiero darme de baja',
		'cancelar',
		'arrêt',
		'ARRETER',
		'mauvais numéro',
	])('%p', (body) => {
		expect(readOptOut(body)).toMatchObject({ kind: 'out' });
		expect(readOptOut(body).matched).toBeTruthy();
	});
});

it.each(WANT_NO_TEXTS)('ends the texts, or holds them: %p', (body) => {
	expect(['out', 'unsure']).toContain(readOptOut(body).kind);
});

it.each(WANT_AN_ANSWER)('holds nothing: %p', (body) => {
	expect(readOptOut(body).kind).toBe('none');
});

it.each([
	'ST0P',
	'5top',
	'stpo',
	'\u0405\u0422\u041e\u0420',
	'\ua731\u1d1b\u1d0f\u1d18',
	'no texts',
	'text me no more',
	'cease and desist',
])('is as clear as STOP: %p', (body) => {
	expect(readOptOut(body).kind).toBe('out');
});

describe('is for a person to decide', () => {
	it.each([
		'can you stop?',
		'when will this stop',
		'not interested',
		"I'm not interested anymore",
		'no thanks',
		'No, thank you',
		"don't call me",
		'this is spam',
		'Is this a scam?',
		'who gave you my number?',
		'please cancel',
		'I want to cancel',
		'opt out of the parking fee',
		'remove me from the tour list',
		'my lawyer will hear of this',
		'no me interesa',
		'I need you guys to stop doing that',
	])('%p', (body) => {
		expect(readOptOut(body)).toMatchObject({ kind: 'unsure' });
	});
});

describe('is an ordinary message', () => {
	it.each([
		'stop by tomorrow?',
		'Can I stop by tomorrow at 5?',
		'I will stop in after work',
		'We stopped by yesterday',
		'is there a bus stop nearby',
		'How far is the next train stop?',
		'non stop noise?',
		'I need to cancel my tour',
		'Please cancel my appointment for Friday',
		'cancel the showing please',
		'can you cancel it',
		'end of the month',
		'My lease ends in May',
		'the west end',
		'weekend works',
		'I quit my job',
		'text me the address',
		'please text me',
		"Don't hesitate to text",
		'call me back',
		'I did not get your text',
		"didn't get the message",
		'I have not received your texts',
		'I never got a text',
		'yes please',
		'Yes, I want a tour',
		'ok',
		'No',
		'sí, gracias',
		'busco un apartamento para dos',
		'para mi hermana',
		'el precio es muy alto',
		'I need help with my application',
		'can you send me info',
		'more info please',
		'remove my dog from the application',
		'take me to the leasing office',
		'What is the wrong with the unit',
		'two bedrooms',
		'',
		'   ',
		'\u{1F44D}',
		'?',
		'1',
		'C',
		"Don't call me, text me instead",
		"I'm at work, do not call just text me",
		'Stop calling and text me please',
		'Do you have a unit with no more than 2 stairs',
	])('%p', (body) => {
		expect(readOptOut(body)).toEqual({ kind: 'none', matched: null });
	});
});

describe('resumes the texts, or asks who we are', () => {
	it.each(['START', 'start', 'Start.', 'UNSTOP', 'YES', 'Yes!', 'yes', 'opt in', 'opt me back in please', 'Start texting me again'])(
		'%p is in',
		(body) => {
			expect(readOptOut(body).kind).toBe('in');
		},
	);

	it.each(['HELP', 'Help', 'help?', 'INFO', 'info.', 'ayuda'])('%p is help', (body) => {
		expect(readOptOut(body).kind).toBe('help');
	});

	it('lets an opt-out win over anything else in the message', () => {
		expect(readOptOut('Yes I know, but stop texting me').kind).toBe('out');
		expect(readOptOut('Help, how do I unsubscribe?').kind).toBe('out');
	});
});

it('is quick on hostile input', () => {
	const started = performance.now();
	for (const body of [
		'stop all '.repeat(5_000),
		'dont ever again '.repeat(5_000),
		'no '.repeat(20_000),
		'a'.repeat(100_000),
		'!'.repeat(100_000),
	])
		readOptOut(body);
	expect(performance.now() - started).toBeLessThan(1500);
});
