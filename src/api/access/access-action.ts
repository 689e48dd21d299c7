/** An action with one incident that a person may be allowed. */
export type IncidentAction =
  | 'readIncident'
  | 'readProtected'
  | 'readDossier'
  | 'readFile'
  | 'act'
  | 'judge'
  | 'close'
  | 'erase';

/** An action with the system as a whole that a person may be allowed. */
export type SystemAction =
  'listIncidents' | 'readDirectory' | 'readDues' | 'readLog' | 'readMetrics' | 'erasePerson';
