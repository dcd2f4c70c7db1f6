import type { Request, Response } from 'express';
import type { ApiReference } from '../../../model/api-reference.ts';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { sendPage } from '../../http/send.ts';
import { renderPage } from '../../pages/render.ts';
import { visitorOf } from './visitor.ts';

/** The page that documents the API; the API itself provides its content. */
export function apiPage(settings: WebSettings, services: WebServices) {
  return async (req: Request, res: Response, reference: ApiReference): Promise<void> => {
    const { context } = await visitorOf(req, settings, services);
    const isWindows = /\bWindows\b/.test(req.headers['user-agent'] ?? '');
    sendPage(res, 200, renderPage({ view: 'api', reference, isWindows }, context));
  };
}
