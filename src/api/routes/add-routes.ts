import { requireSignIn } from '../accounts/require-sign-in.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import { admit } from '../limits/admit.ts';
import { limitByAddress, limitByPerson } from '../limits/limit-rates.ts';
import { deleteSession } from './delete-session.ts';
import { getDirectory } from './get-directory.ts';
import { getDirectoryPeople } from './get-directory-people.ts';
import { getDossier } from './get-dossier.ts';
import { getDues } from './get-dues.ts';
import { getEngine } from './get-engine.ts';
import { getErasures } from './get-erasures.ts';
import { getEvents } from './get-events.ts';
import { getFile } from './get-file.ts';
import { getHealth } from './get-health.ts';
import { getIncident } from './get-incident.ts';
import { getIncidents } from './get-incidents.ts';
import { getLog } from './get-log.ts';
import { getMetrics } from './get-metrics.ts';
import { getNotices } from './get-notices.ts';
import { getOpenapi } from './get-openapi.ts';
import { getPrompts } from './get-prompts.ts';
import { getSession } from './get-session.ts';
import { postBackup } from './post-backup.ts';
import { postClose } from './post-close.ts';
import { postConfirmation } from './post-confirmation.ts';
import { postErasure } from './post-erasure.ts';
import { postErasureAgreement } from './post-erasure-agreement.ts';
import { postFile } from './post-file.ts';
import { postIncidentAct } from './post-incident-act.ts';
import { postNoticesSeen } from './post-notices-seen.ts';
import { postRepair } from './post-repair.ts';
import { postReport } from './post-report.ts';
import { postSession } from './post-session.ts';
import { postStepAct } from './post-step-act.ts';
import { postSuggest } from './post-suggest.ts';

// Asked by who watches the server, as often as they like.
const watched = [getHealth, getMetrics, getEngine, postRepair];

// Asked by the engineers' token alone.
const operated = [postBackup];

const open = [getOpenapi, postSession];

const behindSignIn = [
  getSession,
  deleteSession,
  postConfirmation,
  getDirectory,
  getDirectoryPeople,
  postReport,
  postSuggest,
  getIncidents,
  getIncident,
  getDossier,
  getFile,
  postFile,
  getPrompts,
  getDues,
  getNotices,
  postNoticesSeen,
  postStepAct,
  postIncidentAct,
  postClose,
  getEvents,
  getLog,
  postErasure,
  postErasureAgreement,
  getErasures,
];

/** Adds every route, those that need to know who asks behind sign-in. */
export async function addRoutes(app: ApiApp, context: ApiContext): Promise<void> {
  for (const add of [...watched, ...operated]) add(app, context);
  await app.register(async (openApp: ApiApp) => {
    limitByAddress(openApp, context.rates);
    for (const add of open) add(openApp, context);
  });
  await app.register(async (protectedApp: ApiApp) => {
    protectedApp.addHook('onRequest', requireSignIn(context));
    limitByPerson(protectedApp, context.rates);
    admit(protectedApp, context);
    for (const add of behindSignIn) add(protectedApp, context);
  });
}
