/** What the first screen may be made of, by the name under which it is fetched ahead. */
export const pieces = {
  rooms: () => import("./Rooms.tsx"),
  entrance: () => import("../entrance/EntrancePage.tsx"),
  now: () => import("../now/NowPage.tsx"),
  day: () => import("../day/DayPage.tsx"),
  numbers: () => import("../numbers/NumbersPage.tsx"),
  ceremonies: () => import("../ceremony/CeremoniesPage.tsx"),
  find: () => import("../find/FindPage.tsx"),
  booth: () => import("../booth/BoothPage.tsx"),
  company: () => import("../company/CompanyPage.tsx"),
  schedule: () => import("../schedule/SchedulePage.tsx"),
  floor: () => import("../floor/FloorPage.tsx"),
  merchants: () => import("../merchants/MerchantsPage.tsx"),
};

const alone: Readonly<Record<string, readonly (keyof typeof pieces)[]>> = { "sign-in": ["entrance"] };

/** Fetches what the address needs all at once, instead of one piece after the other has asked for it. */
export function fetchAhead(pathname: string): void {
  const [, area = ""] = pathname.split("/");
  const wanted = alone[area] ?? (area in pieces ? (["rooms", area] as (keyof typeof pieces)[]) : []);
  // Whoever draws it asks again, and says so when it is not there.
  for (const piece of wanted) void pieces[piece]().catch(() => undefined);
}
