/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Information items that nations share. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PRODUCT_TYPE_UNSET,
  LIAISON_PRODUCT_TYPE_ORDER,
  LIAISON_PRODUCT_TYPE_PLAN,
  LIAISON_PRODUCT_TYPE_REPORT,
  LIAISON_PRODUCT_TYPE_SUMMARY,
  LIAISON_PRODUCT_TYPE_ASSESSMENT,
  LIAISON_PRODUCT_TYPE_WARNING,
  LIAISON_PRODUCT_TYPE_IMAGERY,
  LIAISON_PRODUCT_TYPE_MAP,
  LIAISON_PRODUCT_TYPE_PICTURE,
  LIAISON_PRODUCT_TYPE_MESSAGE,
  LIAISON_PRODUCT_TYPE_MINUTES,
  LIAISON_PRODUCT_TYPE_PRESENTATION,
  LIAISON_PRODUCT_TYPE_DIRECTIVE,
  LIAISON_PRODUCT_TYPE_PROCEDURE,
  LIAISON_PRODUCT_TYPE_PRESS,
  LIAISON_PRODUCT_TYPE_DATA,
  LIAISON_PRODUCT_TYPE_OTHER,
} LiaisonProductType;
extern const LiaisonChoices liaison_product_types;

typedef enum
{
  LIAISON_PRODUCT_STATUS_UNSET,
  LIAISON_PRODUCT_STATUS_DRAFT,
  LIAISON_PRODUCT_STATUS_PROPOSED,
  LIAISON_PRODUCT_STATUS_REVIEWED,
  LIAISON_PRODUCT_STATUS_APPROVED,
  LIAISON_PRODUCT_STATUS_RELEASED,
  LIAISON_PRODUCT_STATUS_RECALLED,
} LiaisonProductStatus;
extern const LiaisonChoices liaison_product_statuses;

typedef enum
{
  LIAISON_RELIABILITY_UNSET,
  LIAISON_RELIABILITY_A,
  LIAISON_RELIABILITY_B,
  LIAISON_RELIABILITY_C,
  LIAISON_RELIABILITY_D,
  LIAISON_RELIABILITY_E,
  LIAISON_RELIABILITY_F,
} LiaisonReliability;
extern const LiaisonChoices liaison_reliabilities;

typedef enum
{
  LIAISON_CREDIBILITY_UNSET,
  LIAISON_CREDIBILITY_1,
  LIAISON_CREDIBILITY_2,
  LIAISON_CREDIBILITY_3,
  LIAISON_CREDIBILITY_4,
  LIAISON_CREDIBILITY_5,
  LIAISON_CREDIBILITY_6,
} LiaisonCredibility;
extern const LiaisonChoices liaison_credibilities;

/* A step of the way from proposal to release. */
#define LIAISON_RELEASE_DECISION_FIELDS(F, T)                                                      \
  F (T, CHOICE, status, "status", N_("Status"), .choices = &liaison_product_statuses,              \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, INSTANT, when, "when", N_("When"), .flags = LIAISON_FIELD_COLUMN)                          \
  /* Translators: Who decided */                                                                   \
  F (T, REFERENCE, by, "by", N_("Decided by"), .targets = LIAISON_TARGET (PARTICIPANT),            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, authority, "authority", N_("Authority"),                                           \
     .help = N_("The rule, order or document that allows it."))                                    \
  F (T, TEXT, reason, "reason", N_("Reason"), .flags = LIAISON_FIELD_LONG)
LIAISON_DECLARE_DATA (ReleaseDecision, LIAISON_RELEASE_DECISION_FIELDS)
extern const LiaisonShape liaison_release_decision_shape;

#define LIAISON_PRODUCT_FIELDS(F, T)                                                               \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Product"),              \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_product_types,         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_product_statuses,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (PRODUCT),                                                          \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, REFERENCES, sources, "sources", N_("Made from"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (PRODUCT),                                                          \
     .help = N_("It may go no further than they may."))                                            \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE, .flags = LIAISON_FIELD_LONG)                 \
  F (T, STRING, version, "version", N_("Version"), .open = TRUE)                                   \
  /* Translators: Format of a document: PDF, text … */                                             \
  F (T, STRING, format, "format", N_("Format"), .open = TRUE)                                      \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE)                                 \
  F (T, STRING, document, "document", N_("Controlled document"), .open = TRUE)                     \
  F (T, CHOICE, reliability, "reliability", N_("Reliability of the source"), .open = TRUE,         \
     .group = N_("Worth"),                                                                         \
     .choices = &liaison_reliabilities, .flags = LIAISON_FIELD_COLUMN)                             \
  /* Translators: Credibility of a piece of information */                                         \
  F (T, CHOICE, credibility, "credibility", N_("Credibility"), .open = TRUE,                       \
     .choices = &liaison_credibilities,                                                            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INSTANT, start, "start", N_("Information as of"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_START)                                                                 \
  F (T, INSTANT, end, "end", N_("Of use until"), .open = TRUE,                                     \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN,                                            \
     .help = N_("After this time it is of no use to anybody."))                                    \
  F (T, REFERENCE, author, "author", N_("Author"), .open = TRUE, .group = N_("People"),            \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, NATIONS, wanted_by, "wanted-by", N_("Wanted by"))                                          \
  F (T, REFERENCE, event, "event", N_("Event"), .open = TRUE, .targets = LIAISON_TARGET (EVENT))   \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL),                                                          \
     .help = N_("The channel that it must travel on."))                                            \
  F (T, DURATION, deliver_within, "deliver-within", N_("To be delivered within"), .open = TRUE,    \
     .minimum = 0, .maximum = 31536000)                                                            \
  F (T, REFERENCES, agreements, "agreements", N_("Agreements"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (AGREEMENT),                                                        \
     .help = N_("Agreements that must be in force for its release."))                              \
  /* Translators: The requests for information that it answers */                                  \
  F (T, REFERENCES, requests, "requests", N_("Answers"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (INFORMATION_REQUEST))                                              \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  F (T, ITEMS, decisions, "decisions", N_("Decisions"), .items = &liaison_release_decision_shape)  \
  F (T, TEXT, handling, "handling", N_("Handling instructions"), .open = TRUE,                     \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Product, product, PRODUCT)

G_END_DECLS
