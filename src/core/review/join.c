/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/join.h"

#include <glib/gi18n-lib.h>

#define K(KIND) LIAISON_TARGET (KIND)

static const guint64 kinds = K (SITE) | K (PARTICIPANT) | K (PRODUCT) | K (OBJECTIVE) | K (REQUIREMENT) | K (CHANNEL)
                             | K (AGREEMENT) | K (SUPPORT_REQUEST) | K (INFORMATION_REQUEST) | K (ACTION)
                             | K (OBSERVANCE) | K (OBSERVATION) | K (TERM) | K (POST);

gboolean
liaison_join_suits (LiaisonKindId kind)
{
  return (kinds & G_GUINT64_CONSTANT (1) << kind) != 0;
}

LiaisonFinding *
liaison_join_new (LiaisonId gone, LiaisonId stays)
{
  LiaisonFinding *self = liaison_finding_new ("spelt-twice", LIAISON_SEVERITY_NOTE,
                                              N_ ("“{record}” and “{other}” look like one thing under two spellings."));

  liaison_finding_add_record (self, gone);
  liaison_finding_add_record (self, stays);
  liaison_finding_take_operand (self, liaison_operand_record ("record", gone));
  liaison_finding_take_operand (self, liaison_operand_record ("other", stays));
  return self;
}
