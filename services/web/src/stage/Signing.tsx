import { amountOf } from "./amount.ts";
import { Bridge } from "./Bridge.tsx";
import { Caption, Eyebrow } from "./Eyebrow.tsx";
import { sizeFor } from "./fit.ts";
import type { Shown, ShownParty } from "./scene.ts";
import signing from "./signing.module.css";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";
import { word } from "./words.ts";

/** Width of a party's card and the sizes in it, by the number of parties. */
function cardRoom(parties: number) {
  if (parties <= 2) return { width: 35, size: 4.2, lines: 2, hand: 2.4 };
  if (parties === 3) return { width: 26, size: 2.8, lines: 2, hand: 1.9 };
  return { width: parties === 4 ? 19 : 15, size: 1.9, lines: parties === 4 ? 2 : 1, hand: 1.7 };
}

function Signature({ isSigned }: { isSigned: boolean }) {
  return (
    <svg className={signing.pen} data-signed={isSigned} viewBox="0 0 260 44" aria-hidden="true">
      <path className={signing.line} d="M0 38H260" />
      <path
        className={signing.ink}
        pathLength={1}
        d="M14 30c8-20 18-26 20-18s-12 22-4 20 14-22 22-20-4 18 4 16 10-14 18-13 2 14 12 10 14-18 22-14-6 16 6 13 18-20 28-14-4 16 10 10 16-10 26-12 18 2 30-2"
      />
    </svg>
  );
}

const Seal = () => (
  <p className={signing.seal}>
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 12.5 10 17.5 19 7" />
    </svg>
    <Caption of="signed" />
  </p>
);

/** No party stands in larger letters than another. */
function commonSize(parties: readonly ShownParty[]): number {
  const { width, size, lines } = cardRoom(parties.length);
  const room = { width, lines, largest: size, smallest: 1.7 };
  return Math.min(...parties.map(({ name }) => sizeFor(name.zh ?? name.en ?? "", room)));
}

function Party({ party, parties, size }: { party: ShownParty; parties: number; size: number }) {
  const { hand, width, lines } = cardRoom(parties);
  return (
    <li className={signing.party} data-signed={party.signed}>
      {party.signed && <Seal />}
      <Twin as="h2" of={party.name} width={width} size={size} lines={lines} />
      <div className={signing.hand}>
        {parties <= 4 && <Signature isSigned={party.signed} />}
        <Twin of={party.signatoryName} width={width} size={hand} lines={1} isInline={parties <= 3} />
      </div>
    </li>
  );
}

function Amount({ of }: { of: NonNullable<Shown["amount"]> }) {
  return (
    <p className={signing.amount}>
      <Caption of={of.amountKind} />
      <strong translate="no">{amountOf(of.money)}</strong>
    </p>
  );
}

/** From the first signature to the exchange of the copies, one picture: the parties on both banks, a bridge growing between them. */
export function Signing({ item, isExchange }: { item: Shown; isExchange: boolean }) {
  const { parties, title, amount } = item;
  if (parties === undefined) return <Undisclosed />;
  return (
    <div className={signing.scene}>
      <header className={signing.head}>
        <Eyebrow of={isExchange ? "exchange" : "signing"} />
        <Twin as="h1" of={title} width={86} size={3.4} lines={1} />
      </header>
      <ul className={signing.parties} data-count={parties.length}>
        {parties.map((party, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of signing is fixed, and names may be alike
          <Party key={place} party={party} parties={parties.length} size={commonSize(parties)} />
        ))}
        {parties.length === 2 && <Bridge signed={parties.map(({ signed }) => signed)} isExchange={isExchange} />}
      </ul>
      {amount !== undefined && <Amount of={amount} />}
    </div>
  );
}

/** What the parties have not released has no names, not even in the page's source. */
function Undisclosed() {
  return (
    <div className={styles.centre}>
      <Eyebrow of="signing" isLoud />
      <Twin as="h1" of={word("signingUndisclosed")} width={80} size={5.6} />
    </div>
  );
}

/** The copies are exchanged: applause. */
export function Signed({ item }: { item: Shown }) {
  const { parties = [], title, amount } = item;
  return (
    <div className={styles.centre}>
      <Twin as="h1" of={word("agreed")} width={84} size={6.4} tone="gold" lines={1} />
      {title !== undefined && <Twin of={title} width={84} size={2.7} lines={1} />}
      {parties.length > 0 && (
        <ul className={signing.together} data-count={parties.length}>
          {parties.map((party, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of signing is fixed, and names may be alike
            <li key={place}>
              <Twin of={party.name} width={cardRoom(parties.length).width} size={commonSize(parties) * 0.8} />
            </li>
          ))}
          {parties.length === 2 && <Bridge signed={[true, true]} />}
        </ul>
      )}
      {amount !== undefined && <Amount of={amount} />}
      <Eyebrow of={item.step === "exchanged" ? "applause" : "congratulations"} />
    </div>
  );
}
