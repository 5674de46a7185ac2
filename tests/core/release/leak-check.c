/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-check.h"

#include "record/references.h"
#include "release/redact.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000)

static LiaisonRedaction *
redact (const LeakPlan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  return liaison_redact (snapshot, plan->audience);
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* The first bytes in which they differ, for whoever has to find out why. */
static char *
tell_difference (const char *name, GBytes *one, GBytes *other)
{
  gsize n_one, n_other, at = 0, from;
  const char *a = g_bytes_get_data (one, &n_one), *b = g_bytes_get_data (other, &n_other);

  while (at < n_one && at < n_other && a[at] == b[at])
    at++;
  from = at > 80 ? at - 80 : 0;
  return g_strdup_printf ("%s: byte %zu differs: “%.*s” and “%.*s”", name, at,
                          (int) MIN (160, n_one - from), a + from, (int) MIN (160, n_other - from),
                          b + from);
}

static char *
compare_output (const LeakOutput *output, const LeakSource *one, const LeakSource *other)
{
  g_autoptr (GBytes) made = output->make (one);
  g_autoptr (GBytes) made_of_twin = output->make (other);

  if (!g_bytes_equal (made, made_of_twin))
    return tell_difference (output->name, made, made_of_twin);
  if (output->text && holds (made, LEAK_CANARY))
    return g_strdup_printf ("%s: holds what is withheld", output->name);
  return NULL;
}

static char *
compare_outputs (const LiaisonRedaction *one, const LiaisonRedaction *other, gboolean slow)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (one->document);
  g_autoptr (LiaisonSnapshot) copy_of_twin = liaison_document_get_snapshot (other->document);
  const LeakSource source = { one->plan, one->audience, copy, NOW };
  const LeakSource source_of_twin = { other->plan, other->audience, copy_of_twin, NOW };
  char *wrong = NULL;

  for (guint i = 0; wrong == NULL && i < leak_n_outputs; i++)
    if (slow || !leak_outputs[i].slow)
      wrong = compare_output (&leak_outputs[i], &source, &source_of_twin);
  return wrong;
}

static char *
check_ids (const LeakPlan *plan, const LiaisonRedaction *redaction)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (redaction->document);
  const LeakSource source = { redaction->plan, redaction->audience, copy, NOW };
  g_autoptr (GBytes) bytes = leak_outputs[0].make (&source);

  for (guint i = 0; i < plan->ids->len; i++)
    if (holds (bytes, plan->ids->pdata[i]))
      return g_strdup_printf ("the copy holds the id %s of the plan", (char *) plan->ids->pdata[i]);
  return NULL;
}

static void
look_at_reference (LiaisonId target, guint field, const LiaisonBlock *item, gpointer data)
{
  gpointer *both = data;

  if (!liaison_id_is_code (target) && liaison_snapshot_find (both[0], target) == NULL)
    both[1] = (gpointer) "the copy refers to what is not in it";
}

static char *
check_references (const LiaisonRedaction *redaction)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (redaction->document);
  gpointer both[] = { copy, NULL };

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (copy, kind, &n);

      for (guint i = 0; i < n; i++)
        liaison_block_foreach_reference (blocks[i], LIAISON_REFERENCES_ALL, look_at_reference,
                                         both);
    }
  return g_strdup (both[1]);
}

static char *
check_one (const LeakPlan *plan, const LiaisonRedaction *redaction)
{
  char *wrong;

  if (liaison_document_get_size (redaction->document) != plan->n_seen)
    return g_strdup_printf ("%u records in the copy, not %u",
                            liaison_document_get_size (redaction->document), plan->n_seen);
  if (redaction->n_told != 0)
    return g_strdup ("the audience is told how much is withheld");
  wrong = check_references (redaction);
  return wrong != NULL ? wrong : check_ids (plan, redaction);
}

char *
leak_check_pair (guint32 seed, LeakAudience whom, gboolean slow)
{
  g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, whom);
  g_autoptr (LeakPlan) twin = leak_plan_new (seed, 2 * seed + 2, whom);
  g_autoptr (LiaisonRedaction) redaction = redact (plan);
  g_autoptr (LiaisonRedaction) redaction_of_twin = redact (twin);
  char *wrong = check_one (plan, redaction);

  if (wrong == NULL)
    wrong = check_one (twin, redaction_of_twin);
  return wrong != NULL ? wrong : compare_outputs (redaction, redaction_of_twin, slow);
}
