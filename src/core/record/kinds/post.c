/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/post.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_post_covers,
  [LIAISON_POST_COVER_CONTINUOUS] = { "continuous", N_("Around the clock") },
  [LIAISON_POST_COVER_DAY] = { "day", N_("Day") },
  [LIAISON_POST_COVER_NIGHT] = { "night", N_("Night") },
  [LIAISON_POST_COVER_WORKING_HOURS] = { "working-hours", N_("Working hours") },
  [LIAISON_POST_COVER_ON_CALL] = { "on-call", N_("On call") },
  [LIAISON_POST_COVER_AS_REQUIRED] = { "as-required", N_("As required") });

LIAISON_DEFINE_CHOICES (liaison_post_statuses,
  [LIAISON_POST_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_POST_STATUS_AGREED] = { "agreed", N_("Agreed") },
  /* Translators: A post for which people are named */
  [LIAISON_POST_STATUS_MANNED] = { "manned", N_("Manned") },
  [LIAISON_POST_STATUS_JOINED] = { "joined", N_("Joined") },
  [LIAISON_POST_STATUS_CLOSED] = { "closed", N_("Closed") },
  [LIAISON_POST_STATUS_VACANT] = { "vacant", N_("Vacant") });

LIAISON_DEFINE_CHOICES (liaison_language_needs,
  [LIAISON_LANGUAGE_NEED_REQUIRED] = { "required", N_("Required") },
  [LIAISON_LANGUAGE_NEED_DESIRED] = { "desired", N_("Desired") });

LIAISON_DEFINE_CHOICES (liaison_shift_statuses,
  [LIAISON_SHIFT_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_SHIFT_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_SHIFT_STATUS_ABSENT] = { "absent", N_("Absent") },
  [LIAISON_SHIFT_STATUS_DONE] = { "done", N_("Done") });

LIAISON_DEFINE_ITEM (PostLanguage, liaison_post_language_shape, "post-language", N_("Language"),
                     LIAISON_POST_LANGUAGE_FIELDS);

/* Translators: A turn of duty */
LIAISON_DEFINE_ITEM (Shift, liaison_shift_shape, "shift", N_("Shift"), LIAISON_SHIFT_FIELDS);

LIAISON_DEFINE_ITEM (Handover, liaison_handover_shape, "handover", N_("Handover"),
                     LIAISON_HANDOVER_FIELDS);

LIAISON_DEFINE_KIND (Post, post, POST, "post", N_("Liaison post"),
                     .plural = "posts", .plural_label = N_("Liaison posts"), .prefix = "LP")
