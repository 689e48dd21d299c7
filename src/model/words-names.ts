/** Under which names words stand beside the log. No fact has such a one: ids have no colon. */
export const wordsNames = { note: 'words:note', reference: 'words:reference' } as const;
