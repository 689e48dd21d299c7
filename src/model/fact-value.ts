/** What a fact may be answered with. Choices, units, standards and dates are strings. */
export type FactValue = string | number | boolean;
