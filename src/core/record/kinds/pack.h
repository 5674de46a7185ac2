/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Definitions of packs: a printed booklet for one audience. */
#pragma once

#include "record/kind.h"
#include "record/kinds/calendar-system.h"
#include "record/kinds/paper.h"
#include "record/kinds/participant-role.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PACK_AUDIENCE_UNSET,
  LIAISON_PACK_AUDIENCE_NATION,
  LIAISON_PACK_AUDIENCE_ROLE,
  LIAISON_PACK_AUDIENCE_POST,
  LIAISON_PACK_AUDIENCE_PARTICIPANT,
  LIAISON_PACK_AUDIENCE_GROUP,
  LIAISON_PACK_AUDIENCE_PLANNERS,
} LiaisonPackAudience;
extern const LiaisonChoices liaison_pack_audiences;

typedef enum
{
  LIAISON_PACK_STATUS_UNSET,
  LIAISON_PACK_STATUS_DRAFT,
  LIAISON_PACK_STATUS_READY,
  LIAISON_PACK_STATUS_PRINTED,
  LIAISON_PACK_STATUS_WITHDRAWN,
} LiaisonPackStatus;
extern const LiaisonChoices liaison_pack_statuses;

typedef enum
{
  LIAISON_PACK_SECTION_UNSET,
  LIAISON_PACK_SECTION_COVER,
  LIAISON_PACK_SECTION_CONTENTS,
  LIAISON_PACK_SECTION_EMERGENCY,
  LIAISON_PACK_SECTION_BRIEF,
  LIAISON_PACK_SECTION_SCENARIO,
  LIAISON_PACK_SECTION_OBJECTIVES,
  LIAISON_PACK_SECTION_WHO_IS_WHO,
  LIAISON_PACK_SECTION_ORGANISATION,
  LIAISON_PACK_SECTION_SCHEDULE,
  LIAISON_PACK_SECTION_DAYS,
  LIAISON_PACK_SECTION_TIMELINE,
  LIAISON_PACK_SECTION_BATTLE_RHYTHM,
  LIAISON_PACK_SECTION_MATRIX,
  LIAISON_PACK_SECTION_INJECTS,
  LIAISON_PACK_SECTION_INJECT_CARDS,
  LIAISON_PACK_SECTION_SITES,
  LIAISON_PACK_SECTION_LIAISON,
  LIAISON_PACK_SECTION_COVERAGE,
  LIAISON_PACK_SECTION_COMMUNICATIONS,
  LIAISON_PACK_SECTION_PACE_CARD,
  LIAISON_PACK_SECTION_ROUND_SHEETS,
  LIAISON_PACK_SECTION_INTEROPERABILITY,
  LIAISON_PACK_SECTION_SUPPORT,
  LIAISON_PACK_SECTION_MOVEMENTS,
  LIAISON_PACK_SECTION_AGREEMENTS,
  LIAISON_PACK_SECTION_INFORMATION,
  LIAISON_PACK_SECTION_ACTIONS,
  LIAISON_PACK_SECTION_BRIEFINGS,
  LIAISON_PACK_SECTION_ROOM_CARDS,
  LIAISON_PACK_SECTION_PHRASES,
  LIAISON_PACK_SECTION_OBSERVANCES,
  LIAISON_PACK_SECTION_LESSONS,
  LIAISON_PACK_SECTION_GLOSSARY,
  LIAISON_PACK_SECTION_CHANGES,
  LIAISON_PACK_SECTION_TEXT,
  LIAISON_PACK_SECTION_NOTES,
} LiaisonPackSection;
extern const LiaisonChoices liaison_pack_sections;

typedef enum
{
  LIAISON_DIGIT_SET_UNSET,
  LIAISON_DIGIT_SET_WESTERN,
  LIAISON_DIGIT_SET_ARABIC,
  LIAISON_DIGIT_SET_PERSIAN,
  LIAISON_DIGIT_SET_DEVANAGARI,
  LIAISON_DIGIT_SET_LANGUAGE,
} LiaisonDigitSet;
extern const LiaisonChoices liaison_digit_sets;

typedef enum
{
  LIAISON_LAYOUT_UNSET,
  LIAISON_LAYOUT_SINGLE,
  LIAISON_LAYOUT_TWO_SIDED,
  LIAISON_LAYOUT_BOOKLET,
  LIAISON_LAYOUT_TWO_UP,
} LiaisonLayout;
extern const LiaisonChoices liaison_layouts;

/* One part of the contents. */
#define LIAISON_PACK_PART_FIELDS(F, T)                                                             \
  F (T, CHOICE, section, "section", N_("Section"), .choices = &liaison_pack_sections,              \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, BOOLEAN, off, "off", N_("Left out"))                                                       \
  F (T, TEXT, heading, "heading", N_("Heading"),                                                   \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN,                                          \
     .help = N_("Where it differs from the usual one."))                                           \
  F (T, TEXT, text, "text", N_("Text"), .flags = LIAISON_FIELD_LONG,                               \
     .help = N_("For own text, or printed before the section."))                                   \
  F (T, STRING, filter, "filter", N_("Filter"),                                                    \
     .help = N_("Which records, in the words of the search field."))                               \
  F (T, STRING, columns, "columns", N_("Columns"),                                                 \
     .help = N_("Names of fields with commas between them."))                                      \
  F (T, BOOLEAN, new_page, "new-page", N_("On a new page"))                                        \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (PackPart, LIAISON_PACK_PART_FIELDS)
