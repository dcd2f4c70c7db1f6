import type { Language } from '../../model/language.ts';
import type { View } from './page.ts';

/** Every address below the prefix that pages lead or post to. The table of actions and the other routes answer there. */
export const paths = {
  startSession: (type: string) => `/init-session/${encodeURIComponent(type)}`,
  signIn: '/authentifier-utilisateur',
  endSession: '/fin-session',

  calculation: '/afficher-calcul-impot',
  calculate: '/calculer-impot',
  calculateDetailed: '/calculer-impot-detaille',
  changeForm: '/changer-formulaire',
  preview: '/apercu-calcul',
  compareVariation: '/comparer-variation',

  simulations: '/lister-simulations',
  openSimulation: (id: number) => `/ouvrir-simulation/${id}`,
  renameSimulation: (id: number) => `/renommer-simulation/${id}`,
  deleteSimulation: (id: number) => `/supprimer-simulation/${id}`,
  restoreSimulation: (id: number) => `/restaurer-simulation/${id}`,
  exportSimulations: (format: 'csv' | 'json') => `/exporter-simulations/${format}`,

  files: '/fichiers',
  sendFile: '/deposer-fichier',
  fileTemplate: (language: Language) => `/modele-fichier/${language}`,
  file: (id: string) => `/fichier/${id}`,
  fileProgress: (id: string) => `/avancement-fichier/${id}`,
  calculateFile: (id: string) => `/calculer-fichier/${id}`,
  cancelFile: (id: string) => `/annuler-fichier/${id}`,
  removeFile: (id: string) => `/supprimer-fichier/${id}`,
  fileResults: (id: string) => `/resultats-fichier/${id}`,
  fileReport: (id: string) => `/lignes-refusees/${id}`,
  fileResultsWorkbook: (id: string) => `/resultats-classeur/${id}`,
  fileReportWorkbook: (id: string) => `/lignes-refusees-classeur/${id}`,

  changeLanguage: (language: Language) => `/changer-langue/${language}`,
  years: '/annees',
  year: (incomeYear: number) => `/annees/${incomeYear}`,
  boxes: '/cases',
  withholding: '/prelevement-a-la-source',
  shared: '/partage',
  apiDocumentation: '/api/v1/docs',
} as const;

/** The ASV action that shows a page (contract §1.6). */
export const viewPaths = {
  authentication: '/afficher-vue-authentification',
  calculation: '/afficher-vue-calcul-impot',
  simulations: '/afficher-vue-liste-simulations',
  errors: '/afficher-vue-liste-erreurs',
} as const satisfies Record<View, string>;
