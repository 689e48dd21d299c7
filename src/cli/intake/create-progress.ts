/** Shows how far something has come. */
export interface Progress {
  readonly advance: () => void;
  readonly end: () => void;
}

const width = 30;
const plainEvery = 1000;

/** A bar on a terminal, else a plain count now and then; on standard error, so that the outcome can be piped on. */
export function createProgress(total: number): Progress {
  let done = 0;
  const { stderr } = process;
  const isTerminal = stderr.isTTY === true;
  const draw = () => {
    const filled = total === 0 ? width : Math.floor((done / total) * width);
    stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}`);
  };
  return {
    advance: () => {
      done += 1;
      if (isTerminal) draw();
      else if (done % plainEvery === 0 && done < total) stderr.write(`${done}/${total}\n`);
    },
    end: () => {
      stderr.write(isTerminal ? '\n' : `${done}/${total}\n`);
    },
  };
}
