import type { Shape } from './shape';

const IDS_ONLY =
	"Meta sent only the lead's ID, not what the renter entered. Use n8n's Facebook Lead Ads Trigger, or fetch the lead by its leadgen_id and connect the answer here.";

/** Advertisements with a form of their own. */
export const AD_SHAPES: readonly Shape[] = [
	{
		id: 'meta_lead_ad',
		name: 'Meta lead ad (Facebook, Instagram)',
		confidence: 'high',
		asOf: '2026-08',
		channel: 'ad',
		provider: 'meta',
		source: 'facebook_ads',
		signs: [
			['field_data'],
			['data', 'form.id', 'page'],
			['data', 'form.id', 'adset'],
			['object=page', 'entry[0].changes[0].value.leadgen_id'],
			['leadgen_id'],
		],
		refuse: [
			{ when: ['entry[0].changes[0].value.leadgen_id'], code: 'meta_ids_only', sentence: IDS_ONLY },
			{ when: ['leadgen_id', '!field_data', '!data'], code: 'meta_ids_only', sentence: IDS_ONLY },
		],
		fields: {
			submissionId: ['id', 'leadgen_id'],
			submittedAt: ['created_time'],
			campaign: ['campaign_name', 'campaign.name', 'ad.name', 'ad_name'],
			source: ['platform'],
		},
		byName: [
			'firstName',
			'lastName',
			'fullName',
			'phone',
			'email',
			'property',
			'unit',
			'bedrooms',
			'bathrooms',
			'moveIn',
			'budget',
			'pets',
			'message',
			'occupants',
			'leaseMonths',
			'selfReported',
			'language',
		],
		// The names of form, ad and page are not the renter's.
		flatten: (body) => ({ field_data: body.field_data, data: body.data }),
	},
	{
		id: 'google_lead_form',
		name: 'Google Ads lead form',
		confidence: 'high',
		asOf: '2026-08',
		channel: 'ad',
		provider: 'google_ads',
		source: 'google_ads',
		signs: [['user_column_data'], ['userColumnData'], ['google_key', 'lead_id']],
		refuse: [
			{
				when: ['is_test=true'],
				code: 'test_lead',
				sentence: 'This is the test that Google Ads sends when a form is set up; there is no renter in it.',
			},
		],
		fields: { submissionId: ['lead_id', 'leadId'], submittedAt: ['lead_submit_time'], campaign: ['campaign_id', 'campaignId'] },
		byName: [
			'firstName',
			'lastName',
			'fullName',
			'phone',
			'email',
			'property',
			'bedrooms',
			'moveIn',
			'budget',
			'pets',
			'message',
			'selfReported',
		],
		flatten: (body) => ({ user_column_data: body.user_column_data ?? body.userColumnData }),
	},
	{
		id: 'google_local_services',
		name: 'Google Local Services lead',
		confidence: 'high',
		asOf: '2026-08',
		channel: 'ad',
		provider: 'google_local_services',
		source: 'google_local_services',
		signs: [['localServicesLead'], ['local_services_lead'], ['contactDetails', 'leadType'], ['contact_details', 'lead_type']],
		fields: {
			fullName: [
				'localServicesLead.contactDetails.consumerName',
				'local_services_lead.contact_details.consumer_name',
				'contactDetails.consumerName',
				'contact_details.consumer_name',
			],
			phone: [
				'localServicesLead.contactDetails.phoneNumber',
				'local_services_lead.contact_details.phone_number',
				'contactDetails.phoneNumber',
				'contact_details.phone_number',
			],
			email: [
				'localServicesLead.contactDetails.email',
				'local_services_lead.contact_details.email',
				'contactDetails.email',
				'contact_details.email',
			],
			submissionId: ['localServicesLead.id', 'local_services_lead.id', 'id'],
			submittedAt: [
				'localServicesLead.creationDateTime',
				'local_services_lead.creation_date_time',
				'creationDateTime',
				'creation_date_time',
			],
			language: ['localServicesLead.locale', 'local_services_lead.locale', 'locale'],
		},
		byName: ['message', 'property'],
		// Google writes them in the account's zone, without an offset.
		zone: 'portfolio',
	},
];
