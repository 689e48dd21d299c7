const idForm = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

// Longer words first: `工作日` is not `日`, `months` not `m`.
const units: readonly (readonly [RegExp, string])[] = [
  [/(个?工作日|working days?|workdays?)$/, 'wd'],
  [/(个?月|months?)$/, 'mo'],
  [/(分钟?|minutes?|mins?)$/, 'm'],
  [/(个?小时|hours?|hrs?)$/, 'h'],
  [/(秒钟?|seconds?|secs?)$/, 's'],
  [/(年|years?)$/, 'y'],
  [/([天日]|days?)$/, 'd'],
];

function limitForm(text: string): string {
  const lower = text.trim().toLowerCase();
  const unit = units.find(([words]) => words.test(lower));
  return (unit ? lower.replace(unit[0], unit[1]) : lower).replace(/^([0-9]+)\s+/, '$1');
}

/** The text that was probably meant where one does not match a pattern: `take-statements` for `Take_Statements`, `5m` for `5 minutes`. */
export function nearestForm(text: string, pattern: string): string | undefined {
  const wanted = new RegExp(pattern, 'u');
  return [text.trim(), limitForm(text), idForm(text)].find((form) => wanted.test(form));
}
