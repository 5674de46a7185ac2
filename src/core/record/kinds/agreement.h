/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements with their parties, each party's position article by article, and their stage. */
#pragma once

#include "record/kind.h"
#include "record/kinds/language-use.h"
#include "record/kinds/precedent.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_AGREEMENT_TYPE_UNSET,
  LIAISON_AGREEMENT_TYPE_MEMORANDUM,
  LIAISON_AGREEMENT_TYPE_TECHNICAL_ARRANGEMENT,
  LIAISON_AGREEMENT_TYPE_STATUS_OF_FORCES,
  LIAISON_AGREEMENT_TYPE_HOST_SUPPORT,
  LIAISON_AGREEMENT_TYPE_ACQUISITION,
  LIAISON_AGREEMENT_TYPE_IMPLEMENTING,
  LIAISON_AGREEMENT_TYPE_SECURITY,
  LIAISON_AGREEMENT_TYPE_INFORMATION,
  LIAISON_AGREEMENT_TYPE_LOAN,
  LIAISON_AGREEMENT_TYPE_LETTERS,
  LIAISON_AGREEMENT_TYPE_INTENT,
  LIAISON_AGREEMENT_TYPE_SITE_USE,
  LIAISON_AGREEMENT_TYPE_MEDICAL,
  LIAISON_AGREEMENT_TYPE_ENVIRONMENTAL,
  LIAISON_AGREEMENT_TYPE_CLAIMS,
  LIAISON_AGREEMENT_TYPE_OTHER,
} LiaisonAgreementType;
extern const LiaisonChoices liaison_agreement_types;

typedef enum
{
  LIAISON_AGREEMENT_STAGE_UNSET,
  LIAISON_AGREEMENT_STAGE_GOALS,
  LIAISON_AGREEMENT_STAGE_DRAFTING,
  LIAISON_AGREEMENT_STAGE_REVIEW,
  LIAISON_AGREEMENT_STAGE_LEGAL,
  LIAISON_AGREEMENT_STAGE_NEGOTIATION,
  LIAISON_AGREEMENT_STAGE_SIGNATURE,
  LIAISON_AGREEMENT_STAGE_IN_FORCE,
  LIAISON_AGREEMENT_STAGE_EXPIRED,
  LIAISON_AGREEMENT_STAGE_SUSPENDED,
  LIAISON_AGREEMENT_STAGE_ABANDONED,
} LiaisonAgreementStage;
extern const LiaisonChoices liaison_agreement_stages;

typedef enum
{
  LIAISON_POSITION_UNSET,
  LIAISON_POSITION_AGREED,
  LIAISON_POSITION_RESERVATION,
  LIAISON_POSITION_CONCERN,
  LIAISON_POSITION_NOT_STATED,
} LiaisonPosition;
extern const LiaisonChoices liaison_positions;

typedef enum
{
  LIAISON_PARTY_ROLE_UNSET,
  LIAISON_PARTY_ROLE_PARTY,
  LIAISON_PARTY_ROLE_ACCEDING,
  LIAISON_PARTY_ROLE_OBSERVER,
  LIAISON_PARTY_ROLE_DEPOSITARY,
} LiaisonPartyRole;
extern const LiaisonChoices liaison_party_roles;

typedef enum
{
  LIAISON_TEXT_STATUS_UNSET,
  LIAISON_TEXT_STATUS_DRAFT,
  LIAISON_TEXT_STATUS_TRANSLATED,
  LIAISON_TEXT_STATUS_VERIFIED,
  LIAISON_TEXT_STATUS_AUTHENTIC,
} LiaisonTextStatus;
extern const LiaisonChoices liaison_text_statuses;

#define LIAISON_PARTY_FIELDS(F, T)                                                                 \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, role, "role", N_("Role"), .open = TRUE, .choices = &liaison_party_roles,           \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: What a party thinks of an agreement */                                           \
  F (T, CHOICE, position, "position", N_("Position"), .open = TRUE, .choices = &liaison_positions, \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("Its position on the whole."))                      \
  F (T, REFERENCE, contact, "contact", N_("Contact"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, STRING, signatory, "signatory", N_("Signatory"), .open = TRUE)                             \
  F (T, DATE, signed_on, "signed-on", N_("Signed on"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, DATE, in_force, "in-force", N_("In force for it from"), .open = TRUE)                      \
  F (T, TEXT, procedure, "procedure", N_("National procedure"), .flags = LIAISON_FIELD_LONG,       \
     .help = N_("What the party must do at home before it can sign."))                             \
  F (T, TEXT, notes, "notes", N_("Notes"), .flags = LIAISON_FIELD_LONG)                            \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Party, LIAISON_PARTY_FIELDS)
extern const LiaisonShape liaison_party_shape;

#define LIAISON_ARTICLE_FIELDS(F, T)                                                               \
  F (T, STRING, number, "number", N_("Article number"), .open = TRUE,                              \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                  \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN)                                          \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE, .flags = LIAISON_FIELD_LONG)                 \
  F (T, TEXT, comment, "comment", N_("Comment"), .flags = LIAISON_FIELD_LONG)                      \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Article, LIAISON_ARTICLE_FIELDS)
extern const LiaisonShape liaison_article_shape;

