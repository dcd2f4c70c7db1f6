import type { View } from './page.ts';

/** The ASV action that shows a page (contract §1.6). */
export const viewPaths = {
  authentication: '/afficher-vue-authentification',
  calculation: '/afficher-vue-calcul-impot',
  simulations: '/afficher-vue-liste-simulations',
  errors: '/afficher-vue-liste-erreurs',
} as const satisfies Record<View, string>;
