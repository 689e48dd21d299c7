import type { NewReport } from '../../src/contract/report-contract.ts';
import { signInAll, type Office, type Officer, type StepWork } from './officer.ts';

/** Those of the sample bureau who handle an incident at Dunhuafang. */
export const bureau = (office: Office): Promise<Bureau> =>
  signInAll(office, {
    operator: 'pei-zhihe',
    officer: 'cao-anran',
    colleague: 'bai-xiangdong',
    leader: 'gao-shouzheng',
    reviewer: 'fang-shuming',
    elsewhere: 'xue-kaiyuan',
    centre: 'guan-beichuan',
  });

export type Bureau = Readonly<
  Record<
    'operator' | 'officer' | 'colleague' | 'leader' | 'reviewer' | 'elsewhere' | 'centre',
    Officer
  >
>;

/** One thing that somebody does. */
export type Move = readonly [who: keyof Bureau, step: string, work?: StepWork];

const proof = (...kinds: readonly string[]) => ({
  evidence: kinds.map((kind) => ({ kind, reference: `${kind}.bin` })),
});

/** A phone picked from a pocket on a bus, told to 110. */
export const theft: NewReport = {
  channel: '110',
  unit: 'dunhuafang',
  zone: 'urban',
  handledAt: 'scene',
  text: '公交车上手机被偷，小偷已经下车了',
  place: '敦化坊车站',
  reporter: { name: '贾思远', phone: '13000000000' },
  facts: { 'item-missing': 'stolen', 'entered-premises': 'no', 'suspect-on-scene': 'no' },
};

/** From the report to the first feedback. */
export const theftAccepted: readonly Move[] = [
  ['operator', 'accept-register', proof('incident-form')],
  ['operator', 'classify-grade'],
  ['operator', 'intake-theft'],
  ['operator', 'dispatch'],
  ['officer', 'sign'],
];

export const firstFeedback: Move = [
  'officer',
  'feedback-accept',
  { facts: { 'reporter-reached': 'yes' } },
];

export const theftAtTheScene: readonly Move[] = [
  ['operator', 'call-recording', proof('call-recording')],
  ['officer', 'arrive'],
  ['officer', 'body-camera', proof('body-camera-clip')],
];

export const secondFeedback: Move = [
  'officer',
  'feedback-scene',
  { facts: { 'people-involved': 1, 'backup-needed': 'no' } },
];

export const theftCleared: readonly Move[] = [
  [
    'officer',
    'loss-register',
    {
      facts: {
        'screened-as': 'stolen',
        'theft-kind': 'pickpocket',
        'item-value': 900,
        'value-clear': 'yes',
        'stolen-items': '黑色手机一部',
      },
      ...proof('loss-form', 'statements'),
    },
  ],
  ['officer', 'clear'],
];

export const thirdFeedback = (type: string, result: string): Move => [
  'officer',
  'feedback-result',
  { facts: { 'confirmed-type': type, result }, ...proof('evidence-list') },
];

export const upload: Move = ['officer', 'av-upload', proof('upload-record')];

/** Tracing that leads nowhere: with its evidence, and nothing found. */
export const trace: Move = [
  'colleague',
  'cctv-trace',
  { facts: { 'property-found': 'no' }, ...proof('evidence-order', 'footage') },
];

export const judged = (track: string): readonly Move[] => [
  ['colleague', 'judge-track', { facts: { 'case-track': track } }],
  ['reviewer', 'judge-track', { action: 'agree' }],
];

export const depth: Move = [
  'colleague',
  'set-filing-depth',
  { facts: { 'filing-depth': 'simple' }, ...proof('depth-form') },
];

export const filing: Move = [
  'colleague',
  'crim-file',
  { facts: { 'criminal-decision': 'filed' }, ...proof('filing-form', 'filing-decision') },
];

/** All that a theft takes that is no case, in an order that holds. */
export const shortTheft: readonly Move[] = [
  ...theftAccepted,
  firstFeedback,
  ...theftAtTheScene,
  secondFeedback,
  ...theftCleared,
  thirdFeedback('theft-general', 'settled'),
  upload,
  trace,
  ...judged('no-case'),
];

/** A bag left in a taxi, told at the desk at ten at night. */
export const walkIn: NewReport = {
  channel: 'walk-in',
  zone: 'urban',
  handledAt: 'desk',
  text: '晚上坐车回来，随身的包不见了，应该是落在出租车上，里面有证件和钥匙',
  place: '敦化坊派出所',
  reporter: { name: '贾思远', phone: '13000000000' },
  facts: { 'item-missing': 'lost', 'loss-signs': 'none' },
};

/** The bag is found and handed back; officer and colleague are at the desk, whoever opened the entry goes on. */
export const bagFound: readonly Move[] = [
  ['officer', 'open-entry'],
  ['officer', 'accept-register', proof('incident-form')],
  ['officer', 'classify-grade'],
  firstFeedback,
  ['officer', 'talk', proof('reception-video')],
  secondFeedback,
  [
    'officer',
    'describe',
    {
      facts: {
        'lost-or-found': 'lost',
        'item-kind': 'bag',
        'item-value': 600,
        'item-description': '黑色双肩包，内有证件和钥匙',
      },
      ...proof('lost-found-form'),
    },
  ],
  ['officer', 'give-receipt', proof('acceptance-receipt')],
  [
    'officer',
    'theft-screen',
    { facts: { 'screened-as': 'not-stolen' }, ...proof('screening-form') },
  ],
  ['officer', 'quick-trace', { facts: { 'item-traced': 'yes' }, ...proof('trace-record') }],
  ['officer', 'tell-result'],
  thirdFeedback('lost-found-property', 'settled'),
  ['colleague', 'return-owner', proof('claim-form', 'id-copy')],
];

/** Does one thing after the other. */
export async function follow(
  people: Bureau,
  incident: string,
  moves: readonly Move[],
): Promise<void> {
  for (const [who, step, work] of moves) await people[who].does(incident, step, work);
}

/** Reports, and waits for the incident where the engine was away for a moment. */
export async function begin(by: Officer, report: NewReport): Promise<string> {
  const key = crypto.randomUUID();
  for (;;) {
    const { status, body } = await by.report(report, key);
    if (status !== 201) throw new Error(`the report was not taken: ${JSON.stringify(body)}`);
    if (body.incident !== undefined && body.pending !== true) return body.incident;
  }
}
