/**
 * Wordings by which people end, resume or ask about texts. All are matched against text in the form of plainWords():
 * lower case, no accents, no punctuation or emoji, apostrophes gone, single spaces.
 */

/** Whole replies that end texts. The first eight are Twilio's own and those named in 47 CFR 64.1200(a)(10). */
export const OUT_REPLIES: ReadonlySet<string> = new Set(
	(
		'stop,unsubscribe,end,quit,stopall,revoke,optout,cancel,' +
		'stop all,opt out,unsub,un subscribe,unsuscribe,unsubcribe,unsubsribe,unsubscibe,stopp,sto p,s t o p,stop stop,stop texts,no more,' +
		'dnc,no texts,no text,no messages,no sms,no texting,' +
		// Russian, as many write it who text in English
		'\u0441\u0442\u043e\u043f,\u043e\u0442\u043f\u0438\u0441\u0430\u0442\u044c\u0441\u044f,' +
		// Spanish
		'alto,para,pare,paren,parar,basta,basta ya,detener,detente,salir,baja,cancelar,no mas,ya no,ya no mas,' +
		// French, as used in Canada
		'arret,arreter,arretez,desabonner,desabonnement,fin'
	).split(','),
);

/** Words around a keyword that change nothing: "please stop now thanks". */
export const POLITE =
	'please|pls|plz|plse|now|ok|okay|hey|hi|hello|just|sir|maam|thanks|thank|you|thx|ty|it|this|already|immediately|asap|the|por|favor|gracias|svp|merci';

const TEXTING =
	'(?:texts?|texting|txts?|txting|txt|messages?|messaging|msgs?|sms|contact|contacting|contacts|bother|bothering|spam|spamming|harass|harassing|calling|notifications?|alerts?|reminders?|reaching out)';
const BETWEEN_STOP =
	'(?:all|with|the|these|those|this|that|your|ur|any|automated|further|future|more|sending|send|me|us|of|from|getting|receiving|please|such|spam|sms|text|and|to|calling|or)';
const BETWEEN_DONT =
	'(?:ever|again|want|wanna|need|wish|like|to|be|get|receive|any|more|anymore|you|your|ur|these|those|me|us|please|send|sending|further|call|or|and|even|future|this|number)';

