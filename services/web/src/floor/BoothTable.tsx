import { TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Name, useName, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Countdown } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { BoothPill } from "./BoothPill.tsx";
import { type BoothStatus, type PlacedBooth, statuses } from "./booths.ts";
import styles from "./floor.module.css";

interface Props {
  readonly booths: readonly PlacedBooth[];
  readonly chosen: string | undefined;
  readonly choose: (boothId: string) => void;
}

/** The same booths as lines: for wide lists, for keyboards and for screen readers. */
export function BoothTable({ booths, chosen, choose }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const { fair } = usePlace();
  const [status, setStatus] = useState<BoothStatus | "">("");
  const [zoneId, setZone] = useState("");
  const [typed, type] = useState("");
  const q = useDeferredValue(typed.trim().toLowerCase());
  const isMeant = ({ code, name: called }: PlacedBooth) =>
    q === "" || [code, called?.en, called?.zh].some((text) => text?.toLowerCase().includes(q));
  const lines = booths
    .filter(isMeant)
    .filter((booth) => (status === "" || booth.status === status) && (zoneId === "" || booth.zoneId === zoneId))
    .toSorted((a, b) => a.code.localeCompare(b.code));
  return (
    <div className={styles.plan}>
      <div className={styles.filters}>
        <TextInput
          type="search"
          className={styles.search ?? ""}
          aria-label={t("floor.find")}
          placeholder={t("floor.find")}
          leftSection={<Icon name="find" />}
          maxLength={100}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <label>
          <span>{t("floor.status")}</span>
          <select value={status} onChange={(event) => setStatus(event.currentTarget.value as BoothStatus | "")}>
            <option value="">{t("floor.all")}</option>
            {statuses.map((one) => (
              <option key={one} value={one}>
                {t(`booth.status.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("floor.zone")}</span>
          <select value={zoneId} onChange={(event) => setZone(event.currentTarget.value)}>
            <option value="">{t("floor.all")}</option>
            {fair.zones.map((zone) => (
              <option key={zone.zoneId} value={zone.zoneId} translate="no">
                {name(zone.name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t("floor.table")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("floor.booth")}</th>
              <th scope="col">{t("floor.status")}</th>
              <th scope="col">{t("floor.who")}</th>
              <th scope="col">{t("floor.zone")}</th>
              <th scope="col">{t("floor.kind")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((booth) => (
              <tr key={booth.boothId} data-chosen={booth.boothId === chosen}>
                <td>
                  <button type="button" onClick={() => choose(booth.boothId)} aria-pressed={booth.boothId === chosen}>
                    <Verbatim>{booth.code}</Verbatim>
                  </button>
                </td>
                <td>
                  <BoothPill status={booth.status} />{" "}
                  {booth.holdExpiresAt !== undefined && <Countdown until={booth.holdExpiresAt} />}
                </td>
                <td>
                  <Name of={booth.name} />
                </td>
                <td>
                  <Name of={fair.zones.find((zone) => zone.zoneId === booth.zoneId)?.name} />
                </td>
                <td>{t(`booth.kind.${booth.kind}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.lines} role="status">
        {t("floor.lines", { count: lines.length })}
      </p>
    </div>
  );
}
