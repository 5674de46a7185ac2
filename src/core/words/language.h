/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags of languages (BCP 47, RFC 5646) and the folders of catalogues that serve them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The canonical form of @tag without extensions ("PT-br" -> "pt-BR", "no" -> "nb"), or NULL where
 * @tag is none. */
char *liaison_language_normalise (const char *tag);

/* The tag for a POSIX locale as the environment names it: "de_AT.UTF-8" -> "de-AT", "sr_RS@latin"
 * -> "sr-Latn-RS"; "C", "POSIX", NULL and what cannot be read -> "en". Only the name counts: the
 * locale need not be installed. */
char *liaison_language_from_locale (const char *locale);

/* Names of the gettext folders to look into for @tag (canonical), best first: "pt-BR" -> pt_BR, pt;
 * "zh-Hant" -> zh_TW. A folder in another script than @tag's is not among them. */
char **liaison_language_list_folders (const char *tag);

/* The tag for such a folder: "sr@latin" -> "sr-Latn". NULL where the name is none. */
char *liaison_language_from_folder (const char *folder);

G_END_DECLS
