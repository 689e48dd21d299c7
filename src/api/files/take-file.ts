import type { FileFolder, Keeping } from '../../store/files/file-folder.ts';
import type { FileRecord, FileSum } from '../../store/ports/files.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { accessProblem } from '../access/access-problem.ts';
import { findIncident } from '../access/find-incident.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import type { FileLimits } from './file-limits.ts';
import { infection } from './infection.ts';
import { trueType } from './true-type.ts';

/** A file on its way. */
export interface SentFile {
  readonly incident: string;
  readonly name?: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The number of bytes that are announced; 0 where it is not said. */
  readonly announced: number;
}

export type Taking =
  | { readonly taken: true; readonly file: FileRecord }
  | { readonly taken: false; readonly problem: ApiProblem };

/** Takes a file for an incident: to the disk, under the hash of its bytes, before it is answered. */
export async function takeFile(
  context: ApiContext,
  actor: AccessActor,
  sent: SentFile,
): Promise<Taking> {
  const { clock, fileLimits, files, store } = context;
  const { incident, name, type, bytes } = sent;
  if (!files) return refused(problemCatalogue.filesNotKept);
  const problem =
    (await whyNotHere(context, actor, incident)) ?? (await roomProblem(context, files, sent));
  if (problem) return refused(problem);
  const found = { type };
  const keeping = await files.keep(bytes, fileLimits.fileBytesMax, async (file) => {
    const typed = await trueType(file.path, { declared: type, name });
    if ('problem' in typed) return typed.problem;
    found.type = typed.type;
    return infection(context, { ...file, incident, person: actor.person });
  });
  if (!keeping.kept)
    return refused(keeping.why === 'refused' ? keeping.refusal : notKept[keeping.why]);
  const { sha256, size } = keeping;
  const file = { incident, sha256, size, type: found.type, by: actor.person, at: clock.now() };
  const named = { ...file, ...(name !== undefined && { name }) };
  const isNoted = await store.files.note(named, mostOf(fileLimits));
  return isNoted ? { taken: true, file: named } : refused(problemCatalogue.filesFull);
}

const refused = (problem: ApiProblem): Taking => ({ taken: false, problem });

const mostOf = ({ incidentBytesMax: bytes, incidentFilesMax: files }: FileLimits): FileSum => ({
  bytes,
  files,
});

const notKept: Readonly<
  Record<Exclude<Extract<Keeping, { kept: false }>['why'], 'refused'>, ApiProblem>
> = {
  empty: problemCatalogue.fileEmpty,
  'too-large': problemCatalogue.fileTooLarge,
  'no-room': problemCatalogue.filesNoRoom,
};

async function whyNotHere(
  context: ApiContext,
  actor: AccessActor,
  incident: string,
): Promise<ApiProblem | undefined> {
  const found = await findIncident(context, incident);
  const wanted = { incident, action: 'act', as: 'send-file' } as const;
  const problem = await accessProblem(context, actor, found, wanted);
  if (problem) return problem;
  return found?.incident.closedAt === undefined ? undefined : problemCatalogue.filesClosed;
}

// A file can be refused by its announced size before it is sent. Its bytes are counted all the same.
async function roomProblem(
  { fileLimits, store }: ApiContext,
  files: FileFolder,
  { announced, incident }: SentFile,
): Promise<ApiProblem | undefined> {
  if (announced > fileLimits.fileBytesMax) return problemCatalogue.fileTooLarge;
  const { bytes, files: count } = await store.files.sumOf(incident);
  const most = mostOf(fileLimits);
  if (bytes + announced > most.bytes || count >= most.files) return problemCatalogue.filesFull;
  return (await files.hasRoomFor(announced)) ? undefined : problemCatalogue.filesNoRoom;
}
