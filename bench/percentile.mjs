/** The value that this share of all does not exceed; 0.5 is the median. */
export const percentile = (values, share) => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
};
