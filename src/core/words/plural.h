/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule of a language for choosing a plural form, as the header of a gettext catalogue states
 * it. */
#pragma once

#include "words/error.h"

G_BEGIN_DECLS

/* No language known has more than 6. */
#define LIAISON_PLURAL_MAX_FORMS 16

typedef struct _LiaisonPlural LiaisonPlural;

/* Compiles what follows "Plural-Forms:" ("nplurals=2; plural=(n > 1);", GNU gettext manual, "Plural
 * forms"; the expression is C over unsigned n). Up to @length bytes of @text are read; as in
 * gettext, what follows a whole expression is not looked at, since headers with a bracket too many
 * are in use. LIAISON_WORDS_ERROR_PLURAL. */
LiaisonPlural *liaison_plural_new (const char *text, gsize length, GError **error);
/* The rule of English and of catalogues that state none: one form for 1, another for all else. */
LiaisonPlural *liaison_plural_new_default (void);
void liaison_plural_free (LiaisonPlural *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlural, liaison_plural_free)

guint liaison_plural_get_n_forms (const LiaisonPlural *self);
/* The form for @n, less than the number of forms whatever the rule computes. Takes bounded time,
 * changes nothing. */
guint liaison_plural_get_form (const LiaisonPlural *self, guint64 n);

G_END_DECLS
