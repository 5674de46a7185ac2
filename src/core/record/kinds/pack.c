/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/pack.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_pack_audiences,
  [LIAISON_PACK_AUDIENCE_NATION] = { "nation", N_("Nation") },
  [LIAISON_PACK_AUDIENCE_ROLE] = { "role", N_("Role") },
  [LIAISON_PACK_AUDIENCE_POST] = { "post", N_("Liaison post") },
  [LIAISON_PACK_AUDIENCE_PARTICIPANT] = { "participant", N_("Participant") },
  [LIAISON_PACK_AUDIENCE_GROUP] = { "group", N_("Group") },
  [LIAISON_PACK_AUDIENCE_PLANNERS] = { "planners", N_("Planners") });

LIAISON_DEFINE_CHOICES (liaison_pack_statuses,
  [LIAISON_PACK_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_PACK_STATUS_READY] = { "ready", N_("Ready") },
  [LIAISON_PACK_STATUS_PRINTED] = { "printed", N_("Printed") },
  [LIAISON_PACK_STATUS_WITHDRAWN] = { "withdrawn", N_("Withdrawn") });

LIAISON_DEFINE_CHOICES (liaison_pack_sections,
  [LIAISON_PACK_SECTION_COVER] = { "cover", N_("Cover page") },
  [LIAISON_PACK_SECTION_CONTENTS] = { "contents", N_("Contents") },
  [LIAISON_PACK_SECTION_EMERGENCY] = { "emergency", N_("Emergency page") },
  [LIAISON_PACK_SECTION_BRIEF] = { "brief", N_("Exercise in brief") },
  [LIAISON_PACK_SECTION_SCENARIO] = { "scenario", N_("Scenario") },
  [LIAISON_PACK_SECTION_OBJECTIVES] = { "objectives", N_("Objectives") },
  [LIAISON_PACK_SECTION_WHO_IS_WHO] = { "who-is-who", N_("Who is who") },
  [LIAISON_PACK_SECTION_ORGANISATION] = { "organisation", N_("Organisation") },
  [LIAISON_PACK_SECTION_SCHEDULE] = { "schedule", N_("Schedule") },
  [LIAISON_PACK_SECTION_DAYS] = { "days", N_("Day pages") },
  [LIAISON_PACK_SECTION_TIMELINE] = { "timeline", N_("Timeline") },
  [LIAISON_PACK_SECTION_BATTLE_RHYTHM] = { "battle-rhythm", N_("Battle rhythm") },
  [LIAISON_PACK_SECTION_MATRIX] = { "matrix", N_("Execution matrix") },
  [LIAISON_PACK_SECTION_INJECTS] = { "injects", N_("Injects") },
  [LIAISON_PACK_SECTION_INJECT_CARDS] = { "inject-cards", N_("Inject cards") },
  [LIAISON_PACK_SECTION_SITES] = { "sites", N_("Sites") },
  [LIAISON_PACK_SECTION_LIAISON] = { "liaison", N_("Liaison directory") },
  [LIAISON_PACK_SECTION_COVERAGE] = { "coverage", N_("Liaison coverage") },
  [LIAISON_PACK_SECTION_COMMUNICATIONS] = { "communications", N_("Communications plan") },
  [LIAISON_PACK_SECTION_PACE_CARD] = { "pace-card", N_("PACE card") },
  [LIAISON_PACK_SECTION_ROUND_SHEETS] = { "round-sheets", N_("Communications round sheets") },
  [LIAISON_PACK_SECTION_INTEROPERABILITY] = { "interoperability", N_("Interoperability status") },
  [LIAISON_PACK_SECTION_SUPPORT] = { "support", N_("Support") },
  [LIAISON_PACK_SECTION_MOVEMENTS] = { "movements", N_("Arrivals and departures") },
  [LIAISON_PACK_SECTION_AGREEMENTS] = { "agreements", N_("Agreements in force") },
  [LIAISON_PACK_SECTION_INFORMATION] = { "information", N_("Information sharing") },
  [LIAISON_PACK_SECTION_ACTIONS] = { "actions", N_("Actions") },
  [LIAISON_PACK_SECTION_BRIEFINGS] = { "briefings", N_("Cultural briefings") },
  [LIAISON_PACK_SECTION_ROOM_CARDS] = { "room-cards", N_("Room cards") },
  [LIAISON_PACK_SECTION_PHRASES] = { "phrases", N_("Phrase sheets") },
  [LIAISON_PACK_SECTION_OBSERVANCES] = { "observances", N_("Observances") },
  [LIAISON_PACK_SECTION_LESSONS] = { "lessons", N_("Lessons") },
  [LIAISON_PACK_SECTION_GLOSSARY] = { "glossary", N_("Glossary") },
  [LIAISON_PACK_SECTION_CHANGES] = { "changes", N_("What changed") },
  [LIAISON_PACK_SECTION_TEXT] = { "text", N_("Own text") },
  [LIAISON_PACK_SECTION_NOTES] = { "notes", N_("Blank notes") });

LIAISON_DEFINE_CHOICES (liaison_digit_sets,
  [LIAISON_DIGIT_SET_WESTERN] = { "western", N_("Western (0123456789)") },
  [LIAISON_DIGIT_SET_ARABIC] = { "arabic", N_("Arabic (٠١٢٣٤٥٦٧٨٩)") },
  [LIAISON_DIGIT_SET_PERSIAN] = { "persian", N_("Persian (۰۱۲۳۴۵۶۷۸۹)") },
  [LIAISON_DIGIT_SET_DEVANAGARI] = { "devanagari", N_("Devanagari (०१२३४५६७८९)") },
  [LIAISON_DIGIT_SET_LANGUAGE] = { "language", N_("As the language has it") });

LIAISON_DEFINE_CHOICES (liaison_layouts,
  [LIAISON_LAYOUT_SINGLE] = { "single", N_("Single pages") },
  [LIAISON_LAYOUT_TWO_SIDED] = { "two-sided", N_("Two-sided") },
  [LIAISON_LAYOUT_BOOKLET] = { "booklet", N_("Booklet") },
  [LIAISON_LAYOUT_TWO_UP] = { "two-up", N_("Two pages a sheet") });

LIAISON_DEFINE_ITEM (PackPart, liaison_pack_part_shape, "pack-part", N_("Part"),
                     LIAISON_PACK_PART_FIELDS);

/* Translators: A printed booklet for one audience */
LIAISON_DEFINE_KIND (Pack, pack, PACK, "pack", N_("Pack"),
                     .plural = "packs", .plural_label = N_("Packs"))
