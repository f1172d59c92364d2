import type { RefusalCatalog } from "../kernel/refusal.ts";

export const gatewayRefusals = {
  CURSOR_UNKNOWN: {
    status: 422,
    title: { en: "This place in the list is not known. Load the list anew.", zh: "找不到列表中的这一位置，请重新加载列表。" },
  },
  SERVICE_UNREACHABLE: {
    status: 503,
    title: {
      en: "This part of the fair does not answer just now. Try again in a moment.",
      zh: "该部分服务暂时没有响应，请稍后再试。",
    },
  },
} as const satisfies RefusalCatalog;
