import { listCertificates } from "@rialto/contracts/ceremonies/operations/certificates";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Section } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import { usePager } from "../shared/use-pager.ts";
import styles from "./host.module.css";

const PAGE = 20;

/** What the stage has brought about; each can be opened, printed and checked by anybody. */
export function Certificates() {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const { size, more } = usePager(PAGE);
  const read = useOperation(
    listCertificates,
    { params: { fairId }, query: { limit: size } },
    { follows: ["certificate", "ceremony"], smooth: true },
  );
  return (
    <Section title={t("ceremony.certificates")}>
      <Loaded of={read} rows={2}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Empty icon="merchants" title={t("ceremony.certificatesNone")} />
          ) : (
            <>
              <ul className={styles.lines}>
                {items.map(({ certificateId, title, verificationCode, issuedAt, subject }) => (
                  <li key={certificateId}>
                    <Link to={`/certificate/${encodeURIComponent(verificationCode)}`} className={styles.opens}>
                      <Icon name={subject === "agreement" ? "pen" : "plaque"} size={22} />
                      <span className={styles.lineWords}>
                        <Name of={title} className={styles.lineTitle} />
                        <span className={styles.lineFacts}>
                          <Verbatim className={styles.mono}>{verificationCode}</Verbatim>
                          <span>{format.moment(issuedAt)}</span>
                        </span>
                      </span>
                      <Icon name="next" size={20} />
                    </Link>
                  </li>
                ))}
              </ul>
              {nextCursor !== undefined && (
                <button type="button" className={styles.more} onClick={more}>
                  {t("state.more")}
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
