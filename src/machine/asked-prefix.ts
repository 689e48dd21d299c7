/** With this begin the keys of what happens by the clock to a question that is asked at a step. */
export const askedPrefix = 'asked:';
