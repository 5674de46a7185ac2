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
  F (T, NATION, nation, "nation", N_("Nation"),                                                    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, role, "role", N_("Role"), .choices = &liaison_party_roles,                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: What a party thinks of an agreement */                                           \
  F (T, CHOICE, position, "position", N_("Position"), .choices = &liaison_positions,               \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("Its position on the whole."))                      \
  F (T, REFERENCE, contact, "contact", N_("Contact"), .targets = LIAISON_TARGET (PARTICIPANT))     \
  F (T, STRING, signatory, "signatory", N_("Signatory"))                                           \
  F (T, DATE, signed_on, "signed-on", N_("Signed on"), .flags = LIAISON_FIELD_COLUMN)              \
  F (T, DATE, in_force, "in-force", N_("In force for it from"))                                    \
  F (T, TEXT, procedure, "procedure", N_("National procedure"), .flags = LIAISON_FIELD_LONG,       \
     .help = N_("What the party must do at home before it can sign."))                             \
  F (T, TEXT, notes, "notes", N_("Notes"), .flags = LIAISON_FIELD_LONG)                            \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Party, LIAISON_PARTY_FIELDS)
extern const LiaisonShape liaison_party_shape;

#define LIAISON_ARTICLE_FIELDS(F, T)                                                               \
  F (T, STRING, number, "number", N_("Article number"),                                            \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                  \
  F (T, TEXT, title, "title", N_("Title"), .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN)    \
  F (T, TEXT, text, "text", N_("Text"), .flags = LIAISON_FIELD_LONG)                               \
  F (T, TEXT, comment, "comment", N_("Comment"), .flags = LIAISON_FIELD_LONG)                      \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Article, LIAISON_ARTICLE_FIELDS)
extern const LiaisonShape liaison_article_shape;

/* What one party says to one article. */
#define LIAISON_ARTICLE_POSITION_FIELDS(F, T)                                                      \
  F (T, STRING, article, "article", N_("Article"),                                                 \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                  \
     .help = N_("The number of the article."))                                                     \
  F (T, NATION, nation, "nation", N_("Nation"),                                                    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, position, "position", N_("Position"), .choices = &liaison_positions,               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, statement, "statement", N_("Statement"), .flags = LIAISON_FIELD_LONG)                \
  F (T, DATE, date, "date", N_("Date"))                                                            \
  F (T, REFERENCE, action, "action", N_("Action"), .targets = LIAISON_TARGET (ACTION))
LIAISON_DECLARE_DATA (ArticlePosition, LIAISON_ARTICLE_POSITION_FIELDS)
extern const LiaisonShape liaison_article_position_shape;

#define LIAISON_AGREEMENT_VERSION_FIELDS(F, T)                                                     \
  F (T, LEVEL, language, "language", N_("Language"),                                               \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, status, "status", N_("Status"), .choices = &liaison_text_statuses,                 \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, attachment, "attachment", N_("Attachment"),                                     \
     .targets = LIAISON_TARGET (ATTACHMENT))                                                       \
  F (T, STRING, document, "document", N_("Document number"))                                       \
  F (T, REFERENCE, translator, "translator", N_("Translator"),                                     \
     .targets = LIAISON_TARGET (PARTICIPANT))
LIAISON_DECLARE_DATA (AgreementVersion, LIAISON_AGREEMENT_VERSION_FIELDS)
extern const LiaisonShape liaison_agreement_version_shape;

/* When the agreement is to pass a stage, and when it did. */
#define LIAISON_AGREEMENT_STEP_FIELDS(F, T)                                                        \
  F (T, CHOICE, stage, "stage", N_("Stage of the agreement"),                                      \
     .choices = &liaison_agreement_stages, .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN) \
  F (T, INTEGER, lead_days, "lead-days", N_("Takes"), .minimum = 0, .maximum = 10000,              \
     .unit = N_("days"), .flags = LIAISON_FIELD_COLUMN)                                            \
  F (T, DATE, planned, "planned", N_("Planned for"), .flags = LIAISON_FIELD_COLUMN)                \
  F (T, DATE, done, "done", N_("Done on"), .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, REFERENCE, responsible, "responsible", N_("Responsible"),                                  \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, notes, "notes", N_("Notes"))                                                         \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (AgreementStep, LIAISON_AGREEMENT_STEP_FIELDS)
extern const LiaisonShape liaison_agreement_step_shape;

#define LIAISON_AGREEMENT_FIELDS(F, T)                                                             \
  F (T, STRING, serial, "serial", N_("Serial"), .group = N_("Agreement"),                          \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"),                                                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .choices = &liaison_agreement_types,                     \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, stage, "stage", N_("Stage of the agreement"),                                      \
     .choices = &liaison_agreement_stages, .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, REFERENCE, parent, "parent", N_("Under"), .targets = LIAISON_TARGET (AGREEMENT),           \
     .flags = LIAISON_FIELD_PARENT, .help = N_("The agreement that it is made under."))            \
  F (T, TEXT, goals, "goals", N_("Shared goals"), .flags = LIAISON_FIELD_LONG)                     \
  F (T, TEXT, summary, "summary", N_("Summary"), .flags = LIAISON_FIELD_LONG)                      \
  F (T, STRING, document, "document", N_("Controlled document"))                                   \
  F (T, REFERENCE, lead, "lead", N_("Drafted by"), .targets = LIAISON_TARGET (PARTICIPANT))        \
  F (T, ITEMS, parties, "parties", N_("Parties"), .group = N_("Parties"),                          \
     .items = &liaison_party_shape, .flags = LIAISON_FIELD_COLUMN)                                 \
  F (T, ITEMS, positions, "positions", N_("Positions"), .items = &liaison_article_position_shape)  \
  F (T, ITEMS, articles, "articles", N_("Articles"), .group = N_("Text"),                          \
     .items = &liaison_article_shape)                                                              \
  F (T, ITEMS, versions, "versions", N_("Language versions"),                                      \
     .items = &liaison_agreement_version_shape)                                                    \
  F (T, ITEMS, steps, "steps", N_("Steps"), .group = N_("Times"),                                  \
     .items = &liaison_agreement_step_shape)                                                       \
  F (T, DATE, needed_by, "needed-by", N_("Needed by"), .flags = LIAISON_FIELD_COLUMN,              \
     .help = N_("Where nothing is said: the start of the first event that depends on it."))        \
  F (T, DATE, signed_on, "signed-on", N_("Signed on"))                                             \
  F (T, DATE, in_force, "in-force", N_("In force from"), .flags = LIAISON_FIELD_COLUMN)            \
  F (T, DATE, expires, "expires", N_("Expires"), .flags = LIAISON_FIELD_COLUMN)                    \
  F (T, BOOLEAN, renews, "renews", N_("Renews by itself"))                                         \
  /* Translators: Period of notice */                                                              \
  F (T, INTEGER, notice_days, "notice-days", N_("Notice"), .minimum = 0, .maximum = 10000,         \
     .unit = N_("days"), .help = N_("How long before it ends a party must say so."))               \
  F (T, ITEMS, precedents, "precedents", N_("Precedents"), .group = N_("Case"),                    \
     .items = &liaison_precedent_shape)                                                            \
  F (T, REFERENCES, actions, "actions", N_("Issues"), .targets = LIAISON_TARGET (ACTION))          \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Agreement, agreement, AGREEMENT)

G_END_DECLS
