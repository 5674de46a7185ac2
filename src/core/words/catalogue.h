/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One catalogue of translations: a .mo file of GNU gettext, read without the C library's locales.
 *
 * The file format is that of the GNU gettext manual, "The Format of GNU MO Files", in either byte
 * order. A catalogue is immutable; any number of threads may look things up in it. */
#pragma once

#include "words/error.h"

G_BEGIN_DECLS

/* Larger files are refused before they are read. */
#define LIAISON_CATALOGUE_MAX_SIZE (16 * 1024 * 1024)

typedef struct _LiaisonCatalogue LiaisonCatalogue;

/* Reads and checks all of @path, so that nothing that is done with the catalogue later can fail.
 * The file is copied to memory, not mapped: a map of a file that somebody shortens kills the
 * process. LIAISON_WORDS_ERROR. */
LiaisonCatalogue *liaison_catalogue_new (const char *path, GError **error);
/* The same for bytes in memory, which are kept by reference. @display is what errors call them. */
LiaisonCatalogue *
liaison_catalogue_new_from_bytes (GBytes *bytes, const char *display, GError **error);
LiaisonCatalogue *liaison_catalogue_ref (LiaisonCatalogue *self);
void liaison_catalogue_unref (LiaisonCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCatalogue, liaison_catalogue_unref)

/* How many messages it holds, its header among them. */
guint liaison_catalogue_get_n_messages (const LiaisonCatalogue *self);
guint liaison_catalogue_get_n_forms (const LiaisonCatalogue *self);

/* The translation of @msgid in @context (NULL: in none), valid UTF-8, as long as the catalogue
 * lives; NULL when there is none. The header, whose msgid is empty, is not a translation. */
const char *
liaison_catalogue_look_up (const LiaisonCatalogue *self, const char *context, const char *msgid);
/* The same in the plural form for @n. @msgid is the English singular. NULL also when that one form
 * is missing. */
const char *liaison_catalogue_look_up_plural (const LiaisonCatalogue *self,
                                              const char *context,
                                              const char *msgid,
                                              guint64 n);

G_END_DECLS
