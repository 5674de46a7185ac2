/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many copies of a pack are printed, from which number on, and whether as sheets of a booklet.
 */
#pragma once

#include "pack/order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  guint copies, first;
  gboolean imposed;
} LiaisonPrintWishes;

/* @wishes is NULL when the person gave up. */
typedef void (*LiaisonPrintQuestionFunc) (const LiaisonPrintWishes *wishes, gpointer data);

/* Begins with what @order says. @func is called once. */
void liaison_print_question_ask (GtkWindow *parent,
                                 const LiaisonPackOrder *order,
                                 LiaisonPrintQuestionFunc func,
                                 gpointer data);

G_END_DECLS
