import type { View } from '../pages/page.ts';
import { type Action, action, type Columns, type Controller, type Row } from './action.ts';
import type { Refusal, Success } from './action-result.ts';
import {
  calculateDetailedTax,
  calculateTax,
  calculateTaxes,
  previewTax,
} from './controllers/calculation-controllers.ts';
import {
  cancelFile,
  downloadFile,
  downloadTemplate,
  receiveFile,
  removeFile,
  showFile,
  showFiles,
  tellProgress,
} from './controllers/file-controllers.ts';
import { authenticateUser, endSession, initSession } from './controllers/session-controllers.ts';
import {
  deleteSimulation,
  exportSimulations,
  listSimulations,
  openSimulation,
  renameSimulation,
  restoreSimulation,
} from './controllers/simulation-controllers.ts';
import { compareVariation } from './controllers/variation-controllers.ts';
import { getAdminData, showView } from './controllers/view-controllers.ts';
import {
  calculations,
  detailedCalculation,
  eitherCalculation,
  shortCalculation,
  variationToCompare,
} from './inputs/calculation-inputs.ts';
import { credentials, sessionType } from './inputs/session-inputs.ts';
import { exportFormat, naming, simulationId } from './inputs/simulation-inputs.ts';
import * as next from './next-page.ts';

/** An ASV action of the contract. */
function showing(row: Pick<Row, 'name' | 'success'> & Columns & { readonly view: View }): Action {
  return action({
    kind: 'show',
    offeredBy: [row.view],
    openToOtherSites: true,
    controller: showView,
    ...row,
  });
}

/** Files of households can be sent from any page, by browsers only (extension: contract §13). */
function ofFiles(
  row: Columns & { readonly name: string; readonly controller: Controller<undefined, Success | Refusal> },
): Action {
  return action({
    offeredBy: 'everywhere',
    callers: 'browsers',
    success: { etat: 1900 },
    refusal: { etat: 1901 },
    ...row,
  });
}

