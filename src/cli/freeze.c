/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "edit/editor.h"
#include "store/baseline.h"

static gint64
get_now (gpointer data)
{
  return g_get_real_time () / 1000;
}

static LiaisonBlock *
make_baseline (LiaisonEditor *editor,
               const LiaisonSnapshot *plan,
               const char *name,
               const char *version,
               GError **error)
{
  LiaisonManner manner = liaison_command_get_manner (plan);
  g_autoptr (LiaisonBlock) block =
      liaison_block_new (&liaison_baseline_kind.shape, liaison_editor_new_id (editor));
  LiaisonBaselineData *data = (LiaisonBaselineData *) block;
  gboolean done;

  data->name = g_ref_string_new (name);
  if (version != NULL)
    data->version = g_ref_string_new (version);
  data->author = g_ref_string_new (g_get_real_name ());
  liaison_instant_from_unix (manner.now, manner.zone, &data->when);
  done = liaison_baseline_freeze (block, plan, liaison_interrupt_begin (), error);
  liaison_interrupt_end ();
  return done ? g_steal_pointer (&block) : NULL;
}

static int
freeze (LiaisonPlan *plan, const char *name, const char *version, const char *output)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (LiaisonProposal) proposal = NULL;
  g_autoptr (LiaisonBlock) baseline = NULL;
  g_autoptr (GError) error = NULL;

  if (liaison_baseline_find (snapshot, name) != NULL)
    {
      liaison_command_complain (_ ("There is a baseline of that name already."), NULL);
      return LIAISON_EXIT_FAILED;
    }
  baseline = make_baseline (editor, snapshot, name, version, &error);
  if (baseline != NULL)
    {
      /* Translators: a frozen copy of the plan is kept in it */
      proposal = liaison_proposal_new (N_ ("Keep this version as a baseline"));
      liaison_proposal_add_record (proposal, baseline);
    }
  if (baseline == NULL || !liaison_editor_commit (editor, proposal, &error))
    {
      liaison_command_complain (_ ("The version was not kept."), error);
      return LIAISON_EXIT_FAILED;
    }
  return liaison_command_save_and_tell (plan, output, FALSE);
}

static int
run (int argc, char *argv[])
{
  g_autofree char *output = NULL, *version = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to write the plan; “-” for standard output"), N_ ("FILE") },
    { "mark", 'm', 0, G_OPTION_ARG_STRING, &version, N_ ("The number of the version, such as 0.2"),
      N_ ("VERSION") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_freeze, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 3 || output == NULL || *argv[2] == '\0')
    return liaison_command_usage (
        &liaison_verb_freeze,
        _ ("say which plan, what to call the version, and where to write with -o FILE"));
  g_autoptr (LiaisonPlan) plan = liaison_command_load_to_write (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  return freeze (plan, argv[2], version, output);
}

const LiaisonVerb liaison_verb_freeze = {
  "freeze",
  N_ ("PLAN NAME -o OUT"),
  N_ ("Keep the plan as it stands within itself, to compare with later"),
  run,
  N_ ("The copy is a baseline: “pack” tells each audience what changed since, and “diff --since” "
      "tells planners."),
};
