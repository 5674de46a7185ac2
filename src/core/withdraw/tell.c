/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/tell.h"

#include "words/names.h"

#include <string.h>

static gboolean
is_language (const LiaisonOperand *operand)
{
  return operand->kind == LIAISON_OPERAND_TEXT
         && (strcmp (operand->name, "language") == 0 || strcmp (operand->name, "one") == 0
             || strcmp (operand->name, "other") == 0);
}

char *
liaison_withdrawal_tell (const LiaisonManner *manner, const char *sentence, const GArray *operands)
{
  g_autoptr (GArray) named = liaison_operands_new ();

  for (guint i = 0; operands != NULL && i < operands->len; i++)
    {
      const LiaisonOperand *operand = &g_array_index (operands, LiaisonOperand, i);
      g_autofree char *name = is_language (operand)
                                  ? liaison_words_dup_language (manner->words, operand->value.text)
                                  : NULL;
      LiaisonOperand copy = name != NULL ? liaison_operand_text (operand->name, name)
                                         : liaison_operand_copy (operand);
      g_array_append_val (named, copy);
    }
  return liaison_manner_tell_sentence (manner, sentence, named);
}
