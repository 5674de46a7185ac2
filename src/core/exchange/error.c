/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (liaison - exchange - error - quark, liaison_exchange_error)

const char *
liaison_exchange_tell_error (LiaisonWords *words, const GError *error)
{
  static const char *const sentences[] = {
    [LIAISON_EXCHANGE_ERROR_FORMAT] =
        N_ ("This is no spreadsheet that can be read here. Save it as an Excel workbook (.xlsx) "
            "or as CSV and import that."),
    [LIAISON_EXCHANGE_ERROR_DAMAGED] =
        N_ ("This file is damaged. Open it in the program it was made with, save it again and "
            "import that."),
    [LIAISON_EXCHANGE_ERROR_ENCODING] =
        N_ ("The characters of this file cannot be made out. Choose its encoding, or save it as "
            "UTF-8."),
    [LIAISON_EXCHANGE_ERROR_LIMIT] =
        N_ ("This file is larger than can be imported at once. Divide it and import the parts."),
    [LIAISON_EXCHANGE_ERROR_HOSTILE] =
        N_ ("This file is made in a way that could do harm, so it was not read. Ask the person "
            "who sent it for another copy."),
    [LIAISON_EXCHANGE_ERROR_LOCKED] =
        N_ ("This file is protected by a password. Save it without one and import that."),
    [LIAISON_EXCHANGE_ERROR_EMPTY] = N_ ("There is nothing to import in this file."),
    [LIAISON_EXCHANGE_ERROR_MAPPING] =
        N_ ("The columns of this file do not fit. Say which column is what."),
    [LIAISON_EXCHANGE_ERROR_WRITE] =
        N_ ("The file could not be written. Choose another folder or name."),
  };

  if (error == NULL || error->domain != LIAISON_EXCHANGE_ERROR || error->code < 0
      || error->code >= (int) G_N_ELEMENTS (sentences))
    return NULL;
  return liaison_words_get (words, sentences[error->code]);
}
