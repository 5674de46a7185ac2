/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two halves of the verb "show". */
#pragma once

#include "command.h"

#include "words/query.h"

G_BEGIN_DECLS

/* Prints the table, or writes it for --json; returns the exit status. */
int liaison_show_table (const LiaisonQuery *query, const LiaisonSnapshot *snapshot);
/* Prints a summary of the exercise, or writes it for --json; returns the exit status. */
int liaison_show_summary (const LiaisonSnapshot *snapshot);

G_END_DECLS
