import { Button } from 'antd';
import type { Directory } from '../../contract/directory-contract.ts';
import type { FactField } from '../../contract/step-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { LockedFields } from '../field/locked-fields.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { DispatchFields } from './dispatch-fields.tsx';
import { KeyReusedWays } from './key-reused-ways.tsx';
import { KnownFacts } from './known-facts.tsx';
import { ReportFields } from './report-fields.tsx';
import { ReportTakenCard } from './report-taken-card.tsx';
import { SoFarCard } from './so-far-card.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { suggestionMark } from './suggestion-mark.ts';
import { useReportForm } from './use-report-form.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Two minutes: what was said, where, who; the facts that its words suggest are confirmed or denied. */
export function ReportForm({ directory }: { readonly directory: Directory }) {
  const { words } = useLanguage();
  const form = useReportForm(directory);
  const { values, change, taken, busy } = form;
  const { latest, asked } = useSuggestions(values, form.channel);
  const suggested = latest?.facts ?? [];
  // A fact that a word suggests is asked together with the word, until that is found untrue.
  const withWord = suggested
    .filter((one) => !values.denied.includes(suggestionMark(one)))
    .map(({ fact }) => fact);
  const isAsked = ({ id }: FactField) => asked.includes(id) && !withWord.includes(id);
  if (taken) return <ReportTakenCard taken={taken} again={form.again} />;
  return (
    <form
      className="narrow stack"
      data-testid={testIds.reportForm}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h1>{words.reportTitle}</h1>
      <LockedFields locked={busy}>
        <ReportFields directory={directory} channel={form.channel} draft={values} change={change} />
        <SuggestionList
          suggested={suggested}
          fields={directory.reportFacts}
          draft={values}
          change={change}
        />
        <SoFarCard
          latest={latest}
          fields={directory.reportFacts.filter(isAsked)}
          draft={values}
          change={change}
        />
        <DispatchFields
          directory={directory}
          channel={form.channel}
          draft={values}
          change={change}
        />
        <KnownFacts
          fields={directory.reportFacts.filter((fact) => !isAsked(fact))}
          draft={values}
          change={change}
        />
      </LockedFields>
      <FailureAlert failure={form.failure} titles={factTitles(directory.reportFacts)} />
      {form.failure?.problem?.code === 'key-reused' && <KeyReusedWays asAnother={form.asAnother} />}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={busy}
        disabled={!form.ready}
        className="send"
        data-testid={testIds.reportSend}
      >
        {words.reportSend}
      </Button>
    </form>
  );
}

const factTitles = (fields: readonly FactField[]) =>
  Object.fromEntries(fields.map(({ id, ask }) => [id, ask]));
