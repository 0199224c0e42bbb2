import { carrierWordProblems } from '../../../leasing/text/carrierWords';

const codes = (body: string) => carrierWordProblems(body).map((problem) => problem.code);

it.each([
	['Hi, this is Maple Court. Sorry we missed your call. How can we help? Reply here or call back. Reply STOP to opt out.'],
	['Reply STOP to unsubscribe, HELP for help.'],
	['Reply STOP to end texts or HELP for info.'],
	['Text STOP to stop. Reply HELP for help. Msg & data rates may apply.'],
	['Reply STOP to opt-out.'],
	['Reply STOP to cancel messages.'],
	['Reply 1 for a tour or 2 for prices.'],
	['Reply C to confirm or R to pick another time.'],
	['Yes, we have two-bedroom homes! Reply to start your application.'],
	['We will send info soon. Text us for info or call.'],
	['Text us if you need to cancel your tour.'],
	['Your tour starts at 5. Need to cancel? Call us.'],
	['We reply to every text by the end of the day.'],
	['Answer the phone? Yes, we do now.'],
	['Book: https://tours.acme-living.example/t.co/maple'],
	['More at https://apt.com and robot.ly or cat.co.uk'],
	['See https://example.com/wine-cellar'],
	['We are a smoke-free, tobacco-free community in Essex.'],
	['Write to start@example.com'],
	['Begin your new START-UP home search'],
])('nothing against %p', (body) => {
	expect(carrierWordProblems(body)).toEqual([]);
});

it.each([
	['Reply YES to confirm your tour.', 'swallowed_reply'],
	['Reply with "YES" to confirm.', 'swallowed_reply'],
	['reply yes to confirm', 'swallowed_reply'],
	['Just reply back with yes.', 'swallowed_reply'],
	['Please respond YES', 'swallowed_reply'],
	['Text YES and we call you.', 'swallowed_reply'],
	['Text INFO for floor plans.', 'swallowed_reply'],
	['Reply INFO for details.', 'swallowed_reply'],
	['Reply START to begin.', 'swallowed_reply'],
	['Reply END when done.', 'swallowed_reply'],
	['Send QUIT to leave the list.', 'swallowed_reply'],
	['Reply C to confirm or CANCEL to cancel.', 'swallowed_reply'],
	['Reply NO or YES', 'swallowed_reply'],
	['YES to confirm, NO to skip.', 'swallowed_reply'],
	['CANCEL = drop the tour', 'swallowed_reply'],
	['Reply \u201CYES\u201D if you are coming', 'swallowed_reply'],
	['Reply HELP to reach maintenance.', 'swallowed_reply'],
	['Reply STOP to cancel your tour.', 'stop_misused'],
	['Text STOP if you are no longer coming.', 'stop_misused'],
	['Tour: https://bit.ly/3abc', 'url_shortener'],
	['Tour: bit.ly/3abc', 'url_shortener'],
	['Tour: https://www.tinyurl.com/abc.', 'url_shortener'],
	['Tour: t.co/abc', 'url_shortener'],
	['Join our wine night on Friday!', 'carrier_topic'],
	['Beer and pizza at the pool', 'carrier_topic'],
	['420 friendly, cannabis allowed', 'carrier_topic'],
	['No guns on site', 'carrier_topic'],
])('%p: %s', (body, code) => {
	const problems = carrierWordProblems(body);
	expect(codes(body)).toEqual([code]);
	expect(problems[0]?.sentence).toMatch(/^[A-Z].+\.$/);
});
