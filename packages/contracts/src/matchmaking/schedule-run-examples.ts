import type { z } from "zod";
import { examples } from "./examples.ts";
import { schedulePublished, scheduleRunFinished, scheduleRunProgressed, scheduleRunStarted } from "./schedule-run-events.ts";
import type {
  ComparedPersonView,
  ProposedMeetingView,
  PublicationChangeView,
  ScheduleRunView,
  UnscheduledWishView,
} from "./schedule-run-views.ts";

const { runId, fairId, kind, wishes, rules, startedAt } = scheduleRunStarted.example;
const { requester, recipient } = examples.meeting;

const running: ScheduleRunView = {
  runId,
  version: 9,
  fairId,
  kind,
  status: "running",
  wishes,
  rules,
  startedAt,
  attempts: 1,
  stopAsked: false,
  progress: scheduleRunProgressed.example.progress,
  reasons: [],
  since: startedAt,
};

const queued: ScheduleRunView = {
  runId,
  version: 1,
  fairId,
  kind,
  status: "queued",
  wishes,
  rules,
  startedAt,
  attempts: 0,
  stopAsked: false,
  reasons: [],
  since: startedAt,
};

const finished: ScheduleRunView = {
  ...running,
  version: 40,
  status: "finished",
  summary: scheduleRunFinished.example.summary,
  since: scheduleRunFinished.example.finishedAt,
};

const published: ScheduleRunView = {
  ...finished,
  version: 55,
  status: "published",
  publication: schedulePublished.example.publication,
  since: schedulePublished.example.publishedAt,
};

const buyer = {
  organizationId: requester.organizationId,
  name: { en: "Costa Verde Moda (example)" },
  person: { representativeId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0202", name: { en: "Ana Prado (example)" } },
};
const exhibitor = {
  organizationId: recipient.organizationId,
  name: { en: "Lanhai Denim Works (example)", zh: "蓝海牛仔（示例）" },
  person: { representativeId: "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0201", name: { en: "Lin Yue (example)", zh: "林悦（示例）" } },
};
const { person: _buyer, ...buyerName } = buyer;
const { person: _exhibitor, ...exhibitorName } = exhibitor;
const at = { slot: examples.slot, boothCode: "A-012" };

const proposed: z.input<typeof ProposedMeetingView> = {
  meetingId: examples.meetingId,
  source: "request",
  weight: 8,
  requester: buyer,
  recipient: exhibitor,
  ...at,
};

const unscheduled: z.input<typeof UnscheduledWishView> = {
  meetingId: examples.meetingId,
  source: "preference",
  weight: 7,
  requester: buyerName,
  recipient: exhibitorName,
  code: "LOCATION_FULL",
  reason: {
    en: "booth A-012 is full in the three slots that both have free",
    zh: "双方共同空闲的三个时段内，展位 A-012 均已约满",
  },
};

const compared: z.input<typeof ComparedPersonView> = {
  ...buyer,
  before: 2,
  after: 9,
  organization: { wished: 12, got: 7, possible: 8 },
  because: { en: "12 wishes for 8 free slots" },
};

const changed: z.input<typeof PublicationChangeView> = {
  meetingId: examples.meetingId,
  requester: buyerName,
  recipient: exhibitorName,
  kind: "changed",
  planned: at,
  booked: { ...at, boothCode: "A-013" },
  code: "PLACE_TAKEN",
  reason: { en: "the place was taken meanwhile", zh: "该位置已被占用" },
};

export const scheduleRunExamples = {
  runId,
  queued,
  running,
  finished,
  published,
  proposed,
  unscheduled,
  compared,
  changed,
} as const;
