import { describe, expect, it } from 'vitest';
import { nearestForm } from '../../../src/load/nearest-form.ts';

const limit = '^(at once|[1-9][0-9]{0,4}(s|m|h|d|wd|mo|y))$';
const id = '^[a-z0-9][a-z0-9-]*$';

describe('the form that was probably meant', () => {
  it.each([
    ['5 minutes', '5m'],
    ['5分钟', '5m'],
    ['24小时', '24h'],
    ['3个工作日', '3wd'],
    ['3 working days', '3wd'],
    ['3日', '3d'],
    ['6 months', '6mo'],
    ['6个月', '6mo'],
    ['1年', '1y'],
    ['90 S', '90s'],
    ['At once', 'at once'],
  ])('by `%s` is the limit `%s`', (text, form) => {
    expect(nearestForm(text, limit)).toBe(form);
  });

  it('by an id with capitals, blanks or underlines is the same in small letters', () => {
    expect(nearestForm('Take_Statements now', id)).toBe('take-statements-now');
  });

  it.each(['soon', '0m', '五分钟', ''])('by `%s` is no limit', (text) => {
    expect(nearestForm(text, limit)).toBeUndefined();
  });
});
