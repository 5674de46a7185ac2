/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/agreement.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_agreement_types,
  [LIAISON_AGREEMENT_TYPE_MEMORANDUM] = { "memorandum", N_("Memorandum of understanding") },
  [LIAISON_AGREEMENT_TYPE_TECHNICAL_ARRANGEMENT] = { "technical-arrangement",
    N_("Technical arrangement") },
  [LIAISON_AGREEMENT_TYPE_STATUS_OF_FORCES] = { "status-of-forces",
    N_("Status-of-forces agreement") },
  [LIAISON_AGREEMENT_TYPE_HOST_SUPPORT] = { "host-support",
    N_("Host-nation support arrangement") },
  [LIAISON_AGREEMENT_TYPE_ACQUISITION] = { "acquisition",
    N_("Acquisition and cross-servicing agreement") },
  [LIAISON_AGREEMENT_TYPE_IMPLEMENTING] = { "implementing", N_("Implementing arrangement") },
  [LIAISON_AGREEMENT_TYPE_SECURITY] = { "security", N_("Security agreement") },
  [LIAISON_AGREEMENT_TYPE_INFORMATION] = { "information", N_("Information-sharing arrangement") },
  [LIAISON_AGREEMENT_TYPE_LOAN] = { "loan", N_("Loan agreement") },
  [LIAISON_AGREEMENT_TYPE_LETTERS] = { "letters", N_("Exchange of letters") },
  [LIAISON_AGREEMENT_TYPE_INTENT] = { "intent", N_("Statement of intent") },
  [LIAISON_AGREEMENT_TYPE_SITE_USE] = { "site-use", N_("Agreement on the use of a site") },
  [LIAISON_AGREEMENT_TYPE_MEDICAL] = { "medical", N_("Medical arrangement") },
  [LIAISON_AGREEMENT_TYPE_ENVIRONMENTAL] = { "environmental", N_("Environmental arrangement") },
  [LIAISON_AGREEMENT_TYPE_CLAIMS] = { "claims", N_("Claims arrangement") },
  [LIAISON_AGREEMENT_TYPE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_agreement_stages,
  [LIAISON_AGREEMENT_STAGE_GOALS] = { "goals", N_("Shared goals") },
  [LIAISON_AGREEMENT_STAGE_DRAFTING] = { "drafting", N_("Drafting") },
  /* Translators: A draft is read by the parties */
  [LIAISON_AGREEMENT_STAGE_REVIEW] = { "review", N_("Review") },
  [LIAISON_AGREEMENT_STAGE_LEGAL] = { "legal", N_("Legal review") },
  [LIAISON_AGREEMENT_STAGE_NEGOTIATION] = { "negotiation", N_("Negotiation") },
  [LIAISON_AGREEMENT_STAGE_SIGNATURE] = { "signature", N_("Signature") },
  [LIAISON_AGREEMENT_STAGE_IN_FORCE] = { "in-force", N_("In force") },
  [LIAISON_AGREEMENT_STAGE_EXPIRED] = { "expired", N_("Expired") },
  [LIAISON_AGREEMENT_STAGE_SUSPENDED] = { "suspended", N_("Suspended") },
  [LIAISON_AGREEMENT_STAGE_ABANDONED] = { "abandoned", N_("Abandoned") });

LIAISON_DEFINE_CHOICES (liaison_positions,
  [LIAISON_POSITION_AGREED] = { "agreed", N_("Agreed") },
  [LIAISON_POSITION_RESERVATION] = { "reservation", N_("Reservation") },
  [LIAISON_POSITION_CONCERN] = { "concern", N_("Open concern") },
  [LIAISON_POSITION_NOT_STATED] = { "not-stated", N_("Not stated") });

LIAISON_DEFINE_CHOICES (liaison_party_roles,
  /* Translators: A party to an agreement */
  [LIAISON_PARTY_ROLE_PARTY] = { "party", N_("Party") },
  [LIAISON_PARTY_ROLE_ACCEDING] = { "acceding", N_("Acceding") },
  [LIAISON_PARTY_ROLE_OBSERVER] = { "observer", N_("Observer") },
  [LIAISON_PARTY_ROLE_DEPOSITARY] = { "depositary", N_("Depositary") });

LIAISON_DEFINE_CHOICES (liaison_text_statuses,
  [LIAISON_TEXT_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_TEXT_STATUS_TRANSLATED] = { "translated", N_("Translated") },
  [LIAISON_TEXT_STATUS_VERIFIED] = { "verified", N_("Verified") },
  /* Translators: A language version of an agreement that is binding */
  [LIAISON_TEXT_STATUS_AUTHENTIC] = { "authentic", N_("Authentic") });

/* Translators: A party to an agreement */
LIAISON_DEFINE_ITEM (Party, liaison_party_shape, "party", N_("Party"), LIAISON_PARTY_FIELDS);

LIAISON_DEFINE_ITEM (Article, liaison_article_shape, "article", N_("Article"),
                     LIAISON_ARTICLE_FIELDS);

LIAISON_DEFINE_ITEM (ArticlePosition, liaison_article_position_shape, "article-position",
                     N_("Position"),
                     LIAISON_ARTICLE_POSITION_FIELDS);

LIAISON_DEFINE_ITEM (AgreementVersion, liaison_agreement_version_shape, "agreement-version",
                     N_("Language version"),
                     LIAISON_AGREEMENT_VERSION_FIELDS);

LIAISON_DEFINE_ITEM (AgreementStep, liaison_agreement_step_shape, "agreement-step", N_("Step"),
                     LIAISON_AGREEMENT_STEP_FIELDS);

LIAISON_DEFINE_KIND (Agreement, agreement, AGREEMENT, "agreement", N_("Agreement"),
                     .plural = "agreements", .plural_label = N_("Agreements"), .prefix = "AG")
