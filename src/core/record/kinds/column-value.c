/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/column-value.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_ITEM (ColumnValue, liaison_column_value_shape, "column-value",
                     N_("Value in an own column"),
                     LIAISON_COLUMN_VALUE_FIELDS);
