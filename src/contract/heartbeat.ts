/** The pause between two `event: here` of `GET /api/events`: who hears nothing for much longer has lost the line. */
export const heartbeatMilliseconds = 20_000;
