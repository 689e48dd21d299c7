import { Button } from 'antd';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

interface KeyReusedWaysProps {
  readonly asAnother: () => void;
}

/** Where a report was registered and its answer lost, and then changed: look at it, or register what is new beside it. */
export function KeyReusedWays({ asAnother }: KeyReusedWaysProps) {
  const { words } = useLanguage();
  return (
    <div className="row">
      <PlaceLink className="button-link" to={{ page: 'incidents' }}>
        {words.incidents}
      </PlaceLink>
      <Button size="large" onClick={asAnother} data-testid={testIds.reportAsAnother}>
        {words.reportAsAnother}
      </Button>
    </div>
  );
}
