import type { FastifyRequest } from 'fastify';

/** The language that the request asks for: `?lang=`, else the first of Accept-Language that we speak, else Chinese. */
export function askedLanguage(request: FastifyRequest): 'zh' | 'en' {
  // An address that cannot be read has no query.
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  if (lang === 'zh' || lang === 'en') return lang;
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map(weighed)
    .sort((a, b) => b.weight - a.weight);
  const spoken = wanted.find(({ language, weight }) => weight > 0 && /^(zh|en)$/.test(language));
  return spoken?.language === 'en' ? 'en' : 'zh';
}

// `en-GB;q=0.8` → en, 0.8
function weighed(item: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = item.trim().toLowerCase().split(';');
  const quality = parameters.map((word) => /^\s*q=([0-9.]+)/.exec(word)?.[1]).find(Boolean);
  return { language: tag.split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality) };
}
