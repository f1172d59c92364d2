import { Notifications } from "@mantine/notifications";

/** Where short sentences appear; what was said before this was fetched is shown then. */
export default function Notices() {
  return <Notifications position="top-center" limit={3} containerWidth={420} />;
}
