/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a catalogue of translations, and with what a person typed. */
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
  LIAISON_WORDS_ERROR_INPUT,   /* typed text that is no value of the field */
  LIAISON_WORDS_ERROR_RANGE,   /* a value outside of what the field may hold */
  LIAISON_WORDS_ERROR_UNKNOWN, /* a name that nothing has */
  LIAISON_WORDS_ERROR_AMBIGUOUS, /* a name that several have */
} LiaisonWordsError;

#define LIAISON_WORDS_ERROR (liaison_words_error_quark ())
GQuark liaison_words_error_quark (void);

G_END_DECLS