/** The table of actions: who may call them, their input, what they do, and how they end. */
export const actions: readonly Action[] = [
  action({
    name: 'init-session',
    isPublic: true,
    parameter: 'type',
    needs: 'nothing',
    followsStart: true,
    offeredBy: 'everywhere',
    // A link of another site may open the pages, but no session of a program.
    openToOtherSites: ['html'],
    input: sessionType,
    controller: initSession,
    success: { etat: 700, next: next.signInOrReturn },
    refusal: { etat: 701 },
  }),
  action({
    name: 'authentifier-utilisateur',
    methods: ['POST'],
    needs: 'session',
    offeredBy: ['authentication'],
    body: 'form',
    input: credentials,
    controller: authenticateUser,
    success: { etat: 200, next: next.wanted },
    refusal: { etat: 201, next: next.signInAgain },
  }),
  action({
    name: 'calculer-impot',
    isPublic: true,
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    input: shortCalculation,
    controller: calculateTax,
    success: { etat: 300, next: next.calculated },
    refusal: { etat: 301, next: next.formAgain },
  }),
  action({
    name: 'calculer-impot-detaille',
    isPublic: true,
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    input: detailedCalculation,
    controller: calculateDetailedTax,
    success: { etat: 1600, next: next.calculated },
    refusal: { etat: 1601, next: next.formAgain },
  }),
  action({
    name: 'changer-formulaire',
    isPublic: true,
    methods: ['POST'],
    offeredBy: ['calculation'],
    body: 'form',
    controller: showView,
    success: { etat: 1700, next: next.otherFormOfCalculation },
  }),
  action({
    name: 'apercu-calcul',
    kind: 'data',
    isPublic: true,
    methods: ['POST'],
    callers: 'browsers',
    offeredBy: 'everywhere',
    body: 'form',
    input: eitherCalculation,
    controller: previewTax,
    success: { etat: 2400, next: next.preview },
    refusal: { etat: 2401, next: next.preview },
  }),
  action({
    name: 'comparer-variation',
    methods: ['POST'],
    callers: 'browsers',
    offeredBy: ['calculation'],
    body: 'form',
    input: variationToCompare,
    controller: compareVariation,
    success: { etat: 2500, next: next.compared },
    refusal: { etat: 2501 },
  }),
  action({
    name: 'calculer-impots',
    methods: ['POST'],
    callers: 'programs',
    body: 'bytes',
    input: calculations,
    controller: calculateTaxes,
    success: { etat: 1500 },
    refusal: { etat: 1501 },
  }),
  action({
    name: 'lister-simulations',
    offeredBy: ['calculation', 'errors'],
    resumesAt: 'simulations',
    controller: listSimulations,
    success: { etat: 500, next: next.simulations },
  }),
  action({
    name: 'ouvrir-simulation',
    parameter: 'number',
    offeredBy: ['simulations'],
    needsSimulations: true,
    input: simulationId,
    controller: openSimulation,
    success: { etat: 1800, next: next.opened },
    refusal: { etat: 1801 },
  }),
  action({
    name: 'supprimer-simulation',
    methods: ['GET', 'POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    needsSimulations: true,
    input: simulationId,
    controller: deleteSimulation,
    success: { etat: 600, next: next.simulations },
    refusal: { etat: 601 },
  }),
  action({
    name: 'renommer-simulation',
    methods: ['POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    needsSimulations: true,
    body: 'form',
    input: naming,
    controller: renameSimulation,
    success: { etat: 2000, next: next.simulations },
    refusal: { etat: 2001 },
  }),
  action({
    name: 'restaurer-simulation',
    methods: ['POST'],
    parameter: 'number',
    offeredBy: ['simulations'],
    input: simulationId,
    controller: restoreSimulation,
    success: { etat: 2100, next: next.simulations },
    refusal: { etat: 2101 },
  }),
  action({
    name: 'exporter-simulations',
    kind: 'page',
    parameter: 'format',
    callers: 'browsers',
    offeredBy: ['simulations'],
    input: exportFormat,
    controller: exportSimulations,
    success: { etat: 2200 },
    refusal: { etat: 2201 },
  }),
  action({
    name: 'fin-session',
    methods: ['GET', 'POST'],
    offeredBy: ['calculation', 'simulations', 'errors'],
    body: 'form',
    controller: endSession,
    success: { etat: 400, next: next.newSession },
    question: { etat: 2300 },
  }),
  action({
    name: 'afficher-calcul-impot',
    isPublic: true,
    offeredBy: ['simulations', 'errors'],
    controller: showView,
    success: { etat: 800, next: next.calculation },
  }),
  action({
    name: 'get-admindata',
    callers: 'programs',
    controller: getAdminData,
    success: { etat: 1000 },
    refusal: { etat: 1001 },
  }),
  showing({
    name: 'afficher-vue-authentification',
    isPublic: true,
    needs: 'session',
    followsStart: true,
    view: 'authentication',
    success: { etat: 1100, next: next.stored },
  }),
  showing({
    name: 'afficher-vue-liste-simulations',
    view: 'simulations',
    resumesAt: 'simulations',
    success: { etat: 1200, next: next.stored },
  }),
  showing({
    name: 'afficher-vue-liste-erreurs',
    needs: 'nothing',
    view: 'errors',
    offeredBy: 'everywhere',
    tokenChecked: false,
    success: { etat: 1300, next: next.stored },
  }),
  showing({
    name: 'afficher-vue-calcul-impot',
    isPublic: true,
    view: 'calculation',
    success: { etat: 1400, next: next.stored },
  }),
  ofFiles({
    name: 'fichiers',
    kind: 'page',
    openToOtherSites: true,
    resumesAt: 'files',
    controller: showFiles,
  }),
  ofFiles({
    name: 'deposer-fichier',
    methods: ['POST'],
    body: 'upload',
    resumesAt: 'files',
    controller: receiveFile,
  }),
  ofFiles({ name: 'fichier', kind: 'page', parameter: 'file', openToOtherSites: true, controller: showFile }),
  ofFiles({ name: 'avancement-fichier', kind: 'data', parameter: 'file', controller: tellProgress }),
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
