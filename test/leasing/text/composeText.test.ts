import { composeText } from '../../../leasing/text/composeText';
import { company, LINE } from '../../nodes/shared/company';

const about = (firstName: string | null) => ({ from: LINE, propertyKey: null, propertyName: null, firstName });

describe('the words of a text', () => {
	it.each(['Ana', "O'Brien", 'Mar\u00eda Jos\u00e9'])('greet %s', (firstName) => {
		expect(composeText('Hi [first name], how can we help?', about(firstName), company)).toEqual({
			body: `Hi ${firstName}, how can we help?`,
			changes: [],
		});
	});

	it.each(['evil.example/pay', 'www.evil.example', 'your bank code is 123456 reply with it', 'evil dot com'])(
		'leave out what a stranger gave for a name: %s',
		(firstName) => {
			const { body, changes } = composeText('Hi [first name], how can we help?', about(firstName), company);
			expect(body).toBe('Hi, how can we help?');
			expect(changes.map(({ code }) => code)).toEqual(['not_a_name']);
		},
	);

	it('say that there was no name, and nothing of a name that the message does not ask for', () => {
		expect(composeText('Hi [first name]', about(null), company).changes.map(({ code }) => code)).toEqual(['placeholder_empty']);
		expect(composeText('How can we help?', about('evil.example'), company).changes).toEqual([]);
	});
});
