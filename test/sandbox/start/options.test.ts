import { readOptions } from '../../../sandbox/start/options';

describe('npm start options', () => {
	test.each([
		[[], { exit: false, json: false, port: null, fresh: false }],
		[['--exit', '--json'], { exit: true, json: true, port: null, fresh: false }],
		[['--port', '8080', '--fresh'], { exit: false, json: false, port: 8080, fresh: true }],
		[['--port=8080'], { exit: false, json: false, port: 8080, fresh: false }],
	])('%j', (args, expected) => {
		expect(readOptions(args)).toEqual(expected);
	});

	test.each([
		[['--port'], /--port needs a number from 1 to 65535, not ""/],
		[['--port', 'abc'], /not "abc"/],
		[['--port', '70000'], /not "70000"/],
		[['--jason'], /Unknown option "--jason"[\s\S]*usage: npm start/],
	])('%j is refused with a sentence', (args, sentence) => {
		expect(readOptions(args)).toEqual({ problem: expect.stringMatching(sentence) });
	});
});
