import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { IncidentList } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

interface PageTurnerProps {
  readonly list: IncidentList;
  readonly turned: readonly string[];
  readonly turn: (turned: readonly string[]) => void;
}

/** Which part of the list is shown, and the ways to the parts before and behind it. */
export function PageTurner({ list, turned, turn }: PageTurnerProps) {
  const { words } = useLanguage();
  const { all, before, incidents, next } = list;
  if (turned.length === 0 && next === undefined) return null;
  const go = (places: readonly string[]) => {
    turn(places);
    scrollTo(0, 0);
  };
  return (
    <nav className="row" aria-label={words.incidents}>
      <Button
        size="large"
        icon={<LeftOutlined aria-hidden />}
        disabled={turned.length === 0}
        onClick={() => go(turned.slice(0, -1))}
        data-testid={testIds.pageBack}
      >
        {words.pageBack}
      </Button>
      <span data-testid={testIds.pageShown}>
        {words.pageShown(before + Math.min(1, incidents.length), before + incidents.length, all)}
      </span>
      <Button
        size="large"
        icon={<RightOutlined aria-hidden />}
        iconPlacement="end"
        disabled={next === undefined}
        onClick={() => go([...turned, next ?? ''])}
        data-testid={testIds.pageOn}
      >
        {words.pageOn}
      </Button>
    </nav>
  );
}
