import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import styles from "./check-in.module.css";

/** Said large, since it is read across a counter: taken by the service, or noted until there is a network. */
export function Arrival({ isQueued, isHeld }: { isQueued: boolean; isHeld: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.arrival} data-queued={isQueued} role="status">
      <Icon name={isQueued ? "hourglass" : "check"} size={28} />
      <div>
        <strong>{t(isQueued ? "checkIn.noted" : "checkIn.youAreHere")}</strong>
        <p>{t(isQueued ? "checkIn.willBeSent" : isHeld ? "checkIn.bothHere" : "checkIn.otherAwaited")}</p>
      </div>
    </div>
  );
}
