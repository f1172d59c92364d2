import type { Sentence } from "@rialto/contracts/kernel/refusal";
import type { z } from "zod";

/** What is wrong with a field, for people; never contains what they sent. */
export interface Complaint {
  /** `MISSING`, `WRONG_TYPE`, `TOO_LONG`, ...: stable, for programs. */
  readonly code: string;
  readonly message: Sentence;
}

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue["code"]> = Extract<Issue, { code: Code }>;

const kinds: Readonly<Record<string, Sentence>> = {
  string: { en: "text", zh: "文本" },
  number: { en: "a number", zh: "数字" },
  int: { en: "a whole number", zh: "整数" },
  boolean: { en: "true or false", zh: "true 或 false" },
  array: { en: "a list", zh: "列表" },
  object: { en: "an object", zh: "对象" },
  date: { en: "a date", zh: "日期" },
  undefined: { en: "left out", zh: "留空" },
  null: { en: "null", zh: "null" },
};

const formats: Readonly<Record<string, Sentence>> = {
  uuid: { en: "an identifier (UUID)", zh: "标识符（UUID）" },
  datetime: { en: "an instant in UTC such as 2026-09-01T10:05:00Z", zh: " UTC 时间，例如 2026-09-01T10:05:00Z" },
  date: { en: "a date such as 2026-09-01", zh: "日期，例如 2026-09-01" },
  time: { en: "a time such as 10:05:00", zh: "时间，例如 10:05:00" },
  email: { en: "an e-mail address", zh: "电子邮箱地址" },
  url: { en: "a web address", zh: "网址" },
  e164: { en: "a telephone number such as +8613800000000", zh: "电话号码，例如 +8613800000000" },
};

/** The contracts' own sentences; zod knows them in English only. */
const ownSentences: Readonly<Record<string, string>> = {
  "must not contain control characters": "不能包含控制字符",
  "needs English or Chinese": "需要填写英文或中文",
  "must lie between 2000 and 2199": "必须在 2000 年至 2199 年之间",
};

const own = (message: string): Sentence => ({ en: message, zh: ownSentences[message] ?? "不符合要求" });

const must = (what: Sentence): Sentence => ({ en: `must be ${what.en}`, zh: `必须是${what.zh}` });

function wrongType(issue: IssueOf<"invalid_type">): Complaint {
  if (issue.input === undefined && issue.expected !== "undefined") {
    return { code: "MISSING", message: { en: "is missing", zh: "不能缺少" } };
  }
  const kind = kinds[issue.expected] ?? { en: `of type ${issue.expected}`, zh: ` ${issue.expected} 类型` };
  return { code: "WRONG_TYPE", message: must(kind) };
}

const units: Readonly<Record<string, Sentence>> = {
  string: { en: " characters", zh: " 个字符" },
  array: { en: " entries", zh: " 项" },
  set: { en: " entries", zh: " 项" },
  map: { en: " entries", zh: " 项" },
};

const noUnit: Sentence = { en: "", zh: "" };

function tooBig(issue: IssueOf<"too_big">): Complaint {
  const unit = units[issue.origin] ?? noUnit;
  const [en, zh] = issue.inclusive === false ? ["less than", "必须小于"] : ["at most", "不能超过"];
  return {
    code: unit === noUnit ? "TOO_LARGE" : "TOO_LONG",
    message: { en: `must be ${en} ${issue.maximum}${unit.en}`, zh: `${zh} ${issue.maximum}${unit.zh}` },
  };
}

function tooSmall(issue: IssueOf<"too_small">): Complaint {
  const unit = units[issue.origin] ?? noUnit;
  if (unit !== noUnit && issue.minimum === 1) return { code: "EMPTY", message: { en: "must not be empty", zh: "不能为空" } };
  const [en, zh] = issue.inclusive === false ? ["more than", "必须大于"] : ["at least", "不能少于"];
  return {
    code: unit === noUnit ? "TOO_SMALL" : "TOO_SHORT",
    message: { en: `must be ${en} ${issue.minimum}${unit.en}`, zh: `${zh} ${issue.minimum}${unit.zh}` },
  };
}

function wrongValue(issue: IssueOf<"invalid_value">): Complaint {
  const values = issue.values.slice(0, 20).map(String).join(", ");
  return { code: "NOT_ALLOWED", message: { en: `must be one of: ${values}`, zh: `必须是以下之一：${values}` } };
}

const shape: Complaint = {
  code: "WRONG_FORMAT",
  message: { en: "does not have the expected form", zh: "格式不正确" },
};

function wrongFormat(issue: IssueOf<"invalid_format">): Complaint {
  const known = formats[issue.format];
  if (known !== undefined) return { code: "WRONG_FORMAT", message: must(known) };
  // zod's own sentence would show people the pattern.
  return issue.message.startsWith("Invalid") ? shape : { code: "WRONG_FORMAT", message: own(issue.message) };
}

/** Puts one zod issue into a sentence in both languages. */
export function complain(issue: Issue): Complaint {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
    case "too_big":
      return tooBig(issue);
    case "too_small":
      return tooSmall(issue);
    case "invalid_value":
      return wrongValue(issue);
    case "invalid_format":
      return wrongFormat(issue);
    case "unrecognized_keys":
      return { code: "UNKNOWN_FIELD", message: { en: "is not a field of this request", zh: "不是该请求的字段" } };
    case "not_multiple_of":
      return {
        code: "NOT_ALLOWED",
        message: { en: `must be a multiple of ${issue.divisor}`, zh: `必须是 ${issue.divisor} 的倍数` },
      };
    case "custom":
      return { code: "NOT_ALLOWED", message: own(issue.message) };
    default:
      return shape;
  }
}
