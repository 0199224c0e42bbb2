import { ARTICLE, asSaid, COUNT, folded } from './counts';

const ANIMAL =
	'(?:dogs?|doggos?|pupp(?:y|ies)|pups?|cats?|kittens?|kitt(?:y|ies)|birds?|parrots?|rabbits?|bunn(?:y|ies)|hamsters?|guinea pigs?|ferrets?|snakes?|turtles?|lizards?|pets?|' +
	'lab(?:rador)?s?|pit ?bulls?|husk(?:y|ies)|chihuahuas?|poodles?|(?:german )?shepherds?|(?:golden )?retrievers?|shih ?tzus?|yorkies?|terriers?|beagles?|bulldogs?|corgis?|\\w{0,8}doodles?|dachshunds?|frenchies?|rottweilers?|great danes?|pugs?|pomeranians?|' +
	'perr[oa]s?|perrit[oa]s?|gat[oa]s?|gatit[oa]s?|mascotas?|chiens?)';
const SIZE =
	'(?:very |super )?(?:small|large|big|medium(?:[ -]sized?)?|little|tiny|old(?:er)?|young|senior|sweet|good|lovely|beloved|cute|well[ -](?:behaved|trained|mannered)|(?:fully |house ?|potty[ -]|crate )?trained|friendly|quiet|indoor|adult|neutered|spayed|fixed|mixed?|black|white|brown|miniature|mini|toy|french|english|\\d{1,3} ?-?(?:lbs?|pounds?|kg|years?|yrs?|months?)\\.?(?:[ -]old)?|pequen[oa]s?|chiquit[oa]s?|grandes?|median[oa]s?)';
const ITEM = `(?:${COUNT}|${ARTICLE}|my|our|mi|mis|(?:a )?couple(?: of)?)(?:,? ${SIZE}){0,3} ${ANIMAL}(?: ${SIZE})?`;
const LIST = new RegExp(
	`\\b${ITEM}(?:(?:,? (?:and|y|e|plus|&|et)|,) (?:also )?${ITEM}){0,3}\\b(?![- ](?:friendly|fee|deposit|rent|polic|park|spa|owner|restriction|limit|allow|amenit|area|run|wash|insurance|house|lover))`,
);
const NONE =
	/(?<!\b(?:a|the|is it|strict|your|are there|if) )\b(?:no|don'?t (?:have|own)(?: any)?|do not (?:have|own)(?: any)?|without(?: any)?|zero|0|sin|no tengo|no tenemos|pas d'|aucun)(?: dogs or| cats or)? ?(?:pets?|animals?|dogs?|cats?|mascotas?|animal|animaux)\b(?! (?:polic|allowed|fee|deposit|rent|rule|friendly|permitted|restriction))/;
/** No pet by law, and nothing for a rule to read: the message has it, and a person answers. */
const ASSISTANCE =
	/\b(?:service|emotional[ -]support|support|assistance|therapy|seeing[ -]eye|guide|esas?|de servicio|asistencia|apoyo|guia)\b/;

/** The words of a message that tell of the renter's animals, or that there are none; null when it only asks. */
export function petsIn(text: string): string | null {
	const plain = folded(text);
	const found = LIST.exec(plain);
	if (found !== null) {
		const around = plain.slice(Math.max(0, found.index - 20), found.index + found[0].length + 15);
		return ASSISTANCE.test(around) ? null : asSaid(text, plain, found.index, found[0].length);
	}
	const none = NONE.exec(plain);
	return none === null ? null : asSaid(text, plain, none.index, none[0].length);
}
