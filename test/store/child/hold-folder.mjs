// Opens the store of a folder, counts in it that it was there, says how that went, and stays until it is ended.
import { openStore } from '../../../src/store/store.ts';

const opening = await openStore({ folder: process.argv[2] });
if (opening.opened) {
  const { settings } = opening.store;
  await settings.set('visits', Number((await settings.get('visits')) ?? 0) + 1);
  console.log(JSON.stringify({ opened: true, visits: await settings.get('visits') }));
  setInterval(() => {}, 1000);
} else {
  console.log(JSON.stringify(opening));
}
