/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/check-item.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_ITEM (CheckItem, liaison_check_item_shape, "check-item", N_("Checklist item"),
                     LIAISON_CHECK_ITEM_FIELDS);
