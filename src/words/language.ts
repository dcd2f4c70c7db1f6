/** The languages of the product. */
export type Language = 'fr' | 'en';
