/** Where the API is, below the prefix. The number changes with what would break programs, and with nothing else. */
export const API_PATH = '/api/v1';
