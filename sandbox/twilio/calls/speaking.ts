const WORDS_PER_SECOND = 2.5;

/** How long it takes to say words, in seconds; at least one. */
export function speakingSeconds(words: string): number {
	return Math.max(1, Math.round(words.trim().split(/\s+/).length / WORDS_PER_SECOND));
}
