import type { FormField } from './fieldMap';

/**
 * The usual names of each field: keys of JSON, columns of a spreadsheet, labels in an e-mail. Case, spaces, dashes and
 * underscores do not count. `parent.key` is written together: `property.name` is `propertyname`. A bare `id` is left out
 * on purpose: it is often the form's own id, the same for every submission. Earlier names win over later ones.
 */
export const FIELD_NAMES: Readonly<Record<FormField, readonly string[]>> = {
	firstName: ['firstname', 'first', 'fname', 'givenname', 'forename', 'yourfirstname', 'namefirst', 'contactfirstname', 'nombre'],
	lastName: ['lastname', 'last', 'lname', 'surname', 'familyname', 'yourlastname', 'namelast', 'contactlastname', 'apellido', 'apellidos'],
	fullName: [
		'fullname', 'name', 'yourname', 'contactname', 'customername', 'consumername', 'rentername', 'prospectname', 'applicantname', 'leadname', 'guestname', 'guestcardname', 'visitorname', 'displayname',
		'firstandlast', 'firstandlastname', 'firstlastname', 'nameoffirstandlast', 'interestedparty', 'fromname', 'sendername', 'profilename', 'nombrecompleto',
	],
	phone: [
		'phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber', 'cell', 'cellphone', 'cellnumber', 'cellphonenumber', 'tel', 'telephone', 'telephonenumber', 'yourphone', 'yourtel', 'contactphone', 'contactphonenumber', 'contactnumber',
		'customerphone', 'customerphonenumber', 'renterphone', 'prospectphone', 'leadphone', 'primaryphone', 'primaryphonenumber', 'dayphone', 'daytimephone', 'eveningphone', 'homephone', 'workphone', 'phone1', 'phone2', 'phoneno', 'smsnumber', 'whatsapp', 'telefono',
	],
	email: [
		'email', 'emailaddress', 'mail', 'emailid', 'youremail', 'contactemail', 'contactemailaddress', 'customeremail', 'renteremail', 'prospectemail', 'leademail', 'primaryemail', 'useremail', 'workemail', 'personalemail', 'visitoremail',
		'email1', 'email2', 'emailadress', 'correo', 'correoelectronico',
	],
	property: [
		'property', 'propertyname', 'community', 'communityname', 'building', 'buildingname', 'apartmentcommunity', 'listing', 'listingname', 'listingtitle', 'propertyofinterest', 'interestedproperty', 'whichproperty', 'complex', 'vendorname', 'apartmentname', 'propertyinterestedin', 'interestedin',
	],
	address: ['propertyaddress', 'listingaddress', 'rentaladdress', 'unitaddress', 'addressofproperty', 'listingstreet', 'propertystreet', 'propertylocation'],
	listingId: ['listingid', 'listingnumber', 'propertyid', 'propertycode', 'listinguid', 'postingid', 'mlsid', 'mlsnumber', 'propertyreference', 'referencenumber'],
	trackingNumber: ['trackingphonenumber', 'trackingnumber', 'trackingnum', 'trackingphone', 'numbercalled', 'numberdialed', 'callednumber', 'dialednumber', 'propertyphone', 'listingphone'],
	unit: ['unit', 'unitnumber', 'apartmentnumber', 'apt', 'aptnumber', 'unitid', 'unitname', 'unitofinterest', 'listingunit', 'showingunit'],
	bedrooms: ['bedrooms', 'bedroom', 'beds', 'bed', 'numberofbedrooms', 'numbedroomssought', 'bedroomcount', 'numbeds', 'numbedrooms', 'floorplan', 'unittype', 'desiredbedrooms', 'bedroomsneeded', 'bedbathpreference', 'bedbath', 'bedsbaths', 'howmanybedrooms', 'bedroompreference', 'apartmentsize'],
	bathrooms: ['bathrooms', 'bathroom', 'baths', 'bath', 'numberofbathrooms', 'numbathroomssought', 'numbathrooms', 'desiredbathrooms', 'bathroomcount'],
	moveIn: [
		'movein', 'moveindate', 'movedate', 'movingdate', 'desiredmovein', 'desiredmoveindate', 'targetmovein', 'targetmoveindate', 'preferredmoveindate', 'moveinpreference', 'moveintimeframe', 'moveinon', 'whendoyouwanttomovein', 'whendoyouwanttomove',
		'whenareyoulookingtomove', 'wantsmovein', 'movingtimeframe', 'timeframe', 'anticipatedmoveindate', 'expectedmovein', 'expectedmoveindate', 'dateneeded', 'moveinby',
	],
	budget: ['budget', 'maxbudget', 'maxrent', 'rentbudget', 'pricerange', 'rentrange', 'monthlybudget', 'maxprice', 'desiredrent', 'maximumrent', 'pricelimit', 'rentalbudget', 'desiredmaxrent', 'targetrent'],
	leaseMonths: ['leaselength', 'leaselengthmonths', 'leaseterm', 'leasetermmonths', 'desiredleaseterm', 'desiredleaselength', 'lengthoflease', 'termmonths'],
	occupants: ['occupants', 'numberofoccupants', 'numoccupants', 'additionaloccupants', 'numberofresidents', 'howmanypeople', 'numberofpeople'],
	pets: ['pets', 'pet', 'petpreference', 'petdetails', 'petdetailsjson', 'petinfo', 'petspolicy', 'doyouhavepets', 'anypets', 'pettype', 'numberofpets', 'mascotas'],
	message: [
		'message', 'comments', 'comment', 'notes', 'note', 'question', 'questions', 'yourmessage', 'inquiry', 'enquiry', 'body', 'details', 'additionalinformation', 'additionalinfo', 'additionalcomments', 'renterscomments', 'rentersmessage', 'rentermessage',
		'customercomments', 'leadmessage', 'howcanwehelp', 'howcanwehelpyou', 'introduction', 'description', 'text', 'mensaje', 'tellusmore', 'anythingelse',
	],
	language: ['language', 'preferredlanguage', 'lang', 'locale', 'spokenlanguage', 'idioma'],
	source: ['source', 'leadsource', 'utmsource', 'referralsource', 'sourcename', 'adsource', 'marketingsource', 'latestinterestsource', 'leadsourcename', 'trafficsource'],
	campaign: ['campaign', 'utmcampaign', 'campaignname', 'adcampaign'],
	selfReported: ['howdidyouhearaboutus', 'howdidyouhear', 'howdidyoufindus', 'hearaboutus', 'howdidyoufindout', 'howdidyoufindthisproperty', 'referredby', 'howheard', 'howdidyouhearaboutthisproperty', 'comonosconocio'],
	secondName: ['coapplicant', 'coapplicantname', 'cosigner', 'spouse', 'spousename', 'partner', 'partnername', 'roommate', 'roommatename', 'roommates', 'secondname', 'secondapplicant', 'secondapplicantname', 'otheroccupant', 'name2', 'person2name', 'secondpersonname'],
	secondPhone: ['coapplicantphone', 'spousephone', 'partnerphone', 'roommatephone', 'secondapplicantphone', 'person2phone', 'secondpersonphone'],
	secondEmail: ['coapplicantemail', 'spouseemail', 'partneremail', 'roommateemail', 'secondapplicantemail', 'person2email', 'secondpersonemail'],
	submissionId: ['submissionid', 'entryid', 'responseid', 'leadid', 'leadgenid', 'eventid', 'inquiryid', 'enquiryid', 'requestid', 'submissionuuid', 'formresponsetoken'],
	submittedAt: ['submittedat', 'submitted', 'submissiondate', 'submissiontime', 'createdat', 'datecreated', 'createdtime', 'createdon', 'timestamp', 'datetime', 'receivedat', 'received', 'submittedon', 'datesubmitted', 'inquirydate', 'leaddate'],
};

