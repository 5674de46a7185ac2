/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/support-request.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_support_statuses,
  [LIAISON_SUPPORT_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_SUPPORT_STATUS_REQUESTED] = { "requested", N_("Requested") },
  [LIAISON_SUPPORT_STATUS_OFFERED] = { "offered", N_("Offered") },
  [LIAISON_SUPPORT_STATUS_AGREED] = { "agreed", N_("Agreed") },
  [LIAISON_SUPPORT_STATUS_ORDERED] = { "ordered", N_("Ordered") },
  [LIAISON_SUPPORT_STATUS_DELIVERED] = { "delivered", N_("Delivered") },
  [LIAISON_SUPPORT_STATUS_CLOSED] = { "closed", N_("Closed") },
  [LIAISON_SUPPORT_STATUS_REFUSED] = { "refused", N_("Refused") },
  [LIAISON_SUPPORT_STATUS_CANCELLED] = { "cancelled", N_("Cancelled") });

LIAISON_DEFINE_CHOICES (liaison_repayments,
  [LIAISON_REPAYMENT_NONE] = { "none", N_("No repayment") },
  [LIAISON_REPAYMENT_CASH] = { "cash", N_("In cash") },
  /* Translators: Repaid with the same goods */
  [LIAISON_REPAYMENT_KIND] = { "kind", N_("In kind") },
  [LIAISON_REPAYMENT_EQUAL_VALUE] = { "equal-value", N_("Equal value exchange") },
  [LIAISON_REPAYMENT_SHARED] = { "shared", N_("Shared costs") });

LIAISON_DEFINE_ITEM (SupportPart, liaison_support_part_shape, "support-part", N_("Part"),
                     LIAISON_SUPPORT_PART_FIELDS);

LIAISON_DEFINE_KIND (SupportRequest, support_request, SUPPORT_REQUEST,
                     "support-request", N_("Support request"),
                     .plural = "support-requests",
                     .plural_label = N_("Support requests"), .prefix = "SR")
