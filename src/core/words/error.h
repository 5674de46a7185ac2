/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a catalogue of translations. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_WORDS_ERROR_READ,    /* the file cannot be read */
  LIAISON_WORDS_ERROR_LIMIT,   /* larger than any catalogue should be */
  LIAISON_WORDS_ERROR_DAMAGED, /* not a catalogue, or one whose tables or strings cannot be right */
  LIAISON_WORDS_ERROR_CHARSET, /* not UTF-8 */
  LIAISON_WORDS_ERROR_PLURAL,  /* a rule for plural forms that is malformed or too long */
} LiaisonWordsError;

#define LIAISON_WORDS_ERROR (liaison_words_error_quark ())
GQuark liaison_words_error_quark (void);

G_END_DECLS
