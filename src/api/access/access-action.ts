/** What a person may be allowed to do with one incident. */
export type IncidentAction =
  | 'readIncident'
  | 'readProtected'
  | 'readDossier'
  | 'readFile'
  | 'act'
  | 'judge'
  | 'close'
  | 'erase';

/** What a person may be allowed to do with the system as a whole. */
export type SystemAction =
  'listIncidents' | 'readDirectory' | 'readDues' | 'readLog' | 'readMetrics' | 'erasePerson';
