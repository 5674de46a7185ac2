/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What planners call columns and choices beside the labels of this program. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kinds; /* plural names, each between blanks; NULL: any kind that has the field */
  const char *field; /* name, or "<day>" and "<end>" */
  const char *names; /* folded, with '|' between them */
} LiaisonImportSynonym;

/* In the order in which they count; ended by a row without field. */
extern const LiaisonImportSynonym liaison_import_synonyms[];

typedef struct
{
  const LiaisonChoices *choices;
  const char *nick;
  const char *names;
} LiaisonImportChoice;

/* Ended by a row without choices. */
extern const LiaisonImportChoice liaison_import_choices[];

G_END_DECLS
