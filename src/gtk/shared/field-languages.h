/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A switch for the language a text is written in: a button with its tag, and a list of languages to
 * choose from. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_LANGUAGES (liaison_field_languages_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldLanguages, liaison_field_languages, LIAISON, FIELD_LANGUAGES, GtkWidget)

/* Signal "changed": the person chose another language. @label is of the field, translated. */
LiaisonFieldLanguages *liaison_field_languages_new (LiaisonSession *session, const char *label);

/* The language chosen; that of the session at first. Interned. */
const char *liaison_field_languages_get_language (LiaisonFieldLanguages *self);
/* Says which languages the text has. */
void liaison_field_languages_show_text (LiaisonFieldLanguages *self, const LiaisonText *text);

/* The languages of the exercise and of the session. Interned tags, NULL-terminated; the caller
 * frees the array. */
const char **liaison_field_languages_list (LiaisonSession *session);

G_END_DECLS
