import type { ApiProblem } from '../problems/api-problem.ts';
import { joinTexts } from '../views/join-texts.ts';
import type { Reading } from '../views/reading.ts';
import { roleTitle } from '../views/title-of.ts';

/** Says that nobody of a unit holds some roles, which are needed there. */
export function roleProblem(
  { index, names }: Pick<Reading, 'index' | 'names'>,
  unit: string,
  roles: readonly string[],
): ApiProblem {
  const lacking = joinTexts(roles.map((role) => roleTitle({ index }, role)));
  const { name } = names.unit(unit);
  return {
    status: 409,
    code: 'role-not-held',
    text: {
      zh: `${name.zh}没有人担任：${lacking.zh}；请选择其他单位`,
      en: `nobody of ${name.en} is: ${lacking.en}; choose another unit`,
    },
  };
}
