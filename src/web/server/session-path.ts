/** Where 401 is an ordinary answer: nobody is signed in yet, or the password is wrong. */
export const sessionPath = '/api/session';
