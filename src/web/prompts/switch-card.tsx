import { RightOutlined, SolutionOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { SwitchPrompt } from '../../contract/prompt-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { countdownStage } from '../clock/countdown-stage.ts';
import { Countdown } from '../clock/countdown.tsx';
import { useDomainNow } from '../clock/use-domain-now.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

/** A change of standard that I have to judge; the card is the link to the incident. */
export function SwitchCard({ asked }: { readonly asked: SwitchPrompt }) {
  const { words, read } = useLanguage();
  const now = useDomainNow();
  const { due, proposed } = asked;
  const stage = due
    ? countdownStage({ opened: instantOf(proposed), due: instantOf(due), now })
    : 'none';
  return (
    <PlaceLink
      to={{ page: 'incident', incident: asked.incident }}
      className={`prompt prompt-${stage}`}
      testId={testIds.switchPrompt(asked.incident)}
    >
      <span className="prompt-head">
        <strong className="prompt-title">
          {words.switchWanted(read(asked.from.title), read(asked.to.title))}
        </strong>
        <RightOutlined aria-hidden />
      </span>
      <span className="row">
        <Tag>{words.priority(asked.priority)}</Tag>
        <Tag icon={<SolutionOutlined aria-hidden />} color="purple">
          {words.toJudge}
        </Tag>
      </span>
      <span>{words.judgeBy(read(asked.by.name))}</span>
      {asked.note && <q>{asked.note}</q>}
      {due && <Countdown opened={proposed} due={due} />}
      <code className="quiet">{asked.incident}</code>
    </PlaceLink>
  );
}
