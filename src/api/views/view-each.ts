import type { UnreadableRows } from '../../store/unreadable-rows.ts';

/**
 * Makes the view of each item of a list. One whose data cannot be put into words is left out and reported: it takes
 * away neither the others nor the list.
 */
export async function viewEach<Item, View>(
  unreadable: UnreadableRows,
  items: readonly Item[],
  nameOf: (item: Item) => string,
  view: (item: Item) => View | Promise<View>,
): Promise<View[]> {
  const views = await Promise.all(
    items.map(async (item): Promise<readonly View[]> => {
      try {
        return [await view(item)];
      } catch (error) {
        unreadable.leaveOut(nameOf(item), error);
        return [];
      }
    }),
  );
  return views.flat();
}
