/** The values filled in to hand over a role. */
export interface HandOver {
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  readonly note: string;
}

/** Another role or unit has other people: who was chosen before may not be among them. */
export function changedHandOver(part: Partial<HandOver>): Partial<HandOver> {
  return 'role' in part || 'unit' in part ? { ...part, person: undefined } : part;
}

/** The act, once it is said what goes where. */
export function handOverAct({ role, unit, person, note }: HandOver) {
  if (role === undefined || unit === undefined) return undefined;
  const words = note.trim();
  return {
    action: 'hand-over' as const,
    role,
    unit,
    ...(person ? { person } : {}),
    ...(words ? { note: words } : {}),
  };
}
