/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonHyphenator: where words of a language may be parted, by the patterns of Liang ("Word
 * Hy-phen-a-tion by Com-put-er", 1983) as they are installed for LibreOffice and others in
 * share/hyphen (Debian: hyphen-fr, hyphen-de, ...). Read once, then it only looks: for any thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LiaisonHyphenator LiaisonHyphenator;

/* The patterns for a BCP 47 tag; NULL: none are here, or they cannot be read. */
LiaisonHyphenator *liaison_hyphenator_new (const char *language);
/* Those of a file. */
LiaisonHyphenator *liaison_hyphenator_read (const char *path, GError **error);
void liaison_hyphenator_free (LiaisonHyphenator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonHyphenator, liaison_hyphenator_free)

/* Appends to @places (of guint) the bytes before which the word of @length bytes may be parted. It
 * is of letters alone. */
void liaison_hyphenator_part (const LiaisonHyphenator *self,
                              const char *word,
                              gsize length,
                              GArray *places);
/* The Debian package that has patterns for the language; NULL: words of it are not parted. */
const char *liaison_hyphenator_find_package (const char *language);

G_END_DECLS
