import ask from "./ask.json";
import booth from "./booth.json";
import ceremony from "./ceremony.json";
import certificate from "./certificate.json";
import checkIn from "./check-in.json";
import company from "./company.json";
import conflict from "./conflict.json";
import day from "./day.json";
import demo from "./demo.json";
import entrance from "./entrance.json";
import find from "./find.json";
import floor from "./floor.json";
import inbox from "./inbox.json";
import listing from "./listing.json";
import match from "./match.json";
import meeting from "./meeting.json";
import menu from "./menu.json";
import merchants from "./merchants.json";
import nav from "./nav.json";
import now from "./now.json";
import nowhere from "./nowhere.json";
import numbers from "./numbers.json";
import organization from "./organization.json";
import problem from "./problem.json";
import reason from "./reason.json";
import role from "./role.json";
import schedule from "./schedule.json";
import signIn from "./sign-in.json";
import stage from "./stage.json";
import state from "./state.json";
import time from "./time.json";
import told from "./told.json";

/** Every text of the pages; the key of an area is the prefix of its messages. */
export default {
  ask,
  booth,
  ceremony,
  certificate,
  checkIn,
  company,
  conflict,
  day,
  demo,
  entrance,
  find,
  floor,
  inbox,
  listing,
  match,
  meeting,
  menu,
  merchants,
  nav,
  now,
  nowhere,
  numbers,
  organization,
  problem,
  reason,
  role,
  schedule,
  signIn,
  stage,
  state,
  time,
  told,
};
