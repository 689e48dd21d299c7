/** It lacks something, or what stands in it was not taken. */
export type FieldFault = 'missing' | 'refused';
