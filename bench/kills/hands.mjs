import { setTimeout as sleep } from 'node:timers/promises';
import { draw, within } from './chance.mjs';
import { reportRequest, requestOf, storyOf } from './story.mjs';

const openMax = 8;
const thinkMilliseconds = [20, 150];

/**
 * Reports and acts without an end, by so many hands at once. What was sent, and what was answered, is in the ledger
 * before a hand does anything else. What had no answer when the drill was stopped is sent again.
 */
export const createHands = ({ seed, ledger, client, count = 3 }) => {
  const open = new Map();
  let reports = 0;
  let answered = 0;
  // `begins`: new things are begun; `waits`: only what was sent waits for its answer; `over`: nothing waits.
  let mode = 'over';
  let hands = [];
  const isOver = () => mode === 'over';

  /** Sends under its key, as the way of the move says, and notes the answer. */
  const deliver = async (request, move) => {
    const { key, of, path } = request;
    if (!ledger.acts.has(key))
      ledger.note({ kind: 'sent', at: Date.now(), key, of, path, ...move });
    if (move.way === 'lost') {
      await client.sendAndHangUp(request, within([1, 60], draw(seed, key, 'hangs up')));
    }
    const answer = await untilSettled(request, move);
    if (answer !== undefined && move.way === 'repeated') await untilSettled(request, move);
    return answer;
  };

  const untilSettled = async (request, { isRefused }) => {
    for (;;) {
      const answer = await client.send(request, isOver);
      if (answer === undefined) return undefined;
      if (isRefused || !isTooSoon(answer)) {
        note(request.key, answer);
        return answer;
      }
      await sleep(200);
    }
  };

  const note = (key, { status, body: { code, receipt, report } }) => {
    answered += 1;
    ledger.note({ kind: 'answered', key, at: Date.now(), status, code, receipt, report });
  };

  const report = async (key) => {
    const way = draw(seed, key, 'way') < 0.3 ? 'lost' : 'plain';
    const answer = await deliver(reportRequest(key), { way });
    if (answer?.status === 201) begin(key, answer.body.report);
  };

  // An incident has the number of its report: while the engine is away the answer does not say it.
  const begin = (key, id) => {
    const incident = `I${id.slice(1)}`;
    open.set(key, { incident, moves: storyOf(seed, key), next: Date.now(), isBusy: false });
  };

  const goOn = async (key, one) => {
    const [{ isRefused = false, name, way, ...move }] = one.moves;
    one.isBusy = true;
    const request = requestOf(one.incident, { ...move, name });
    const answer = await deliver(request, { name, isRefused, way });
    one.isBusy = false;
    if (answer === undefined) return;
    one.moves = one.moves.slice(1);
    one.next = Date.now() + (one.moves[0]?.pause ?? 0);
    if (one.moves.length === 0) open.delete(key);
  };

  const hand = async (number) => {
    for (let turn = 0; mode === 'begins'; turn += 1) {
      const found = [...open].find(([, one]) => !one.isBusy && one.next <= Date.now());
      if (found !== undefined) await goOn(...found);
      else if (open.size < openMax) await report(`r${(reports += 1)}`);
      await sleep(within(thinkMilliseconds, draw(seed, number, turn, 'thinks')));
    }
  };

  for (const { key, path, answers } of ledger.acts.values()) {
    if (path !== '/api/reports') continue;
    reports = Math.max(reports, Number(key.slice(1)));
    if (answers[0]?.status === 201) begin(key, answers[0].report);
  }
  for (const [key, one] of open) {
    one.moves = one.moves.filter((move) => ledger.answerOf(move.key) === undefined);
    if (one.moves.length === 0) open.delete(key);
  }

  return {
    /** The number of answers so far. */
    answered: () => answered,
    start() {
      mode = 'begins';
      const waiting = ledger.waiting().filter(({ path }) => path === '/api/reports');
      hands = [
        ...Array.from({ length: count }, (_, number) => hand(number)),
        ...waiting.map(({ key }) => report(key)),
      ];
    },
    /** Begins nothing more; true once everything that was sent has its answer, false where that takes too long. */
    async rest(milliseconds) {
      mode = 'waits';
      return Promise.race([
        Promise.all(hands).then(() => true),
        sleep(milliseconds, false, { ref: false }),
      ]);
    },
    /** Waits for nothing any more. */
    async stop() {
      mode = 'over';
      await Promise.all(hands);
    },
    /** Notes what is sent beside the stories, and its answer; nothing where there is none in time. */
    async sendBeside(request, move, milliseconds) {
      const until = Date.now() + milliseconds;
      ledger.note({
        kind: 'sent',
        at: Date.now(),
        key: request.key,
        of: request.of,
        path: request.path,
        ...move,
      });
      const answer = await client.send(request, () => Date.now() > until);
      if (answer !== undefined) note(request.key, answer);
      return answer;
    },
  };
};

// A procedure that an incident starts is there a moment after the act, an incident a moment after its report; an act that
// was held up for a minute is to be sent once more.
const isTooSoon = ({ status, body }) => status === 404 || body.code === 'clocks-apart';
