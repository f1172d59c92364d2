import { type RefusalCatalog, refusing, type Sentence } from "./refusal.ts";

/** What every operation of every service may refuse with, beside its own refusals. */
export const generalRefusals = {
  MALFORMED_REQUEST: {
    status: 400,
    title: { en: "The request could not be read", zh: "无法读取该请求" },
  },
  SIGN_IN_NEEDED: {
    status: 401,
    title: { en: "Please sign in", zh: "请先登录" },
  },
  FORBIDDEN: {
    status: 403,
    title: { en: "You may not do this", zh: "您无权执行此操作" },
  },
  NOT_FOUND: {
    status: 404,
    title: { en: "There is nothing here", zh: "未找到您要的内容" },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { en: "This address does not take this kind of request", zh: "该地址不支持此类请求" },
  },
  CONFLICT: {
    status: 409,
    title: { en: "Somebody else was faster; look again", zh: "已被他人抢先，请刷新后重试" },
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: { en: "That is too much data for one request", zh: "单次请求的数据过大" },
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: { en: "Please send JSON in UTF-8", zh: "请以 UTF-8 编码的 JSON 格式发送" },
  },
  INVALID_INPUT: {
    status: 422,
    title: { en: "Please check the marked fields", zh: "请检查标出的字段" },
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: {
      en: "This idempotency key belongs to a different request",
      zh: "该幂等键已用于另一个不同的请求",
    },
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: { en: "Too many requests; please wait a moment", zh: "请求过于频繁，请稍候再试" },
  },
  SERVICE_BUSY: {
    status: 503,
    title: { en: "This service is not available right now; please try again", zh: "服务暂时不可用，请稍后重试" },
  },
} as const satisfies RefusalCatalog;

/** The one answer that is not a refusal: something broke, and the reason stays in the log. */
export const internalError: { readonly code: "INTERNAL"; readonly status: 500; readonly title: Sentence } = {
  code: "INTERNAL",
  status: 500,
  title: { en: "Something went wrong on our side", zh: "系统出现异常，请稍后重试" },
};

/** `throw refuseInGeneral("NOT_FOUND")`. */
export const refuseInGeneral = refusing(generalRefusals);
