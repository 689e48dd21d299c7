import { createContext } from 'react';
import type { FileView } from '../../contract/file-contract.ts';

/** The files of the incident that is shown, by which evidence with a hash becomes a link. */
export interface IncidentFiles {
  readonly incident: string;
  readonly files: readonly FileView[];
}

export const IncidentFilesContext = createContext<IncidentFiles>({ incident: '', files: [] });
