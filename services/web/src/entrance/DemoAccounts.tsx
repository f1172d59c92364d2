import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Verbatim } from "../language/names.tsx";
import { Icon, type IconName } from "../shared/Icon.tsx";
import styles from "./entrance.module.css";

const Guide = z.object({
  accounts: z.array(z.object({ who: z.string(), email: z.string(), password: z.string() })).max(20),
});

/** The launcher writes this file for a fair that it has seeded itself; everywhere else it lists nobody. */
async function readGuide(): Promise<z.output<typeof Guide>> {
  const response = await fetch("/demo.json", { headers: { accept: "application/json" } });
  return Guide.parse(await response.json());
}

const roles = {
  buyer: { key: "buyer", icon: "find" },
  exhibitor: { key: "exhibitor", icon: "booth" },
  "another exhibitor": { key: "exhibitor", icon: "booth" },
  organizer: { key: "organizer", icon: "floor" },
  "zone manager": { key: "zoneManager", icon: "floor" },
  "ceremony host": { key: "ceremonyHost", icon: "stage" },
} as const satisfies Record<string, { key: string; icon: IconName }>;

type Known = keyof typeof roles;

function partsOf(who: string): { role: Known | undefined; company: string } {
  const [role = "", ...rest] = who.split(":");
  return { role: role in roles ? (role as Known) : undefined, company: rest.join(":").trim() };
}

interface Choice {
  readonly isBusy: boolean;
  readonly choose: (credentials: { email: string; password: string }) => void;
}

/** One tap instead of an e-mail address and a password, where the fair is the demo. */
export function DemoAccounts({ isBusy, choose }: Choice) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ["demo"], queryFn: readGuide });
  if (data === undefined || data.accounts.length === 0) return null;
  return (
    <section className={styles.demo} aria-label={t("demo.title")}>
      <h3>{t("demo.title")}</h3>
      <p>{t("demo.help")}</p>
      <ul>
        {data.accounts.map(({ who, email, password }) => {
          const { role, company } = partsOf(who);
          return (
            <li key={email}>
              <button type="button" disabled={isBusy} onClick={() => choose({ email, password })}>
                <Icon name={role === undefined ? "user" : roles[role].icon} />
                <span>
                  <strong>{role === undefined ? who : t(`role.${roles[role].key}`)}</strong>
                  {company !== "" && <Verbatim>{company}</Verbatim>}
                </span>
                <Icon name="next" size={16} />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
