/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures and files, held in the plan by their content. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

/* Most bytes of base64 that one attachment may have: 12 MiB of content. */
#define LIAISON_ATTACHMENT_LIMIT (16 * 1024 * 1024)

#define LIAISON_ATTACHMENT_FIELDS(F, T)                                                            \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE, .group = N_("Attachment"),                \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN)                                          \
  F (T, STRING, file_name, "file-name", N_("File name"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG,                                                                  \
     .help = N_("What a picture shows, for people who cannot see it."))                            \
  F (T, STRING, media_type, "media-type", N_("Media type"), .open = TRUE,                          \
     .flags = LIAISON_FIELD_COLUMN | LIAISON_FIELD_HIDDEN, .help = N_("Such as image/png."))       \
  F (T, INTEGER, size, "size", N_("Size"), .open = TRUE, .minimum = 0, .maximum = 100000000,       \
     .unit = N_("bytes"), .flags = LIAISON_FIELD_COLUMN | LIAISON_FIELD_HIDDEN)                    \
  F (T, INTEGER, width, "width", N_("Width"), .open = TRUE,                                        \
     .minimum = 0, .maximum = 100000, .unit = N_("px"),                                            \
     .flags = LIAISON_FIELD_HIDDEN)                                                                \
  F (T, INTEGER, height, "height", N_("Height"), .open = TRUE, .minimum = 0, .maximum = 100000,    \
     .unit = N_("px"), .flags = LIAISON_FIELD_HIDDEN)                                              \
  F (T, STRING, sha256, "sha256", N_("SHA-256"), .open = TRUE, .flags = LIAISON_FIELD_HIDDEN)      \
  F (T, STRING, content, "content", N_("Content"), .open = TRUE,                                   \
     .limit = LIAISON_ATTACHMENT_LIMIT,                                                            \
     .flags = LIAISON_FIELD_HIDDEN, .help = N_("The bytes in base64."))                            \
  F (T, DATE, date, "date", N_("Date"), .open = TRUE, .group = N_("Source"))                       \
  F (T, STRING, author, "author", N_("Author"))                                                    \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE)                                      \
  F (T, STRING, licence, "licence", N_("Licence"), .open = TRUE)                                   \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE,                                           \
     .group = N_("Notes"), .flags = LIAISON_FIELD_LONG)                                            \
  F (T, STRING, planner_notes, "planner-notes", N_("Planners’ notes"),                             \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL)

LIAISON_DECLARE_KIND (Attachment, attachment, ATTACHMENT)

G_END_DECLS