/** Anywhere in a reply, these end texts. */
export const OUT_PHRASES: readonly RegExp[] = [
	new RegExp(`\\b(?:stop|quit|cease|end|cancel|halt)(?: ${BETWEEN_STOP}){0,6} ${TEXTING}\\b`),
	new RegExp(`\\b(?:dont|do not|never|no longer|pls no|please no)(?: ${BETWEEN_DONT}){0,8} ${TEXTING}\\b`),
	new RegExp(`\\bno(?: more| further| mor)(?: ${BETWEEN_STOP}){0,3} ${TEXTING}\\b`),
	/\b(?:unsubscribe[ds]?|unsubscribing|unsubscrib|unsuscribe|optout|opting out)\b/,
	/\bopt(?: me| us| my number| this number)? out\b(?! of)/,
	/\bopt(?: me| us)? out of (?:all |these |those |your |any |this |the |further |future )*(?:texts?|texting|messages?|messaging|sms|it|this|list|alerts?|notifications?|communications?)\b/,
	/\b(?:remove|delete|erase|drop|unlist)(?: (?:me|us|my|our|this|the|cell|phone|mobile)){0,3} ?(?:number|contact|info)\b/,
	/\b(?:remove|delete|unlist) (?:me|us)\b(?!.*\b(?:tour|waitlist|wait list|waiting list|lease|application|appointment|showing|roommate)\b)/,
	/\btake (?:me|us|my number|this number|my name) (?:off|out|from)\b(?!.*\b(?:tour|waitlist|wait list|waiting list|lease|application|appointment|showing)\b)/,
	/\brevok(?:e|ed|ing)(?: (?:my|all|any|the))* (?:consent|permission|authorization)\b/,
	/\b(?:wrong|incorrect) (?:number|num|phone|person|guy|lady|cell)\b/,
	/\b(?:not|isnt|aint|no longer) (?:his|her|their|that persons) (?:number|phone)\b/,
	/\b(?:lose|forget) (?:my|this) number\b/,
	/\bleave (?:me|us) (?:the \w+ )?alone\b/,
	/\b(?:fuck|piss|bugger|eff) off\b/,
	/^(?:go away|get lost|shut up)\b/,
	/\b(?:i|we) (?:said|told you(?: to)?|asked you(?: to)?) (?:please )?stop\b/,
	/\b(?:please|pls|plz|just) stop$/,
	/\b(?:text|txt|message|msg|contact|call|bother) (?:me|us|this number) no more\b/,
	/\b(?:cease and desist|cease desist)\b/,
	/\b(?:do not|dont|never|did not|didnt|no longer) (?:\w+ )?(?:consent|agree)(?:ed)? to (?:\w+ ){0,3}(?:texts?|texting|messages?|messaging|sms|be(?:ing)? (?:texted|contacted|messaged))\b/,
	/\b(?:refrain from|discontinue|desist from)(?: \w+){0,3} (?:text(?:s|ing)?|messag(?:es?|ing)|contact(?:ing)?|sms)\b/,
	/\b(?:withdraw|withdrawing|withdrew|rescind|rescinding)(?: \w+){0,2} (?:consent|permission|authorization)\b/,
	/\bget (?:me|us|my number) (?:off|out of|from)(?: of)? (?:\w+ )?(?:list|texts?|database)\b/,
	// Spanish
	/\bno(?: me)?(?: \w+){0,1} (?:escriba[sn]?|escribas|mande[sn]?|envie[sn]?|textee[sn]?|contacte[sn]?|moleste[sn]?|llame[sn]?)\b/,
	/\bno (?:quiero|deseo)(?: recibir)?(?: mas)? (?:sus |tus |estos )?(?:mensajes?|textos?)\b/,
	/\bno mas (?:mensajes?|textos?|sms|llamadas)\b/,
	/\b(?:deja|deje|dejen|dejar|para|pare|paren) de (?:mandar|enviar|escribir|molestar|textear|contactar|llamar)/,
	/\bdar(?:me)? de baja\b|\bdesuscrib/,
	/\b(?:borra|borre|borren|elimina|elimine|eliminen|quita|quite|quiten)(?:me|r)?(?: (?:mi|este) numero| de (?:la|su) lista)\b|\beliminame\b/,
	/\b(?:numero|persona|telefono) (?:equivocad[oa]|incorrect[oa])\b/,
	// French
	/\bne (?:me |m)?(?:contactez|textez|ecrivez|envoyez) (?:plus|pas)\b|\bmauvais numero\b|\barretez? de\b/,
];

/** Nothing to do with texts, although the words look like it. Removed before anything is doubted. */
export const HARMLESS: readonly RegExp[] = [
	/\bstop(?:ped|ping|s)? (?:by|in|over|off|at|on my way|on the way|there|here|through|to see|and see|for a)\b/g,
	/\b(?:bus|train|subway|metro|trolley|tram|light rail|one|non|pit|last|first|next|transit|shuttle|truck) stops?\b/g,
	/\bstop (?:sign|light|and go|and shop|shop)s?\b/g,
	// "Don't call me, text me" asks for texts; "do not call, text or e-mail" does not.
	/\b(?:stop|dont|do not|cant|quit) call(?:ing)?(?: me| us)?(?: please| just| only| but| and| instead)* (?:text|txt|message) (?:me|us)\b(?! (?:or|nor|and|again|ever|any))/g,
	/\bstops? (?:near|nearby|close|around|along)\b/g,
	/\b(?:without|never|cant|wont|doesnt|not|didnt) (?:ever )?stop(?:ping|s|ped)?\b/g,
];

