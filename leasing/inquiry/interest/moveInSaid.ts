import { asSaid, folded } from './counts';
import { MONTH_NAME } from './moveInWords';
import { plainWords } from './plainWords';

/** Somebody moves: any words for a time behind it are about that. */
const MOVES =
	/\b(?:mov(?:e|ed|ing)\b|mudar\w*|mudanza|relocat\w*|occupancy|emmenag\w*|demenag\w*|lease (?:is up|ends|expires|starts|begins|start))/;
/** Somebody looks for a home: dates count, "tomorrow" and "Friday" do not. */
const WANTS =
	/\b(?:look\w*|need\w*|search\w*|want\w*|interested|seeking|rent\w*|lease|availab\w*|open(?:ing)?s?|vacan\w*|bed\w*|\dbr|\dbd|studio|apartments?|apt|units?|place|home|house|start\w*|busc\w*|necesit\w*|quier\w*|alquil\w*|disponib\w*|departamento|apartamento|recamaras?|cuartos?|habitaci\w*|cherche|logement|appartement|disponible)\b/;
/** A day for something else: a tour, an answer, a birth. */
const SOMETHING_ELSE =
	/\b(?:tours?|touring|visit\w*|view(?:ing)?s?|showings?|see (?:it|the|this|your|that|one|a)|come (?:by|see|look)|stop by|call(?:ed|ing|s|back)?|text(?:ed)?|e-?mail(?:ed)?|reply|respond\w*|get back|hear (?:from|back)|contact|appointment|meet|born|birth\w*|since|posted|saw|applied|ver (?:el|la|lo)|verlo|verla|visitar|llam\w*|cita|rappel\w*)\b/;
const PART =
	'(?:(?:early|mid|late|(?:the )?(?:end|beginning|start|middle|first|last|1st|first week|second week|last week|first part|first half|second half) of)[ -](?:the )?)';
const LIMIT =
	'(?:(?:but )?(?:no later than|by|before|no (?:earlier|sooner) than|after|between|from|starting|around|about|on|in|for|until)(?: the| around| about)? )';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
/** "I may" and "you may" are no month. */
const MONTH = MONTH_NAME.replace('|may|', '|may(?! (?:i|we|be|have|need|want|also|not|or may)\\b)|').replace(
	'mar(?:ch)?',
	'mar(?:ch)?(?! \\d{3})',
);
const MAY_ALONE =
	/(?<!\b(?:in|by|for|of|mid|early|late|before|after|until|next|this|around|about|from|starting|or|and|between|to|\d|st|nd|rd|th|end|available|move|moving) ?|[/-] ?)\bmay\b(?! ?(?:\d|\/|-|or (?:jun|apr)))/;
const TIME = new RegExp(
	`\\b(?:asap\\b|as soon as (?:possible|we can|i can)|immediate(?:ly)?\\b|right away|${LIMIT}?(?:${PART}?(?:(?:${MONTH})\\b|(?:this|next) month|the month\\b|month\\b(?<=(?:of|end) month))|${DAY} (?:of )?(?:${MONTH})\\b|\\d{1,2}\\/\\d{1,2}(?:\\/\\d{2,4})?(?![\\d/])|20\\d\\d-\\d\\d-\\d\\d|(?:the )?(?:first|1st|15th) (?:day )?of (?:the |next |this )?month|(?:this |next |early |late )(?:spring|summer|fall|winter)|(?:end|beginning) of (?:the |next )?year)|(?:in|within|for)(?: the)?(?: next| about| around)? \\d{1,3}(?: ?(?:-|to|or) ?\\d{1,3})? (?:day|week|month)s?\\b(?! (?:lease|term|notice|rental|stay|month)))`,
);
const LOOSE_TIME =
	/\b(?:tomorrow|today|now\b|next week|this week(?:end)?|next weekend|(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)\b|(?:next |this |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|fall|winter|flexible)/;
const SENTENCE_END = /(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|a\.s\.a|apt|st))[.!?;]+(?=\s|$)|\n+/i;
const LONGEST_TIME = 60;
/** Where the words about the time end. */
const TIME_END =
	/,(?! ?(?:\d|or\b|but\b|by\b|no later|20\d\d))| (?:for(?! (?:the )?\d)|with|if|because|since|so|please|my|i|we|is|are|thanks|and (?!\d|the \d|early|mid|late|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|me|our|que|con|somos|gracias)\b/;

/** Words of a message that may tell when its writer wants to move. */
export interface TimeSaid {
	/** In plain English, for reading. */
	words: string;
	/** As the renter wrote them. */
	said: string;
}

/** Finds the words that may tell when the writer wants to move in; best first. What they mean is read like any other. */
export function moveInSaid(message: string): TimeSaid[] {
	const sure: TimeSaid[] = [];
	const likely: TimeSaid[] = [];
	for (const sentence of message.split(SENTENCE_END)) {
		for (const clause of clausesOf(sentence)) {
			const found = timeIn(clause.slice(0, 400));
			if (found !== null) (found.sure ? sure : likely).push(found.time);
		}
	}
	return [...sure, ...likely];
}

/** One sentence may ask for a tour on Friday and a home in June. */
function clausesOf(sentence: string): string[] {
	return SOMETHING_ELSE.test(folded(sentence)) ? sentence.split(/,| and | but | - | y | et /i) : [sentence];
}

function timeIn(clause: string): { sure: boolean; time: TimeSaid } | null {
	const words = plainWords(clause);
	const moves = MOVES.exec(words);
	if (
		moves === null &&
		(SOMETHING_ELSE.test(words) || !(WANTS.test(words) || WANTS.test(folded(clause)) || TIME.exec(words)?.index === 0))
	)
		return null;
	const behind = moves === null ? '' : words.slice(moves.index + moves[0].length);
	const found = TIME.exec(behind) ?? TIME.exec(words) ?? (moves === null ? null : LOOSE_TIME.exec(behind));
	if (found === null || (/\bmay\b/.test(found[0]) && MAY_ALONE.test(words))) return null;
	const place = behind.includes(found[0]) ? behind : words;
	const from = place.slice(found.index, found.index + LONGEST_TIME);
	const end = TIME_END.exec(from.slice(found[0].length));
	const time = (end === null ? from : from.slice(0, found[0].length + end.index)).trim();
	return { sure: moves !== null, time: { words: time, said: inOwnWords(clause, time) } };
}

function inOwnWords(clause: string, time: string): string {
	const plain = folded(clause);
	const index = plain.indexOf(time);
	return index < 0 ? clause.replace(/\s+/g, ' ').trim().slice(0, 80) : asSaid(clause, plain, index, time.length);
}
