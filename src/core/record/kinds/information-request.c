/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/information-request.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_information_request_statuses,
  /* Translators: A question not answered yet */
  [LIAISON_INFORMATION_REQUEST_STATUS_OPEN] = { "open", N_("Open") },
  [LIAISON_INFORMATION_REQUEST_STATUS_ACCEPTED] = { "accepted", N_("Accepted") },
  /* Translators: Somebody has been told to answer */
  [LIAISON_INFORMATION_REQUEST_STATUS_TASKED] = { "tasked", N_("Tasked") },
  [LIAISON_INFORMATION_REQUEST_STATUS_ANSWERED] = { "answered", N_("Answered") },
  [LIAISON_INFORMATION_REQUEST_STATUS_CLOSED] = { "closed", N_("Closed") },
  [LIAISON_INFORMATION_REQUEST_STATUS_REFUSED] = { "refused", N_("Refused") },
  [LIAISON_INFORMATION_REQUEST_STATUS_WITHDRAWN] = { "withdrawn", N_("Withdrawn") });

LIAISON_DEFINE_KIND (InformationRequest, information_request, INFORMATION_REQUEST,
                     "information-request", N_("Request for information"),
                     .plural = "information-requests",
                     .plural_label = N_("Requests for information"), .prefix = "RFI")
