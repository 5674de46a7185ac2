/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonWords: one language to speak in.
 *
 * It serves any language from any process, whatever locales are installed, and never asks the
 * process for its own language, zone or clock. Messages come from gettext catalogues; dates,
 * numbers, lists and names of the world from ICU. Everything returned is UTF-8 and never NULL
 * unless it says so: where a language has no words for something, English has. A LiaisonWords may
 * be used by several threads at once.
 *
 * What it can do beside messages: sentence.h, dates.h, numbers.h, names.h, search.h. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WORDS (liaison_words_get_type ())

typedef struct _LiaisonWords LiaisonWords;

typedef enum
{
  LIAISON_DIGITS_USUAL,   /* those CLDR gives for the language and region */
  LIAISON_DIGITS_WESTERN, /* 0123456789 */
  LIAISON_DIGITS_NATIVE,  /* those of the language's own script, where it has some */
} LiaisonDigits;

/* Where catalogues are: beside the program that was just built, and where it is installed.
 * NULL-terminated. */
extern const char *const liaison_words_default_dirs[];

GType liaison_words_get_type (void);

/* The words of @language, a BCP 47 tag ("fr", "pt-BR", "ar"); what is no tag speaks English.
 * Catalogues are read from DIR/LANGUAGE/LC_MESSAGES/liaison.mo, for each language the first of
 * @catalogue_dirs (NULL: the default ones) that has one. Messages are looked for in the region's
 * catalogue, then the language's, else the English msgid is said. A catalogue that is not there is
 * no error. */
LiaisonWords *liaison_words_new (const char *language, const char *const *catalogue_dirs);
/* The same with a choice of digits. One digit set is kept for all that this LiaisonWords writes. */
LiaisonWords *liaison_words_new_with_digits (const char *language,
                                             const char *const *catalogue_dirs,
                                             LiaisonDigits digits);
LiaisonWords *liaison_words_ref (LiaisonWords *self);
void liaison_words_unref (LiaisonWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWords, liaison_words_unref)

/* Tags of the languages that have a catalogue in @catalogue_dirs (NULL: the default ones), and
 * English; sorted. */
char **liaison_words_list_languages (const char *const *catalogue_dirs);

/* The canonical tag it speaks in. */
const char *liaison_words_get_language (LiaisonWords *self);
gboolean liaison_words_is_right_to_left (LiaisonWords *self);
/* The first catalogue that is there but was refused, in LIAISON_WORDS_ERROR; NULL when all is well.
 * Borrowed. */
const GError *liaison_words_get_problem (LiaisonWords *self);

/* The translation of @msgid, or @msgid itself; valid as long as both live. The empty msgid is the
 * empty text. */
const char *liaison_words_get (LiaisonWords *self, const char *msgid);
const char *liaison_words_get_context (LiaisonWords *self, const char *context, const char *msgid);
/* The form that the language uses for @n things; in English @singular for 1, else @plural. */
const char *
liaison_words_get_plural (LiaisonWords *self, const char *singular, const char *plural, guint64 n);

G_END_DECLS
