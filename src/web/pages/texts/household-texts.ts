import { catalogue } from '../../../words/catalogue.ts';

/** A household in a few words. */
export const householdTexts = catalogue({
  fr: {
    situations: { single: 'Personne seule', couple: 'Couple', widowed: 'Veuf ou veuve' },
    singleParent: 'Parent isolé',
    children: { one: '1 enfant', many: '{count} enfants' },
    sharedChildren: { one: '1 en garde alternée', many: '{count} en garde alternée' },
    boxes: { one: '1 autre case', many: '{count} autres cases' },
  },
  en: {
    situations: { single: 'Single', couple: 'Couple', widowed: 'Widowed' },
    singleParent: 'Single parent',
    children: { one: '1 child', many: '{count} children' },
    sharedChildren: { one: '1 in shared custody', many: '{count} in shared custody' },
    boxes: { one: '1 other box', many: '{count} other boxes' },
  },
});
