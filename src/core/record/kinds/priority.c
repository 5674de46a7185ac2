/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/priority.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_priorities,
  /* Translators: Priority */
  [LIAISON_PRIORITY_LOW] = { "low", N_("Low") },
  /* Translators: Priority */
  [LIAISON_PRIORITY_NORMAL] = { "normal", N_("Normal") },
  /* Translators: Priority */
  [LIAISON_PRIORITY_HIGH] = { "high", N_("High") },
  /* Translators: Priority */
  [LIAISON_PRIORITY_URGENT] = { "urgent", N_("Urgent") });
