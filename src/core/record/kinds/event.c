/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/event.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_event_types,
  [LIAISON_EVENT_TYPE_CONFERENCE] = { "conference", N_("Conference") },
  [LIAISON_EVENT_TYPE_MILESTONE] = { "milestone", N_("Milestone") },
  [LIAISON_EVENT_TYPE_TRAINING_SERIAL] = { "training-serial", N_("Training serial") },
  /* Translators: A meeting at which people are told something */
  [LIAISON_EVENT_TYPE_BRIEFING] = { "briefing", N_("Briefing") },
  [LIAISON_EVENT_TYPE_DEBRIEFING] = { "debriefing", N_("Debriefing") },
  [LIAISON_EVENT_TYPE_TECHNICAL_EXCHANGE] = { "technical-exchange", N_("Technical exchange") },
  [LIAISON_EVENT_TYPE_CEREMONY] = { "ceremony", N_("Ceremony") },
  [LIAISON_EVENT_TYPE_REHEARSAL] = { "rehearsal", N_("Rehearsal") },
  [LIAISON_EVENT_TYPE_TRAVEL] = { "travel", N_("Travel") },
  /* Translators: Time off */
  [LIAISON_EVENT_TYPE_REST] = { "rest", N_("Rest") },
  [LIAISON_EVENT_TYPE_COMMUNICATIONS_CHECK] = { "communications-check",
    N_("Communications check") },
  [LIAISON_EVENT_TYPE_BOARD] = { "board", N_("Battle-rhythm board") },
  [LIAISON_EVENT_TYPE_VISIT] = { "visit", N_("Visit") },
  [LIAISON_EVENT_TYPE_MEDIA] = { "media", N_("Media event") },
  [LIAISON_EVENT_TYPE_SOCIAL] = { "social", N_("Social event") },
  [LIAISON_EVENT_TYPE_INSPECTION] = { "inspection", N_("Inspection") },
  /* Translators: Building up equipment or a camp */
  [LIAISON_EVENT_TYPE_SET_UP] = { "set-up", N_("Set-up") },
  [LIAISON_EVENT_TYPE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_conference_types,
  [LIAISON_CONFERENCE_TYPE_CONCEPT] = { "concept", N_("Concept development conference") },
  [LIAISON_CONFERENCE_TYPE_INITIAL] = { "initial", N_("Initial planning conference") },
  [LIAISON_CONFERENCE_TYPE_MAIN] = { "main", N_("Main planning conference") },
  [LIAISON_CONFERENCE_TYPE_FINAL] = { "final", N_("Final planning conference") },
  [LIAISON_CONFERENCE_TYPE_SCRIPTING] = { "scripting", N_("Scripting workshop") },
  [LIAISON_CONFERENCE_TYPE_SITE_SURVEY] = { "site-survey", N_("Site survey") },
  [LIAISON_CONFERENCE_TYPE_COORDINATION] = { "coordination", N_("Coordination meeting") },
  [LIAISON_CONFERENCE_TYPE_AFTER_ACTION] = { "after-action", N_("After-action review") },
  [LIAISON_CONFERENCE_TYPE_POST_EXERCISE] = { "post-exercise", N_("Post-exercise discussion") });

LIAISON_DEFINE_CHOICES (liaison_event_statuses,
  [LIAISON_EVENT_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_EVENT_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_EVENT_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_EVENT_STATUS_RUNNING] = { "running", N_("Running") },
  [LIAISON_EVENT_STATUS_DONE] = { "done", N_("Done") },
  [LIAISON_EVENT_STATUS_POSTPONED] = { "postponed", N_("Postponed") },
  [LIAISON_EVENT_STATUS_CANCELLED] = { "cancelled", N_("Cancelled") });

LIAISON_DEFINE_CHOICES (liaison_dependency_types,
  [LIAISON_DEPENDENCY_TYPE_FINISH_START] = { "finish-start", N_("Finish to start") },
  [LIAISON_DEPENDENCY_TYPE_START_START] = { "start-start", N_("Start to start") },
  [LIAISON_DEPENDENCY_TYPE_FINISH_FINISH] = { "finish-finish", N_("Finish to finish") },
  [LIAISON_DEPENDENCY_TYPE_START_FINISH] = { "start-finish", N_("Start to finish") });

LIAISON_DEFINE_CHOICES (liaison_event_roles,
  [LIAISON_EVENT_ROLE_DEPUTY_CHAIR] = { "deputy-chair", N_("Deputy chair") },
  [LIAISON_EVENT_ROLE_SECRETARY] = { "secretary", N_("Secretary") },
  [LIAISON_EVENT_ROLE_PRESENTER] = { "presenter", N_("Presenter") },
  [LIAISON_EVENT_ROLE_INSTRUCTOR] = { "instructor", N_("Instructor") },
  [LIAISON_EVENT_ROLE_INTERPRETER] = { "interpreter", N_("Interpreter") },
  [LIAISON_EVENT_ROLE_SAFETY_OFFICER] = { "safety-officer", N_("Safety officer") },
  [LIAISON_EVENT_ROLE_GUEST] = { "guest", N_("Guest") },
  [LIAISON_EVENT_ROLE_CONTROLLER] = { "controller", N_("Controller") },
  [LIAISON_EVENT_ROLE_EVALUATOR] = { "evaluator", N_("Evaluator") },
  [LIAISON_EVENT_ROLE_MEMBER] = { "member", N_("Member") },
  [LIAISON_EVENT_ROLE_SUPPORT] = { "support", N_("Helper") });

LIAISON_DEFINE_CHOICES (liaison_booking_statuses,
  [LIAISON_BOOKING_STATUS_WANTED] = { "wanted", N_("Wanted") },
  [LIAISON_BOOKING_STATUS_REQUESTED] = { "requested", N_("Requested") },
  [LIAISON_BOOKING_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_BOOKING_STATUS_REFUSED] = { "refused", N_("Refused") });

LIAISON_DEFINE_ITEM (Dependency, liaison_dependency_shape, "dependency", N_("Dependency"),
                     LIAISON_DEPENDENCY_FIELDS);

LIAISON_DEFINE_ITEM (Booking, liaison_booking_shape, "booking", N_("Booking"),
                     LIAISON_BOOKING_FIELDS);

LIAISON_DEFINE_ITEM (EventRole, liaison_event_role_shape, "event-role", N_("Role"),
                     LIAISON_EVENT_ROLE_FIELDS);

LIAISON_DEFINE_ITEM (EventException, liaison_event_exception_shape, "event-exception",
                     N_("Exception"),
                     LIAISON_EVENT_EXCEPTION_FIELDS);

LIAISON_DEFINE_ITEM (EventInput, liaison_event_input_shape, "event-input", N_("Input"),
                     LIAISON_EVENT_INPUT_FIELDS);

LIAISON_DEFINE_ITEM (EventOutput, liaison_event_output_shape, "event-output", N_("Output"),
                     LIAISON_EVENT_OUTPUT_FIELDS);

LIAISON_DEFINE_ITEM (AgendaItem, liaison_agenda_item_shape, "agenda-item", N_("Agenda item"),
                     LIAISON_AGENDA_ITEM_FIELDS);

LIAISON_DEFINE_KIND (Event, event, EVENT, "event", N_("Event"),
                     .plural = "events", .plural_label = N_("Events"), .prefix = "EV")
