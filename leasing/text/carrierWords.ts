import { reason, type Reason } from '../reason';

/**
 * Carriers and phone systems act on these words themselves when they are a whole reply: some opt the renter out, some opt back
 * in, and none of them is sure to reach the company. STOP and HELP are missing because naming them is how a text must end. The
 * list is the longest that we know of, Twilio's (docs, "Advanced Opt-Out").
 */
const SWALLOWED = 'YES|CANCEL|END|QUIT|INFO|START|UNSTOP|UNSUBSCRIBE|STOPALL|REVOKE|OPTOUT';

const QUOTE = '["\'\u2018\u2019\u201C\u201D]?';
/** "reply with YES", "respond 'cancel'": these verbs leave no doubt, so case does not matter. */
const SURE_INVITE = new RegExp(
	`\\b(?:repl(?:y|ies|ying)|respond(?:ing)?|answer)(?: (?:back|with|us|by|just|simply|the word))*:? ${QUOTE}(yes|cancel|quit|info|start|unstop|unsubscribe)${QUOTE}(?![\\w-])`,
	'i',
);
/** "text YES", "send INFO": only as capitals, because "send info soon" is plain English. */
const LOUD_INVITE = new RegExp(
	`\\b(?:[Rr]epl(?:y|ying)|[Rr]espond|[Aa]nswer|[Tt]ext|[Ss]end|[Tt]ype|[Tt]xt|REPLY|TEXT|SEND|TYPE)(?: (?:back|with|us|the word))*:? ${QUOTE}(${SWALLOWED})${QUOTE}(?![\\w-])`,
);
/** "YES to confirm", "CANCEL = cancel", and the second of "C or CANCEL". */
const OFFERED = new RegExp(`(?:^|[^\\w-])${QUOTE}(${SWALLOWED})${QUOTE} ?(?:to |for |if |=)`);
const ALTERNATIVE = new RegExp(
	`\\b[Rr]eply(?: with)? ${QUOTE}[A-Z0-9]{1,12}${QUOTE}(?:,| or|/| /) ?(?:[A-Z0-9]{1,12},? (?:or )?)?${QUOTE}(${SWALLOWED})${QUOTE}(?![\\w-])`,
);
/** HELP may be named as the way to get help, not as an answer to something else. */
const HELP_MISUSED =
	/\b(?:[Rr]eply|[Tt]ext|[Ss]end|REPLY|TEXT)(?: with)? ["']?HELP["']?(?! ?(?:for|to get) (?:help|info|more|assistance|support)|["']?\s*(?:[.;,!)]|$|\bor\b|\band\b|\/))/;
/** STOP may only ever end the texts. */
const STOP_MISUSED =
	/\b(?:[Rr]eply|[Tt]ext|[Ss]end|REPLY|TEXT)(?: with)? ["']?STOP["']? (?:to|if|for)(?! (?:opt[ -]?out|unsubscribe|stop\b|end (?:texts?|messages?|these|all|our)|quit\b|be removed|no more|cancel (?:texts?|messages?|alerts?|these|all))|(?: you)?(?: would like| want| wish)? to (?:opt|unsub|stop))/i;

const SHORTENERS =
	'adf.ly bit.do bit.ly bl.ink buff.ly clck.ru cutt.ly dlvr.it goo.gl is.gd lnkd.in mcaf.ee ow.ly qr.ae rb.gy rebrand.ly s.id short.io shorte.st shorturl.at soo.gd t.co t.ly tiny.cc tiny.one tinyurl.com trib.al v.gd x.co';
const SHORTENER = new RegExp(
	`(?:https?://|(?<![\\w.@/-]))(?:www\\.)?(${SHORTENERS.replace(/\./g, '\\.').replace(/ /g, '|')})(?![\\w-]|\\.\\w)`,
	'i',
);

/** Sex, hate, alcohol, firearms, tobacco and what carriers treat like them. "Tobacco-free" and "smoke-free" are fine. */
const TOPICS =
	/\b(alcohol|ammo|ammunition|beer|booze|cannabis|casino|cbd|cigarettes?|cigars?|cocktails?|escorts?|firearms?|gambling|guns|hookah|kratom|liquor|marijuana|payday loans?|porn|rifles?|sex|sexy|thc|tobacco|vap(?:e|es|ing)|vodka|whiske?y|wine|xxx)\b(?![- ]free)/i;

/**
 * Problems of our own wording with carriers and with the keywords that phone systems handle themselves. A text with one is better not sent: the
 * renter's answer would be swallowed, or the carrier would drop the text and rate the line down.
 */
export function carrierWordProblems(body: string): Reason[] {
	const problems: Reason[] = [];
	const text = body.replace(/\s+/g, ' ');
	const swallowed = [SURE_INVITE, LOUD_INVITE, OFFERED, ALTERNATIVE]
		.map((pattern) => pattern.exec(text)?.[1]?.toUpperCase())
		.find((word) => word !== undefined);
	if (swallowed !== undefined) {
		problems.push(
			reason(
				'swallowed_reply',
				`The text asks for the reply ${swallowed}, which the phone system takes for a command, so it never arrives; ask for 1, C or R, or give a link.`,
			),
		);
	}
	if (HELP_MISUSED.test(text))
		problems.push(
			reason('swallowed_reply', 'The text asks for the reply HELP, which the phone system answers itself; ask for another word.'),
		);
	if (STOP_MISUSED.test(text))
		problems.push(
			reason(
				'stop_misused',
				'The text offers STOP for something else than ending the texts; the renter would be opted out of everything.',
			),
		);
	const shortener = SHORTENER.exec(text)?.[1];
	if (shortener !== undefined)
		problems.push(
			reason(
				'url_shortener',
				`The text has a link of ${shortener.toLowerCase()}; carriers block public link shorteners, so use the full link or one of your own domain.`,
			),
		);
	const topic = TOPICS.exec(withoutLinks(text))?.[1];
	if (topic !== undefined)
		problems.push(
			reason(
				'carrier_topic',
				`The text says "${topic}"; carriers filter texts about alcohol, tobacco, cannabis, weapons, gambling and sex, so reword it.`,
			),
		);
	return problems;
}

/** Words inside a link are part of an address, not of the message. */
function withoutLinks(text: string): string {
	return text.replace(/\b(?:https?:\/\/|www\.)\S+/gi, ' ');
}
