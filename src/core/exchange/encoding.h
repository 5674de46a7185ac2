/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Character encodings of plain-text files that other programs wrote. */
#pragma once

#include "exchange/error.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_ENCODING_GUESS,
  LIAISON_ENCODING_UTF_8,
  LIAISON_ENCODING_UTF_16_LE,
  LIAISON_ENCODING_UTF_16_BE,
  LIAISON_ENCODING_WINDOWS_1250, /* Central Europe */
  LIAISON_ENCODING_WINDOWS_1251, /* Cyrillic */
  LIAISON_ENCODING_WINDOWS_1252, /* Western Europe */
  LIAISON_ENCODING_WINDOWS_1253, /* Greek */
  LIAISON_ENCODING_WINDOWS_1254, /* Turkish */
  LIAISON_ENCODING_WINDOWS_1255, /* Hebrew */
  LIAISON_ENCODING_WINDOWS_1256, /* Arabic */
  LIAISON_ENCODING_WINDOWS_1257, /* Baltic */
  LIAISON_ENCODING_WINDOWS_1258, /* Vietnamese */
} LiaisonEncoding;
#define LIAISON_N_ENCODINGS (LIAISON_ENCODING_WINDOWS_1258 + 1)

/* "UTF-8", "windows-1250"; the empty text for GUESS. */
const char *liaison_encoding_get_name (LiaisonEncoding encoding);
/* msgid of what people call it: "Central European (Windows-1250)". */
const char *liaison_encoding_get_label (LiaisonEncoding encoding);
/* By its name in either case; GUESS when there is none. */
LiaisonEncoding liaison_encoding_find (const char *name);

/* What @bytes are most likely written in: by the byte order mark, by zero bytes, by being UTF-8;
 * else the Windows code page in which their words look most like words. @language (a BCP 47 tag,
 * may be NULL) decides between pages that do equally well. */
LiaisonEncoding liaison_encoding_guess (const guint8 *bytes, gsize length, const char *language);

/* The text of @bytes in UTF-8, without a byte order mark. What cannot be made out becomes U+FFFD;
 * NULL with ENCODING when there are zero characters in it: that is no text. */
GString *liaison_encoding_decode (LiaisonEncoding encoding,
                                  const guint8 *bytes,
                                  gsize length,
                                  GError **error);

G_END_DECLS
