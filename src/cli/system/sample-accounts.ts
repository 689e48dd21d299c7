import type { Text } from '../../model/text.ts';

/** The sample accounts worth naming to who starts the system; the first one takes reports. */
export const sampleAccounts: readonly (Text & { readonly name: string })[] = [
  { name: 'pei-zhihe', zh: '110 接警员', en: '110 operator' },
  {
    name: 'cao-anran',
    zh: '敦化坊派出所民警（接待、出警、办案）',
    en: 'officer at Dunhuafang (desk, scene, cases)',
  },
  { name: 'gao-shouzheng', zh: '敦化坊派出所值班领导', en: 'duty leader at Dunhuafang' },
  { name: 'fang-shuming', zh: '分局法制审核员', en: 'legal reviewer at the sub-bureau' },
];
