import { getSignatureAlgorithm } from 'twilio/lib/webhooks/webhooks';
import { signatureScheme } from '../../../leasing/twilio/signatureScheme';

const TOKEN = { signedWith: 'auth_token', hash: 'sha1' };
const KEY_256 = { signedWith: 'shared_key', hash: 'sha256' };
const EITHER = { signedWith: 'either', hash: 'sha1' };

describe('how a request says that it is signed', () => {
	test.each<[string | undefined, unknown]>([
		[undefined, TOKEN],
		['', TOKEN],
		['  ', TOKEN],
		['key=a,algorithm=HMAC_SHA256', KEY_256],
		[' key=a , algorithm = hmac_sha256 ', KEY_256],
		['algorithm=HMAC_SHA256,key=a', KEY_256],
		['key=a,ALGORITHM=HMAC_SHA256,new=field', KEY_256],
		['key=a,algorithm=HMAC_SHA1', { signedWith: 'shared_key', hash: 'sha1' }],
		['key=a', EITHER],
		['key=a,algorithm=', EITHER],
		['something else', EITHER],
		['key=a,algorithm=HMAC_MD5', null],
		['key=a,algorithm=none', null],
		['key=a,algorithm=constructor', null],
		['key=a,algorithm=__proto__', null],
		['key=a,algorithm=HMAC_SHA256,algorithm=HMAC_SHA1', null],
		['key=a,algorithm=HMAC_SHA256, key=b,algorithm=HMAC_SHA256', null],
		[`key=${'a'.repeat(600)},algorithm=HMAC_SHA256`, null],
	])('%j', (header, scheme) => {
		expect(signatureScheme(header)).toEqual(scheme);
	});

	test.each(['key=a,algorithm=HMAC_SHA256', 'key=a', '', 'algorithm=HMAC_SHA1,key=a'])(
		'agrees with the twilio package on %j',
		(header) => {
			expect(signatureScheme(header)?.hash).toBe(getSignatureAlgorithm(header) === 'HMAC_SHA256' ? 'sha256' : 'sha1');
		},
	);
});
