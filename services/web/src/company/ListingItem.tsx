import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Localized, Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { AskAgain } from "./AskAgain.tsx";
import styles from "./company.module.css";
import { HsCode } from "./HsCode.tsx";
import type { Kind, Listing } from "./kinds.ts";

interface Props {
  readonly kind: Kind;
  readonly listing: Listing;
  readonly hsNames: ReadonlyMap<string, Localized>;
  readonly isBusy: boolean;
  readonly edit: () => void;
  readonly withdraw: () => void;
}

const SHOWN_MARKETS = 8;

function Facts({ listing: { content } }: Pick<Props, "listing">) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const rest = content.markets.length - SHOWN_MARKETS;
  return (
    <div className={shared.facts}>
      <span>
        <Icon name="globe" size={16} />
        {content.markets.length === 0
          ? t("company.anywhere")
          : `${content.markets.slice(0, SHOWN_MARKETS).map(format.country).join(" · ")}${rest > 0 ? ` +${rest}` : ""}`}
      </span>
      {content.certificates.length > 0 && (
        <span>
          <Icon name="plaque" size={16} /> <Verbatim>{content.certificates.join(" · ")}</Verbatim>
        </span>
      )}
      {content.tags.length > 0 && <Verbatim>{content.tags.map((tag) => `#${tag}`).join("  ")}</Verbatim>}
    </div>
  );
}

/** One's own offer or need, as others read it, with what can be done about it. */
export function ListingItem({ kind, listing, hsNames, isBusy, edit, withdraw }: Props) {
  const { t } = useTranslation();
  const [isAsking, ask] = useState(false);
  const { title, description, hsCodes } = listing.content;
  const lacking = title.zh === undefined ? "zh" : title.en === undefined ? "en" : undefined;
  return (
    <Card as="li">
      <div className={shared.spread}>
        <h3>
          <Name of={title} />
        </h3>
        {lacking !== undefined && (
          <Pill tone="warn" icon="warn">
            {t(`company.lacks.${lacking}`)}
          </Pill>
        )}
      </div>
      {description !== undefined && (
        <p className={styles.description}>
          <Name of={description} />
        </p>
      )}
      {hsCodes.length === 0 ? (
        <p>
          <Pill tone="warn" icon="warn">
            {t("company.lacks.hs")}
          </Pill>
        </p>
      ) : (
        <ul className={styles.codes}>
          {hsCodes.map((code) => (
            <li key={code}>
              <HsCode code={code} name={hsNames.get(code)} />
            </li>
          ))}
        </ul>
      )}
      <Facts listing={listing} />
      {isAsking ? (
        <AskAgain
          question={t(`company.${kind}.withdrawQuestion`)}
          yes={t("company.withdraw")}
          isBusy={isBusy}
          confirm={withdraw}
          no={() => ask(false)}
        />
      ) : (
        <div className={shared.actions}>
          <Button size="sm" variant="default" leftSection={<Icon name="pen" size={16} />} onClick={edit}>
            {t("company.change")}
          </Button>
          <Button size="sm" variant="subtle" color="red" onClick={() => ask(true)}>
            {t("company.withdraw")}
          </Button>
        </div>
      )}
    </Card>
  );
}
