import { vi } from 'vitest';
import type { WebServices } from '../../../src/model/web-services.ts';
import type { WebSettings } from '../../../src/model/web-settings.ts';
import { memoryStore, plainCookies, tax } from '../contract/action-requests.ts';

/** Mounted at `/impots/do`, without tokens, in French. */
export function webSettings(changes: Partial<WebSettings> = {}): WebSettings {
  return {
    alias: '/impots',
    prefix: '/do',
    publicUrl: '',
    trustedProxies: [],
    localAccess: true,
    frameAncestors: [],
    isPublic: false,
    csrfToken: false,
    language: 'fr',
    logAnswers: false,
    sleepTime: 0,
    ...changes,
  };
}

/** A server that works, with sessions in memory. A service that the test does not give is not to be asked. */
export function webServices(changes: Partial<WebServices> = {}): WebServices {
  const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const signIn = { isOneTime: false, knows: () => true, loginOf: (user: string) => user };
  const services: Partial<WebServices> = {
    log,
    mailAdmin: vi.fn(),
    audit: vi.fn(),
    metrics: { request: vi.fn(), calculated: vi.fn() },
    sessions: memoryStore(),
    strangers: plainCookies,
    signIn: signIn as Partial<WebServices['signIn']> as WebServices['signIn'],
    cookieName: () => 'session',
    retryAfter: () => null,
    downDependency: () => 'database',
    tax: () => tax,
    defaultIncomeYear: () => 2018,
    ...changes,
  };
  return services as WebServices;
}