extern const LiaisonShape liaison_pack_part_shape;

#define LIAISON_PACK_FIELDS(F, T)                                                                  \
  F (T, STRING, code, "code", N_("Code"), .group = N_("Pack"),                                     \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"),                                                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, template, "template", N_("Template"))                                              \
  F (T, CHOICE, status, "status", N_("Status"), .choices = &liaison_pack_statuses,                 \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, subtitle, "subtitle", N_("Subtitle"))                                                \
  F (T, CHOICE, audience, "audience", N_("Audience"), .group = N_("Audience"),                     \
     .choices = &liaison_pack_audiences, .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)   \
  F (T, NATION, nation, "nation", N_("Nation"), .flags = LIAISON_FIELD_COLUMN)                     \
  F (T, CHOICE, role, "role", N_("Role"), .choices = &liaison_participant_roles)                   \
  F (T, REFERENCE, post, "post", N_("Liaison post"), .targets = LIAISON_TARGET (POST))             \
  F (T, REFERENCE, participant, "participant", N_("Participant"),                                  \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, group, "group", N_("Group"), .targets = LIAISON_TARGET (GROUP))                 \
  F (T, REFERENCE, event, "event", N_("For event"), .targets = LIAISON_TARGET (EVENT),             \
     .help = N_("For read-aheads and room cards."))                                                \
  F (T, STRING, highest_level, "highest-level", N_("Highest level"),                               \
     .help = N_("Nothing above this level of the marking scheme goes in."))                        \
  F (T, ITEMS, contents, "contents", N_("Contents"), .group = N_("Contents"),                      \
     .items = &liaison_pack_part_shape)                                                            \
  F (T, INSTANT, start, "start", N_("Period from"), .flags = LIAISON_FIELD_START,                  \
     .help = N_("What lies before is left out of the schedule."))                                  \
  F (T, INSTANT, end, "end", N_("Period until"), .flags = LIAISON_FIELD_END)                       \
  F (T, BOOLEAN, count_withheld, "count-withheld", N_("Tell how much is withheld"))                \
  F (T, REFERENCE, baseline, "baseline", N_("Changes since"),                                      \
     .targets = LIAISON_TARGET (BASELINE))                                                         \
  F (T, STRING, previous_version, "previous-version", N_("Previous version"))                      \
  F (T, LEVEL, language, "language", N_("Language"), .group = N_("Language"),                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, digits, "digits", N_("Digits"), .choices = &liaison_digit_sets)                    \
  F (T, CHOICE, calendar, "calendar", N_("Calendar"), .choices = &liaison_calendar_systems)        \
  F (T, ZONE, zone, "zone", N_("Time zone"),                                                       \
     .help = N_("Where nothing is said, the zone of the audience."))                               \
  F (T, CHOICE, paper, "paper", N_("Paper"), .group = N_("Paper"), .choices = &liaison_papers,     \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, layout, "layout", N_("Layout"), .choices = &liaison_layouts)                       \
  F (T, INTEGER, type_size, "type-size", N_("Type size"), .minimum = 6, .maximum = 24,             \
     .unit = N_("pt"))                                                                             \
  F (T, BOOLEAN, same_pages, "same-pages", N_("Same pages in all languages"),                      \
     .help = N_("Page 14 is then page 14 for everybody in the room."))                             \
  F (T, REFERENCE, cover, "cover", N_("Cover picture"), .targets = LIAISON_TARGET (ATTACHMENT))    \
  F (T, STRING, watermark, "watermark", N_("Watermark"))                                           \
  F (T, TEXT, imprint, "imprint", N_("Imprint"), .flags = LIAISON_FIELD_LONG)                      \
  F (T, INTEGER, copies, "copies", N_("Copies"), .group = N_("Copies"),                            \
     .minimum = 0, .maximum = 100000, .flags = LIAISON_FIELD_COLUMN)                               \
  F (T, INTEGER, first_copy, "first-copy", N_("First copy number"),                                \
     .minimum = 1, .maximum = 1000000)                                                             \
  F (T, STRING, copy_prefix, "copy-prefix", N_("Before the copy number"))                          \
  F (T, STRING, version, "version", N_("Version"), .flags = LIAISON_FIELD_COLUMN)                  \
  F (T, DATE, valid_from, "valid-from", N_("Valid from"))                                          \
  F (T, DATE, valid_until, "valid-until", N_("Valid until"))                                       \
  F (T, STRING, file_name, "file-name", N_("File name"))                                           \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Pack, pack, PACK)

G_END_DECLS
