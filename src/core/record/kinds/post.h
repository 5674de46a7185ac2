/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Liaison posts: who is sent by whom to whom. */
#pragma once

#include "record/kind.h"
#include "record/kinds/check-item.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_POST_COVER_UNSET,
  LIAISON_POST_COVER_CONTINUOUS,
  LIAISON_POST_COVER_DAY,
  LIAISON_POST_COVER_NIGHT,
  LIAISON_POST_COVER_WORKING_HOURS,
  LIAISON_POST_COVER_ON_CALL,
  LIAISON_POST_COVER_AS_REQUIRED,
} LiaisonPostCover;
extern const LiaisonChoices liaison_post_covers;

typedef enum
{
  LIAISON_POST_STATUS_UNSET,
  LIAISON_POST_STATUS_PROPOSED,
  LIAISON_POST_STATUS_AGREED,
  LIAISON_POST_STATUS_MANNED,
  LIAISON_POST_STATUS_JOINED,
  LIAISON_POST_STATUS_CLOSED,
  LIAISON_POST_STATUS_VACANT,
} LiaisonPostStatus;
extern const LiaisonChoices liaison_post_statuses;

typedef enum
{
  LIAISON_LANGUAGE_NEED_UNSET,
  LIAISON_LANGUAGE_NEED_REQUIRED,
  LIAISON_LANGUAGE_NEED_DESIRED,
} LiaisonLanguageNeed;
extern const LiaisonChoices liaison_language_needs;

typedef enum
{
  LIAISON_SHIFT_STATUS_UNSET,
  LIAISON_SHIFT_STATUS_PLANNED,
  LIAISON_SHIFT_STATUS_CONFIRMED,
  LIAISON_SHIFT_STATUS_ABSENT,
  LIAISON_SHIFT_STATUS_DONE,
} LiaisonShiftStatus;
extern const LiaisonChoices liaison_shift_statuses;

