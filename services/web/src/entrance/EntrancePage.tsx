import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { Preferences } from "../app/Preferences.tsx";
import { useProblemSentence } from "../data/use-say-problem.tsx";
import { account, session } from "../session/session.ts";
import { useSignal } from "../shared/signal.ts";
import { DemoAccounts } from "./DemoAccounts.tsx";
import styles from "./entrance.module.css";
import { FairCard } from "./FairCard.tsx";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

const useSignIn = () => useMutation({ mutationFn: ({ email, password }: Credentials) => session.signIn(email, password) });

function SignInForm({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextInput
        label={t("signIn.email")}
        type="email"
        name="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordInput
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
      />
      {signIn.error !== null && (
        <p role="alert" className={styles.error} translate="no">
          {sentence(signIn.error)}
        </p>
      )}
      <Button type="submit" loading={signIn.isPending}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}

/** The door: which fair this is, and who comes in. */
export default function EntrancePage() {
  const { t } = useTranslation();
  const who = useSignal(account);
  const signIn = useSignIn();
  const { state } = useLocation();
  const to = typeof state?.to === "string" ? state.to : "/";
  if (who !== undefined) return <Navigate to={to} replace />;
  return (
    <div className={styles.entrance}>
      <header className={styles.banner}>
        <div className={styles.bannerHead}>
          <span className={styles.brand} translate="no">
            <img src="/icon.svg" alt="" width={32} height={32} /> Rialto
          </span>
          <Preferences />
        </div>
        <FairCard />
      </header>
      <main className={styles.door}>
        <h2>{t("signIn.title")}</h2>
        <SignInForm signIn={signIn} />
        <DemoAccounts isBusy={signIn.isPending} choose={signIn.mutate} />
      </main>
    </div>
  );
}
