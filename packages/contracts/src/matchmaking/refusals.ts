import { type RefusalCatalog, refusing } from "../kernel/refusal.ts";

/** How matchmaking says no. Each sentence says what to do, and never who else meets whom. */
export const matchmakingRefusals = {
  FAIR_NOT_KNOWN_YET: {
    status: 404,
    title: {
      en: "This fair is not known here yet; check the address or try again in a moment",
      zh: "此处尚无该展会信息，请检查地址或稍后再试",
    },
  },
  ACTING_ORGANIZATION_UNCLEAR: {
    status: 422,
    title: {
      en: "You act for several organizations at this fair; say for which one",
      zh: "您在本展会代表多个机构，请指明代表哪一个",
    },
  },
  NOT_A_REPRESENTATIVE: {
    status: 403,
    title: {
      en: "You do not act for this organization at this fair; ask its people to add you",
      zh: "您目前不是该机构在本展会的代表，请联系该机构将您加入",
    },
  },
  OWN_ORGANIZATION_NOT_VERIFIED: {
    status: 409,
    title: {
      en: "The organizer has not verified your organization; meetings open once that is done",
      zh: "主办方尚未审核通过贵机构，审核通过后即可安排洽谈",
    },
  },
  OTHER_ORGANIZATION_NOT_FOUND: {
    status: 404,
    title: {
      en: "No such organization takes meetings at this fair; choose another one",
      zh: "本展会没有可安排洽谈的该机构，请另选一家",
    },
  },
  MEETING_WITH_SAME_ROLE: {
    status: 422,
    title: {
      en: "Meetings are between different roles, such as buyer and exhibitor; choose somebody on the other side",
      zh: "洽谈须在不同角色之间进行（如采购商与参展商），请选择另一方的机构",
    },
  },
  YOU_SAID_NO_THANKS: {
    status: 409,
    title: {
      en: "You marked this organization with “no thanks”; take that back first",
      zh: "您已将该机构标记为“不考虑”，请先撤回该标记",
    },
  },
  MEETING_NOT_POSSIBLE: {
    status: 409,
    title: {
      en: "A meeting with this organization is not possible; see who else fits",
      zh: "无法与该机构安排洽谈，请看看其他合适的机构",
    },
  },
  SLOT_UNKNOWN: {
    status: 422,
    title: { en: "The fair has no such time slot; choose one from its grid", zh: "展会没有该时段，请从时段表中选择" },
  },
  SLOT_PROPOSED_TWICE: {
    status: 422,
    title: { en: "The same time slot is proposed twice; name different ones", zh: "同一时段被重复提议，请选择不同的时段" },
  },
  SLOT_PAST: {
    status: 409,
    title: { en: "This time slot has passed; choose a later one", zh: "该时段已过，请选择之后的时段" },
  },
  REQUESTER_BUSY: {
    status: 409,
    title: {
      en: "You already meet somebody in a slot you propose; choose one that is free for you",
      zh: "您提议的时段中已有自己的洽谈，请选择您空闲的时段",
    },
  },
  PENDING_REQUEST_LIMIT: {
    status: 409,
    title: {
      en: "You have as many open requests as this fair allows; wait for an answer or withdraw one",
      zh: "您的待答复请求已达本展会上限，请等待答复或先撤回一个",
    },
  },
  MEETING_ALREADY_OPEN: {
    status: 409,
    title: {
      en: "Your two organizations already have an open request or a meeting; use that one",
      zh: "双方机构之间已有待答复的请求或已安排的洽谈，请直接使用该项",
    },
  },
  MEETING_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such meeting among yours; look at your list", zh: "您的洽谈中没有该项，请查看您的列表" },
  },
  NOT_THE_RECIPIENT: {
    status: 403,
    title: {
      en: "Only the side that was asked may answer; you can withdraw your request",
      zh: "只有被邀请方可以答复；您可以撤回自己的请求",
    },
  },
  NOT_THE_REQUESTER: {
    status: 403,
    title: {
      en: "Only the side that asked may withdraw; you can decline the request",
      zh: "只有发起方可以撤回；您可以婉拒该请求",
    },
  },
  REQUEST_NOT_PENDING: {
    status: 409,
    title: { en: "This request is no longer open; look at its present state", zh: "该请求已不在待答复状态，请查看其最新状态" },
  },
  REQUEST_EXPIRED: {
    status: 409,
    title: { en: "The time to answer this request is over; ask for a new meeting", zh: "该请求已过答复期限，请重新发起洽谈请求" },
  },
  SLOT_NOT_PROPOSED: {
    status: 422,
    title: { en: "Choose one of the time slots that were proposed", zh: "请从对方提议的时段中选择" },
  },
  REPRESENTATIVE_NOT_YOURS: {
    status: 422,
    title: {
      en: "This person does not represent your organization; choose one who does",
      zh: "该人员不是贵机构的代表，请选择贵机构的代表",
    },
  },
  NO_MEETING_PLACE: {
    status: 409,
    title: {
      en: "Neither side has a booth yet, so there is no place to meet; get one assigned first",
      zh: "双方都还没有展位，暂无洽谈地点，请先落实展位",
    },
  },
  SLOT_TAKEN: {
    status: 409,
    title: {
      en: "Somebody was faster: this slot is taken; choose one of the free ones",
      zh: "已被他人抢先：该时段已被占用，请选择其他空闲时段",
    },
  },
  MEETING_NOT_SCHEDULED: {
    status: 409,
    title: {
      en: "This meeting is not on the schedule now; look at its present state",
      zh: "该洽谈目前未在日程中，请查看其最新状态",
    },
  },
  MEETING_HAS_BEGUN: {
    status: 409,
    title: {
      en: "The meeting's time has come: it can no longer be moved or cancelled; check in or ask for a new one",
      zh: "洽谈时间已到，不能再改期或取消；请签到或重新发起请求",
    },
  },
  CHECK_IN_NOT_OPEN: {
    status: 409,
    title: {
      en: "Check-in for this meeting has not opened yet; come back closer to its time",
      zh: "该洽谈尚未开放签到，请临近开始时再试",
    },
  },
  CHECK_IN_CLOSED: {
    status: 409,
    title: { en: "Check-in for this meeting has closed; ask for a new meeting", zh: "该洽谈的签到已截止，请重新发起洽谈请求" },
  },
  PREFERENCE_ABOUT_ITSELF: {
    status: 422,
    title: { en: "An organization has no wish about itself; choose another one", zh: "不能对自己的机构表达意向，请选择其他机构" },
  },
  SCHEDULE_RUN_NOT_FOUND: {
    status: 404,
    title: { en: "This fair has no such schedule run; look at the list", zh: "本展会没有该排期任务，请查看列表" },
  },
  SCHEDULE_RUN_ACTIVE: {
    status: 409,
    title: {
      en: "Another schedule run of this fair is being calculated, published or taken back; wait for it, or discard it",
      zh: "本展会已有排期任务正在计算、发布或撤回，请等待其完成或将其放弃",
    },
  },
  SCHEDULE_RUN_NOT_RUNNING: {
    status: 409,
    title: {
      en: "This run is not being calculated now; look at its present state",
      zh: "该任务当前不在计算中，请查看其最新状态",
    },
  },
  SCHEDULE_RUN_NOT_FINISHED: {
    status: 409,
    title: {
      en: "Only a finished run that was not published yet can be published; look at its present state",
      zh: "只有已完成且尚未发布的任务才能发布，请查看其最新状态",
    },
  },
  SCHEDULE_RUN_WITHOUT_RESULT: {
    status: 409,
    title: {
      en: "This run has no plan to look at; wait for it or start another one",
      zh: "该任务没有可查看的方案，请等待或另行启动",
    },
  },
  SCHEDULE_RUN_NOT_DISCARDABLE: {
    status: 409,
    title: {
      en: "A run that was published, or is being published, is taken back instead of discarded",
      zh: "已发布或正在发布的任务不能放弃，请改为撤回",
    },
  },
  SCHEDULE_RUN_NOT_PUBLISHED: {
    status: 409,
    title: { en: "This run is not published; look at its present state", zh: "该任务尚未发布，请查看其最新状态" },
  },
  NO_SLOT_LEFT: {
    status: 422,
    title: {
      en: "No time slot that these rules allow is still to come; choose other days or slots",
      zh: "按所选规则没有尚未开始的时段，请选择其他日期或时段",
    },
  },
} as const satisfies RefusalCatalog;

export type MatchmakingRefusalCode = keyof typeof matchmakingRefusals;

/** `throw refuseMatchmaking("SLOT_PAST", { slotId })`. */
export const refuseMatchmaking = refusing(matchmakingRefusals);
