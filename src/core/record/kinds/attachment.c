/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/attachment.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_KIND (Attachment, attachment, ATTACHMENT, "attachment", N_("Attachment"),
                     .plural = "attachments", .plural_label = N_("Attachments"))
