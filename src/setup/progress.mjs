const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const redrawMilliseconds = 120;
const repeatMilliseconds = 10_000;

/**
 * Tells the person waiting what is going on: `line` prints a line, `step` runs work under a title.
 * On a terminal one line shows the running steps and their seconds; elsewhere a long step repeats
 * its title every ten seconds, so that a log shows it is alive.
 */
export function createProgress({ out = process.stdout } = {}) {
  const running = new Map();
  const live = out.isTTY === true;
  let frame = 0;

  const clear = () => {
    if (live) out.write('\r\x1b[2K');
  };
  const draw = () => {
    if (!live || running.size === 0) return;
    const titles = [...running].map(([title, began]) => `${title} ${seconds(began)}`);
    const text = `${frames[frame++ % frames.length]} ${titles.join(' · ')}`;
    out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
  };
  const line = (text) => {
    clear();
    out.write(`${text}\n`);
    draw();
  };
  const step = async (title, work) => {
    const began = Date.now();
    running.set(title, began);
    if (!live) line(`… ${title}`);
    const timer = live
      ? setInterval(draw, redrawMilliseconds)
      : setInterval(() => line(`… ${title} ${seconds(began)}`), repeatMilliseconds);
    try {
      const result = await work();
      running.delete(title);
      line(`✓ ${title} ${seconds(began)}`);
      return result;
    } catch (error) {
      running.delete(title);
      line(`✗ ${title} ${seconds(began)}`);
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
  return { line, step };
}

/** The time since `began`, as people read it. */
export function seconds(began) {
  const elapsed = (Date.now() - began) / 1000;
  return elapsed < 10 ? `${elapsed.toFixed(1)} s` : `${Math.round(elapsed)} s`;
}
