import { dateFilterBetween } from './dates';
import { checkParameters, type RestReply, type RestRequest } from './exchange';
import { newerPage, PAGING_PARAMETERS } from './paging';
import type { Account } from '../account';

/** `GET /v1/Alerts` of monitor.twilio.com: what the debugger shows, newest first. */
export function listAlerts(request: RestRequest, account: Account): RestReply {
	checkParameters(account, request, ['LogLevel', 'StartDate', 'EndDate', ...PAGING_PARAMETERS]);
	const fits = dateFilterBetween(request.query.get('StartDate'), request.query.get('EndDate'));
	const alerts = account.alertLog
		.filter(({ at }) => fits(at))
		.reverse()
		.map(({ code, sentence, at }, index) => ({
			sid: `NO${String(index).padStart(32, '0')}`,
			account_sid: account.sid,
			error_code: String(code),
			log_level: 'error',
			alert_text: sentence,
			date_generated: new Date(at).toISOString(),
			request_url: /https?:\/\/[^\s#]+/.exec(sentence)?.[0].replace(/:$/, '') ?? null,
		}));
	return newerPage(account, request, 'alerts', alerts);
}
