import type { RefusalCatalog } from "../kernel/refusal.ts";

/** How ceremonies say no. */
export const ceremoniesRefusals = {
  MEETING_NOT_HELD: {
    status: 409,
    title: {
      en: "An agreement is drafted from a meeting that both sides attended.",
      zh: "只有双方都到场的会面才能起草协议。",
    },
  },
  NOT_YOUR_MEETING: {
    status: 404,
    title: { en: "Your organization has no such meeting.", zh: "贵单位没有这场会面。" },
  },
  AGREEMENT_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such agreement for you to see.", zh: "找不到您可以查看的这份协议。" },
  },
  NOT_THE_DRAFTING_SIDE: {
    status: 403,
    title: { en: "Only the side that drafted the agreement may do this.", zh: "只有起草方可以这样做。" },
  },
  AGREEMENT_FROZEN: {
    status: 409,
    title: {
      en: "The text is frozen since it was sent. Void it and draft a new one to change it.",
      zh: "协议发出后文本即冻结。如需修改，请作废后重新起草。",
    },
  },
  AGREEMENT_NOT_SENT: {
    status: 409,
    title: { en: "The agreement does not wait for a release.", zh: "该协议当前无需确认放行。" },
  },
  ALREADY_RELEASED: {
    status: 409,
    title: { en: "Your side has already released this agreement.", zh: "贵方已放行该协议。" },
  },
  AMOUNT_NEEDS_ANNOUNCEMENT: {
    status: 422,
    title: {
      en: "The amount can only be announced together with the agreement.",
      zh: "只有同意公布协议，才能公布金额。",
    },
  },
  AGREEMENT_CLOSED: {
    status: 409,
    title: {
      en: "The agreement is signed, rejected or void: it changes no more.",
      zh: "协议已签署、被拒绝或已作废，不能再更改。",
    },
  },
  AGREEMENT_ON_STAGE: {
    status: 409,
    title: {
      en: "The agreement is in the run of show of a ceremony. Take it out there first.",
      zh: "该协议已列入仪式流程，请先将其移出。",
    },
  },
  AGREEMENT_NOT_RELEASED: {
    status: 409,
    title: {
      en: "An agreement goes on stage only when every party has released it.",
      zh: "所有当事方放行后，协议才能上台签署。",
    },
  },
  AGREEMENT_IN_OTHER_CEREMONY: {
    status: 409,
    title: { en: "Another ceremony signs this agreement.", zh: "该协议已安排在另一场仪式中签署。" },
  },
  CEREMONY_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such ceremony.", zh: "找不到这场仪式。" },
  },
  CEREMONY_ALREADY_OPEN: {
    status: 409,
    title: { en: "The ceremony has begun: its run of show is fixed.", zh: "仪式已经开始，流程不能再更改。" },
  },
  CEREMONY_NOT_ON_STAGE: {
    status: 409,
    title: { en: "The ceremony is not on stage now.", zh: "仪式当前不在进行中。" },
  },
  CEREMONY_CLOSED: {
    status: 409,
    title: { en: "The ceremony is over.", zh: "仪式已经结束。" },
  },
  RUN_OF_SHOW_EMPTY: {
    status: 409,
    title: { en: "A ceremony needs at least one item before it opens.", zh: "仪式至少需要一个环节才能开始。" },
  },
  ITEM_LISTED_TWICE: {
    status: 422,
    title: { en: "The same agreement stands in the run of show twice.", zh: "同一份协议在流程中出现了两次。" },
  },
  CEREMONY_MOVED_ON: {
    status: 409,
    title: {
      en: "Somebody else has taken a step meanwhile. Look at the stage and decide again.",
      zh: "其他主持人刚刚操作了一步，请查看现场后再决定。",
    },
  },
  ITEM_NOT_FOUND: {
    status: 404,
    title: { en: "The run of show has no such item.", zh: "流程中没有这一环节。" },
  },
  ITEM_NOT_NEXT: {
    status: 409,
    title: { en: "Another item comes first.", zh: "还没有轮到这一环节。" },
  },
  ITEM_STILL_ON_STAGE: {
    status: 409,
    title: { en: "Finish the item on stage first.", zh: "请先完成台上的环节。" },
  },
  ITEM_NOT_ON_STAGE: {
    status: 409,
    title: { en: "This item is not on stage.", zh: "该环节不在台上。" },
  },
  ITEM_HAS_BEGUN: {
    status: 409,
    title: { en: "Signing has begun: the item can no longer be skipped.", zh: "签署已经开始，不能跳过该环节。" },
  },
  STEP_NOT_FOR_THIS_ITEM: {
    status: 409,
    title: { en: "This kind of item has no such step.", zh: "此类环节没有这一步骤。" },
  },
  STEP_OUT_OF_ORDER: {
    status: 409,
    title: { en: "Another step comes first.", zh: "请先完成前一步骤。" },
  },
  SIGNING_OUT_OF_TURN: {
    status: 409,
    title: { en: "Another signature comes first.", zh: "还没有轮到这一签名。" },
  },
  CERTIFICATE_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such certificate.", zh: "找不到这份证书。" },
  },
} as const satisfies RefusalCatalog;

export type CeremoniesRefusalCode = keyof typeof ceremoniesRefusals;
