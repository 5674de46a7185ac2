/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/release.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_release_statuses,
  [LIAISON_RELEASE_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_RELEASE_STATUS_RELEASED] = { "released", N_("Released") },
  [LIAISON_RELEASE_STATUS_ACKNOWLEDGED] = { "acknowledged", N_("Acknowledged") },
  [LIAISON_RELEASE_STATUS_RECALLED] = { "recalled", N_("Recalled") },
  [LIAISON_RELEASE_STATUS_RETURNED] = { "returned", N_("Returned") },
  [LIAISON_RELEASE_STATUS_DESTROYED] = { "destroyed", N_("Destroyed") });

LIAISON_DEFINE_CHOICES (liaison_release_mediums,
  [LIAISON_RELEASE_MEDIUM_PAPER] = { "paper", N_("Paper") },
  [LIAISON_RELEASE_MEDIUM_EMAIL] = { "email", N_("E-mail") },
  [LIAISON_RELEASE_MEDIUM_PORTAL] = { "portal", N_("Portal") },
  [LIAISON_RELEASE_MEDIUM_SHARED_FOLDER] = { "shared-folder", N_("Shared folder") },
  [LIAISON_RELEASE_MEDIUM_REMOVABLE] = { "removable", N_("Removable medium") },
  [LIAISON_RELEASE_MEDIUM_CHAT] = { "chat", N_("Chat") },
  [LIAISON_RELEASE_MEDIUM_MESSAGE] = { "message", N_("Formal message") },
  [LIAISON_RELEASE_MEDIUM_VOICE] = { "voice", N_("By word of mouth") },
  [LIAISON_RELEASE_MEDIUM_COURIER] = { "courier", N_("Courier") },
  [LIAISON_RELEASE_MEDIUM_LIAISON] = { "liaison", N_("Liaison officer") },
  [LIAISON_RELEASE_MEDIUM_DISPLAY] = { "display", N_("Shown only") });

LIAISON_DEFINE_ITEM (ReleaseCopy, liaison_release_copy_shape, "release-copy", N_("Copy"),
                     LIAISON_RELEASE_COPY_FIELDS);

/* Translators: The record that something was given to somebody */
LIAISON_DEFINE_KIND (Release, release, RELEASE, "release", N_("Release"),
                     .plural = "releases", .plural_label = N_("Releases"), .prefix = "RL")
