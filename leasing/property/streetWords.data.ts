/** Abbreviations of street types as people and the postal service write them, to one form. As of 2026-08, USPS Publication 28. */
export const STREET_WORDS: Readonly<Record<string, string>> = {
	alley: 'aly', ally: 'aly', avenue: 'ave', av: 'ave', aven: 'ave', avn: 'ave', boulevard: 'blvd', boul: 'blvd', blv: 'blvd', bridge: 'brg', center: 'ctr', centre: 'ctr', cent: 'ctr', circle: 'cir', circ: 'cir', crcl: 'cir',
	court: 'ct', courts: 'cts', cove: 'cv', creek: 'crk', crescent: 'cres', crossing: 'xing', crssng: 'xing', drive: 'dr', drv: 'dr', driv: 'dr', estates: 'ests', expressway: 'expy', extension: 'ext', freeway: 'fwy', garden: 'gdn', gardens: 'gdns', gardn: 'gdn', gateway: 'gtwy', glen: 'gln', green: 'grn', grove: 'grv',
	harbor: 'hbr', heights: 'hts', hgts: 'hts', highway: 'hwy', highwy: 'hwy', hill: 'hl', hills: 'hls', hollow: 'holw', island: 'is', junction: 'jct', knoll: 'knl', lake: 'lk', landing: 'lndg', lane: 'ln', loop: 'loop', manor: 'mnr', meadow: 'mdw', meadows: 'mdws', mill: 'ml', mount: 'mt', mountain: 'mtn',
	oaks: 'oaks', orchard: 'orch', parkway: 'pkwy', parkwy: 'pkwy', pky: 'pkwy', pines: 'pnes', place: 'pl', plaza: 'plz', point: 'pt', pointe: 'pt', ridge: 'rdg', river: 'riv', road: 'rd', route: 'rte', saint: 'st', shore: 'shr', spring: 'spg', springs: 'spgs', square: 'sq', station: 'sta', street: 'st', str: 'st', strt: 'st',
	summit: 'smt', terrace: 'ter', terr: 'ter', trace: 'trce', trail: 'trl', trails: 'trl', turnpike: 'tpke', valley: 'vly', view: 'vw', village: 'vlg', villas: 'vls', vista: 'vis', walk: 'walk', way: 'way',
	north: 'n', south: 's', east: 'e', west: 'w', northeast: 'ne', northwest: 'nw', southeast: 'se', southwest: 'sw',
	first: '1st', second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', sixth: '6th', seventh: '7th', eighth: '8th', ninth: '9th', tenth: '10th',
};

/** Words that tell no property from another: they come and go in front of and behind the same name. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
	'the at a an of apartment apartments apt apts home homes residence residences living community communities complex condos condominiums townhomes townhome flats rental rentals property properties leasing office llc inc luxury'.split(' '),
);