/* What one party says to one article. */
#define LIAISON_ARTICLE_POSITION_FIELDS(F, T)                                                      \
  F (T, STRING, article, "article", N_("Article"), .open = TRUE,                                   \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                  \
     .help = N_("The number of the article."))                                                     \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, position, "position", N_("Position"), .open = TRUE, .choices = &liaison_positions, \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, statement, "statement", N_("Statement"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, DATE, date, "date", N_("Date"), .open = TRUE)                                              \
  F (T, REFERENCE, action, "action", N_("Action"), .open = TRUE, .targets = LIAISON_TARGET (ACTION))
LIAISON_DECLARE_DATA (ArticlePosition, LIAISON_ARTICLE_POSITION_FIELDS)
extern const LiaisonShape liaison_article_position_shape;

#define LIAISON_AGREEMENT_VERSION_FIELDS(F, T)                                                     \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE,                                 \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_text_statuses,   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, attachment, "attachment", N_("Attachment"), .open = TRUE,                       \
     .targets = LIAISON_TARGET (ATTACHMENT))                                                       \
  F (T, STRING, document, "document", N_("Document number"), .open = TRUE)                         \
  F (T, REFERENCE, translator, "translator", N_("Translator"), .open = TRUE,                       \
     .targets = LIAISON_TARGET (PARTICIPANT))
LIAISON_DECLARE_DATA (AgreementVersion, LIAISON_AGREEMENT_VERSION_FIELDS)
extern const LiaisonShape liaison_agreement_version_shape;

/* When the agreement is to pass a stage, and when it did. */
#define LIAISON_AGREEMENT_STEP_FIELDS(F, T)                                                        \
  F (T, CHOICE, stage, "stage", N_("Stage of the agreement"), .open = TRUE,                        \
     .choices = &liaison_agreement_stages, .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN) \
  F (T, INTEGER, lead_days, "lead-days", N_("Takes"), .open = TRUE,                                \
     .minimum = 0, .maximum = 10000,                                                               \
     .unit = N_("days"), .flags = LIAISON_FIELD_COLUMN)                                            \
  F (T, DATE, planned, "planned", N_("Planned for"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)  \
  F (T, DATE, done, "done", N_("Done on"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)            \
  F (T, REFERENCE, responsible, "responsible", N_("Responsible"), .open = TRUE,                    \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, notes, "notes", N_("Notes"))                                                         \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (AgreementStep, LIAISON_AGREEMENT_STEP_FIELDS)
extern const LiaisonShape liaison_agreement_step_shape;

#define LIAISON_AGREEMENT_FIELDS(F, T)                                                             \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Agreement"),            \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_agreement_types,       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, stage, "stage", N_("Stage of the agreement"), .open = TRUE,                        \
     .choices = &liaison_agreement_stages, .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, REFERENCE, parent, "parent", N_("Under"), .open = TRUE,                                    \
     .targets = LIAISON_TARGET (AGREEMENT),                                                        \
     .flags = LIAISON_FIELD_PARENT, .help = N_("The agreement that it is made under."))            \
  F (T, TEXT, goals, "goals", N_("Shared goals"), .open = TRUE, .flags = LIAISON_FIELD_LONG)       \
  F (T, TEXT, summary, "summary", N_("Summary"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, STRING, document, "document", N_("Controlled document"), .open = TRUE)                     \
  F (T, REFERENCE, lead, "lead", N_("Drafted by"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, ITEMS, parties, "parties", N_("Parties"), .open = TRUE, .group = N_("Parties"),            \
     .items = &liaison_party_shape, .flags = LIAISON_FIELD_COLUMN)                                 \
  F (T, ITEMS, positions, "positions", N_("Positions"), .open = TRUE,                              \
     .items = &liaison_article_position_shape)                                                     \
  F (T, ITEMS, articles, "articles", N_("Articles"), .open = TRUE, .group = N_("Text"),            \
     .items = &liaison_article_shape)                                                              \
  F (T, ITEMS, versions, "versions", N_("Language versions"), .open = TRUE,                        \
     .items = &liaison_agreement_version_shape)                                                    \
  F (T, ITEMS, steps, "steps", N_("Steps"), .open = TRUE, .group = N_("Times"),                    \
     .items = &liaison_agreement_step_shape)                                                       \
  F (T, DATE, needed_by, "needed-by", N_("Needed by"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("Where nothing is said: the start of the first event that depends on it."))        \
  F (T, DATE, signed_on, "signed-on", N_("Signed on"), .open = TRUE)                               \
  F (T, DATE, in_force, "in-force", N_("In force from"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, DATE, expires, "expires", N_("Expires"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)      \
  F (T, BOOLEAN, renews, "renews", N_("Renews by itself"), .open = TRUE)                           \
  /* Translators: Period of notice */                                                              \
  F (T, INTEGER, notice_days, "notice-days", N_("Notice"), .open = TRUE,                           \
     .minimum = 0, .maximum = 10000,                                                               \
     .unit = N_("days"), .help = N_("How long before it ends a party must say so."))               \
  F (T, ITEMS, precedents, "precedents", N_("Precedents"), .open = TRUE, .group = N_("Case"),      \
     .items = &liaison_precedent_shape)                                                            \
  F (T, REFERENCES, actions, "actions", N_("Issues"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (ACTION))                                                           \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Agreement, agreement, AGREEMENT)

G_END_DECLS
