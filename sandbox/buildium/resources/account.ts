import type { Operation } from '../rest/exchange';

export const COMPANY = { name: 'Maple Property Group', phone: '(512) 555-0100' };

export const accountOperations: Operation[] = [
	{
		method: 'GET',
		path: '/v1/administration/account',
		scope: 'account',
		handle: ({ account }) => ({
			status: 200,
			body: {
				Id: account.accountId,
				CompanyName: COMPANY.name,
				Url: 'https://maple.example.com',
				Contact: {
					FirstName: 'Dana',
					LastName: 'Whitaker',
					Address: {
						AddressLine1: '12 Congress Street',
						AddressLine2: null,
						AddressLine3: null,
						City: 'Austin',
						State: 'TX',
						PostalCode: '78701',
						Country: 'UnitedStates',
					},
					PhoneNumber: COMPANY.phone,
				},
				AccountingSettings: {
					AccountingBookId: 1,
					DefaultBankAccountId: 901,
					DefaultAccountingBasis: 'Accrual',
					TrustAccountWarning: 'Off',
					FiscalYearEndMonth: 12,
					FiscalYearEndDay: 31,
				},
			},
		}),
	},
];
