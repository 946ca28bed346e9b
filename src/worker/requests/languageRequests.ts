import type { LanguageRequests } from '../../protocol/languageProtocol';
import type { RequestHandlers } from '../../protocol/endpoint';
import type { ModelAccess } from './access';
import { annotationRequests } from './annotations';
import { fixRequests } from './fixes';
import { navigationRequests } from './navigation';
import { outlineRequests } from './outline';
import { ratingRequests } from './ratings';

/** Answers to everything the editor asks about texts. */
export function languageRequests(access: ModelAccess): RequestHandlers<LanguageRequests> {
  return {
    ...navigationRequests(access),
    ...fixRequests(access),
    ...outlineRequests(access),
    ...ratingRequests(access),
    ...annotationRequests(access),
  };
}
