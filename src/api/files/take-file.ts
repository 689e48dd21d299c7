import type { Actor } from '../../model/actor.ts';
import type { FileFolder, Keeping } from '../../store/files/file-folder.ts';
import type { FileRecord } from '../../store/ports/files.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';

/** A file on its way. */
export interface SentFile {
  readonly incident: string;
  readonly name?: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many bytes are announced, if it is said. */
  readonly announced: number;
}

export type Taking =
  | { readonly taken: true; readonly file: FileRecord }
  | { readonly taken: false; readonly problem: ApiProblem };

/** Takes a file for an incident: to the disk, under the hash of its bytes, before it is answered. */
export async function takeFile(context: ApiContext, actor: Actor, sent: SentFile): Promise<Taking> {
  const { clock, fileLimits, files, store } = context;
  const { incident, name, type, bytes } = sent;
  if (!files) return refused(problemCatalogue.filesNotKept);
  const problem =
    (await accessProblem(context, actor, incident)) ?? (await roomProblem(context, files, sent));
  if (problem) return refused(problem);
  const keeping = await files.keep(bytes, fileLimits.fileBytesMax);
  if (!keeping.kept) return refused(notKept[keeping.why]);
  const { sha256, size } = keeping;
  const file = { incident, sha256, size, type, by: actor.person, at: clock.now() };
  const named = { ...file, ...(name !== undefined && { name }) };
  const isNoted = await store.files.note(named, fileLimits.incidentBytesMax);
  return isNoted ? { taken: true, file: named } : refused(problemCatalogue.filesFull);
}

const refused = (problem: ApiProblem): Taking => ({ taken: false, problem });

const notKept: Readonly<Record<Extract<Keeping, { kept: false }>['why'], ApiProblem>> = {
  empty: problemCatalogue.fileEmpty,
  'too-large': problemCatalogue.fileTooLarge,
  'no-room': problemCatalogue.filesNoRoom,
};

async function accessProblem(
  context: ApiContext,
  actor: Actor,
  incident: string,
): Promise<ApiProblem | undefined> {
  const found = await findIncident(context, incident);
  if (!found) return problemCatalogue.incidentUnknown;
  if (!mayIncident(context, actor, 'act', found)) {
    const { code } = problemCatalogue.forbidden;
    await recordRefusal(context, { person: actor.person, action: 'send-file', code, incident });
    return problemCatalogue.forbidden;
  }
  return found.incident.closedAt === undefined ? undefined : problemCatalogue.filesClosed;
}

// What is announced need not be sent to be refused; the bytes are counted all the same.
async function roomProblem(
  { fileLimits, store }: ApiContext,
  files: FileFolder,
  { announced, incident }: SentFile,
): Promise<ApiProblem | undefined> {
  if (announced > fileLimits.fileBytesMax) return problemCatalogue.fileTooLarge;
  if ((await store.files.bytesOf(incident)) + announced > fileLimits.incidentBytesMax) {
    return problemCatalogue.filesFull;
  }
  return (await files.hasRoomFor(announced)) ? undefined : problemCatalogue.filesNoRoom;
}
