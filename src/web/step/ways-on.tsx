import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

/** Where to go from a step on which there is nothing to do. */
export function WaysOn({ incident }: { readonly incident: string }) {
  const { words } = useLanguage();
  return (
    <nav className="row">
      <PlaceLink className="button-link" to={{ page: 'prompts' }} testId={testIds.backToPrompts}>
        {words.backToPrompts}
      </PlaceLink>
      <PlaceLink className="button-link" to={{ page: 'incident', incident }}>
        {words.toIncident}
      </PlaceLink>
    </nav>
  );
}
