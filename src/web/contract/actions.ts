import type { BodyKind } from '../http/bodies.ts';
import type { View } from '../pages/page.ts';
import type { Controller } from './action-request.ts';
import { authenticateUser } from './controllers/authenticate-user.ts';
import { calculateDetailedTax } from './controllers/calculate-detailed-tax.ts';
import { calculateTax } from './controllers/calculate-tax.ts';
import { calculateTaxes } from './controllers/calculate-taxes.ts';
import { changeForm } from './controllers/change-form.ts';
import { deleteSimulation } from './controllers/delete-simulation.ts';
import { endSession } from './controllers/end-session.ts';
import { exportSimulations } from './controllers/export-simulations.ts';
import {
  cancelFile,
  downloadFile,
  downloadTemplate,
  forBrowsers,
  receiveFile,
  removeFile,
  showFile,
  showFiles,
  tellProgress,
} from './controllers/files.ts';
import { getAdminData } from './controllers/get-admin-data.ts';
import { initSession } from './controllers/init-session.ts';
import { listSimulations } from './controllers/list-simulations.ts';
import { openSimulation } from './controllers/open-simulation.ts';
import { renameSimulation } from './controllers/rename-simulation.ts';
import { restoreSimulation } from './controllers/restore-simulation.ts';
import { showTaxCalculation } from './controllers/show-tax-calculation.ts';
import { showView } from './controllers/show-view.ts';

/** One action of the contract (§1.1). Everything the dispatcher must know of it; what it does is its controller. */
export interface Action {
  readonly name: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** What follows the name in the path. */
  readonly parameter?: 'type' | 'number' | 'file' | 'language' | 'format';
  /** ADS actions change the state and, in HTML, redirect; ASV actions render the stored page (contract §0);
   * a page is made for the request, changes nothing and is no view of the contract. */
  readonly kind: 'do' | 'show' | 'page';
  /** What an ASV action shows. */
  readonly view?: View;
  readonly needs: 'nothing' | 'session' | 'login';
  /** Views that offer the action; `everywhere` is not checked (contract §1.6, allowed actions). */
  readonly offeredBy: readonly View[] | 'everywhere';
  /** False only for the view of errors, which nothing may redirect away from (contract §1.1). */
  readonly tokenChecked: boolean;
  /** Another site's page may lead here, always or with these parameters: the action changes nothing that matters. */
  readonly openToOtherSites: boolean | readonly string[];
  readonly body: BodyKind;
  readonly controller: Controller;
}

type Row = Pick<Action, 'name' | 'controller'> & Partial<Action>;

function doing(row: Row): Action {
  return {
    methods: ['GET'],
    kind: 'do',
    needs: 'login',
    offeredBy: [],
    tokenChecked: true,
    openToOtherSites: false,
    body: 'none',
    ...row,
  };
}

function showing(row: Omit<Row, 'controller'> & { view: View; etat: number }): Action {
  const { etat, ...rest } = row;
  return doing({
    kind: 'show',
    offeredBy: [row.view],
    openToOtherSites: true,
    controller: showView(etat),
    ...rest,
  });
}

/** Files of households are sent from any page, by browsers only (extension: contract §13). */
function ofFiles(row: Row): Action {
  return doing({ offeredBy: 'everywhere', ...row, controller: forBrowsers(row.controller) });
}

export const actions: readonly Action[] = [
  doing({
    name: 'init-session',
    parameter: 'type',
    needs: 'nothing',
    offeredBy: 'everywhere',
    // A link of another site may open the pages; a program's session is not what it would want.
    openToOtherSites: ['html'],
    controller: initSession,
  }),
  doing({
    name: 'authentifier-utilisateur',
    methods: ['POST'],
    needs: 'session',
    offeredBy: ['authentication'],
    body: 'form',
    controller: authenticateUser,
  }),
  doing({
    name: 'calculer-impot',
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    controller: calculateTax,
  }),
  doing({
    name: 'calculer-impot-detaille',
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    controller: calculateDetailedTax,
  }),
  doing({
    name: 'changer-formulaire',
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    controller: changeForm,
  }),
  doing({ name: 'calculer-impots', methods: ['POST'], body: 'bytes', controller: calculateTaxes }),
  doing({ name: 'lister-simulations', offeredBy: ['calculation', 'errors'], controller: listSimulations }),
  doing({
    name: 'ouvrir-simulation',
    parameter: 'number',
    offeredBy: ['simulations'],
    controller: openSimulation,
  }),
  doing({
    name: 'supprimer-simulation',
    methods: ['GET', 'POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    controller: deleteSimulation,
  }),
  doing({
    name: 'renommer-simulation',
    methods: ['POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    body: 'form',
    controller: renameSimulation,
  }),
  doing({
    name: 'restaurer-simulation',
    methods: ['POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    controller: restoreSimulation,
  }),
  doing({
    name: 'exporter-simulations',
    kind: 'page',
    parameter: 'format',
    offeredBy: ['simulations'],
    controller: forBrowsers(exportSimulations),
  }),
  doing({
    name: 'fin-session',
    methods: ['GET', 'POST'],
    offeredBy: ['calculation', 'simulations', 'errors'],
    body: 'form',
    controller: endSession,
  }),
  doing({
    name: 'afficher-calcul-impot',
    offeredBy: ['simulations', 'errors'],
    controller: showTaxCalculation,
  }),
  doing({ name: 'get-admindata', controller: getAdminData }),
  showing({ name: 'afficher-vue-authentification', needs: 'session', view: 'authentication', etat: 1100 }),
  showing({ name: 'afficher-vue-liste-simulations', view: 'simulations', etat: 1200 }),
  showing({
    name: 'afficher-vue-liste-erreurs',
    needs: 'nothing',
    view: 'errors',
    offeredBy: 'everywhere',
    tokenChecked: false,
    etat: 1300,
  }),
  showing({ name: 'afficher-vue-calcul-impot', view: 'calculation', etat: 1400 }),
  ofFiles({ name: 'fichiers', kind: 'page', openToOtherSites: true, controller: showFiles }),
  ofFiles({ name: 'deposer-fichier', methods: ['POST'], body: 'upload', controller: receiveFile }),
  ofFiles({ name: 'fichier', kind: 'page', parameter: 'file', openToOtherSites: true, controller: showFile }),
  ofFiles({ name: 'avancement-fichier', kind: 'page', parameter: 'file', controller: tellProgress }),
  ofFiles({ name: 'annuler-fichier', methods: ['POST'], parameter: 'file', controller: cancelFile }),
  ofFiles({ name: 'supprimer-fichier', methods: ['POST'], parameter: 'file', controller: removeFile }),
  ofFiles({
    name: 'resultats-fichier',
    kind: 'page',
    parameter: 'file',
    controller: downloadFile('results'),
  }),
  ofFiles({ name: 'lignes-refusees', kind: 'page', parameter: 'file', controller: downloadFile('report') }),
  ofFiles({ name: 'modele-fichier', kind: 'page', parameter: 'language', controller: downloadTemplate }),
];
