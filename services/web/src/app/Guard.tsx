import { Button } from "@mantine/core";
import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../shared/States.tsx";

function Broken() {
  const { t } = useTranslation();
  return (
    <div style={{ padding: 24, maxWidth: 560, margin: "10vh auto" }} role="alert">
      <Empty icon="warn" title={t("state.broken")}>
        <p>{t("state.brokenHelp")}</p>
        <Button onClick={() => window.location.reload()}>{t("state.reload")}</Button>
      </Empty>
    </div>
  );
}

/** A screen that breaks says so instead of turning white; a chunk of an older release is such a case. */
export class Guard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.error(error, componentStack);
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
