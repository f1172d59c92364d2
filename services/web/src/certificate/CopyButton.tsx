import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";

/** Puts a text where it can be pasted, and says so for a moment. */
export function CopyButton({ text, label, children }: { text: string; label?: string; children?: string }) {
  const { t } = useTranslation();
  const [isCopied, note] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => note(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    void navigator.clipboard?.writeText(text).then(
      () => note(true),
      () => undefined,
    );
  return (
    <Button
      className="no-print"
      variant="default"
      size="sm"
      aria-label={isCopied ? undefined : label}
      leftSection={isCopied ? <Icon name="check" size={16} /> : undefined}
      onClick={copy}
    >
      {isCopied ? t("certificate.copied") : (children ?? t("certificate.copy"))}
    </Button>
  );
}
