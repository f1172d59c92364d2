/** One name for all that feed the projection: events of one organization must wait behind a parked one. */
export const NOTE_ORGANIZATION = "venue.note-organization";
