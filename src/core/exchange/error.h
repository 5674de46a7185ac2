/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with other programs' files. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* Messages are in English and say where; liaison_exchange_tell_error makes a sentence for people.
 */
typedef enum
{
  LIAISON_EXCHANGE_ERROR_FORMAT,   /* not a file of a kind that is read here */
  LIAISON_EXCHANGE_ERROR_DAMAGED,  /* it began well, but is broken or cut short */
  LIAISON_EXCHANGE_ERROR_ENCODING, /* its characters cannot be made out */
  LIAISON_EXCHANGE_ERROR_LIMIT,    /* larger than anything a planner has: refused unread */
  LIAISON_EXCHANGE_ERROR_HOSTILE,  /* made to harm: packed many times over, with entities */
  LIAISON_EXCHANGE_ERROR_LOCKED,   /* needs a password */
  LIAISON_EXCHANGE_ERROR_EMPTY,    /* nothing in it */
  LIAISON_EXCHANGE_ERROR_MAPPING,  /* the columns do not fit the table, or a profile is none */
  LIAISON_EXCHANGE_ERROR_WRITE,    /* could not be written */
} LiaisonExchangeError;

#define LIAISON_EXCHANGE_ERROR (liaison_exchange_error_quark ())
GQuark liaison_exchange_error_quark (void);

/* What happened and what to do about it, in the language of @words, for errors of this domain; NULL
 * for others. Borrowed from @words. */
const char *liaison_exchange_tell_error (LiaisonWords *words, const GError *error);

G_END_DECLS
