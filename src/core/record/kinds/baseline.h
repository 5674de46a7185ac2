/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named frozen copies of the plan to compare with. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

/* Most bytes of base64 that one baseline may have: 48 MiB compressed. */
#define LIAISON_BASELINE_LIMIT (64 * 1024 * 1024)

#define LIAISON_BASELINE_FIELDS(F, T)                                                              \
  F (T, STRING, name, "name", N_("Name"), .group = N_("Baseline"),                                 \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, version, "version", N_("Version"), .flags = LIAISON_FIELD_COLUMN)                  \
  F (T, INSTANT, when, "when", N_("When"), .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, STRING, author, "author", N_("Author"), .flags = LIAISON_FIELD_COLUMN)                     \
  F (T, REFERENCE, event, "event", N_("Taken at"), .targets = LIAISON_TARGET (EVENT),              \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("The conference at which the plan stood so."))      \
  F (T, TEXT, notes, "notes", N_("Notes"), .flags = LIAISON_FIELD_LONG)                            \
  F (T, INTEGER, records, "records", N_("Number of records"), .group = N_("Frozen copy"),          \
     .minimum = 0, .maximum = 100000000, .flags = LIAISON_FIELD_HIDDEN)                            \
  F (T, INTEGER, size, "size", N_("Size"), .minimum = 0, .maximum = 1000000000,                    \
     .unit = N_("bytes"), .flags = LIAISON_FIELD_HIDDEN, .help = N_("Before it was compressed."))  \
  F (T, STRING, encoding, "encoding", N_("Encoding"), .flags = LIAISON_FIELD_HIDDEN)               \
  F (T, STRING, sha256, "sha256", N_("SHA-256"), .flags = LIAISON_FIELD_HIDDEN)                    \
  F (T, STRING, content, "content", N_("Content"), .limit = LIAISON_BASELINE_LIMIT,                \
     .flags = LIAISON_FIELD_HIDDEN, .help = N_("The plan, compressed, in base64."))

LIAISON_DECLARE_KIND (Baseline, baseline, BASELINE)

G_END_DECLS
