/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/baseline.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_KIND (Baseline, baseline, BASELINE, "baseline", N_("Baseline"),
                     .plural = "baselines", .plural_label = N_("Baselines"))
