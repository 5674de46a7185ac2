/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the buttons and menus of a part of the window offer, so that it can be looked for by name.
 * The buttons and menus are the one description: what is added to them is found here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_COMMAND (liaison_command_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonCommand, liaison_command, LIAISON, COMMAND, GObject)

/* Appends to @commands (of LiaisonCommand) what can be done now with what is shown of @inside: its
 * buttons, the items of its menus and of the context menus of tables and drawn views. What stands
 * in rows of lists, or cannot be done now, is left out; so is what is in @commands already, and what is within @except (may be NULL). */
void liaison_commands_collect (GtkWidget *inside, GtkWidget *except, GPtrArray *commands);

/* Of an action as it is known at @at, with its target (NULL: none; sunk). @label may have a
 * mnemonic. NULL where it cannot be done now. */
LiaisonCommand *
liaison_command_new (GtkWidget *at, const char *label, const char *action, GVariant *target);

/* Takes @command, which may be NULL; one that is there already is left out. */
void liaison_commands_append (GPtrArray *commands, LiaisonCommand *command);
/* What is pressed for an action at @at, from the bindings there and around it; NULL: nothing.
 * Transfer full. */
char *liaison_command_find_keys (GtkWidget *at, const char *action, GVariant *target);

/* Without mnemonic and keys. */
const char *liaison_command_get_title (LiaisonCommand *self);
/* What more its button says of itself; NULL: nothing. */
const char *liaison_command_get_help (LiaisonCommand *self);
/* As it is written for people, "Ctrl+P"; NULL: it has none. */
const char *liaison_command_get_keys (LiaisonCommand *self);

/* As a click does. Nothing happens where the button is gone. */
void liaison_command_run (LiaisonCommand *self);

G_END_DECLS
