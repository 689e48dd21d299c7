import { visibleText } from '../../model/visible-text.ts';

/**
 * What the server sent, with characters that cannot be seen as marks. Done here once for all pages: a text that turns
 * the line around must not reach any of them.
 */
export const readAnswer = (text: string): unknown => JSON.parse(visibleText(text));
