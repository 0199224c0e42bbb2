import { textReport, incomingText } from '../../../leasing/twilio/texts';

const TEXT = { MessageSid: 'SM1', From: '+15125550123', To: '+15125550100', Body: 'Is it free?' };

describe('a text that a renter sent', () => {
	it('is who wrote what to which line', () => {
		expect(incomingText(TEXT)).toEqual({
			provider: 'twilio',
			providerId: 'SM1',
			from: '+15125550123',
			to: '+15125550100',
			body: 'Is it free?',
			media: [],
			keyword: null,
			raw: TEXT,
		});
	});

	it.each([
		['STOP', 'out'],
		['START', 'in'],
		['HELP', 'help'],
		['SOMETHING', null],
		['constructor', null],
	])('OptOutType %s is the verdict %s', (OptOutType, keyword) => {
		expect(incomingText({ ...TEXT, OptOutType }).keyword).toBe(keyword);
	});

	it('has its pictures, as far as they have an address', () => {
		const media = {
			NumMedia: '3',
			MediaUrl0: 'https://a.example/1',
			MediaContentType0: 'image/jpeg',
			MediaUrl2: 'https://a.example/3',
		};
		expect(incomingText({ ...TEXT, ...media }).media).toEqual([
			{ url: 'https://a.example/1', contentType: 'image/jpeg' },
			{ url: 'https://a.example/3', contentType: null },
		]);
	});

	it.each(['1000000000', '-1', 'many', ''])('NumMedia %p harms nobody', (NumMedia) => {
		expect(incomingText({ ...TEXT, NumMedia }).media).toEqual([]);
	});
});

describe('a report about a text of ours', () => {
	it.each([
		['queued', 'sent'],
		['sending', 'sent'],
		['sent', 'sent'],
		['a word of next year', 'sent'],
		['delivered', 'delivered'],
		['read', 'delivered'],
		['undelivered', 'failed'],
		['failed', 'failed'],
		['canceled', 'failed'],
	])('%s means %s', (MessageStatus, state) => {
		expect(textReport({ MessageSid: 'SM1', MessageStatus }, 'text_1')).toMatchObject({
			textId: 'text_1',
			providerId: 'SM1',
			providerStatus: MessageStatus,
			state,
		});
	});

	it('says which error it was', () => {
		const failed = { SmsSid: 'SM1', SmsStatus: 'undelivered', ErrorCode: '30006', ErrorMessage: '' };
		expect(textReport(failed, null)).toMatchObject({ providerId: 'SM1', errorCode: '30006', errorMessage: null });
	});
});
