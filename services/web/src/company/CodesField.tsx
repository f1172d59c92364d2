import { MultiSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  readonly label: string;
  readonly description?: string;
  /** Everything that can be chosen, besides what already is. */
  readonly codes: readonly string[];
  readonly nameOf: (code: string) => string;
  readonly chosen: readonly string[];
  readonly most: number;
  readonly change: (codes: string[]) => void;
}

/** Several codes, found by their names or by themselves. */
export function CodesField({ label, description, codes, nameOf, chosen, most, change }: Props) {
  const { t, i18n } = useTranslation();
  const data = [...new Set([...codes, ...chosen])]
    .map((code) => ({ value: code, label: nameOf(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <MultiSelect
      label={label}
      description={description}
      data={data}
      value={[...chosen]}
      maxValues={most}
      searchable
      hidePickedOptions
      nothingFoundMessage={t("find.nothing")}
      maxDropdownHeight={260}
      onChange={change}
      clearButtonProps={{ "aria-label": t("company.clear") }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
