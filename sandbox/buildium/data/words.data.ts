/** Words that the made-up portfolio is put together from. */

export const FIRST_NAMES = (
	'Aaliyah Aaron Abigail Adrian Aisha Alejandra Alex Amara Amelia Andre Angela Anita Antonio Arjun Ashley Ben Bianca Brandon Brenda Caleb ' +
	'Camila Carlos Carmen Chen Chloe Claire Connor Cynthia Daniela Darius David Deborah Devon Diego Donna Elena Elijah Emily Emmanuel Erica ' +
	'Ethan Fatima Felix Fiona Gabriel Grace Gregory Hannah Hector Helen Ibrahim Imani Isaac Isabel Jada Jamal James Janet Jasmine Javier Jin ' +
	'Joanna Jordan Jose Joshua Julia Kareem Katherine Keisha Kevin Kim Kofi Laura Leah Leon Liam Linda Lucia Luis Madison Malik Marcus Maria ' +
	'Mason Maya Mei Melissa Michael Miguel Mohammed Monica Nadia Naomi Nathan Nia Noah Olivia Omar Oscar Patricia Paul Peter Priya Rachel ' +
	'Rafael Rebecca Ricardo Robert Rosa Ruth Ryan Samira Sandra Sarah Sean Sofia Sonia Stephen Tamara Teresa Thomas Tiffany Tomas Tyler ' +
	'Valeria Vanessa Victor Wei William Xavier Yara Yusuf Zoe'
).split(' ');

export const LAST_NAMES = (
	'Abbott Adams Aguilar Ali Allen Alvarez Anderson Bailey Baker Banks Barnes Bell Bennett Brooks Brown Bryant Butler Campbell Carter ' +
	'Castillo Chang Chavez Chen Clark Coleman Collins Cook Cooper Cruz Davis Diaz Edwards Ellis Evans Fernandez Fisher Flores Ford Foster ' +
	'Garcia Gibson Gomez Gonzalez Graham Gray Green Griffin Gupta Gutierrez Hall Hamilton Harris Hassan Hayes Henderson Hernandez Hill Hughes ' +
	'Hunter Ibarra Jackson James Jenkins Jimenez Johnson Jones Jordan Kelly Khan Kim King Kumar Lee Lewis Li Long Lopez Marshall Martin ' +
	'Martinez Mason Mendoza Miller Mitchell Mohamed Moore Morales Morgan Morris Murphy Murray Myers Nelson Nguyen Ortiz Owens Park Parker ' +
	'Patel Perez Perry Peterson Phillips Powell Price Ramirez Ramos Reed Reyes Reynolds Rice Richardson Rivera Roberts Robinson Rodriguez ' +
	'Rogers Ross Ruiz Russell Sanchez Sanders Scott Shah Silva Simmons Singh Smith Stewart Stone Sullivan Taylor Thomas Thompson Torres Tran ' +
	'Tucker Turner Vargas Vasquez Walker Wallace Wang Ward Washington Watson Webb Wells West White Williams Wilson Wood Wright Wu Yang Young ' +
	"O'Brien De-La-Cruz Núñez"
)
	.split(' ')
	.map((name) => name.replaceAll('-', ' '));

/** The first two are those of the pretend phone company's lines. */
export const FIRST_PROPERTIES = ['Maple Court', 'Oak Terrace'];
export const PROPERTY_TREES =
	'Alder Aspen Birch Cedar Chestnut Cypress Elm Hawthorn Hickory Juniper Laurel Linden Magnolia Pecan Pine Poplar Redbud Spruce Sycamore Willow'.split(
		' ',
	);
export const PROPERTY_PLACES =
	'Court Terrace Commons Place Heights Landing Crossing Gardens Flats Park Village Point Square Lofts Manor Station Ridge Row'.split(' ');
export const STREETS =
	'Barton Congress Dawson Eastlake Fairview Guadalupe Harwood Kinney Lamar Mesquite Norwood Oltorf Palmer Riverside Stassney Travis'.split(
		' ',
	);

export const CITIES = [
	{ city: 'Austin', zip: '787' },
	{ city: 'Round Rock', zip: '786' },
	{ city: 'San Marcos', zip: '786' },
	{ city: 'Pflugerville', zip: '786' },
];

export const VENDOR_TRADES = [
	'Plumbing',
	'Electrical',
	'Heating and Air',
	'Locksmith',
	'Landscaping',
	'Cleaning',
	'Painting',
	'Pest Control',
	'Roofing',
];

/** Area codes for each kind of person, so that no two kinds share a number. 512 is left to the people of the stories. */
export const AREA_CODES = {
	resident: (
		'201 202 203 205 206 207 208 209 210 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 ' +
		'270 276 281 301 302 303'
	).split(' '),
	partner:
		'304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 339 346 347 351 352 360 361'.split(
			' ',
		),
	rentalOwner: '401 402 404 405 406 407 408 409 410 412'.split(' '),
	vendor: '501 502 503 504 505'.split(' '),
	applicant: '601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623'.split(' '),
	staff: ['701'],
	stranger: '801 802 803 804 805'.split(' '),
};

export const CONTACT_TITLES = [
	'Call about a two-bedroom',
	'Asked for a tour on Saturday',
	'Wants to know the pet policy',
	'Missed call from the website',
	'Question about parking',
];
export const RESIDENT_TITLES = [
	'Kitchen faucet drips',
	'Air conditioning is loud',
	'Lost mailbox key',
	'Light in the hallway is out',
	'Dryer does not heat',
];
export const TODO_TITLES = ['Order key tags', 'Check smoke detectors', 'Send renewal letters', 'Update the office hours sign'];
export const OWNER_TITLES = ['Question about the statement', 'Wants to visit the property'];
