/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "drawn-output.h"
#include "grid.h"

#include "arrangements/circuits.h"
#include "draw/chart-tables.h"
#include "draw/net-diagram.h"
#include "record/record.h"

static void
print_register (const LiaisonCircuits *circuits, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) rows = liaison_circuits_make_table (circuits, manner, NULL, NULL);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new_for_rows (rows);

  liaison_grid_set_role (grid, 0, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 2, LIAISON_GRID_NAME);
  liaison_grid_set_role (grid, 3, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 7, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 8, LIAISON_GRID_NUMBER);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
write_id (LiaisonJsonWriter *writer, const char *name, const LiaisonBlock *block)
{
  char id[LIAISON_ID_TEXT_SIZE];

  if (block != NULL)
    liaison_id_format (block->id, id);
  liaison_command_write_member (writer, name, block != NULL ? id : NULL);
}

static void
write_number (LiaisonJsonWriter *writer, const char *name, gint64 number)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_integer (writer, number);
}

static void
write_circuit (LiaisonJsonWriter *writer, const LiaisonManner *manner, const LiaisonCircuit *circuit)
{
  static const char *const states[] = { "good", "poor", "down", "untested", "planned", "closed" };
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  g_autofree char *name = liaison_manner_tell_block_name (manner, circuit->channel);

  liaison_json_writer_begin_object (writer);
  write_id (writer, "id", circuit->channel);
  liaison_command_write_member (writer, "code", channel->code);
  liaison_command_write_member (writer, "name", name);
  liaison_command_write_member (writer, "pace", liaison_paces.choices[channel->pace].nick);
  liaison_command_write_member (writer, "medium", liaison_mediums.choices[channel->medium].nick);
  liaison_command_write_member (writer, "bearer", liaison_bearers.choices[channel->bearer].nick);
  liaison_command_write_member (writer, "state", states[circuit->state]);
  write_id (writer, "last-test", circuit->last);
  write_number (writer, "tests", circuit->tests->len);
  write_number (writer, "overdue", circuit->n_overdue);
  liaison_json_writer_end_object (writer);
}

static int
write_register (const LiaisonCircuits *circuits, const LiaisonManner *manner, int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "need-lines");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < circuits->lines->len; i++)
    {
      const LiaisonNeedLine *line = circuits->lines->pdata[i];
      g_autofree char *name =
          line->line != NULL ? liaison_manner_tell_block_name (manner, line->line) : NULL;

      liaison_json_writer_begin_object (writer);
      write_id (writer, "id", line->line);
      liaison_command_write_member (writer, "name", name);
      liaison_json_writer_name (writer, "circuits");
      liaison_json_writer_begin_array (writer);
      for (guint j = 0; j < line->circuits->len; j++)
        write_circuit (writer, manner, line->circuits->pdata[j]);
      liaison_json_writer_end_array (writer);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

static int
get_status (const LiaisonCircuits *circuits)
{
  for (guint i = 0; i < circuits->circuits->len; i++)
    {
      const LiaisonCircuit *circuit = circuits->circuits->pdata[i];

      if (circuit->n_overdue > 0 || circuit->state == LIAISON_CIRCUIT_DOWN)
        return LIAISON_EXIT_FOUND;
    }
  return LIAISON_EXIT_DONE;
}

static gboolean
save_diagram (const LiaisonCircuits *circuits,
              const LiaisonManner *manner,
              const LiaisonDrawnTarget *target)
{
  g_autoptr (LiaisonNetDiagram) diagram = liaison_net_diagram_new ();
  const LiaisonDrawnOutput output = { LIAISON_DRAWING (diagram), N_ ("Nets"), manner,
                                      circuits->snapshot };

  liaison_net_diagram_set (diagram, circuits, manner, NULL, NULL);
  return liaison_drawn_output_save (&output, target);
}

static int
run (int argc, char *argv[])
{
  g_auto (LiaisonDrawnTarget) target = { 0 };
  const GOptionEntry entries[] = {
    LIAISON_DRAWN_TARGET_ENTRIES (target),
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_nets, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_nets, _ ("say which plan"));
  if (!liaison_drawn_target_check (&target, &liaison_verb_nets))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (snapshot, manner.now, LIAISON_TEST_GRACE);

  if (liaison_drawn_target_is_set (&target))
    return save_diagram (circuits, &manner, &target) ? get_status (circuits) : LIAISON_EXIT_FAILED;
  if (liaison_command_wants_json ())
    return write_register (circuits, &manner, get_status (circuits));
  print_register (circuits, &manner);
  return get_status (circuits);
}

const LiaisonVerb liaison_verb_nets = {
  "nets",
  N_ ("PLAN [--format FORMAT] [-o FILE]"),
  N_ ("Show need lines and circuits, how they do, or draw the net diagram"),
  run,
  N_ ("Circuits stand under their need line in the order of PACE, with the state that their last test left "
      "them in. A table in a file has them too; a PDF or picture has the net diagram.\n\nThe status is 1 where a circuit is down or has overdue tests."),
};
