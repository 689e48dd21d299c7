import { useId } from 'react';
import type { DirectoryPeople } from '../../contract/directory-contract.ts';
import { ChooseOne } from '../field/choose-one.tsx';
import { FailureAlert } from '../field/failure-alert.tsx';
import { Field } from '../field/field.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { peoplePath, personOptions } from './person-options.ts';

interface PersonChoiceProps {
  readonly unit: string;
  readonly role: string;
  readonly value: string | undefined;
  readonly change: (person: string | undefined) => void;
}

/** The choice of the person who takes the role, among those of the unit who can. No person leaves it to the unit. */
export function PersonChoice({ unit, role, value, change }: PersonChoiceProps) {
  const { words, read } = useLanguage();
  const id = useId();
  const { data, failure } = useQuery<DirectoryPeople>(peoplePath(unit, role));
  if (!data && failure) return <FailureAlert failure={failure} reading />;
  return (
    <Field
      label={words.handOverPerson}
      groupId={id}
      hint={data?.people.length === 0 ? words.handOverNobody : words.handOverPersonHint}
    >
      <ChooseOne
        id={`${id}-person`}
        labelledBy={id}
        options={personOptions(data?.people ?? [], read)}
        value={value}
        change={change}
        asList
        testId={testIds.handOverPerson}
      />
    </Field>
  );
}
