/** A small value as it would be written on one line of YAML. */
export function yamlFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${yamlFlow(inner)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && /[,?]|: | #/.test(value)
    ? JSON.stringify(value)
    : String(value);
}
