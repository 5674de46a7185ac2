/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cultural and protocol cards, written with the nation they are about. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_BRIEFING_STATUS_UNSET,
  LIAISON_BRIEFING_STATUS_OUTLINE,
  LIAISON_BRIEFING_STATUS_DRAFT,
  LIAISON_BRIEFING_STATUS_PROPOSED,
  LIAISON_BRIEFING_STATUS_APPROVED,
  LIAISON_BRIEFING_STATUS_WITHDRAWN,
} LiaisonBriefingStatus;
extern const LiaisonChoices liaison_briefing_statuses;

typedef enum
{
  LIAISON_STATEMENT_STATUS_UNSET,
  LIAISON_STATEMENT_STATUS_PROPOSED,
  LIAISON_STATEMENT_STATUS_APPROVED,
  LIAISON_STATEMENT_STATUS_REFUSED,
} LiaisonStatementStatus;
extern const LiaisonChoices liaison_statement_statuses;

typedef enum
{
  LIAISON_BRIEFING_TOPIC_UNSET,
  LIAISON_BRIEFING_TOPIC_GREETING,
  LIAISON_BRIEFING_TOPIC_LEAVE_TAKING,
  LIAISON_BRIEFING_TOPIC_ADDRESS,
  LIAISON_BRIEFING_TOPIC_RANKS,
  LIAISON_BRIEFING_TOPIC_NAMES,
  LIAISON_BRIEFING_TOPIC_CEREMONY,
  LIAISON_BRIEFING_TOPIC_DRESS,
  LIAISON_BRIEFING_TOPIC_DIET,
  LIAISON_BRIEFING_TOPIC_HOSPITALITY,
  LIAISON_BRIEFING_TOPIC_RELIGION,
  LIAISON_BRIEFING_TOPIC_GIFTS,
  LIAISON_BRIEFING_TOPIC_GESTURES,
  LIAISON_BRIEFING_TOPIC_PHOTOGRAPHY,
  LIAISON_BRIEFING_TOPIC_COMMUNICATION,
  LIAISON_BRIEFING_TOPIC_DECISIONS,
  LIAISON_BRIEFING_TOPIC_TIME,
  LIAISON_BRIEFING_TOPIC_GENDER,
  LIAISON_BRIEFING_TOPIC_LAW,
  LIAISON_BRIEFING_TOPIC_HISTORY,
  LIAISON_BRIEFING_TOPIC_HUMOUR,
  LIAISON_BRIEFING_TOPIC_CONTACT,
  LIAISON_BRIEFING_TOPIC_OTHER,
} LiaisonBriefingTopic;
extern const LiaisonChoices liaison_briefing_topics;

typedef enum
{
  LIAISON_PHRASE_USE_UNSET,
  LIAISON_PHRASE_USE_GREETING,
  LIAISON_PHRASE_USE_COURTESY,
  LIAISON_PHRASE_USE_WORK,
  LIAISON_PHRASE_USE_RADIO,
  LIAISON_PHRASE_USE_DIRECTIONS,
  LIAISON_PHRASE_USE_MEDICAL,
  LIAISON_PHRASE_USE_EMERGENCY,
  LIAISON_PHRASE_USE_NUMBERS,
  LIAISON_PHRASE_USE_OTHER,
} LiaisonPhraseUse;
extern const LiaisonChoices liaison_phrase_uses;

/* One statement of a card, with its source and what the nation says of it. */
#define LIAISON_STATEMENT_FIELDS(F, T)                                                             \
  F (T, CHOICE, topic, "topic", N_("Topic"), .open = TRUE, .choices = &liaison_briefing_topics,    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN                  \
              | LIAISON_FIELD_LONG)                                                                \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)       \
  F (T, STRING, source_link, "source-link", N_("Link to the source"), .open = TRUE)                \
  F (T, DATE, source_date, "source-date", N_("Date of the source"), .open = TRUE)                  \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_statement_statuses,                                                       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, approved_by, "approved-by", N_("Approved by"), .open = TRUE)                       \
  F (T, DATE, approved, "approved", N_("Approved on"), .open = TRUE)                               \
  F (T, BOOLEAN, key, "key", N_("For the room card"), .open = TRUE,                                \
     .help = N_("Among the few things to mind at a meeting."))                                     \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Statement, LIAISON_STATEMENT_FIELDS)
extern const LiaisonShape liaison_statement_shape;

#define LIAISON_PHRASE_FIELDS(F, T)                                                                \
  F (T, TEXT, meaning, "meaning", N_("Meaning"), .open = TRUE,                                     \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                 \
     .help = N_("In the languages of those who read the card."))                                   \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE,                                 \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, STRING, phrase, "phrase", N_("Phrase"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, STRING, transcription, "transcription", N_("In Latin letters"), .open = TRUE,              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, pronunciation, "pronunciation", N_("Pronunciation"), .open = TRUE,                   \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("As readers of each language would write it."))                                    \
  F (T, CHOICE, use, "use", N_("Occasion"), .open = TRUE, .choices = &liaison_phrase_uses)         \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Phrase, LIAISON_PHRASE_FIELDS)
extern const LiaisonShape liaison_phrase_shape;

/* A rank of the nation beside the common code. */
#define LIAISON_RANK_NAME_FIELDS(F, T)                                                             \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE,                                            \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                  \
     .help = N_("Such as OF-3 or OR-7."))                                                          \
  F (T, STRING, service, "service", N_("Service"), .open = TRUE,                                   \
     .help = N_("Army, navy, air force, police and so on."))                                       \
  F (T, STRING, rank, "rank", N_("Rank"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,             \
     .help = N_("As the nation writes it."))                                                       \
  F (T, STRING, abbreviation, "abbreviation", N_("Abbreviation"), .open = TRUE,                    \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, address, "address", N_("Addressed as"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN) \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (RankName, LIAISON_RANK_NAME_FIELDS)
extern const LiaisonShape liaison_rank_name_shape;

#define LIAISON_BRIEFING_FIELDS(F, T)                                                              \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE, .group = N_("Card"),                 \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN)                                          \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_briefing_statuses,                                                        \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, summary, "summary", N_("Summary"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, REFERENCE, contact, "contact", N_("Whom to ask"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, ITEMS, statements, "statements", N_("Statements"), .open = TRUE,                           \
     .group = N_("Statements"),                                                                    \
     .items = &liaison_statement_shape)                                                            \
  F (T, ITEMS, ranks, "ranks", N_("Ranks"), .open = TRUE, .group = N_("Ranks"),                    \
     .items = &liaison_rank_name_shape)                                                            \
  F (T, ITEMS, phrases, "phrases", N_("Phrases"), .open = TRUE, .group = N_("Phrases"),            \
     .items = &liaison_phrase_shape)                                                               \
  F (T, STRING, approved_by, "approved-by", N_("Approved by"), .open = TRUE,                       \
     .group = N_("Approval"))                                                                      \
  F (T, DATE, approved, "approved", N_("Approved on"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, author, "author", N_("Author"))                                                    \
  F (T, DATE, edition, "edition", N_("Edition"), .open = TRUE,                                     \
     .help = N_("The date of this version."))                                                      \
  F (T, DATE, review_by, "review-by", N_("Look at again by"), .open = TRUE)                        \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Briefing, briefing, BRIEFING)

G_END_DECLS
