/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/precedent.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_ITEM (Precedent, liaison_precedent_shape, "precedent", N_("Precedent"),
                     LIAISON_PRECEDENT_FIELDS);
