/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events: anything on the schedule. */
#pragma once

#include "record/kind.h"
#include "record/kinds/column-value.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_EVENT_TYPE_UNSET,
  LIAISON_EVENT_TYPE_CONFERENCE,
  LIAISON_EVENT_TYPE_MILESTONE,
  LIAISON_EVENT_TYPE_TRAINING_SERIAL,
  LIAISON_EVENT_TYPE_BRIEFING,
  LIAISON_EVENT_TYPE_DEBRIEFING,
  LIAISON_EVENT_TYPE_TECHNICAL_EXCHANGE,
  LIAISON_EVENT_TYPE_CEREMONY,
  LIAISON_EVENT_TYPE_REHEARSAL,
  LIAISON_EVENT_TYPE_TRAVEL,
  LIAISON_EVENT_TYPE_REST,
  LIAISON_EVENT_TYPE_COMMUNICATIONS_CHECK,
  LIAISON_EVENT_TYPE_BOARD,
  LIAISON_EVENT_TYPE_VISIT,
  LIAISON_EVENT_TYPE_MEDIA,
  LIAISON_EVENT_TYPE_SOCIAL,
  LIAISON_EVENT_TYPE_INSPECTION,
  LIAISON_EVENT_TYPE_SET_UP,
  LIAISON_EVENT_TYPE_OTHER,
} LiaisonEventType;
extern const LiaisonChoices liaison_event_types;

typedef enum
{
  LIAISON_CONFERENCE_TYPE_UNSET,
  LIAISON_CONFERENCE_TYPE_CONCEPT,
  LIAISON_CONFERENCE_TYPE_INITIAL,
  LIAISON_CONFERENCE_TYPE_MAIN,
  LIAISON_CONFERENCE_TYPE_FINAL,
  LIAISON_CONFERENCE_TYPE_SCRIPTING,
  LIAISON_CONFERENCE_TYPE_SITE_SURVEY,
  LIAISON_CONFERENCE_TYPE_COORDINATION,
  LIAISON_CONFERENCE_TYPE_AFTER_ACTION,
  LIAISON_CONFERENCE_TYPE_POST_EXERCISE,
} LiaisonConferenceType;
extern const LiaisonChoices liaison_conference_types;

typedef enum
{
  LIAISON_EVENT_STATUS_UNSET,
  LIAISON_EVENT_STATUS_DRAFT,
  LIAISON_EVENT_STATUS_PROPOSED,
  LIAISON_EVENT_STATUS_CONFIRMED,
  LIAISON_EVENT_STATUS_RUNNING,
  LIAISON_EVENT_STATUS_DONE,
  LIAISON_EVENT_STATUS_POSTPONED,
  LIAISON_EVENT_STATUS_CANCELLED,
} LiaisonEventStatus;
extern const LiaisonChoices liaison_event_statuses;

typedef enum
{
  LIAISON_DEPENDENCY_TYPE_UNSET,
  LIAISON_DEPENDENCY_TYPE_FINISH_START,
  LIAISON_DEPENDENCY_TYPE_START_START,
  LIAISON_DEPENDENCY_TYPE_FINISH_FINISH,
  LIAISON_DEPENDENCY_TYPE_START_FINISH,
} LiaisonDependencyType;
extern const LiaisonChoices liaison_dependency_types;

typedef enum
{
  LIAISON_EVENT_ROLE_UNSET,
  LIAISON_EVENT_ROLE_DEPUTY_CHAIR,
  LIAISON_EVENT_ROLE_SECRETARY,
  LIAISON_EVENT_ROLE_PRESENTER,
  LIAISON_EVENT_ROLE_INSTRUCTOR,
  LIAISON_EVENT_ROLE_INTERPRETER,
  LIAISON_EVENT_ROLE_SAFETY_OFFICER,
  LIAISON_EVENT_ROLE_GUEST,
  LIAISON_EVENT_ROLE_CONTROLLER,
  LIAISON_EVENT_ROLE_EVALUATOR,
  LIAISON_EVENT_ROLE_MEMBER,
  LIAISON_EVENT_ROLE_SUPPORT,
} LiaisonEventRole;
extern const LiaisonChoices liaison_event_roles;

typedef enum
{
  LIAISON_BOOKING_STATUS_UNSET,
  LIAISON_BOOKING_STATUS_WANTED,
  LIAISON_BOOKING_STATUS_REQUESTED,
  LIAISON_BOOKING_STATUS_CONFIRMED,
  LIAISON_BOOKING_STATUS_REFUSED,
} LiaisonBookingStatus;
extern const LiaisonChoices liaison_booking_statuses;

