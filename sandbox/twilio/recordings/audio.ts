/** Silence to download: the length is right, the words are not in it. */

const MAX_SECONDS = 120;

/** 8 kHz mono µ-law in a WAV file. */
export function silentWav(seconds: number): Buffer {
	const samples = Math.min(seconds, MAX_SECONDS) * 8000;
	const header = Buffer.alloc(44);
	header.write('RIFF', 0, 'ascii');
	header.writeUInt32LE(36 + samples, 4);
	header.write('WAVEfmt ', 8, 'ascii');
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(7, 20);
	header.writeUInt16LE(1, 22);
	header.writeUInt32LE(8000, 24);
	header.writeUInt32LE(8000, 28);
	header.writeUInt16LE(1, 32);
	header.writeUInt16LE(8, 34);
	header.write('data', 36, 'ascii');
	header.writeUInt32LE(samples, 40);
	return Buffer.concat([header, Buffer.alloc(samples, 0xff)]);
}

/** MPEG-1 layer III frames, 32 kbit/s, 32 kHz, mono, all zero: 36 ms of silence each. */
export function silentMp3(seconds: number): Buffer {
	const frame = Buffer.alloc(144);
	frame.set([0xff, 0xfb, 0x18, 0xc4]);
	return Buffer.concat(Array.from({ length: Math.ceil((Math.min(seconds, MAX_SECONDS) * 1000) / 36) }, () => frame));
}
