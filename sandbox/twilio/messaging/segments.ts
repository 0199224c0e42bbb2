const GSM7 =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM7_DOUBLE = '^{}\\[~]|€';

/** How many parts the network splits a text into: GSM-7 160/153 characters, anything else UCS-2 70/67. */
export function segmentCount(body: string): number {
	const characters = [...body];
	const gsm = characters.every((character) => GSM7.includes(character) || GSM7_DOUBLE.includes(character));
	const units = gsm ? characters.reduce((sum, character) => sum + (GSM7_DOUBLE.includes(character) ? 2 : 1), 0) : body.length;
	const [single, part] = gsm ? [160, 153] : [70, 67];
	return units <= single ? 1 : Math.ceil(units / part);
}
