import { notifications } from "@mantine/notifications";
import { ProblemError } from "@rialto/client/problem-error";
import { useTranslation } from "react-i18next";

/** The sentence for a failed call: the service's own, or that nothing answered. */
export function useProblemSentence(): (error: Error) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ProblemError && error.title !== "") return error.title;
    return navigator.onLine ? t("problem.unreachable") : t("problem.offline");
  };
}

/** Shows a failed call beside the screen, where it does not push anything away. */
export function useSayProblem(): (error: Error) => void {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  return (error) =>
    void notifications.show({
      color: "red",
      message: <span translate="no">{sentence(error)}</span>,
      autoClose: 8_000,
      closeButtonProps: { "aria-label": t("state.close") },
      role: "alert",
    });
}
