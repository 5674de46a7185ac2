/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/lesson-view.h"

#include "inform/lesson-flow.h"
#include "inform/lesson-steps.h"
#include "shared/table-keys.h"
#include "pack/report.h"
#include "print/print-window.h"

#include <glib/gi18n.h>
#include <string.h>

static void
move (LiaisonTableView *view, LiaisonLessonStage stage, gboolean back)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  const char *why;

  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId id = liaison_record_get_id (records->pdata[i]);
      g_array_append_val (ids, id);
    }
  if (ids->len == 0)
    return;
  if (liaison_lessons_move (liaison_table_view_get_session (view),
                            (const LiaisonId *) (gconstpointer) ids->data, ids->len, stage, back,
                            &why))
    liaison_table_keep (view, records);
  else if (why != NULL)
    liaison_table_refuse (view, why);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  move (view, LIAISON_LESSON_STAGE_UNSET, FALSE);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  move (view, LIAISON_LESSON_STAGE_UNSET, TRUE);
}

static void
stage_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  const char *nick = g_variant_get_string (parameter, NULL);
  guint stage = liaison_choices_find (&liaison_lesson_stages, nick, strlen (nick));

  if (stage != LIAISON_LESSON_STAGE_UNSET)
    move (view, stage, FALSE);
}

static void
report_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_report (
      liaison_table_get_root_window (view), liaison_table_view_get_session (view),
      liaison_report_after_action, NULL, 0, _ ("After-Action Report"), "after-action-report")));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) stages = g_menu_new ();

  for (guint i = 1; i < liaison_lesson_stages.n; i++)
    {
      g_autofree char *action =
          g_strdup_printf ("lesson.stage::%s", liaison_lesson_stages.choices[i].nick);
      g_menu_append (stages, _ (liaison_lesson_stages.choices[i].label), action);
    }
  g_menu_append (menu, _ ("_Next Stage"), "lesson.next");
  g_menu_append (menu, _ ("Stage _Back"), "lesson.back");
  g_menu_append_submenu (menu, _ ("Set _Stage"), G_MENU_MODEL (stages));
  return G_MENU_MODEL (menu);
}

/* How far it is is seen before it is read. */
static const char *
get_stage_mark (const LiaisonBlock *block)
{
  static const char *const marks[] = { NULL, "○", "◔", "◑", "◕", "●", "✓", "★", "✕" };
  int stage = LIAISON_DATA (Observation, block)->stage;

  return stage >= 0 && stage < (int) G_N_ELEMENTS (marks) ? marks[stage] : NULL;
}

static char *
tell_due (const LiaisonManner *manner, const LiaisonBlock *block)
{
  const LiaisonField *field =
      &liaison_observation_kind.shape.fields[LIAISON_FIELD (Observation, due)];
  g_autofree char *date = liaison_manner_tell_field (manner, block, field);

  if (!liaison_lesson_is_late (block, (gint32) (manner->now / 86400)))
    return g_steal_pointer (&date);
  /* Translators: A date that has passed: “31 Jan 2027, late” */
  return g_strdup_printf (_ ("%s, late"), date);
}

static LiaisonTableColumn columns[] = {
  { "serial", N_ ("Serial"), NULL, NULL, 90, FALSE },
  { "title", N_ ("Title"), NULL, NULL, 0, FALSE },
  { "stage", N_ ("Stage of the lesson"), NULL, NULL, 170, FALSE, NULL, get_stage_mark },
  { "action-body", N_ ("Action body"), NULL, NULL, 170, FALSE },
  { "due", N_ ("Due"), NULL, tell_due, 150, FALSE, .ornate = TRUE },
};

static const LiaisonTableSetup setup = {
  .icon = "starred-symbolic",
  .sort = "serial",
  .filter = "area",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
};

GtkWidget *
liaison_lesson_view_new (LiaisonSession *session)
{
  static const char *const writing[] = { "next", "back", "stage", NULL };
  static const GActionEntry entries[] = {
    { "next", next_cb }, { "back", back_cb }, { "stage", stage_cb, "s" }, { "report", report_cb }
  };
  g_autoptr (GMenuModel) menu = make_menu ();
  g_autoptr (GMenu) more = g_menu_new ();
  GActionMap *actions;
  LiaisonTableView *view;
  GtkWidget *box;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = liaison_shape_find (&liaison_observation_kind.shape, columns[i].id, NULL);
  view = liaison_table_view_new_with (session, &liaison_observation_kind, &setup, NULL);
  actions = liaison_table_add_actions (view, "lesson", entries, G_N_ELEMENTS (entries));
  liaison_table_bind_writing (view, actions, writing);
  liaison_table_view_append_menu (view, menu);
  g_menu_append (more, _ ("_After-Action Report…"), "lesson.report");
  g_menu_append (more, _ ("_Carry Lessons Over…"), "win.carry-lessons");
  box = liaison_table_box_new (view, "lesson",
                               _ ("From an observation, stage by stage, to a lesson learned."));
  liaison_table_box_add_button (box, _ ("_Observe…"), "win.observe",
                                _ ("Write down an observation (Ctrl+Shift+O)"));
  liaison_table_box_add_menu (box, _ ("Re_port"), G_MENU_MODEL (more));
  liaison_table_add_key (view, GDK_KEY_Return, GDK_CONTROL_MASK, "lesson.next");
  liaison_table_add_key (view, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "lesson.back");
  return box;
}
