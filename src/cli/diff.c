/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change.h"

#include "edit/difference.h"
#include "store/baseline.h"

/* What no edit can bring about, and still differs. */
static gboolean
has_other_unknown (const LiaisonComparison *comparison)
{
  return g_strcmp0 (liaison_snapshot_get_unknown (comparison->from),
                    liaison_snapshot_get_unknown (comparison->to))
         != 0;
}

static gboolean
is_other_exercise (const LiaisonComparison *comparison)
{
  return !liaison_id_same (liaison_snapshot_get_exercise (comparison->from)->id,
                           liaison_snapshot_get_exercise (comparison->to)->id);
}

/* The edits of each record stand together; returns the first of the next record. */
static guint
find_next (const GArray *edits, guint first)
{
  guint next = first + 1;

  while (next < edits->len
         && liaison_id_same (g_array_index (edits, LiaisonEdit, next).slot.record,
                             g_array_index (edits, LiaisonEdit, first).slot.record)
         && g_array_index (edits, LiaisonEdit, next).kind
                == g_array_index (edits, LiaisonEdit, first).kind)
    next++;
  return next;
}

typedef void (*ChangeFunc) (const LiaisonComparison *comparison,
                            const LiaisonEdit *edits,
                            guint n,
                            gpointer data);

/* Calls @func for each record of the kind with its edits. */
static void
foreach_change (const LiaisonComparison *comparison,
                const GArray *edits,
                const LiaisonKind *kind,
                ChangeFunc func,
                gpointer data)
{
  for (guint first = 0, next; first < edits->len; first = next)
    {
      const LiaisonEdit *edit = &g_array_index (edits, LiaisonEdit, first);

      next = find_next (edits, first);
      if (edit->kind == kind)
        func (comparison, edit, next - first, data);
    }
}

static void
print_change (const LiaisonComparison *comparison, const LiaisonEdit *edits, guint n, gpointer data)
{
  gboolean *headed = data;

  if (!*headed)
    liaison_output_print_line (_ (edits->kind->plural_label));
  *headed = TRUE;
  liaison_change_print (comparison, edits, n);
}

static void
write_change (const LiaisonComparison *comparison, const LiaisonEdit *edits, guint n, gpointer data)
{
  liaison_change_write (comparison, edits, n, data);
}

static void
print_differences (const LiaisonComparison *comparison, const GArray *edits, gboolean same)
{
  if (is_other_exercise (comparison))
    liaison_output_print_line (_ ("These are plans of two different exercises."));
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      gboolean headed = FALSE;

      foreach_change (comparison, edits, liaison_kind_get (kind), print_change, &headed);
    }
  if (has_other_unknown (comparison))
    liaison_output_print_line (
        _ ("Parts of the files that this version of Liaison does not know differ."));
  if (same)
    liaison_output_print_line (_ ("The plans are the same."));
}

static int
write_differences (const LiaisonComparison *comparison, const GArray *edits, gboolean same)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "same");
  liaison_json_writer_boolean (writer, same);
  liaison_json_writer_name (writer, "same-exercise");
  liaison_json_writer_boolean (writer, !is_other_exercise (comparison));
  liaison_json_writer_name (writer, "same-unknown");
  liaison_json_writer_boolean (writer, !has_other_unknown (comparison));
  liaison_json_writer_name (writer, "changes");
  liaison_json_writer_begin_array (writer);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    foreach_change (comparison, edits, liaison_kind_get (kind), write_change, writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, same ? LIAISON_EXIT_DONE : LIAISON_EXIT_FOUND);
}

static int
compare (LiaisonPlan *from, LiaisonPlan *to)
{
  g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (from->document);
  g_autoptr (LiaisonSnapshot) after = liaison_document_get_snapshot (to->document);
  g_autoptr (LiaisonEditGroup) group = liaison_difference_new (before, after);
  const LiaisonComparison comparison = { before, after, liaison_command_get_manner (before),
                                         liaison_command_get_manner (after) };
  gboolean same = group->edits->len == 0 && !has_other_unknown (&comparison)
                  && !is_other_exercise (&comparison);

  if (liaison_command_wants_json ())
    return write_differences (&comparison, group->edits, same);
  print_differences (&comparison, group->edits, same);
  return same ? LIAISON_EXIT_DONE : LIAISON_EXIT_FOUND;
}

/* A frozen copy holds no baselines, not even those that there were: they are no change since. */
static void
take_baselines (LiaisonDocument *document, const LiaisonSnapshot *now)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (now, LIAISON_KIND_BASELINE, &n);

  for (guint i = 0; i < n; i++)
    liaison_document_fill (document, &liaison_baseline_kind,
                           liaison_block_ref ((LiaisonBlock *) blocks[i]));
}

static int
compare_since (const char *path, const char *since)
{
  g_autoptr (LiaisonPlan) to = liaison_command_load (path), from = NULL;
  g_autoptr (LiaisonSnapshot) now = NULL;

  if (to == NULL)
    return LIAISON_EXIT_FAILED;
  now = liaison_document_get_snapshot (to->document);
  from = liaison_command_load_version (now, since);
  if (from != NULL && liaison_baseline_find (now, since) != NULL)
    take_baselines (from->document, now);
  return from != NULL ? compare (from, to) : LIAISON_EXIT_FAILED;
}

static int
run (int argc, char *argv[])
{
  g_autofree char *since = NULL;
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &since,
      N_ ("Tell what changed in one plan since a baseline of it, by name or version"),
      N_ ("VERSION") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_diff, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != (since != NULL ? 2 : 3))
    return liaison_command_usage (&liaison_verb_diff, _ ("say which two plans"));
  if (since != NULL)
    return compare_since (argv[1], since);

  g_autoptr (LiaisonPlan) from = liaison_command_load (argv[1]);
  g_autoptr (LiaisonPlan) to = from != NULL ? liaison_command_load (argv[2]) : NULL;
  return to != NULL ? compare (from, to) : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_diff = {
  "diff",
  N_ ("PLAN OTHER"),
  N_ ("Tell what differs between two plans"),
  run,
  N_ ("Exit status: 0 the plans are the same, 1 they differ, 2 could not compare. Who changed what "
      "and when (the audit trail) is not compared."),
};
