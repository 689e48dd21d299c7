import { draw, pick, within } from './chance.mjs';

// The times that somebody takes, in milliseconds: in time, late, or so late that the whole ladder is climbed.
const paces = [
  [0, 900],
  [0, 900],
  [2_500, 4_500],
  [9_500, 11_000],
];
const ways = ['plain', 'plain', 'repeated', 'lost'];

/**
 * The moves of one incident, in their order: who does what, how long after the act before it, and how it is sent.
 * `plain` is sent once, `repeated` again after its answer, `lost` hangs up before the answer and is sent again.
 * `isRefused` marks what has to be refused: it is out of order.
 *
 * @returns {{ name: string, key: string, way: string, pause: number, isRefused?: boolean, facts?: object, evidence?: object[] }[]}
 */
export const storyOf = (seed, report) => {
  const isHurt = draw(seed, report, 'hurt') < 0.5;
  const draft = [
    refused('write'),
    { name: 'take' },
    refused('close'),
    { name: 'look', facts: { hurt: isHurt ? 'yes' : 'no' } },
    ...(isHurt ? [{ name: 'help' }] : []),
    { name: 'state', facts: { state: within([0, 1_000], draw(seed, report, 'state')) } },
    { name: 'write', evidence: [{ kind: 'photo', reference: '1' }] },
    { name: 'seal' },
    refused('end'),
    { name: 'agree' },
    { name: 'file' },
    { name: 'close-paper' },
    { name: 'close' },
  ];
  return draft
    .filter(({ isRefused }, at) => !isRefused || draw(seed, report, at, 'wrong') < 0.5)
    .map((move, at) => ({
      ...move,
      key: `${report}-${at}-${move.name}`,
      way: isRefusedWay(move) ?? pick(ways, draw(seed, report, at, 'way')),
      pause: move.isRefused
        ? 0
        : within(pick(paces, draw(seed, report, at, 'pace')), draw(seed, report, at)),
    }));
};

const refused = (name) => ({ name, isRefused: true });
const isRefusedWay = ({ isRefused }) => (isRefused ? 'plain' : undefined);

const officer = 'an-heping';
const leader = 'ren-shoucheng';

/**
 * The request of a move: its person, path and content; `of` is the procedure in whose log the move is to stand.
 *
 * @param {string} incident
 * @param {{ name: string, key: string, facts?: object, evidence?: object[] }} move
 */
export const requestOf = (incident, { name, facts, evidence, key }) => {
  const paper = `paper:${incident}`;
  const step = (of, person, id, content = {}) => ({
    of,
    person,
    key,
    path: `${at(of)}/steps/${id}`,
    content: { action: 'do', ...content },
  });
  switch (name) {
    case 'state':
      return answerOf(incident, key, facts);
    case 'agree':
      return step(incident, leader, 'seal', { action: 'agree' });
    case 'file':
      return step(paper, leader, 'file');
    case 'close-paper':
      return closing(paper, leader, key);
    case 'close':
      return closing(incident, officer, key);
    default:
      return step(incident, officer, name, {
        ...(facts && { facts }),
        ...(evidence && { evidence }),
      });
  }
};

/** An act that every open procedure takes: what shows that it is not dead. */
export const signOfLife = (id, key) => answerOf(id, key, { state: 7 });

/** A report, by its key. */
export const reportRequest = (key) => ({
  person: 'qiu-jing',
  key,
  path: '/api/reports',
  content: {
    channel: '110',
    unit: 'west',
    zone: 'town',
    handledAt: 'scene',
    text: `有人敲门（${key}）`,
    place: '某街 1 号',
    reporter: { name: '贾思远', phone: '13000000000' },
  },
});

const answerOf = (of, key, facts) => ({
  of,
  person: of.startsWith('paper:') ? leader : officer,
  key,
  path: `${at(of)}/acts`,
  content: { action: 'answer', facts },
});
const closing = (of, person, key) => ({ of, person, key, path: `${at(of)}/close`, content: {} });
const at = (id) => `/api/incidents/${encodeURIComponent(id)}`;