/* That one event must stand in some order to another. */
#define LIAISON_DEPENDENCY_FIELDS(F, T)                                                            \
  F (T, REFERENCE, event, "event", N_("Event"), .open = TRUE, .subject = TRUE,                     \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_dependency_types,      \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("Which edges are tied: the end of that event to the start of this one, and so "    \
                "on."))                                                                            \
  /* Translators: Time that passes between two dependent events */                                 \
  F (T, DURATION, lag, "lag", N_("Lag"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,              \
     .help = N_("Time between the two edges; negative for a lead."))
LIAISON_DECLARE_DATA (Dependency, LIAISON_DEPENDENCY_FIELDS)
extern const LiaisonShape liaison_dependency_shape;

/* A thing or person that an event occupies beside its site and participants. */
#define LIAISON_BOOKING_FIELDS(F, T)                                                               \
  F (T, REFERENCE, resource, "resource", N_("Resource"), .open = TRUE, .subject = TRUE,            \
     .targets = LIAISON_TARGET (SITE) | LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST)       \
                | LIAISON_TARGET (CHANNEL),                                                        \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, INTEGER, amount, "amount", N_("Amount"), .open = TRUE, .minimum = 1, .maximum = 1000000,   \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("How much of its capacity; one where nothing is said."))                           \
  F (T, DURATION, before, "before", N_("Occupied before"), .open = TRUE,                           \
     .minimum = 0, .maximum = 8640000,                                                             \
     .help = N_("Occupied so long before the event starts."))                                      \
  F (T, DURATION, after, "after", N_("Occupied after"), .open = TRUE,                              \
     .minimum = 0, .maximum = 8640000,                                                             \
     .help = N_("Occupied so long after the event ends."))                                         \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_booking_statuses,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, notes, "notes", N_("Notes"))
LIAISON_DECLARE_DATA (Booking, LIAISON_BOOKING_FIELDS)
extern const LiaisonShape liaison_booking_shape;

/* The part that somebody plays at an event. */
#define LIAISON_EVENT_ROLE_FIELDS(F, T)                                                            \
  F (T, CHOICE, role, "role", N_("Role"), .open = TRUE, .choices = &liaison_event_roles,           \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, participant, "participant", N_("Participant"), .open = TRUE, .subject = TRUE,   \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)       \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)                                           \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (EventRole, LIAISON_EVENT_ROLE_FIELDS)
extern const LiaisonShape liaison_event_role_shape;

