/** An answer to a fact. Choices, units, standards and dates are strings. */
export type FactValue = string | number | boolean;
