/** Other values that could stand in the place of one; which of them the language takes is seen when they are read. */
export function otherValues(
  key: string,
  value: unknown,
  elsewhere: readonly unknown[],
  families: readonly (readonly string[])[] = [],
): readonly unknown[] {
  const kin = kinOf(value, families);
  const denied = key.endsWith('> when') || key.endsWith('(a condition)') ? [{ not: value }] : [];
  const listed =
    key === 'rule-set > decides > * = standards' ? families.filter((ids) => ids.length > 1) : [];
  // A word of its own among facts.
  const keyed = key.includes('> one-per') ? ['incident', ...families.flat()] : [];
  const twice = key === 'condition > not' ? [{ not: value }] : [];
  const others = [
    ...words(key, value),
    ...listed,
    ...denied,
    ...twice,
    ...kin.slice(0, 8),
    ...ofSameKind(value),
    ...elsewhere,
    ...kin.slice(8),
    ...keyed,
  ].filter((each) => JSON.stringify(each) !== JSON.stringify(value));
  return [...new Map(others.map((each) => [JSON.stringify(each), each])).values()];
}

/** The words that stand for each other, where the schema lists few. */
const wordLists: readonly (readonly string[])[] = [
  ['unit', 'shift', 'centre', 'beat', 'public'],
  ['all', 'asked', 'reads'],
  ['upward', 'downward'],
  ['law', 'law-unchecked', 'practice'],
  ['chinese-days', 'weekends-only'],
  ['report', 'store', 'decision'],
  ['raise-priority', 'send-next-unit'],
  ['report', 'opening', 'proposed'],
  ['first', 'all', 'score'],
  ['yes-no', 'standards', 'units', 'persons'],
  ['+08:00', '+08:15'],
  ['half', '1m'],
  ['late', '1m'],
  ['do', 'answer', 'deviate', 'extend', 'agree', 'reject', 'reopen', 'close'],
];

/** Names of the same family: another role for a role, another fact for a fact; also within a short list. */
function kinOf(value: unknown, families: readonly (readonly string[])[]): readonly unknown[] {
  if (typeof value === 'string') {
    return families
      .filter((ids) => ids.includes(value))
      .flatMap((ids) => ids.filter((id) => id !== value));
  }
  if (!Array.isArray(value) || value.length > 3) return [];
  return value.flatMap((item, index) =>
    kinOf(item, families)
      .slice(0, 6)
      .map((other) => value.with(index, other) as unknown),
  );
}

function words(key: string, value: unknown): readonly string[] {
  const word = / = ([^=]+)$/.exec(key)?.[1] ?? (typeof value === 'string' ? value : undefined);
  if (word === undefined) return [];
  return wordLists
    .filter((list) => list.includes(word))
    .flatMap((list) => list.filter((each) => each !== word));
}

function ofSameKind(value: unknown): readonly unknown[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1];
  if (typeof value === 'string') return otherTexts(value);
  if (Array.isArray(value)) return otherLists(value);
  const isMap = typeof value === 'object' && value !== null;
  return isMap ? otherMaps(value as Readonly<Record<string, unknown>>) : [];
}

function otherTexts(text: string): readonly string[] {
  const limit = /^([0-9]+)(s|m|h|d|wd|mo|y)\b(.*)$/.exec(text);
  if (limit) {
    const [, count, unit, rest] = limit;
    const units = ['s', 'm', 'h', 'd', 'wd', 'mo', 'y'].filter((each) => each !== unit);
    return [...units.map((each) => `${count}${each}${rest}`), `${Number(count) + 1}${unit}${rest}`];
  }
  if (/[0-9]/.test(text)) {
    return [
      text.replace(/([0-9]+)(?!.*[0-9])/, (digits) =>
        String(Number(digits) + 1).padStart(digits.length, '0'),
      ),
      `${text}·`,
    ];
  }
  return [`${text}·`];
}

function otherLists(list: readonly unknown[]): readonly unknown[] {
  const shorter = list.map((_, index) => list.filter((__, other) => other !== index));
  const changed = list.flatMap((item, index) =>
    ofSameKind(item)
      .slice(0, 2)
      .map((other) => list.with(index, other)),
  );
  return [...shorter, ...changed].slice(0, 6);
}

function otherMaps(map: Readonly<Record<string, unknown>>): readonly unknown[] {
  const keys = Object.keys(map);
  if (keys.join() === 'zh,en')
    return [{ zh: `${String(map['zh'])}·`, en: `${String(map['en'])}·` }];
  const shorter = keys.map((key) =>
    Object.fromEntries(Object.entries(map).filter(([each]) => each !== key)),
  );
  const changed = keys.flatMap((key) =>
    ofSameKind(map[key])
      .slice(0, 2)
      .map((other) => ({ ...map, [key]: other })),
  );
  return [...shorter.slice(0, 6), ...changed].slice(0, 14);
}
