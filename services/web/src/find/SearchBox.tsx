import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";

const WAIT_FOR_TYPING_MS = 200;

/**
 * Typing stays in the box until it pauses, so that a letter costs nothing but itself. What an input method composes (pinyin on
 * its way to Chinese) is not searched.
 */
export function SearchBox({ sought, search, placeholder }: { sought: string; search: (q: string) => void; placeholder: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(sought);
  const isComposing = useRef(false);
  const last = useRef(sought);
  const say = useDebouncedCallback((q: string) => {
    last.current = q;
    search(q);
  }, WAIT_FOR_TYPING_MS);
  useEffect(() => {
    // The address was changed by something else, such as the way back.
    if (sought === last.current) return;
    last.current = sought;
    setText(sought);
  }, [sought]);
  return (
    <TextInput
      type="search"
      size="md"
      aria-label={t("find.label")}
      placeholder={placeholder}
      leftSection={<Icon name="find" />}
      maxLength={100}
      dir="auto"
      autoComplete="off"
      enterKeyHint="search"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        if (!isComposing.current) say(event.currentTarget.value);
      }}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={(event) => {
        isComposing.current = false;
        say(event.currentTarget.value);
      }}
    />
  );
}
