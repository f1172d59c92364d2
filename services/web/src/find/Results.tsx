import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { memo, type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Localized, Name } from "../language/names.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./find.module.css";

export interface Row {
  readonly key: string;
  readonly organizationId: string;
  readonly title: Localized;
  readonly below: ReactNode;
  readonly aside?: ReactNode;
}

interface Pages<Item> {
  readonly pages: readonly { readonly items: readonly Item[] }[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
  /** The answer to other words. */
  readonly isPlaceholderData: boolean;
}

const countOf = (pages: readonly { readonly items: readonly unknown[] }[]): number =>
  pages.reduce((count, { items }) => count + items.length, 0);

/** The next page comes before the last line is reached; the button is for those who do not scroll. */
function More({ isBusy, more }: { isBusy: boolean; more: () => void }) {
  const { t } = useTranslation();
  const { ref, entry } = useIntersection<HTMLButtonElement>({ rootMargin: "600px" });
  const isNear = entry?.isIntersecting === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming near is the only reason; a page that failed waits for a tap
  useEffect(() => {
    if (isNear && !isBusy) more();
  }, [isNear]);
  return (
    <Button ref={ref} variant="default" loading={isBusy} onClick={more}>
      {t("state.more")}
    </Button>
  );
}

function Line({ organizationId, title, below, aside }: Row) {
  return (
    <li>
      <Link to={`/organizations/${organizationId}`}>
        <span className={shared.grow}>
          <Name of={title} className={styles.title} />
          <span className={styles.below}>{below}</span>
        </span>
        {aside}
        <Icon name="next" size={16} />
      </Link>
    </li>
  );
}

interface LinesProps<Item> {
  readonly items: readonly Item[];
  readonly rowOf: (item: Item) => Row;
}

function AllLines<Item>({ items, rowOf }: LinesProps<Item>): ReactNode {
  return items.map((item) => {
    const row = rowOf(item);
    return <Line {...row} key={row.key} />;
  });
}

/** The lines of one page; drawn again only when they or their reading have changed. */
const Lines = memo(AllLines) as typeof AllLines;

/** What was found, as many lines as one wants to see. */
export function Results<Item>({ of, rowOf }: { of: Pages<Item>; rowOf: LinesProps<Item>["rowOf"] }) {
  const { t } = useTranslation();
  return (
    <Loaded of={{ ...of, data: of.pages }} rows={8}>
      {(pages) =>
        countOf(pages) === 0 ? (
          <Empty icon="find" title={t("find.nothing")}>
            {t("find.nothingHelp")}
          </Empty>
        ) : (
          <>
            <ul className={styles.results} data-old={of.isPlaceholderData}>
              {pages.map(({ items }, page) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the list
                <Lines key={page} items={items} rowOf={rowOf} />
              ))}
            </ul>
            <p className={styles.count} role="status">
              {t(of.hasNextPage ? "find.shown" : "find.found", { count: countOf(pages) })}
            </p>
            {of.hasNextPage && (
              // Another one for each page: one that stays in sight is seen anew.
              <More key={pages.length} isBusy={of.isFetchingNextPage} more={() => void of.fetchNextPage()} />
            )}
          </>
        )
      }
    </Loaded>
  );
}
