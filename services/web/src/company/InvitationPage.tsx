import { Button, PasswordInput } from "@mantine/core";
import { acceptInvitation } from "@rialto/contracts/registry/operations/registration";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Preferences } from "../app/Preferences.tsx";
import { useProblemSentence } from "../data/use-say-problem.tsx";
import { session } from "../session/session.ts";
import styles from "./company.module.css";

/** Somebody new chooses a password and is in. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const token = window.location.hash.slice(1);
  const enter = useMutation({
    mutationFn: () => session.client.call(acceptInvitation, { body: { token, password } }),
    onSuccess: (opened) => {
      session.adopt(opened);
      void navigate("/", { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <main className={styles.door}>
      <div className={styles.doorHead}>
        <img src="/icon.svg" alt="" width={32} height={32} />
        <Preferences />
      </div>
      <h1>{t("company.invitation.title")}</h1>
      <p>{t("company.invitation.help")}</p>
      <form onSubmit={submit} className={styles.form}>
        <PasswordInput
          label={t("company.invitation.password")}
          description={t("company.invitation.passwordHelp")}
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
        />
        {enter.error !== null && (
          <p role="alert" className={styles.problem} translate="no">
            {sentence(enter.error)}
          </p>
        )}
        <Button type="submit" loading={enter.isPending}>
          {t("company.invitation.enter")}
        </Button>
      </form>
    </main>
  );
}