/** May mean that texts should end: texts are held back and a person decides. */
export const DOUBTS: readonly RegExp[] = [
	/\bstop(?:ping|ped)?\b/,
	/\bcancel$/,
	/^(?:please |pls )?cancel\b(?!.*\b(?:tour|appointment|appt|showing|visit|viewing|meeting|application|app|lease|reservation|booking|hold|move|order|request|call|time|slot|today|tomorrow|it)\b)/,
	/\b(?:opt out|remove me|remove us|revoke|unwanted)\b/,
	/\btake me off\b/,
	/\bnot interested\b|\bno longer interested\b|\bno interest\b/,
	/^no(?: thanks| thank you| thx| gracias)$/,
	/\b(?:dont|do not|never|stop) call(?:ing)?\b/,
	/\b(?:spam|scam|harassment|harassing|lawyer|attorney|lawsuit|sue|tcpa|fcc|do not call)\b/,
	/\bwho gave you (?:my|this) number\b|\bhow did you get (?:my|this) number\b/,
	/\bno me interesa\b|\bno estoy interesad[oa]\b/,
	// Negative about texts, or about how we came by the number.
	/\b(?:no(?! one\b)|not(?! (?:received?|receiving|gotten|got|get|seen|see|answered)\b)|rather not get|without|less|fewer|too many|enough(?: with)?(?: the)?|off with(?: the)?|sick of|tired of|hate|hating)(?: \w+){0,3} (?:texts|texting|texted|txts|sms|spam|messages|messaging|messaged)\b/,
	/\b(?:texts?|texting|messages|messaging|sms)(?: \w+){0,2} (?:annoying|unwanted|ridiculous|illegal|harass\w*|a nuisance|too much|not welcome)\b/,
	/\bnot (?:by|via|over|through) (?:text|txt|sms|message)s?\b/,
	/\b(?:dont|do not|doesnt|does not|wont|cant|never) (?:do|like|use|read|get|accept|take|respond to|reply to|answer|want|need)(?: \w+){0,2} (?:texts|texting|sms|messages|messaging)\b/,
	/\bonly (?:e ?mail|call|write|mail) (?:me|us)$|\b(?:e ?mail|call|mail) (?:me |us )?only$/,
	/\bwhy (?:are|do|did|would|r) (?:you|u|they)(?: \w+){0,2} (?:texting|text|messaging|message|contacting|contact|bothering|bother)(?: \w+)?(?: me| us| this)\b/,
	/\b(?:never|didnt|did not|dont|do not|havent|have not|not)(?: \w+){0,2} (?:sign up|signed up|sign|signed|subscribe|subscribed|opt in|opted in|agree|agreed|consent|consented|request|requested|ask|asked)(?: up)?(?: for| to)? (?:this|these|it|texts?|text messages|messages|sms|any of|be|you)\b/,
	/\b(?:never|didnt|did not|dont|do not|no|not|without)(?: \w+){0,3} (?:consent|permission|authorization|authorized|authorised)\b(?! (?:form|for the|required|needed))/,
	/\b(?:will|ll|gonna|going to|am|im|be) (?:report|reporting)(?: (?:you|u|this|it|these|your)\b|$)|\breport(?:ing|ed)? (?:you|u|this number|this text|as (?:junk|spam))\b|^reported$/,
	/^(?:im |i am |i will |i have |youre |you are |ur )?(?:going to |gonna )?block(?:ing|ed)?(?: (?:you|u|this|your|the) ?(?:number)?)?$|\bblock(?:ing|ed)? (?:you|u|this number|your number)\b/,
	/\b(?:unsolicited|unwelcome|no soliciting|no solicitation|no contact|cease|desist|discontinue)\b/,
	/\bwrong (?:#|num\b|no$)|\bu have the wrong\b|\byou have the wrong$|\bhave the wrong$/,
	/\b(?:not|isnt|arent|aint) (?:ok|okay|cool|allowed|welcome)(?: (?:to|with))?(?: \w+){0,1} (?:text|texts|texting|message|messages|messaging|contact)\b|\b(?:texts?|messages?|texting|messaging)\b.*\b(?:not|isnt|arent) (?:ok|okay|cool|allowed|welcome)\b/,
	/\b(?:done|fed up|had it) with(?: \w+){0,3} (?:texts?|texting|messages?|messaging|sms|you|this)\b|\bno more of (?:this|these|that|it)\b/,
	/\bblowing up my\b|\bspamm(?:ing|ed|er|ers)\b|\btake my \w+ off\b|\bi want (?:off|out)$|^off (?:the|your|this) list\b|\bstahp\b/,
	/^(?:(?:pls|please|just) )?(?:dont|do not)(?: please| pls)?$/,
	/\b(?:knock it off|cut it out|buzz off|get lost|shut up|screw you|leave off|back off)\b/,
];
