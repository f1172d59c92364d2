import { useTranslation } from "react-i18next";

/** A text that people wrote, in English, Chinese or both. */
export interface Localized {
  readonly en?: string | undefined;
  readonly zh?: string | undefined;
}

export function inLanguage(text: Localized | undefined, language: string): string {
  return (language === "zh" ? (text?.zh ?? text?.en) : (text?.en ?? text?.zh)) ?? "";
}

/** `name(organization.name)`: the text in the language of the screen, or else in the other one. */
export function useName(): (text: Localized | undefined) => string {
  const { i18n } = useTranslation();
  return (text) => inLanguage(text, i18n.language);
}

/** A name that people wrote: kept apart from the text around it whatever its direction, and never machine-translated. */
export function Name({ of, className }: { of: Localized | undefined; className?: string | undefined }) {
  const name = useName();
  return (
    <bdi translate="no" className={className}>
      {name(of)}
    </bdi>
  );
}

/** Any other text that is data: a code, a message, an e-mail address. */
export function Verbatim({ children, className }: { children: React.ReactNode; className?: string | undefined }) {
  return (
    <bdi translate="no" className={className}>
      {children}
    </bdi>
  );
}
