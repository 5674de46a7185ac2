/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What liaisonctl prints: nothing in a plan can give commands to the terminal, and output that
 * could not be written does not go unnoticed. */
#pragma once

#include "json/writer.h"

G_BEGIN_DECLS

/* Makes sure that the three standard streams are there: one that was closed is replaced by one that
 * fails, so that no plan is ever opened under its number. Call it first. */
void liaison_output_init (void);

/* @text fit for a terminal, on one line or on several: control characters and what would change the
 * direction of the text around it are shown (\x1b) and not sent; bytes that are not UTF-8 are
 * replaced. Isolates (U+2066 to U+2069) stay only where something is written from right to left,
 * and are then made balanced. The caller's. */
char *liaison_output_dup_safe (const char *text, gboolean one_line);

/* @text broken between words into lines of at most @width columns. The caller's. */
char *liaison_output_dup_wrapped (const char *text, guint width);

/* To standard output, made safe; the second with a newline. */
void liaison_output_print (const char *text);
void liaison_output_print_line (const char *text);
/* A line to standard error, made safe. */
void liaison_output_warn (const char *text);

/* Columns of a terminal that @text takes: wide characters take two, accents none. */
guint liaison_output_get_width (const char *text);
/* Columns of the terminal on standard output; 0 when it is none. */
guint liaison_output_get_terminal_width (void);

/* JSON for programs, to standard output. What a terminal might take for a command is escaped. End
 * it with liaison_output_finish_json, which frees the writer; FALSE with @error when what was
 * written is no JSON. It is written as it comes, so that a long answer is never held whole. */
LiaisonJsonWriter *liaison_output_begin_json (void);
gboolean liaison_output_finish_json (LiaisonJsonWriter *writer, GError **error);

/* At the end: whether everything printed has arrived. */
gboolean liaison_output_finish (GError **error);

G_END_DECLS
