import { type RefusalCatalog, refusing } from "../kernel/refusal.ts";

/** What the registry may refuse with, beside the general refusals. */
export const registryRefusals = {
  FAIR_NOT_FOUND: {
    status: 404,
    title: {
      en: "We do not know this fair. If it was planned a moment ago, please try again in a few seconds",
      zh: "未找到该展会。如果刚刚创建，请稍后几秒再试",
    },
  },
  ORGANIZATION_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such organization at this fair", zh: "本届展会没有该机构" },
  },
  NOT_YOUR_ORGANIZATION: {
    status: 403,
    title: { en: "Only the organization's own representatives may do this", zh: "只有该机构自己的代表才能执行此操作" },
  },
  ORGANIZATION_ALREADY_REGISTERED: {
    status: 409,
    title: {
      en: "You have already registered this organization with other details; please sign in and change its profile",
      zh: "您已用其他信息登记过该机构，请登录后修改资料",
    },
  },
  ORGANIZATION_IS_REJECTED: {
    status: 409,
    title: {
      en: "The organizer has not admitted this organization; please correct its profile and contact the organizer",
      zh: "主办方未通过该机构的审核，请更正资料并联系主办方",
    },
  },
  ORGANIZATION_ROLE_FIXED: {
    status: 409,
    title: {
      en: "An organization cannot change its role at a fair; please register it again in the other role",
      zh: "机构在展会中的身份不可更改，请以另一身份重新登记",
    },
  },
  REPRESENTATIVE_NOT_FOUND: {
    status: 404,
    title: { en: "The organization has no such representative", zh: "该机构没有这位代表" },
  },
  REPRESENTATIVE_LIMIT_REACHED: {
    status: 409,
    title: {
      en: "An organization can have 50 representatives; please remove one first",
      zh: "每个机构最多 50 位代表，请先移除一位",
    },
  },
  LAST_REPRESENTATIVE: {
    status: 409,
    title: { en: "Please add another representative before you remove the last one", zh: "移除最后一位代表之前，请先添加另一位" },
  },
  OFFER_NOT_FOUND: {
    status: 404,
    title: { en: "This offer does not exist or was withdrawn", zh: "该供应信息不存在或已撤回" },
  },
  NEED_NOT_FOUND: {
    status: 404,
    title: { en: "This need does not exist or was withdrawn", zh: "该需求信息不存在或已撤回" },
  },
  LISTING_LIMIT_REACHED: {
    status: 409,
    title: {
      en: "An organization can publish 100 offers and 100 needs; please withdraw one first",
      zh: "每个机构最多发布 100 条供应和 100 条需求，请先撤回一条",
    },
  },
  EMAIL_HAS_ACCOUNT: {
    status: 409,
    title: {
      en: "This e-mail address already has an account; please give the password of that account",
      zh: "该邮箱已有账户，请输入该账户的密码",
    },
  },
  PASSWORD_TOO_EASY: {
    status: 422,
    title: {
      en: "This password is easy to guess; please choose one without your e-mail address and with more different characters",
      zh: "该密码容易被猜到，请勿包含邮箱，并使用更多不同的字符",
    },
  },
  CREDENTIALS_WRONG: {
    status: 401,
    title: { en: "The e-mail address or the password is wrong", zh: "邮箱或密码不正确" },
  },
  TOO_MANY_SIGN_INS: {
    status: 429,
    title: { en: "Too many failed attempts; please wait a little before the next one", zh: "失败次数过多，请稍候再试" },
  },
  SESSION_ENDED: {
    status: 401,
    title: { en: "Your session has ended; please sign in again", zh: "您的登录已失效，请重新登录" },
  },
  INVITATION_NOT_VALID: {
    status: 410,
    title: {
      en: "This invitation was used, replaced or is too old; please ask for a new one",
      zh: "该邀请已使用、已更换或已过期，请索取新的邀请",
    },
  },
  INVITATION_NOT_NEEDED: {
    status: 409,
    title: {
      en: "This person already has an account or an invitation from somebody else; they can simply sign in with it",
      zh: "此人已有账户或来自他处的邀请，可直接用其登录",
    },
  },
  ACCOUNT_NOT_FOUND: {
    status: 404,
    title: { en: "There is no such account", zh: "没有该账户" },
  },
  ROLE_NOT_YOURS_TO_GIVE: {
    status: 403,
    title: { en: "You may not give or take this role at this fair", zh: "您无权在本届展会授予或收回该角色" },
  },
  ROLE_LIMIT_REACHED: {
    status: 409,
    title: { en: "One account can hold 64 roles; please take one away first", zh: "每个账户最多 64 个角色，请先收回一个" },
  },
} as const satisfies RefusalCatalog;

/** `throw refuseInRegistry("ORGANIZATION_NOT_FOUND")`. */
export const refuseInRegistry = refusing(registryRefusals);
