/** What a form can tell us, in the order in which a person would fill it in. */
export const FORM_FIELDS = [
	'firstName',
	'lastName',
	'fullName',
	'phone',
	'email',
	'property',
	'unit',
	'bedrooms',
	'moveIn',
	'budget',
	'message',
	'source',
	'campaign',
	'submissionId',
	'submittedAt',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/**
 * Where each of our fields stands in the input, as a path: `contact.phone`, `answers[2].text`, or a key with dots in it
 * such as `1.3`. Fields that are left out are looked for by their usual names.
 */
export type FieldMap = { readonly [field in FormField]?: string | undefined };

/**
 * The usual names of each field. Case, spaces, dashes and underscores do not count. `parent.key` is written together:
 * `property.name` is `propertyname`. A bare `id` is left out on purpose: it is often the form's own id, the same for
 * every submission.
 */
export const FIELD_ALIASES: Readonly<Record<FormField, readonly string[]>> = {
	firstName: ['firstname', 'first', 'fname', 'givenname', 'forename', 'yourfirstname', 'namefirst', 'contactfirstname'],
	lastName: ['lastname', 'last', 'lname', 'surname', 'familyname', 'yourlastname', 'namelast', 'contactlastname'],
	fullName: ['fullname', 'name', 'yourname', 'contactname', 'customername', 'rentername', 'prospectname', 'applicantname', 'leadname', 'guestname', 'displayname'],
	phone: ['phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber', 'cell', 'cellphone', 'cellnumber', 'tel', 'telephone', 'telephonenumber', 'yourphone', 'yourtel', 'contactphone', 'contactnumber', 'customerphone', 'customerphonenumber', 'primaryphone', 'homephone', 'phone1', 'phone2', 'smsnumber', 'whatsapp'],
	email: ['email', 'emailaddress', 'mail', 'emailid', 'youremail', 'contactemail', 'customeremail', 'primaryemail', 'useremail', 'workemail', 'personalemail', 'email1', 'email2'],
	property: ['property', 'propertyname', 'community', 'communityname', 'building', 'buildingname', 'apartmentcommunity', 'listing', 'listingname', 'propertyofinterest', 'interestedproperty', 'whichproperty', 'complex'],
	unit: ['unit', 'unitnumber', 'apartmentnumber', 'apt', 'aptnumber', 'unitid', 'unitname', 'unitofinterest'],
	bedrooms: ['bedrooms', 'bedroom', 'beds', 'bed', 'numberofbedrooms', 'bedroomcount', 'numbeds', 'numbedrooms', 'floorplan', 'unittype', 'desiredbedrooms', 'bedroomsneeded', 'howmanybedrooms'],
	moveIn: ['movein', 'moveindate', 'movedate', 'desiredmovein', 'desiredmoveindate', 'targetmovein', 'targetmoveindate', 'preferredmoveindate', 'moveinon', 'whendoyouwanttomovein', 'whenareyoulookingtomove'],
	budget: ['budget', 'maxbudget', 'maxrent', 'rentbudget', 'pricerange', 'monthlybudget', 'maxprice', 'desiredrent', 'maximumrent', 'pricelimit'],
	message: ['message', 'comments', 'comment', 'notes', 'note', 'question', 'questions', 'yourmessage', 'inquiry', 'enquiry', 'body', 'details', 'additionalinformation', 'howcanwehelp', 'howcanwehelpyou', 'description', 'text'],
	source: ['source', 'leadsource', 'utmsource', 'referralsource', 'sourcename', 'howdidyouhearaboutus', 'howdidyouhear', 'howdidyoufindus', 'hearaboutus', 'adsource', 'marketingsource'],
	campaign: ['campaign', 'utmcampaign', 'campaignname', 'adcampaign'],
	submissionId: ['submissionid', 'entryid', 'responseid', 'leadid', 'leadgenid', 'eventid', 'inquiryid', 'enquiryid', 'requestid', 'submissionuuid', 'formresponsetoken'],
	submittedAt: ['submittedat', 'submitted', 'submissiondate', 'submissiontime', 'createdat', 'datecreated', 'createdtime', 'createdon', 'timestamp', 'datetime', 'receivedat', 'submittedon', 'datesubmitted'],
};

/** Groups that only wrap the form; a field inside counts as if it stood outside. */
export const WRAPPERS: ReadonlySet<string> = new Set([
	'body', 'data', 'lead', 'leads', 'contact', 'person', 'people', 'renter', 'prospect', 'applicant', 'customer', 'user', 'guest', 'guestcard',
	'form', 'formresponse', 'formdata', 'fields', 'fielddata', 'answers', 'payload', 'submission', 'response', 'inquiry', 'enquiry', 'query',
	'event', 'details', 'values', 'properties', 'preferences', 'interest', 'json', 'record', 'entry', 'hidden', 'tracking',
]);

/** Names as they are compared: small letters and digits only. */
export function plainKey(key: string): string {
	return key.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
