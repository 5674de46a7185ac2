/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/briefing.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_briefing_statuses,
  [LIAISON_BRIEFING_STATUS_OUTLINE] = { "outline", N_("Outline") },
  [LIAISON_BRIEFING_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_BRIEFING_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_BRIEFING_STATUS_APPROVED] = { "approved", N_("Approved by the nation") },
  [LIAISON_BRIEFING_STATUS_WITHDRAWN] = { "withdrawn", N_("Withdrawn") });

LIAISON_DEFINE_CHOICES (liaison_statement_statuses,
  [LIAISON_STATEMENT_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_STATEMENT_STATUS_APPROVED] = { "approved", N_("Approved by the nation") },
  [LIAISON_STATEMENT_STATUS_REFUSED] = { "refused", N_("Refused by the nation") });

LIAISON_DEFINE_CHOICES (liaison_briefing_topics,
  [LIAISON_BRIEFING_TOPIC_GREETING] = { "greeting", N_("Greeting") },
  [LIAISON_BRIEFING_TOPIC_LEAVE_TAKING] = { "leave-taking", N_("Leave-taking") },
  [LIAISON_BRIEFING_TOPIC_ADDRESS] = { "address", N_("Forms of address") },
  [LIAISON_BRIEFING_TOPIC_RANKS] = { "ranks", N_("Ranks") },
  [LIAISON_BRIEFING_TOPIC_NAMES] = { "names", N_("Names") },
  [LIAISON_BRIEFING_TOPIC_CEREMONY] = { "ceremony", N_("Ceremony") },
  [LIAISON_BRIEFING_TOPIC_DRESS] = { "dress", N_("Dress") },
  [LIAISON_BRIEFING_TOPIC_DIET] = { "diet", N_("Dietary needs") },
  [LIAISON_BRIEFING_TOPIC_HOSPITALITY] = { "hospitality", N_("Meals and hospitality") },
  [LIAISON_BRIEFING_TOPIC_RELIGION] = { "religion", N_("Religion and observance") },
  [LIAISON_BRIEFING_TOPIC_GIFTS] = { "gifts", N_("Gifts") },
  [LIAISON_BRIEFING_TOPIC_GESTURES] = { "gestures", N_("Gestures") },
  [LIAISON_BRIEFING_TOPIC_PHOTOGRAPHY] = { "photography", N_("Photography") },
  [LIAISON_BRIEFING_TOPIC_COMMUNICATION] = { "communication", N_("Communication style") },
  [LIAISON_BRIEFING_TOPIC_DECISIONS] = { "decisions", N_("Decision style") },
  [LIAISON_BRIEFING_TOPIC_TIME] = { "time", N_("Working hours and time") },
  [LIAISON_BRIEFING_TOPIC_GENDER] = { "gender", N_("Men and women") },
  [LIAISON_BRIEFING_TOPIC_LAW] = { "law", N_("Law and customs") },
  [LIAISON_BRIEFING_TOPIC_HISTORY] = { "history", N_("National history") },
  [LIAISON_BRIEFING_TOPIC_HUMOUR] = { "humour", N_("Topics and humour") },
  [LIAISON_BRIEFING_TOPIC_CONTACT] = { "contact", N_("Whom to ask") },
  [LIAISON_BRIEFING_TOPIC_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_phrase_uses,
  [LIAISON_PHRASE_USE_GREETING] = { "greeting", N_("Greeting") },
  [LIAISON_PHRASE_USE_COURTESY] = { "courtesy", N_("Courtesy") },
  [LIAISON_PHRASE_USE_WORK] = { "work", N_("Work") },
  [LIAISON_PHRASE_USE_RADIO] = { "radio", N_("Radio") },
  [LIAISON_PHRASE_USE_DIRECTIONS] = { "directions", N_("Directions") },
  [LIAISON_PHRASE_USE_MEDICAL] = { "medical", N_("Medical") },
  [LIAISON_PHRASE_USE_EMERGENCY] = { "emergency", N_("Emergency") },
  [LIAISON_PHRASE_USE_NUMBERS] = { "numbers", N_("Numbers") },
  [LIAISON_PHRASE_USE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_ITEM (Statement, liaison_statement_shape, "statement", N_("Statement"),
                     LIAISON_STATEMENT_FIELDS);

LIAISON_DEFINE_ITEM (Phrase, liaison_phrase_shape, "phrase", N_("Phrase"), LIAISON_PHRASE_FIELDS);

LIAISON_DEFINE_ITEM (RankName, liaison_rank_name_shape, "rank-name", N_("Rank"),
                     LIAISON_RANK_NAME_FIELDS);

LIAISON_DEFINE_KIND (Briefing, briefing, BRIEFING, "briefing", N_("Briefing card"),
                     .plural = "briefings", .plural_label = N_("Briefing cards"))
