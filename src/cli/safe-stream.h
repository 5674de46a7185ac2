/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON on its way to a terminal: a stream that writes escapes for the characters which a terminal
 * might take for a command or which turn the text around them. */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Unicode Standard Annex #9: marks, embeddings, overrides and isolates. */
static inline gboolean
liaison_output_is_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2069;
}

static inline gboolean
liaison_output_turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || liaison_output_is_isolate (c);
}

#define LIAISON_TYPE_SAFE_STREAM (liaison_safe_stream_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonSafeStream, liaison_safe_stream, LIAISON, SAFE_STREAM, GOutputStream)

/* @file is borrowed, and what failed stays with it. What is written must be JSON in UTF-8: there,
 * such characters stand in strings alone. */
GOutputStream *liaison_safe_stream_new (FILE *file);

G_END_DECLS
