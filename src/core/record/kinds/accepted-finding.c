/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/accepted-finding.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_KIND (AcceptedFinding, accepted_finding, ACCEPTED_FINDING,
                     "accepted-finding", N_("Accepted finding"),
                     .plural = "accepted-findings", .plural_label = N_("Accepted findings"))
