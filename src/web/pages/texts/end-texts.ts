import { catalogue } from '../../../words/catalogue.ts';

/** The texts of the page that asks before a session ends. */
export const endTexts = catalogue({
  fr: {
    title: 'Terminer la session ?',
    simulation: 'La simulation de cette session sera effacée.',
    simulations: 'Les {count} simulations de cette session seront effacées.',
    file: 'Le fichier que vous avez envoyé sera effacé avec ses résultats.',
    files: 'Les {count} fichiers que vous avez envoyés seront effacés avec leurs résultats.',
    exportFirst: 'Pour garder vos simulations, exportez-les avant :',
    end: 'Terminer la session',
    stay: 'Continuer la session',
  },
  en: {
    title: 'End the session?',
    simulation: 'The simulation of this session will be deleted.',
    simulations: 'The {count} simulations of this session will be deleted.',
    file: 'The file that you sent will be deleted with its results.',
    files: 'The {count} files that you sent will be deleted with their results.',
    exportFirst: 'To keep your simulations, export them first:',
    end: 'End the session',
    stay: 'Continue the session',
  },
});
