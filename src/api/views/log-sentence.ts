import type { LogEntry } from '../../model/log-entry.ts';
import type { Text } from '../../model/text.ts';
import { factLabel } from './fact-label.ts';
import { fillText } from './fill-text.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import { joinTexts } from './join-texts.ts';
import {
  actSentences,
  effectSentences,
  lateSentences,
  lifeSentences,
  switchSentences,
  toldSentences,
} from './log-patterns.ts';
import type { Reading } from './reading.ts';
import { stepSentence } from './step-sentence.ts';
import {
  factTitle,
  ladderTitle,
  procedureTitle,
  roleTitle,
  ruleSetTitle,
  subjectTitle,
} from './title-of.ts';

/** The sentence that tells an entry of the log to its reader. */
export function logSentence(reading: Reading, entry: LogEntry): Text {
  const { data } = entry;
  const step = subjectTitle(reading, entry.step);
  const roles = (ids: readonly string[]) => joinTexts(ids.map((id) => roleTitle(reading, id)));
  switch (data.kind) {
    case 'started':
      return fillText(lifeSentences.started, { standard: procedureTitle(reading, data.procedure) });
    case 'step':
      return fillText(stepSentence(data), { step });
    case 'fact':
      return factSentence(reading, data);
    case 'decided':
      return decidedSentence(reading, data.decision);
    case 'bound':
      return fillText(lifeSentences.bound, {
        role: roleTitle(reading, data.role),
        holder:
          data.binding.person === undefined
            ? reading.names.unit(data.binding.unit).name
            : reading.names.person(data.binding.person).name,
      });
    case 'priority':
      return fillText(lifeSentences.priority, { from: String(data.from), to: String(data.to) });
    case 'reminded':
      return fillText(lifeSentences.reminded, { step, roles: roles(data.tell) });
    case 'late':
      return fillText(lateSentences[data.of], { step });
    case 'rung':
      return fillText(lifeSentences.rung, {
        step,
        roles: roles(data.tell),
        ladder: ladderTitle(reading, data.ladder),
      });
    case 'told':
      return fillText(toldSentences[data.what], { step, role: roleTitle(reading, data.who) });
    case 'starts':
      return fillText(lifeSentences.starts, { procedure: procedureTitle(reading, data.procedure) });
    case 'standard-added':
      return fillText(lifeSentences.added, { procedure: procedureTitle(reading, data.procedure) });
    case 'standard-switched':
      return fillText(switchSentences[data.phase], {
        from: procedureTitle(reading, data.from),
        to: procedureTitle(reading, data.to),
      });
    case 'joined':
      return fillText(lifeSentences.joined, { report: data.report });
    case 'act':
      return fillText(actSentences[data.act] ?? anAct, {
        who: reading.names.person(entry.by ?? '').name,
        step,
      });
    case 'calendar-published':
      return fillText(lifeSentences.calendar, { calendar: data.calendar });
    case 'effect-asked':
    case 'effect-failed':
    case 'effect-performed': {
      const { effect } = data;
      const procedure = 'procedure' in effect ? procedureTitle(reading, effect.procedure) : '';
      const what = fillText(effectSentences[effect.kind], { step, procedure });
      return fillText(lifeSentences[data.kind], { what });
    }
    case 'closed':
      return lifeSentences.closed;
  }
}

const anAct: Text = { zh: '{who} 操作', en: 'an act by {who}' };

type DataOf<Kind> = Extract<LogEntry['data'], { kind: Kind }>;

function factSentence(reading: Reading, { fact, value, corrected }: DataOf<'fact'>): Text {
  const spec = reading.spec.facts[fact] ?? reading.index.facts[fact];
  const title = factTitle(reading, fact);
  const hidden = !reading.mayReadProtected && isHiddenFact(spec);
  if (value === undefined || hidden || !spec) {
    return fillText(corrected ? lifeSentences.corrected : lifeSentences.answered, { fact: title });
  }
  const label = factLabel(reading, spec, value) ?? String(value);
  const pattern = corrected ? lifeSentences.correctedAs : lifeSentences.answeredAs;
  return fillText(pattern, { fact: title, value: label });
}

function decidedSentence(reading: Reading, decision: DataOf<'decided'>['decision']): Text {
  const title = ruleSetTitle(reading, decision);
  if (decision.outcome === null) return fillText(lifeSentences.undecided, { rules: title });
  return fillText(lifeSentences.decided, {
    rules: title,
    outcome: outcomeLabel(reading, decision),
  });
}

function outcomeLabel(
  reading: Reading,
  { decides, outcome }: DataOf<'decided'>['decision'],
): Text | string {
  const spec = reading.index.facts[decides];
  const label = spec && outcome !== null ? factLabel(reading, spec, outcome) : undefined;
  return label ?? String(outcome);
}
