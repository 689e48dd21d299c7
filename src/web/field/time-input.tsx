import { fromShanghaiInput } from '../clock/shanghai-input.ts';

interface TimeInputProps {
  readonly id: string;
  /** As the input shows it, in Beijing time; kept as typed, also while incomplete. */
  readonly typed: string;
  readonly change: (typed: string) => void;
  readonly testId?: string;
}

/** The device's own picker: on a phone it is the one that people know. */
export function TimeInput({ id, typed, change, testId }: TimeInputProps) {
  return (
    <input
      id={id}
      type="datetime-local"
      className="time-input"
      step={1}
      value={typed}
      aria-invalid={typed !== '' && fromShanghaiInput(typed) === undefined}
      onChange={(event) => change(event.target.value)}
      data-testid={testId}
    />
  );
}
