import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** The reference: takes as many updates as an incident takes acts, and does nothing with them. */
export const bare = async (acts) => {
  let taken = 0;
  setHandler(defineUpdate('act'), (content) => {
    taken += 1;
    return { taken, content };
  });
  await condition(() => taken >= acts);
};
