import {
  EnvironmentOutlined,
  QuestionCircleOutlined,
  SolutionOutlined,
  UserOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { DueLine } from '../../contract/dues-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { countdownStage } from '../clock/countdown-stage.ts';
import { Countdown } from '../clock/countdown.tsx';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

/** One line: how late or how soon, what, and who has it; the whole line is the link to the step. */
export function DueRow({ line }: { readonly line: DueLine }) {
  const { language, words, read } = useLanguage();
  const now = useDomainNow();
  const { changes, due, holder, incident, opened, priority, step } = line;
  const stage = countdownStage({
    opened: opened === undefined ? undefined : instantOf(opened),
    due: instantOf(due),
    now,
  });
  return (
    <PlaceLink
      to={step ? { page: 'step', incident, step: step.id } : { page: 'incident', incident }}
      className={`due-row prompt-${stage}`}
      testId={testIds.dueRow(step?.id ?? 'switch')}
    >
      <span className="due-row-time">
        <Tag>{words.priority(priority)}</Tag>
        <Countdown opened={opened} due={due} />
        {line.overdueAtOpening && (
          <span className="overdue-at-opening">
            <WarningFilled aria-hidden /> {words.overdueAtOpening}
          </span>
        )}
      </span>
      <span className="due-row-what">
        <strong>
          {step && read(step.title)}
          {changes && words.switchWanted(read(changes.from), read(changes.to))}
        </strong>
        <span className="row">
          <span>{read(line.standard.title)}</span>
          {line.wants === 'answer' && (
            <Tag icon={<QuestionCircleOutlined aria-hidden />}>{words.duesAnswer}</Tag>
          )}
          {line.wants === 'judge' && (
            <Tag icon={<SolutionOutlined aria-hidden />} color="purple">
              {words.duesJudge}
            </Tag>
          )}
        </span>
        <span className="row">
          {line.place && (
            <span>
              <EnvironmentOutlined aria-hidden /> {line.place}
            </span>
          )}
          <code className="quiet">{incident}</code>
        </span>
      </span>
      <span className="due-row-who">
        <strong>
          <UserOutlined aria-hidden />{' '}
          {holder.person ? read(holder.person.name) : words.duesNobody(read(line.role.title))}
        </strong>
        <span className="quiet">
          {listText(
            [holder.unit, ...holder.also].map(({ name }) => read(name)),
            language,
          )}
        </span>
      </span>
    </PlaceLink>
  );
}
