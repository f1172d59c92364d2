import { MantineProvider } from "@mantine/core";
import { PersistQueryClientProvider } from "@tanstack/react-query-persist-client";
import { lazy, Suspense } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { kept, queryClient } from "../data/query-client.ts";
import { Waiting } from "../shared/States.tsx";
import { Guard } from "./Guard.tsx";
import { NoticesSoon } from "./NoticesSoon.tsx";
import { pieces } from "./pieces.ts";
import { theme } from "./theme.ts";

const Stage = lazy(() => import("../stage/StagePage.tsx"));
const Certificate = lazy(() => import("../certificate/CertificatePage.tsx"));
const Invitation = lazy(() => import("../company/InvitationPage.tsx"));
const Rooms = lazy(pieces.rooms);
const Entrance = lazy(pieces.entrance);

/** Everything is loaded when it is opened; what needs no account needs none of the rest. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <PersistQueryClientProvider client={queryClient} persistOptions={kept}>
        <BrowserRouter>
          <Guard>
            <Suspense fallback={<Waiting rows={4} />}>
              <Routes>
                <Route path="/sign-in" element={<Entrance />} />
                <Route path="/invitation" element={<Invitation />} />
                <Route path="/stage/:fairId?/:ceremonyId?" element={<Stage />} />
                <Route path="/certificate/:code?" element={<Certificate />} />
                <Route path="*" element={<Rooms />} />
              </Routes>
            </Suspense>
            {/* Within the router: what is told leads somewhere. */}
            <NoticesSoon />
          </Guard>
        </BrowserRouter>
      </PersistQueryClientProvider>
    </MantineProvider>
  );
}
