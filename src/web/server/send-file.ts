import type { FileView } from '../../contract/file-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { FileRequest } from './file-request.ts';
import { RequestFailure } from './request-failure.ts';

// A network that has carried nothing for so long has forgotten us.
const silenceMilliseconds = 45_000;

/** Sends a file and says how far it is: `fetch` cannot. Every outcome but a kept file is thrown. */
export function sendFile({
  path,
  file,
  language,
  progress,
  signal,
}: FileRequest): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const unreachable = () => reject(new RequestFailure('unreachable'));
    let silence: ReturnType<typeof setTimeout>;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), silenceMilliseconds);
    };
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded, total }) => {
      heard();
      progress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => settle(request, { resolve, reject });
    request.onerror = unreachable;
    request.onabort = unreachable;
    request.onloadend = () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    };
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', language);
    request.setRequestHeader('x-requested-with', 'jiechu');
    // The name may be a person's: it belongs into no address.
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.slice(-200)));
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    heard();
    request.send(file);
  });
}

interface Ends {
  readonly resolve: (file: FileView) => void;
  readonly reject: (failure: RequestFailure) => void;
}

function settle({ status, responseText }: XMLHttpRequest, { resolve, reject }: Ends): void {
  const answer = readJson(responseText);
  if (status === 201 && answer) return resolve(answer as FileView);
  const problem = answer && 'code' in answer ? (answer as ProblemDetails) : undefined;
  if (status === 401) return reject(new RequestFailure('signed-out', problem));
  // 501 and 507 are answers: the server keeps no files, or has no room for this one.
  const refused = problem !== undefined && (status < 500 || status === 501 || status === 507);
  reject(new RequestFailure(refused ? 'refused' : 'broken', problem));
}

function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
