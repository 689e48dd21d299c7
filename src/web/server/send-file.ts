import type { FileView } from '../../contract/file-contract.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { FileRequest } from './file-request.ts';
import { comeAgain } from './come-again.ts';
import { readAnswer } from './read-answer.ts';
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
    request.setRequestHeader('x-file-name', encodedName(file.name));
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    heard();
    request.send(file);
  });
}

// Its end tells its kind. A character that is cut in two cannot be encoded.
const encodedName = (name: string): string =>
  encodeURIComponent([...name.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')].slice(-200).join(''));

interface Ends {
  readonly resolve: (file: FileView) => void;
  readonly reject: (failure: RequestFailure) => void;
}

function settle(request: XMLHttpRequest, { resolve, reject }: Ends): void {
  const { status, responseText } = request;
  const answer = readJson(responseText);
  if (status === 201 && answer) return resolve(answer as FileView);
  const problem = answer && 'code' in answer ? (answer as ProblemDetails) : undefined;
  const later = comeAgain(status, request.getResponseHeader('retry-after'), problem);
  if (later) return reject(later);
  if (status === 401) return reject(new RequestFailure('signed-out', problem));
  // 501 is an answer: the server keeps no files.
  const refused = problem !== undefined && (status < 500 || status === 501);
  reject(new RequestFailure(refused ? 'refused' : 'broken', problem));
}

function readJson(text: string): object | undefined {
  try {
    const value = readAnswer(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