/**
 * For keys and labels that are whole questions ("When do you want to move?", `what_is_your_budget?`), which advertisers
 * word anew for each form. They count only where no usual name gives the field. Matched against small letters with single spaces.
 */
export const QUESTION_WORDS: ReadonlyArray<readonly [FormField, RegExp]> = [
	['moveIn', /\b(?:when|date|time ?frame|timeline|soon)\b.*\bmov|\bmove ?in\b|\bmov\w+ (?:date|time ?frame)\b|\bmudar/],
	['bedrooms', /\bbed ?rooms?\b|\bbeds\b|\brecamaras?\b|\bhabitaciones\b/],
	['bathrooms', /\bbath ?rooms?\b/],
	['pets', /\b(?:have|any|what|which|kind of|number of|how many|bring\w*)\b.*\bpets?\b|\bmascotas?\b/],
	['budget', /\bbudget\b|\bmonthly rent\b|\brent range\b|\bprice range\b|\bpresupuesto\b|\bafford\b/],
	['occupants', /\bhow many (?:people|occupants|adults)\b/],
	['selfReported', /\bhear about\b|\bfind us\b|\bfind out about\b/],
	['property', /\bwhich (?:property|community|building|location)\b|\bproperty (?:are|is) .*interest/],
	['fullName', /\b(?:full|your) name\b/],
	['phone', /\b(?:phone|mobile|cell) number\b/],
	['email', /\be ?mail address\b/],
	['message', /\banything else\b|\bquestions? (?:or|for)\b|\bhow can we help\b/],
];
