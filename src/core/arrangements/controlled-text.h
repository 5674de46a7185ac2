/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that looks like a frequency or a key: a plan holds none, but refers to the controlled
 * document that does. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_CONTROLLED_NOTHING,
  LIAISON_CONTROLLED_FREQUENCY, /* "36.525 MHz", "145.500" */
  LIAISON_CONTROLLED_KEY, /* sixteen hexadecimal digits or more, four groups of five letters or more */
} LiaisonControlled;

/* Telephone numbers, addresses, record ids and file names are none. */
LiaisonControlled liaison_controlled_text_look (const char *text);

/* Looks through what people wrote into a record and the items in it, in all languages, but for codes,
 * titles of documents and what the program keeps. *@field is the place in the record's table. */
LiaisonControlled liaison_controlled_text_find (const LiaisonBlock *block, guint *field);

G_END_DECLS
