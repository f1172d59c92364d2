import { lazy, useEffect } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { forgetAll } from "../data/query-client.ts";
import { startLive } from "../live/live.ts";
import { AtFair, usePlace } from "../session/place.tsx";
import { account } from "../session/session.ts";
import { useSignal } from "../shared/signal.ts";
import { homeOf } from "./areas.ts";
import { Nowhere } from "./Nowhere.tsx";
import { pieces } from "./pieces.ts";
import { Shell } from "./Shell.tsx";

const Now = lazy(pieces.now);
const Day = lazy(pieces.day);
const Find = lazy(pieces.find);
const Organization = lazy(() => import("../find/OrganizationPage.tsx"));
const Booth = lazy(pieces.booth);
const Company = lazy(pieces.company);
const CheckIn = lazy(() => import("../check-in/CheckInPage.tsx"));
const Ceremonies = lazy(pieces.ceremonies);
const Host = lazy(() => import("../ceremony/HostPage.tsx"));
const Floor = lazy(pieces.floor);
const Merchants = lazy(pieces.merchants);
const Numbers = lazy(pieces.numbers);
const Schedule = lazy(pieces.schedule);
const ScheduleRun = lazy(() => import("../schedule/RunPage.tsx"));
const Inbox = lazy(() => import("../inbox/InboxPage.tsx"));

const Home = () => <Navigate to={homeOf(usePlace().roles)} replace />;

/** The screens of people who are signed in. */
export default function Rooms() {
  const who = useSignal(account);
  const { pathname } = useLocation();
  useEffect(() => {
    if (who !== undefined) startLive();
    else forgetAll();
  }, [who]);
  if (who === undefined) return <Navigate to="/sign-in" replace state={{ to: pathname }} />;
  return (
    <AtFair key={who} nowhere={<Nowhere />}>
      <Shell>
        <Routes>
          <Route path="/now" element={<Now />} />
          <Route path="/day" element={<Day />} />
          <Route path="/find" element={<Find />} />
          <Route path="/organizations/:organizationId" element={<Organization />} />
          <Route path="/booth" element={<Booth />} />
          <Route path="/company" element={<Company />} />
          <Route path="/check-in/:meetingId?" element={<CheckIn />} />
          <Route path="/ceremonies" element={<Ceremonies />} />
          <Route path="/ceremonies/:ceremonyId" element={<Host />} />
          <Route path="/floor" element={<Floor />} />
          <Route path="/merchants" element={<Merchants />} />
          <Route path="/numbers" element={<Numbers />} />
          <Route path="/schedule" element={<Schedule />} />
          <Route path="/schedule/:runId" element={<ScheduleRun />} />
          <Route path="/inbox" element={<Inbox />} />
          <Route path="*" element={<Home />} />
        </Routes>
      </Shell>
    </AtFair>
  );
}
