import { describe, expect, it } from 'vitest';
import { adminData } from '../../../src/tax/legacy/constant-names.ts';
import { INCOME_YEARS, taxYear } from '../fixtures.ts';

it('2018 has the values of contract §7.1', () => {
  expect(adminData(taxYear(2018))).toEqual({
    limites: [9964, 27519, 73779, 156244, 0],
    coeffr: [0, 0.14, 0.3, 0.41, 0.45],
    coeffn: [0, 1394.96, 5798, 13913.69, 20163.45],
    plafond_qf_demi_part: 1551,
    plafond_revenus_celibataire_pour_reduction: 21037,
    plafond_revenus_couple_pour_reduction: 42074,
    valeur_reduc_demi_part: 3797,
    plafond_decote_celibataire: 1196,
    plafond_decote_couple: 1970,
    plafond_impot_couple_pour_decote: 2627,
    plafond_impot_celibataire_pour_decote: 1595,
    abattement_dixpourcent_max: 12502,
    abattement_dixpourcent_min: 437,
  });
});

it('the law’s values of 2018 come to the earlier application’s own', () => {
  expect(adminData({ ...taxYear(2018), legacy: null })).toEqual(adminData(taxYear(2018)));
});

it('without a reduction its ceilings and step are 0', () => {
  expect(adminData(taxYear(2025))).toMatchObject({
    limites: [11600, 29579, 84577, 181917, 0],
    coeffn: [0, 1276, 6896.01, 16199.48, 23476.16],
    plafond_revenus_celibataire_pour_reduction: 0,
    plafond_revenus_couple_pour_reduction: 0,
    valeur_reduc_demi_part: 0,
    plafond_impot_celibataire_pour_decote: 1982,
    plafond_impot_couple_pour_decote: 3277,
  });
});

describe.each(INCOME_YEARS)('incomes of %i', (incomeYear) => {
  const data = adminData(taxYear(incomeYear));

  it('has every key, the lists first, each value a number', () => {
    const { limites, coeffr, coeffn, ...constants } = data;
    expect(Object.keys(data).slice(0, 3)).toEqual(['limites', 'coeffr', 'coeffn']);
    expect(Object.keys(constants)).toHaveLength(10);
    for (const list of [limites, coeffr, coeffn]) expect(list).toHaveLength(5);
    const values = [...limites, ...coeffr, ...coeffn, ...Object.values(constants)];
    expect(values.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('ends the limits with 0', () => expect(data.limites.at(-1)).toBe(0));
});
