import { parentPort, workerData } from 'node:worker_threads';
import { damagedPage } from '../../store/embedded/damaged-page.ts';
import { historiesImage } from '../../worker/histories/histories-image.ts';
import { imageFlaw } from '../../worker/histories/image-flaw.ts';
import type { IntegrityNews, IntegrityQuestion } from './integrity-question.ts';

const tell = (news: IntegrityNews): void => parentPort?.postMessage(news);

const examined = async (question: IntegrityQuestion): Promise<IntegrityNews> => {
  if (question.what === 'database') return { damaged: await damagedPage(question.folder) };
  const image = historiesImage(question.file);
  tell('read');
  const flaw = image && (await imageFlaw(image));
  return { flaw };
};

tell(await examined(workerData as IntegrityQuestion));
