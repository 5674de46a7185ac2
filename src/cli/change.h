/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one record differs between two plans, in words and for programs. */
#pragma once

#include "command.h"

#include "edit/edit.h"

G_BEGIN_DECLS

/* Two plans, and how each is told. Borrows all. */
typedef struct
{
  const LiaisonSnapshot *from, *to;
  LiaisonManner before, after;
} LiaisonComparison;

/* @edits are all @n edits of one record. */
void liaison_change_print (const LiaisonComparison *comparison, const LiaisonEdit *edits, guint n);
void liaison_change_write (const LiaisonComparison *comparison,
                           const LiaisonEdit *edits,
                           guint n,
                           LiaisonJsonWriter *writer);

G_END_DECLS