/* One occurrence of a recurring event that differs from the rule. */
#define LIAISON_EVENT_EXCEPTION_FIELDS(F, T)                                                       \
  F (T, INSTANT, occurrence, "occurrence", N_("Occurrence"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                                       \
     .help = N_("When the rule would have it start."))                                             \
  F (T, BOOLEAN, cancelled, "cancelled", N_("Cancelled"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INSTANT, start, "start", N_("Start instead"), .open = TRUE,                                \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, DURATION, duration, "duration", N_("Duration instead"), .open = TRUE,                      \
     .minimum = 0, .maximum = 31536000,                                                            \
     .flags = LIAISON_FIELD_LENGTH)                                                                \
  F (T, REFERENCE, site, "site", N_("Site instead"), .open = TRUE,                                 \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, TEXT, reason, "reason", N_("Reason"), .open = TRUE)
LIAISON_DECLARE_DATA (EventException, LIAISON_EVENT_EXCEPTION_FIELDS)
extern const LiaisonShape liaison_event_exception_shape;

/* What a board or meeting needs before it begins. */
#define LIAISON_EVENT_INPUT_FIELDS(F, T)                                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, REFERENCE, event, "event", N_("From event"), .open = TRUE,                                 \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("The board or event that makes it."))               \
  F (T, REFERENCE, product, "product", N_("Product"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PRODUCT))                                                          \
  F (T, REFERENCE, from, "from", N_("Delivered by"), .open = TRUE,                                 \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, DURATION, before, "before", N_("Needed before the start"), .open = TRUE,                   \
     .minimum = 0, .maximum = 31536000)                                                            \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (EventInput, LIAISON_EVENT_INPUT_FIELDS)
extern const LiaisonShape liaison_event_input_shape;

/* What a board or meeting produces. */
#define LIAISON_EVENT_OUTPUT_FIELDS(F, T)                                                          \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, REFERENCE, product, "product", N_("Product"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PRODUCT))                                                          \
  /* Translators: Who receives a product */                                                        \
  F (T, REFERENCES, to, "to", N_("Goes to"), .open = TRUE,                                         \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST))                              \
  F (T, DURATION, after, "after", N_("Ready after the end"), .open = TRUE,                         \
     .minimum = 0, .maximum = 31536000)                                                            \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (EventOutput, LIAISON_EVENT_OUTPUT_FIELDS)
extern const LiaisonShape liaison_event_output_shape;

#define LIAISON_AGENDA_ITEM_FIELDS(F, T)                                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, DURATION, duration, "duration", N_("Duration"), .open = TRUE,                              \
     .minimum = 0, .maximum = 864000,                                                              \
     .flags = LIAISON_FIELD_LENGTH | LIAISON_FIELD_COLUMN)                                         \
  F (T, REFERENCE, presenter, "presenter", N_("Presenter"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN)                       \
  F (T, TEXT, outcome, "outcome", N_("Outcome"), .open = TRUE, .flags = LIAISON_FIELD_LONG,        \
     .help = N_("What was decided or found."))                                                     \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (AgendaItem, LIAISON_AGENDA_ITEM_FIELDS)
extern const LiaisonShape liaison_agenda_item_shape;

#define LIAISON_EVENT_FIELDS(F, T)                                                                 \
  /* Translators: The number by which people call a record, such as EV012 */                       \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Event"),                \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  /* Translators: The title of an event, document and so on, not of a person */                    \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_event_types,           \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, conference, "conference", N_("Conference"), .open = TRUE,                          \
     .choices = &liaison_conference_types)                                                         \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, REFERENCE, stage, "stage", N_("Planning stage"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (STAGE))                                                            \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_event_statuses,  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: A lane of the timeline */                                                        \
  F (T, STRING, track, "track", N_("Track"), .open = TRUE,                                         \
     .help = N_("Events of one track stand in one lane."))                                         \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, INSTANT, start, "start", N_("Start"), .open = TRUE, .group = N_("Time"),                   \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, DURATION, duration, "duration", N_("Duration"), .open = TRUE,                              \
     .minimum = 0, .maximum = 31536000,                                                            \
     .flags = LIAISON_FIELD_LENGTH | LIAISON_FIELD_COLUMN)                                         \
  F (T, BOOLEAN, locked, "locked", N_("Locked"),                                                   \
     .help = N_("Neither shifting the exercise nor levelling moves it."))                          \
  F (T, BOOLEAN, any_hour, "any-hour", N_("At any hour"),                                          \
     .help = N_("It may fall outside working hours and on days of rest."))                         \
  F (T, INSTANT, not_before, "not-before", N_("Not before"))                                       \
  F (T, INSTANT, deadline, "deadline", N_("Deadline"), .open = TRUE,                               \
     .help = N_("When it must have ended."))                                                       \
  F (T, INTEGER, priority, "priority", N_("Priority"), .minimum = 0, .maximum = 1000,              \
     .help = N_("The higher, the later levelling moves it."))                                      \
  F (T, DURATION, set_up, "set-up", N_("Set-up time"), .open = TRUE,                               \
     .minimum = 0, .maximum = 8640000)                                                             \
  F (T, DURATION, tear_down, "tear-down", N_("Tear-down time"), .open = TRUE,                      \
     .minimum = 0, .maximum = 8640000)                                                             \
  F (T, INSTANT, actual_start, "actual-start", N_("Started"), .open = TRUE)                        \
  F (T, INSTANT, actual_end, "actual-end", N_("Ended"), .open = TRUE)                              \
  F (T, INTEGER, progress, "progress", N_("Progress"), .open = TRUE, .minimum = 0, .maximum = 100, \
     .unit = N_("%"))                                                                              \
  F (T, STRING, rule, "rule", N_("Repeats"), .open = TRUE, .group = N_("Recurrence"),              \
     .help = N_("A recurrence rule as in iCalendar (RRULE), such as FREQ=DAILY;COUNT=10."))        \
  F (T, ITEMS, exceptions, "exceptions", N_("Exceptions"), .open = TRUE,                           \
     .items = &liaison_event_exception_shape)                                                      \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .group = N_("Place and people"),        \
     .targets = LIAISON_TARGET (SITE), .flags = LIAISON_FIELD_COLUMN)                              \
  F (T, REFERENCE, from_site, "from-site", N_("From site"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (SITE),                                                             \
     .help = N_("For travel: where it begins."))                                                   \
  F (T, STRING, link, "link", N_("Link"), .open = TRUE,                                            \
     .help = N_("Where to join at a distance."))                                                   \
  F (T, REFERENCES, participants, "participants", N_("Participants"), .open = TRUE,                \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)   \
  /* Translators: Who leads a meeting */                                                           \
  F (T, REFERENCE, chair, "chair", N_("Chair"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST))                              \
  F (T, ITEMS, roles, "roles", N_("Roles"), .open = TRUE, .items = &liaison_event_role_shape)      \
  F (T, INTEGER, expected, "expected", N_("People expected"), .open = TRUE,                        \
     .minimum = 0, .maximum = 1000000)                                                             \
  F (T, ITEMS, bookings, "bookings", N_("Bookings"), .open = TRUE,                                 \
     .items = &liaison_booking_shape)                                                              \
  F (T, REFERENCES, channels, "channels", N_("Channels"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, ITEMS, dependencies, "dependencies", N_("Dependencies"), .open = TRUE,                     \
     .group = N_("Dependencies"),                                                                  \
     .items = &liaison_dependency_shape)                                                           \
  F (T, LEVEL, language, "language", N_("Working language"), .open = TRUE,                         \
     .group = N_("Language"),                                                                      \
     .help = N_("With the level that those present need."))                                        \
  /* Translators: An interpreter is there */                                                       \
  F (T, BOOLEAN, interpretation, "interpretation", N_("Interpretation"), .open = TRUE)             \
  F (T, TEXT, dress, "dress", N_("Dress"), .open = TRUE)                                           \
  /* Translators: Ceremony and etiquette */                                                        \
  F (T, TEXT, protocol, "protocol", N_("Protocol"), .open = TRUE, .flags = LIAISON_FIELD_LONG,     \
     .help = N_("Order of flags, seating, toasts, gifts."))                                        \
  F (T, REFERENCES, objectives, "objectives", N_("Objectives"), .open = TRUE,                      \
     .group = N_("Purpose"),                                                                       \
     .targets = LIAISON_TARGET (OBJECTIVE))                                                        \
  F (T, REFERENCES, requirements, "requirements", N_("Requirements tested"), .open = TRUE,         \
     .targets = LIAISON_TARGET (REQUIREMENT))                                                      \
  F (T, REFERENCES, agreements, "agreements", N_("Agreements"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (AGREEMENT),                                                        \
     .help = N_("Agreements that must be in force before it begins."))                             \
  /* Translators: Documents to read before a meeting */                                            \
  F (T, REFERENCES, documents, "documents", N_("Read-ahead"), .open = TRUE,                        \
     .targets = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (ATTACHMENT)                             \
                | LIAISON_TARGET (BRIEFING))                                                       \
  F (T, ITEMS, agenda, "agenda", N_("Agenda"), .open = TRUE, .items = &liaison_agenda_item_shape)  \
  F (T, TEXT, outcome, "outcome", N_("Outcome"), .open = TRUE, .flags = LIAISON_FIELD_LONG,        \
     .help = N_("What was decided or found."))                                                     \
  F (T, ITEMS, inputs, "inputs", N_("Inputs"), .open = TRUE, .group = N_("Battle rhythm"),         \
     .items = &liaison_event_input_shape)                                                          \
  F (T, ITEMS, outputs, "outputs", N_("Outputs"), .open = TRUE,                                    \
     .items = &liaison_event_output_shape)                                                         \
  F (T, BOOLEAN, hidden, "hidden", N_("Hidden from players"), .secludes = TRUE,                    \
     .group = N_("Exercise control"))                                                              \
  F (T, TEXT, control_notes, "control-notes", N_("Control notes"), .open = TRUE,                   \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL)                                          \
  F (T, ITEMS, values, "values", N_("Own columns"), .open = TRUE, .group = N_("Own columns"),      \
     .items = &liaison_column_value_shape)                                                         \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  F (T, STRING, uid, "uid", N_("Calendar UID"), .flags = LIAISON_FIELD_HIDDEN,                     \
     .help = N_("The identity of the event in other calendars."))                                  \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Event, event, EVENT)

G_END_DECLS
