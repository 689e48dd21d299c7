import type { GivenFacts } from '../model/act.ts';
import type { Answers } from '../model/condition.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { isWayOf } from './is-way-of.ts';

/**
 * The answers a procedure has before anybody acts: those of the report, and what the engine itself knows. A way of
 * handling that the procedure does not have is no answer; where it has one only, that is the way, else it is the usual
 * one of the report's channel.
 */
export const firstAnswers = (spec: ProcedureSpec, told: GivenFacts): Answers => {
  const { priority, handledAt } = spec.settings.facts;
  const known = Object.entries(told).filter(
    ([id, value]) => spec.facts[id] !== undefined && (id !== handledAt || isWayOf(spec, value)),
  );
  const way = onlyWay(spec) ?? usualWay(spec, told);
  return {
    ...(way !== undefined && { [handledAt]: way }),
    ...Object.fromEntries(known),
    [priority]: told[priority] ?? spec.priority,
  };
};

/** True where a procedure cannot begin: there are several ways of handling, and none was told or is usual. */
export const lacksWay = (spec: ProcedureSpec, told: GivenFacts): boolean =>
  spec.settings.usualWay !== undefined &&
  spec.handledAt.length > 0 &&
  firstAnswers(spec, told)[spec.settings.facts.handledAt] === undefined;

const onlyWay = ({ handledAt: [way, ...others] }: ProcedureSpec): string | undefined =>
  others.length === 0 ? way : undefined;

const usualWay = ({ handledAt, settings }: ProcedureSpec, told: GivenFacts): string | undefined => {
  const { facts, usualWay = {} } = settings;
  const channel = facts.channel === undefined ? undefined : told[facts.channel];
  const way = Object.hasOwn(usualWay, String(channel)) ? usualWay[String(channel)] : undefined;
  return way !== undefined && handledAt.includes(way) ? way : undefined;
};
