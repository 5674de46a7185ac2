/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and files: the dialogs of this version of GTK and libadwaita that later ones replace, behind one small face. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @response is the id chosen, "cancel" when the dialog was dismissed. */
typedef void (*LiaisonAnswerFunc) (const char *response, gpointer data);

typedef struct
{
  const char *id;
  const char *label;      /* translated, with mnemonic */
  gboolean destructive;
  gboolean suggested;
} LiaisonAnswer;

/* Asks over @parent. @heading and @body are plain text. "Cancel" is always there, first. @func is called once. */
void liaison_ask (GtkWindow *parent, const char *heading, const char *body, const LiaisonAnswer *answers, guint n,
                  LiaisonAnswerFunc func, gpointer data);
/* Tells over @parent, with a button to close. */
void liaison_tell (GtkWindow *parent, const char *heading, const char *body);

/* @path is NULL when the person gave up; free it. */
typedef void (*LiaisonPathFunc) (char *path, gpointer data);

/* Asks for a plan to open, or where to save one; @name is suggested. */
void liaison_choose_plan_to_open (GtkWindow *parent, LiaisonPathFunc func, gpointer data);
void liaison_choose_plan_to_save (GtkWindow *parent, const char *folder, const char *name, LiaisonPathFunc func, gpointer data);
/* Where to save a picture; @name is suggested, the ending decides on the format. */
void liaison_choose_picture_to_save (GtkWindow *parent, const char *name, LiaisonPathFunc func, gpointer data);
/* Asks where to save another file; @name is suggested, @kind tells what files end in @ending (".pdf"). */
void liaison_choose_file_to_save (GtkWindow *parent, const char *title, const char *name, const char *kind, const char *ending,
                                  LiaisonPathFunc func, gpointer data);

G_END_DECLS
