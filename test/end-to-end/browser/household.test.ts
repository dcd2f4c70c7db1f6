import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { ADMIN, type RunningServer, startServer } from '../support/tax-server.ts';
import { ungrouped } from './written-amount.ts';

/** What the test reads on the page, in the visitor's language. */
const languages = {
  'fr-FR': {
    user: "Nom d'utilisateur",
    password: 'Mot de passe',
    signIn: 'Se connecter',
    submit: 'Calculer',
    yes: 'Oui',
    children: "Nombre d'enfants à charge",
    salary: 'Salaire net imposable',
    moreDetails: 'Plus de détails',
    fewerDetails: 'Formulaire court',
    keptDetails: 'Vos autres détails sont gardés',
    single: 'Célibataire, divorcé(e) ou séparé(e)',
    couple: 'Marié(e) ou pacsé(e)',
    widowed: 'Veuf ou veuve',
    singleParent: 'Je vis seul(e) avec mes enfants et les élève seul(e)',
    notWhenWidowed: 'La case T est réservée aux personnes célibataires',
    onlyInCouple: 'Seul un couple marié ou pacsé a un déclarant 2',
    due: "Montant de l'impôt",
    how: 'Comment ce montant est-il calculé ?',
    change: 'Ce qui changerait',
    figures: 'Voir les chiffres',
    amount: '5 492 €',
    twoReadings: '« 55.555 » peut vouloir dire 55 555 € ou 55 €',
  },
  'en-GB': {
    user: 'User name',
    password: 'Password',
    signIn: 'Sign in',
    submit: 'Calculate',
    yes: 'Yes',
    children: 'Number of dependent children',
    salary: 'Net taxable salary',
    moreDetails: 'More details',
    fewerDetails: 'Short form',
    keptDetails: 'Your other details are kept',
    single: 'Single, divorced or separated',
    couple: 'Married or in a civil partnership (PACS)',
    widowed: 'Widowed',
    singleParent: 'I live alone with my children and raise them alone',
    notWhenWidowed: 'Box T is for people who are single',
    onlyInCouple: 'Only a couple, married or in a PACS, has a second person',
    due: 'Amount of tax',
    how: 'How was this amount computed?',
    change: 'What would change it',
    figures: 'Show the figures',
    amount: '€5,492',
    twoReadings: '“55.555” may mean €55,555 or €55',
  },
} as const;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([
  ['fr-FR', true],
  ['fr-FR', false],
  ['en-GB', true],
  ['en-GB', false],
] as const)('a household in detail (%s, JavaScript: %s)', (locale, javaScriptEnabled) => {
  const words = languages[locale];
  let context: BrowserContext;
  let page: Page;

  const field = (name: string) => page.locator(`#page-form [name="${name}"]`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const values = (...names: string[]) =>
    Promise.all(names.map(async (name) => ungrouped(await field(name).inputValue())));
  const spaces = /[\u00a0\u202f]/g;
  const shown = async () => (await page.locator('main').innerText()).replace(spaces, ' ');

  beforeEach(async () => {
    context = await browser.newContext({ locale, javaScriptEnabled });
    page = await context.newPage();
    await page.goto(`${server.origin}/do/`);
    await page.getByLabel(words.user).fill('admin');
    await page.getByLabel(words.password).fill('admin');
    await press(words.signIn);
  });
  afterEach(() => context.close());

  it('keeps what is typed from one form to the other and back', async () => {
    await page.getByLabel(words.yes, { exact: true }).check();
    await page.getByLabel(words.children).fill('2');
    await page.getByLabel(words.salary).fill('61000');
    await field('année').selectOption('2024');
    await press(words.moreDetails);
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('page-form');
    expect(await page.getByLabel(words.couple).isChecked()).toBe(true);
    expect(await values('enfants', 'salaire_1', 'année')).toEqual(['2', '61000', '2024']);

    await field('pension_2').fill('6500');
    await press(words.fewerDetails);
    expect(await values('enfants', 'salaire', 'année')).toEqual(['2', '61000', '2024']);
    expect(await shown()).toContain(words.keptDetails);
    await press(words.moreDetails);
    expect(await values('salaire_1', 'pension_2')).toEqual(['61000', '6500']);
    await field('pension_2').press('Enter');
    await page.locator('.result').waitFor();
  });

  it('takes amounts as people write them, and refuses what may be read in two ways', async () => {
    const salary = page.getByLabel(words.salary);
    await page.getByLabel(words.children).fill('2');
    const due = async (written: string) => {
      await salary.fill('');
      await salary.pressSequentially(written);
      expect(ungrouped(await salary.inputValue())).toBe(ungrouped(written));
      await press(words.submit);
      expect(ungrouped(await salary.inputValue())).toBe(ungrouped(written));
      return page.locator('.result').innerText();
    };
    const expected = await due('55555');
    for (const written of ['55555,50', '55 555,00 €', '55\u202f555.99'])
      expect(await due(written)).toBe(expected);

    await salary.focus();
    await page.mouse.wheel(0, 200);
    expect(ungrouped(await salary.inputValue())).toBe('55555.99');

    await salary.fill('55.555');
    await press(words.submit);
    expect(await salary.inputValue()).toBe('55.555');
    expect((await page.locator('#salaire-issue').innerText()).replace(spaces, ' ')).toContain(
      words.twoReadings,
    );
  });

  it('explains wrong combinations at their fields, and then the tax step by step', async () => {
    await press(words.moreDetails);
    await page.getByLabel(words.couple).check();
    await field('enfants').fill('2');
    await field('enfants_garde_alternée').fill('1');
    await field('salaire_1').fill('61000');
    await field('salaire_2').fill('24000');
    await field('pension_2').fill('6500');
    await field('année').selectOption('2025');
    // Box T is for those who live alone: it hides from a couple, and is ticked before changing one's mind.
    await page.getByLabel(words.single).check();
    await page.getByLabel(words.singleParent).check();
    await page.getByLabel(words.widowed).check();
    await press(words.submit);

    for (const [name, fault] of [
      ['parent_isolé', words.notWhenWidowed],
      ['salaire_2', words.onlyInCouple],
    ] as const) {
      expect(await page.locator(`[id="${name}-issue"]`).innerText()).toContain(fault);
      expect(await field(name).getAttribute('aria-describedby')).toContain(`${name}-issue`);
      expect(await field(name).getAttribute('class')).toContain('is-invalid');
    }
    expect(await page.locator('#errors li').count()).toBe(2);
    expect(await values('salaire_1', 'salaire_2', 'pension_2')).toEqual(['61000', '24000', '6500']);

    await page.getByLabel(words.singleParent).uncheck();
    await page.getByLabel(words.couple).check();
    await press(words.submit);
    expect(await shown()).toContain(words.due);
    expect(await shown()).toContain(words.amount);
    await page.getByRole('heading', { name: words.change }).waitFor();
    await page.getByRole('heading', { name: words.how }).waitFor();
    const outcomes = await page.locator('.step-outcome').allInnerTexts();
    expect(outcomes.at(-1)?.replace(/\D/g, '')).toBe('5492');
    expect(await page.locator('figure svg[role="img"]').count()).toBe(3);
    await page.getByText(words.figures).first().click();
    await page.locator('figure table').first().waitFor({ state: 'visible' });
  });

  it('asks for a second declarant and for box T only where they can be', async () => {
    await press(words.moreDetails);
    const second = field('salaire_2');
    const boxT = page.getByLabel(words.singleParent);
    expect([await second.isVisible(), await boxT.isVisible()]).toEqual([false, true]);
    await page.getByLabel(words.couple).check();
    expect([await second.isVisible(), await boxT.isVisible()]).toEqual([true, false]);
    await second.fill('5');
    await page.getByLabel(words.widowed).check();
    expect([await second.isVisible(), await boxT.isVisible()]).toEqual([true, false]);
  });
});

it('a simulation of the list opens as its calculation, in the form that can say it', async () => {
  const page = await browser.newPage({ locale: 'fr-FR' });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto(`${server.origin}/do/`);
  await page.getByLabel("Nom d'utilisateur").fill('admin');
  await page.getByLabel('Mot de passe').fill('admin');
  await press('Se connecter');
  await press('Plus de détails');
  await page.locator('#page-form [name="pension_1"]').fill('30000');
  await press('Calculer');
  await page.getByRole('link', { name: 'Simulations' }).click();
  await page.getByTitle('Ouvrir la simulation 1').click();
  expect(ungrouped(await page.locator('#page-form [name="pension_1"]').inputValue())).toBe('30000');
  await page.getByRole('heading', { name: 'Comment ce montant est-il calculé ?' }).waitFor();
  await page.close();
});

it('nothing on a calculation page moves after it is there', async () => {
  const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 360, height: 800 } });
  await page.addInitScript(`
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  await page.goto(`${server.origin}/do/`);
  await page.getByLabel("Nom d'utilisateur").fill('admin');
  await page.getByLabel('Mot de passe').fill('admin');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByLabel("Nombre d'enfants à charge").fill('2');
  await page.getByLabel('Salaire net imposable').fill('100000');
  await page.getByRole('button', { name: 'Calculer' }).click();
  await page.getByRole('heading', { name: 'En images' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate('window.shift')).toBeLessThan(0.01);
  await page.close();
});
