import type { Config } from '../config/config-schema.ts';
import type { WebSettings } from '../model/web-settings.ts';

/** The part of the configuration that the web uses. */
export function webSettings(config: Config): WebSettings {
  const { server, csrf_token, language, log, sleep_time } = config;
  return {
    alias: server.mount_alias,
    prefix: server.url_prefix,
    publicUrl: server.public_url,
    trustedProxies: server.trusted_proxies,
    localAccess: server.local_access,
    frameAncestors: server.frame_ancestors,
    isPublic: config.public,
    csrfToken: csrf_token,
    language,
    logAnswers: log.answers,
    sleepTime: sleep_time,
  };
}
