/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-check.h"

#include "record/references.h"
#include "release/redact.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000)

/* A twin in both versions, with its copies: of the later one alone, and of both. */
typedef struct
{
  LeakPlan *plans[2];
  LiaisonSnapshot *snapshots[2];
  LiaisonRedaction *alone;
  LiaisonRedaction *both[2];
} Twin;

static void
twin_init (Twin *self, guint32 open, guint32 closed, LeakAudience whom)
{
  for (guint i = 0; i < 2; i++)
    {
      self->plans[i] = leak_plan_new (open, closed, whom, i == 0 ? LEAK_THEN : LEAK_NOW);
      self->snapshots[i] = liaison_document_get_snapshot (self->plans[i]->document);
    }
  self->alone = liaison_redact (self->snapshots[1], self->plans[1]->audience);
  liaison_redact_both (self->snapshots[0], self->snapshots[1], self->plans[1]->audience,
                       &self->both[0], &self->both[1]);
}

static void
twin_clear (Twin *self)
{
  liaison_redaction_free (self->alone);
  for (guint i = 0; i < 2; i++)
    {
      liaison_redaction_free (self->both[i]);
      liaison_snapshot_unref (self->snapshots[i]);
      leak_plan_free (self->plans[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Twin, twin_clear)

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
  g_autofree char *part = NULL, *other_part = NULL, *line = NULL, *other_line = NULL;

  while (at < n_one && at < n_other && a[at] == b[at])
    at++;
  from = at > 80 ? at - 80 : 0;
  part = g_strndup (a + from, MIN (160, n_one - from));
  other_part = g_strndup (b + from, MIN (160, n_other - from));
  line = g_strescape (part, NULL);
  other_line = g_strescape (other_part, NULL);
  return g_strdup_printf ("%s: byte %zu differs: “%s” and “%s”", name, at, line, other_line);
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
compare_outputs (const Twin *one, const Twin *other, guint32 seed, gboolean slow)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (one->alone->document);
  g_autoptr (LiaisonSnapshot) copy_of_twin = liaison_document_get_snapshot (other->alone->document);
  const LeakSource source = {
    one->snapshots[1], one->snapshots[0], one->alone->audience, copy, seed, NOW
  };
  const LeakSource source_of_twin = {
    other->snapshots[1], other->snapshots[0], other->alone->audience, copy_of_twin, seed, NOW
  };
  char *wrong = NULL;

  for (guint i = 0; wrong == NULL && i < leak_n_outputs; i++)
    if (slow || !leak_outputs[i].slow)
      wrong = compare_output (&leak_outputs[i], &source, &source_of_twin);
  return wrong;
}

static GBytes *
write_copy (const LiaisonRedaction *redaction)
{
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (redaction->document);
  const LeakSource source = { .plan = redaction->plan, .copy = copy, .now = NOW };

  return leak_outputs[0].make (&source);
}

/* Pages of changes are made of these two and of nothing else. */
static char *
compare_versions (const Twin *one, const Twin *other)
{
  static const char *const names[] = { "earlier copy", "later copy" };
  char *wrong = NULL;

  for (guint i = 0; wrong == NULL && i < 2; i++)
    {
      g_autoptr (GBytes) bytes = write_copy (one->both[i]),
                         bytes_of_twin = write_copy (other->both[i]);

      if (!g_bytes_equal (bytes, bytes_of_twin))
        wrong = tell_difference (names[i], bytes, bytes_of_twin);
      else if (holds (bytes, LEAK_CANARY))
        wrong = g_strdup_printf ("%s: holds what is withheld", names[i]);
    }
  return wrong;
}

/* As text: "01a00000-0000-7000-8000-000000000001". */
#define ID_LENGTH 36

static gboolean
is_id (const char *text)
{
  return text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

/* The first id of the plan in the bytes. Transfer full. */
static char *
find_id (GBytes *bytes, GHashTable *ids)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (const char *at = data; size >= ID_LENGTH && at <= data + size - ID_LENGTH; at++)
    {
      char id[ID_LENGTH + 1] = "";

      if (!is_id (at))
        continue;
      memcpy (id, at, ID_LENGTH);
      if (g_hash_table_contains (ids, id))
        return g_strdup (id);
    }
  return NULL;
}

static char *
check_ids (const LeakPlan *plan, const LiaisonRedaction *redaction)
{
  g_autoptr (GBytes) bytes = write_copy (redaction);
  g_autofree char *id = find_id (bytes, plan->ids);

  return id != NULL ? g_strdup_printf ("the copy holds the id %s of the plan", id) : NULL;
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

static char *
check_twin (const Twin *self)
{
  char *wrong = check_one (self->plans[1], self->alone);

  for (guint i = 0; wrong == NULL && i < 2; i++)
    wrong = check_one (self->plans[i], self->both[i]);
  return wrong;
}

char *
leak_check_pair (guint32 seed, LeakAudience whom, gboolean slow)
{
  g_auto (Twin) one, other;
  char *wrong;

  twin_init (&one, seed, 2 * seed + 1, whom);
  twin_init (&other, seed, 2 * seed + 2, whom);
  wrong = check_twin (&one);
  if (wrong == NULL)
    wrong = check_twin (&other);
  if (wrong == NULL)
    wrong = compare_versions (&one, &other);
  return wrong != NULL ? wrong : compare_outputs (&one, &other, seed, slow);
}
