/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "review/rules/presence.h"

#include <glib/gi18n-lib.h>

static gboolean
is_told (const GPtrArray *told, const LiaisonBlock *one, const LiaisonBlock *two)
{
  for (guint i = 0; i + 1 < told->len; i += 2)
    if (told->pdata[i] == one && told->pdata[i + 1] == two)
      return TRUE;
  return FALSE;
}

static void
report (LiaisonReview *review, const LiaisonBlock *person, const LiaisonDuty *duty, const LiaisonDuty *other)
{
  if (!liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, person, NULL, N_ ("“{record}” is on shift at “{post}” and at “{other}” at once, first from {start} until {end}."));
  liaison_finding_add_record (finding, other->block->id);
  liaison_finding_add_record (finding, duty->block->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("post", other->block->id));
  liaison_finding_take_operand (finding, liaison_operand_record ("other", duty->block->id));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("start", duty->start));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("end", MIN (duty->end, other->end)));
}

/* Shifts of two posts at once; two events at once are another rule's. Each pair of posts is told of once. */
static void
look_at_duties (LiaisonReview *review, const LiaisonBlock *person, const LiaisonDuty *duties, guint n)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  const LiaisonDuty *last = NULL; /* the shift that ends last of those before */

  for (guint i = 0; i < n; i++)
    {
      if (!duties[i].on_shift)
        continue;
      if (last != NULL && duties[i].start < last->end && duties[i].block != last->block
          && !is_told (told, last->block, duties[i].block) && !is_told (told, duties[i].block, last->block))
        {
          report (review, person, &duties[i], last);
          g_ptr_array_add (told, (gpointer) last->block);
          g_ptr_array_add (told, (gpointer) duties[i].block);
        }
      if (last == NULL || duties[i].end > last->end)
        last = &duties[i];
    }
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *person)
{
  liaison_presence_look_at_duties (review, person, look_at_duties);
}

const LiaisonRule liaison_rule_person_in_two_roles = {
  "person-in-two-roles", LIAISON_SEVERITY_ERROR, N_ ("People in two posts at once"),
  N_ ("A person has shifts at two liaison posts at one time. Name somebody else for one of them, or change the hours."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET (PARTICIPANT), .referrers = LIAISON_TARGET (EVENT) | LIAISON_TARGET (POST), .matters = liaison_review_presence_differs
};
