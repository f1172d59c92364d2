import { Button, Modal, Textarea } from "@mantine/core";
import { freeSlots, requestMeeting } from "@rialto/contracts/matchmaking/operations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { useWithdraw } from "../day/use-withdraw.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useUndo } from "../shared/use-undo.tsx";
import type { Wanted } from "./AskDialog.tsx";
import { SlotPicker } from "./SlotPicker.tsx";

/** As many as the operation takes. */
const PROPOSALS = 3;

/** Sends the request, and offers to take it back for as long as that can be seen. */
function useAsk(done: () => void) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const say = useUndo();
  const withdraw = useWithdraw();
  return useCommand(requestMeeting, {
    touches: ["meeting", "recommendations"],
    onDone: ({ meetingId }) => {
      done();
      const undo = () => withdraw.mutate({ params: { fairId, meetingId }, body: {} });
      say({ id: meetingId, message: t("ask.sent"), undo });
    },
  });
}

function AskForm({ wanted, close }: { wanted: Wanted; close: () => void }) {
  const { t } = useTranslation();
  const { fairId, organizationId } = usePlace();
  const acting = organizationId === undefined ? {} : { actingOrganizationId: organizationId };
  const free = useOperation(
    freeSlots,
    { params: { fairId, organizationId: wanted.organizationId }, query: acting },
    { follows: ["meeting"] },
  );
  const [chosen, choose] = useState<readonly string[]>(wanted.slotId === undefined ? [] : [wanted.slotId]);
  const [message, setMessage] = useState("");
  const ask = useAsk(close);
  const send = () =>
    ask.mutate({
      params: { fairId },
      body: {
        ...acting,
        recipientOrganizationId: wanted.organizationId,
        proposedSlotIds: [...chosen],
        ...(message.trim() === "" ? {} : { message: message.trim() }),
      },
    });
  return (
    <Loaded of={free} rows={2}>
      {({ slots }) =>
        slots.length === 0 ? (
          <Empty icon="clock" title={t("ask.noSlots")}>
            {t("ask.noSlotsHelp")}
          </Empty>
        ) : (
          <div className={shared.field}>
            <p className={shared.muted}>{t("ask.help", { count: PROPOSALS })}</p>
            <SlotPicker slots={slots} chosen={chosen} most={PROPOSALS} choose={choose} />
            <Textarea
              label={t("ask.message")}
              maxLength={1_000}
              autosize
              minRows={2}
              maxRows={6}
              value={message}
              onChange={(event) => setMessage(event.currentTarget.value)}
            />
            <div className={shared.staying}>
              <Button fullWidth onClick={send} disabled={chosen.length === 0} loading={ask.isPending}>
                {t("ask.send")}
              </Button>
            </div>
          </div>
        )
      }
    </Loaded>
  );
}

/** Asks an organization for a meeting in up to three of the slots that are free for both. */
export default function AskModal({ wanted, close }: { wanted: Wanted | undefined; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={wanted !== undefined}
      onClose={close}
      title={
        wanted && (
          <strong>
            {t("ask.title")} <Name of={wanted.name} />
          </strong>
        )
      }
      closeButtonProps={{ "aria-label": t("state.close") }}
      centered
    >
      {wanted !== undefined && <AskForm key={wanted.organizationId} wanted={wanted} close={close} />}
    </Modal>
  );
}