/* A language that somebody on each shift of a post must speak. */
#define LIAISON_POST_LANGUAGE_FIELDS(F, T)                                                         \
  F (T, LEVEL, level, "level", N_("Language and level"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, need, "need", N_("Need"), .open = TRUE, .choices = &liaison_language_needs,        \
     .flags = LIAISON_FIELD_COLUMN)
LIAISON_DECLARE_DATA (PostLanguage, LIAISON_POST_LANGUAGE_FIELDS)
extern const LiaisonShape liaison_post_language_shape;

#define LIAISON_SHIFT_FIELDS(F, T)                                                                 \
  F (T, REFERENCE, participant, "participant", N_("Participant"), .open = TRUE, .subject = TRUE,   \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN,                       \
     .help = N_("Leave empty for a shift nobody is named for yet."))                               \
  F (T, INSTANT, start, "start", N_("Start"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, INSTANT, end, "end", N_("End"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, STRING, rule, "rule", N_("Repeats"), .open = TRUE,                                         \
     .help = N_("A recurrence rule as in iCalendar (RRULE), such as FREQ=DAILY;COUNT=10."))        \
  /* Translators: The person who steps in */                                                       \
  F (T, REFERENCE, reserve, "reserve", N_("Reserve"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_shift_statuses,  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, notes, "notes", N_("Notes"), .flags = LIAISON_FIELD_LONG)
LIAISON_DECLARE_DATA (Shift, LIAISON_SHIFT_FIELDS)
extern const LiaisonShape liaison_shift_shape;

#define LIAISON_HANDOVER_FIELDS(F, T)                                                              \
  F (T, INSTANT, when, "when", N_("When"), .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)    \
  F (T, REFERENCE, from, "from", N_("Handed over by"), .targets = LIAISON_TARGET (PARTICIPANT),    \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, to, "to", N_("Taken over by"), .targets = LIAISON_TARGET (PARTICIPANT),         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, text, "text", N_("Handed over"), .flags = LIAISON_FIELD_LONG)                        \
  F (T, BOOLEAN, done, "done", N_("Done"))
LIAISON_DECLARE_DATA (Handover, LIAISON_HANDOVER_FIELDS)
extern const LiaisonShape liaison_handover_shape;

#define LIAISON_POST_FIELDS(F, T)                                                                  \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Liaison post"),         \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, NATION, from_nation, "from-nation", N_("Sent by nation"), .open = TRUE,                    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, from, "from", N_("Sent by"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATION, to_nation, "to-nation", N_("Sent to nation"), .open = TRUE,                        \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, to, "to", N_("Sent to"), .open = TRUE, .targets = LIAISON_TARGET (PARTICIPANT), \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_post_statuses,   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (POST),                                                             \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, REFERENCE, reciprocal, "reciprocal", N_("Sent in return"), .open = TRUE,                   \
     .targets = LIAISON_TARGET (POST),                                                             \
     .help = N_("The post that the other side sends in exchange."))                                \
  F (T, TEXT, duties, "duties", N_("Duties"), .open = TRUE, .flags = LIAISON_FIELD_LONG)           \
  F (T, TEXT, authority, "authority", N_("Authority"), .open = TRUE, .flags = LIAISON_FIELD_LONG,  \
     .help = N_("What the liaison officer may decide alone."))                                     \
  F (T, TEXT, reports, "reports", N_("Reports"), .open = TRUE, .flags = LIAISON_FIELD_LONG,        \
     .help = N_("What is reported, to whom and when."))                                            \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .group = N_("Place and time"),          \
     .targets = LIAISON_TARGET (SITE), .flags = LIAISON_FIELD_COLUMN)                              \
  F (T, INSTANT, start, "start", N_("Start"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, end, "end", N_("End"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  /* Translators: The hours that a post is manned */                                               \
  F (T, CHOICE, cover, "cover", N_("Cover"), .open = TRUE, .choices = &liaison_post_covers)        \
  F (T, INTEGER, per_shift, "per-shift", N_("People a shift"), .open = TRUE,                       \
     .minimum = 1, .maximum = 1000)                                                                \
  F (T, INTEGER, strength, "strength", N_("People in all"), .open = TRUE,                          \
     .minimum = 0, .maximum = 1000)                                                                \
  F (T, ITEMS, shifts, "shifts", N_("Shifts"), .open = TRUE, .items = &liaison_shift_shape)        \
  F (T, ITEMS, languages, "languages", N_("Languages"), .open = TRUE, .group = N_("Requirements"), \
     .items = &liaison_post_language_shape, .flags = LIAISON_FIELD_COLUMN)                         \
  F (T, TEXT, rank, "rank", N_("Rank"), .open = TRUE,                                              \
     .help = N_("The rank or range of ranks asked for."))                                          \
  F (T, TEXT, qualifications, "qualifications", N_("Qualifications"), .open = TRUE,                \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, STRING, clearance, "clearance", N_("Clearance"), .open = TRUE,                             \
     .help = N_("The level of the marking scheme that the holder must be cleared for."))           \
  F (T, REFERENCE, voice, "voice", N_("Voice net"), .open = TRUE, .group = N_("Communications"),   \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, REFERENCES, channels, "channels", N_("Channels"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, STRING, call_sign, "call-sign", N_("Call sign"), .open = TRUE)                             \
  F (T, STRING, phone, "phone", N_("Telephone"), .open = TRUE)                                     \
  F (T, STRING, email, "email", N_("E-mail"), .open = TRUE)                                        \
  F (T, ITEMS, joining, "joining", N_("Joining instructions"), .open = TRUE,                       \
     .group = N_("Joining"),                                                                       \
     .items = &liaison_check_item_shape)                                                           \
  /* Translators: What a liaison officer brings */                                                 \
  F (T, ITEMS, kit, "kit", N_("Kit"), .open = TRUE, .items = &liaison_check_item_shape)            \
  F (T, TEXT, arrival, "arrival", N_("Arrival and reception"), .open = TRUE,                       \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, quarters, "quarters", N_("Accommodation"), .open = TRUE,                        \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, TEXT, meals, "meals", N_("Meals"), .open = TRUE)                                           \
  F (T, TEXT, transport, "transport", N_("Transport"), .open = TRUE)                               \
  F (T, REFERENCES, movements, "movements", N_("Movements"), .open = TRUE,                         \
     .targets = LIAISON_TARGET (MOVEMENT))                                                         \
  F (T, ITEMS, handovers, "handovers", N_("Handovers"), .group = N_("Handover"),                   \
     .items = &liaison_handover_shape)                                                             \
  F (T, TEXT, handover_notes, "handover-notes", N_("Handover notes"), .flags = LIAISON_FIELD_LONG) \
  F (T, REFERENCES, agreements, "agreements", N_("Agreements"), .open = TRUE,                      \
     .group = N_("Agreement"),                                                                     \
     .targets = LIAISON_TARGET (AGREEMENT))                                                        \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Post, post, POST)

G_END_DECLS
