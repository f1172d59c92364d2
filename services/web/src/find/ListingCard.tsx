import type { ListingContent } from "@rialto/contracts/registry/events";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Card } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import styles from "./find.module.css";

/** Something that is offered or sought. */
export function ListingCard({ content, children }: { content: ListingContent; children?: ReactNode }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  return (
    <Card as="li">
      <div className={shared.spread}>
        <h3>
          <Name of={content.title} />
        </h3>
        {content.hsCodes.length > 0 && (
          <span className={styles.hs}>
            {t("listing.hs")} <Verbatim>{content.hsCodes.join(" ")}</Verbatim>
          </span>
        )}
      </div>
      {content.description !== undefined && (
        <p>
          <Name of={content.description} />
        </p>
      )}
      <div className={shared.facts}>
        {content.tags.length > 0 && <Verbatim>{content.tags.map((tag) => `#${tag}`).join("  ")}</Verbatim>}
        {content.markets.length > 0 && (
          <span>{t("listing.markets", { list: content.markets.slice(0, 6).map(format.country).join(", ") })}</span>
        )}
        {content.certificates.length > 0 && <Verbatim>{content.certificates.join(" · ")}</Verbatim>}
      </div>
      {children}
    </Card>
  );
}
