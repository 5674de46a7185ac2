/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list to choose from, with a search entry above: for values, nations, zones and records, of
 * which there may be 100,000. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_POPOVER (liaison_field_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldPopover, liaison_field_popover, LIAISON, FIELD_POPOVER, GtkPopover)

/* What the list asks of its owner about an item of the model. */
typedef struct
{
  /* What it is called. Transfer full. */
  char *(*tell) (gpointer item, gpointer owner);
  /* What stands dimly beside it, and is searched too; may be NULL and may give NULL. Transfer full.
   */
  char *(*tell_detail) (gpointer item, gpointer owner);
  /* Whether it is among those chosen. */
  gboolean (*is_chosen) (gpointer item, gpointer owner);
  /* The person chose it. */
  void (*choose) (gpointer item, gpointer owner);
} LiaisonFieldPopoverFuncs;

/* Takes @model. @funcs is static and @owner outlives the popover. @label names the list for
 * assistive technology. @several: it stays open so that more can be chosen. */
LiaisonFieldPopover *liaison_field_popover_new (GListModel *model,
                                                const LiaisonFieldPopoverFuncs *funcs,
                                                gpointer owner,
                                                const char *label,
                                                gboolean several);

/* Opens it with an empty search. */
void liaison_field_popover_open (LiaisonFieldPopover *self);
/* Looks again at which items are chosen. */
void liaison_field_popover_refresh (LiaisonFieldPopover *self);

G_END_DECLS
