/** What makes two spellings of an e-mail address one account: compatibility forms and case do not count. */
export const emailKey = (email: string): string => email.trim().normalize("NFKC").toLowerCase();
