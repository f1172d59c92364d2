import { type RefusalCatalog, refusing } from "../kernel/refusal.ts";

/** What the venue may refuse with, beside the general refusals. */
export const venueRefusals = {
  FAIR_NOT_PLANNED: {
    status: 404,
    title: { en: "There is no such fair", zh: "没有该展会" },
  },
  TIME_ZONE_UNKNOWN: {
    status: 422,
    title: {
      en: "Please give a time zone by its IANA name, for example Asia/Shanghai",
      zh: "请使用 IANA 时区名称，例如 Asia/Shanghai",
    },
  },
  OPENING_PERIODS_OVERLAP: {
    status: 422,
    title: { en: "Two opening periods overlap; please correct their times", zh: "两个开放时段重叠，请修改时间" },
  },
  OPENING_PERIOD_TOO_SHORT: {
    status: 422,
    title: { en: "An opening period must have room for one time slot", zh: "每个开放时段至少应容纳一个时段格" },
  },
  FAIR_TOO_LONG: {
    status: 422,
    title: {
      en: "A fair can span 99 days and 1,000 time slots; please shorten it or use longer slots",
      zh: "展会最长 99 天、最多 1,000 个时段格，请缩短展期或延长每格时间",
    },
  },
  SLOT_LENGTH_FIXED: {
    status: 409,
    title: {
      en: "The length of the time slots is fixed once the fair is planned, because meetings refer to them",
      zh: "展会创建后时段长度不可更改，因为会面已引用这些时段",
    },
  },
  PLAN_IS_FULL: {
    status: 409,
    title: { en: "The plan has reached its limit of halls, zones or booths", zh: "平面图中的展厅、展区或展位数量已达上限" },
  },
  HALL_NOT_FOUND: {
    status: 404,
    title: { en: "The fair has no such hall", zh: "展会没有该展厅" },
  },
  ZONE_OUTSIDE_HALL: {
    status: 422,
    title: { en: "The zone reaches beyond its hall", zh: "展区超出展厅范围" },
  },
  ZONES_OVERLAP: {
    status: 409,
    title: { en: "The zone overlaps another zone of the hall", zh: "该展区与展厅中的其他展区重叠" },
  },
  BOOTHS_NOT_PLANNABLE: {
    status: 422,
    title: {
      en: "Some booths cannot be planned like this, so none was; please correct the listed ones",
      zh: "部分展位无法按此规划，因此均未生效，请修改列出的展位",
    },
  },
  BOOTH_CODE_TAKEN: {
    status: 409,
    title: {
      en: "A booth with this code stands in another hall; please choose another code",
      zh: "其他展厅已有相同编号的展位，请更换编号",
    },
  },
  BOOTH_NOT_FOUND: {
    status: 404,
    title: { en: "The fair has no such booth", zh: "展会没有该展位" },
  },
  BOOTH_NOT_AVAILABLE: {
    status: 409,
    title: { en: "This booth is taken; please choose another one", zh: "该展位已被占用，请选择其他展位" },
  },
  BOOTH_IS_BLOCKED: {
    status: 409,
    title: { en: "The organizer keeps this booth out of use", zh: "主办方已停用该展位" },
  },
  BOOTH_HELD_BY_ANOTHER: {
    status: 409,
    title: {
      en: "Another exhibitor holds this booth now; please look at the plan again before you confirm",
      zh: "该展位现由另一家参展商预留，请刷新平面图后再确认",
    },
  },
  BOOTH_NOT_HELD: {
    status: 409,
    title: { en: "Nobody holds this booth, so there is nothing to confirm", zh: "该展位当前无人预留，无法确认" },
  },
  HOLD_EXPIRED: {
    status: 409,
    title: { en: "The hold has expired; the exhibitor must hold the booth again", zh: "预留已过期，需由参展商重新预留" },
  },
  HOLD_LIMIT_REACHED: {
    status: 409,
    title: {
      en: "Your organization already holds another booth; please release it first or have it confirmed",
      zh: "贵机构已预留其他展位，请先释放或等待确认",
    },
  },
  NOT_YOUR_BOOTH: {
    status: 403,
    title: { en: "This booth is not your organization's", zh: "该展位不属于贵机构" },
  },
  NOT_YOUR_EXHIBITOR: {
    status: 403,
    title: { en: "You may hold booths only for your own organization", zh: "您只能为自己的机构预留展位" },
  },
  EXHIBITOR_NOT_VERIFIED: {
    status: 409,
    title: {
      en: "Only exhibitors that the organizer has verified can have a booth. If that was a moment ago, please try again in a few seconds",
      zh: "只有通过主办方审核的参展商才能获得展位。如刚刚通过审核，请稍后几秒再试",
    },
  },
} as const satisfies RefusalCatalog;

/** `throw refuseInVenue("BOOTH_NOT_AVAILABLE", { status })`. */
export const refuseInVenue = refusing(venueRefusals);
