/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/lookup.h"

const LiaisonBlock *
liaison_lookup_get_exercise (const LiaisonLookup *lookup)
{
  return lookup->find (lookup->data, liaison_id_for_code ("STARTEX"));
}
