/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/product.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_product_types,
  [LIAISON_PRODUCT_TYPE_ORDER] = { "order", N_("Operation order") },
  [LIAISON_PRODUCT_TYPE_PLAN] = { "plan", N_("Plan") },
  [LIAISON_PRODUCT_TYPE_REPORT] = { "report", N_("Report") },
  [LIAISON_PRODUCT_TYPE_SUMMARY] = { "summary", N_("Summary") },
  [LIAISON_PRODUCT_TYPE_ASSESSMENT] = { "assessment", N_("Assessment") },
  /* Translators: A message that warns */
  [LIAISON_PRODUCT_TYPE_WARNING] = { "warning", N_("Warning") },
  [LIAISON_PRODUCT_TYPE_IMAGERY] = { "imagery", N_("Imagery") },
  [LIAISON_PRODUCT_TYPE_MAP] = { "map", N_("Map") },
  [LIAISON_PRODUCT_TYPE_PICTURE] = { "picture", N_("Recognised picture") },
  [LIAISON_PRODUCT_TYPE_MESSAGE] = { "message", N_("Message") },
  /* Translators: Minutes of a meeting */
  [LIAISON_PRODUCT_TYPE_MINUTES] = { "minutes", N_("Minutes") },
  [LIAISON_PRODUCT_TYPE_PRESENTATION] = { "presentation", N_("Presentation") },
  [LIAISON_PRODUCT_TYPE_DIRECTIVE] = { "directive", N_("Directive") },
  [LIAISON_PRODUCT_TYPE_PROCEDURE] = { "procedure", N_("Procedure") },
  [LIAISON_PRODUCT_TYPE_PRESS] = { "press", N_("Press release") },
  [LIAISON_PRODUCT_TYPE_DATA] = { "data", N_("Data") },
  [LIAISON_PRODUCT_TYPE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_product_statuses,
  [LIAISON_PRODUCT_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_PRODUCT_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_PRODUCT_STATUS_REVIEWED] = { "reviewed", N_("Reviewed") },
  [LIAISON_PRODUCT_STATUS_APPROVED] = { "approved", N_("Approved") },
  [LIAISON_PRODUCT_STATUS_RELEASED] = { "released", N_("Released") },
  [LIAISON_PRODUCT_STATUS_RECALLED] = { "recalled", N_("Recalled") });

LIAISON_DEFINE_CHOICES (liaison_reliabilities,
  [LIAISON_RELIABILITY_A] = { "a", N_("A: completely reliable") },
  [LIAISON_RELIABILITY_B] = { "b", N_("B: usually reliable") },
  [LIAISON_RELIABILITY_C] = { "c", N_("C: fairly reliable") },
  [LIAISON_RELIABILITY_D] = { "d", N_("D: not usually reliable") },
  [LIAISON_RELIABILITY_E] = { "e", N_("E: unreliable") },
  [LIAISON_RELIABILITY_F] = { "f", N_("F: reliability cannot be judged") });

LIAISON_DEFINE_CHOICES (liaison_credibilities,
  [LIAISON_CREDIBILITY_1] = { "1", N_("1: confirmed by other sources") },
  [LIAISON_CREDIBILITY_2] = { "2", N_("2: probably true") },
  [LIAISON_CREDIBILITY_3] = { "3", N_("3: possibly true") },
  [LIAISON_CREDIBILITY_4] = { "4", N_("4: doubtful") },
  [LIAISON_CREDIBILITY_5] = { "5", N_("5: improbable") },
  [LIAISON_CREDIBILITY_6] = { "6", N_("6: truth cannot be judged") });

LIAISON_DEFINE_ITEM (ReleaseDecision, liaison_release_decision_shape, "release-decision",
                     N_("Decision"),
                     LIAISON_RELEASE_DECISION_FIELDS);

/* Translators: An information item, not goods */
LIAISON_DEFINE_KIND (Product, product, PRODUCT, "product", N_("Product"),
                     .plural = "products", .plural_label = N_("Products"), .prefix = "PR")
