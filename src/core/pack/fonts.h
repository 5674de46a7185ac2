/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fonts a language is set in, and what to install where some are missing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of families with commas between them, best first, for text in @language (BCP 47) with names
 * from anywhere in it. */
const char *liaison_fonts_for_language (const char *language);
/* The family that text in @language should be set in, and the Debian package that has it. */
const char *liaison_fonts_get_main (const char *language, const char **package);
/* The Debian package with letters such as @c; "fonts-noto" where none is known better. */
const char *liaison_fonts_find_package (gunichar c);

G_END_DECLS
