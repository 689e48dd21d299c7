/** China's one time, which the bureau's clocks show and files and pages mean where no calendar is at hand. */
export const chinaOffsetMinutes = 8 * 60;
