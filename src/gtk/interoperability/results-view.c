/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/results-view.h"

#include "interoperability/choose-dialog.h"
#include "interoperability/plan-dialog.h"
#include "record/kinds/assessment.h"
#include "shared/plan-matrix-view.h"

#include <glib/gi18n.h>

/* What a key sets: 1 to 5, or a letter of the language, in the order of the results. */
static LiaisonAssessmentResult
read_key (guint key)
{
  /* Translators: five letters, one behind the other, that set a result by keyboard: success,
     limited success, interoperability issue, not tested, not applicable. They must differ. Digits
     1 to 5 do the same. */
  const char *letters = _ ("slina");
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (key));
  const char *at = typed != 0 ? g_utf8_strchr (letters, -1, typed) : NULL;
  int digit = typed != 0 ? g_unichar_digit_value (typed) : -1;

  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    return LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
  if (at != NULL)
    return (LiaisonAssessmentResult) (g_utf8_pointer_to_offset (letters, at) + 1);
  return digit >= 1 && digit <= LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE
             ? (LiaisonAssessmentResult) digit
             : LIAISON_ASSESSMENT_RESULT_UNSET;
}

static void
set_result (LiaisonPlanMatrixView *view, guint row, guint column, LiaisonAssessmentResult result)
{
  LiaisonSession *session = liaison_plan_matrix_view_get_session (view);
  LiaisonPlanMatrix *facts = liaison_plan_matrix_view_get_facts (view);
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonBlock *requirement;
  const char *nation, *other;
  LiaisonProposal *proposal;

  if (liaison_editor_get_read_only (liaison_session_get_editor (session))
      || !liaison_plan_matrix_get_subject (facts, row, column, &requirement, &nation, &other))
    {
      gtk_widget_error_bell (liaison_plan_matrix_view_get_widget (view));
      return;
    }
  proposal = liaison_results_propose (
      liaison_plan_matrix_get_results (facts), requirement, nation, other, result,
      (gint32) (manner.now / 86400), liaison_session_new_block (session, &liaison_assessment_kind));
  if (proposal != NULL)
    liaison_session_commit (session, proposal, NULL);
}

static gboolean
key (LiaisonPlanMatrixView *view, guint key_value, guint row, guint column)
{
  LiaisonAssessmentResult result = read_key (key_value);

  if (result == LIAISON_ASSESSMENT_RESULT_UNSET)
    return FALSE;
  set_result (view, row, column, result);
  return TRUE;
}

static void
pairs_cb (LiaisonPlanMatrixView *view, guint chosen)
{
  liaison_plan_matrix_view_get_options (view)->pairs = chosen == 1;
}

static GtkWidget *
choose_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose Requirements…"));

  gtk_widget_set_tooltip_text (button, _ ("Take requirements from a catalogue, or leave some out"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "results.choose");
  return button;
}

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPlanMatrixView *view = data;
  GtkWidget *widget = liaison_plan_matrix_view_get_widget (view);

  liaison_choose_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                 liaison_plan_matrix_view_get_session (view));
}

static GtkWidget *
plan_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Plan Tests…"));

  gtk_widget_set_tooltip_text (
      button, _ ("Put tests of the selected requirements, or of all, on the schedule"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "results.plan");
  return button;
}

static void
plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPlanMatrixView *view = data;
  GtkWidget *widget = liaison_plan_matrix_view_get_widget (view);

  liaison_plan_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                               liaison_plan_matrix_view_get_session (view));
}

GtkWidget *
liaison_results_view_new (LiaisonSession *session)
{
  static const LiaisonPlanMatrixViewFuncs funcs = { .key = key };
  static const char *const subjects[] = { N_ ("Each nation"), N_ ("Pairs of nations"), NULL };
  LiaisonPlanMatrixView *view =
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("results"), &funcs);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry entries[] = { { .name = "choose", .activate = choose_cb },
                                   { .name = "plan", .activate = plan_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    liaison_session_bind_writable (
        session, g_action_map_lookup_action (G_ACTION_MAP (group), entries[i].name), "enabled");
  gtk_widget_insert_action_group (liaison_plan_matrix_view_get_widget (view), "results",
                                  G_ACTION_GROUP (group));
  liaison_plan_matrix_view_add_widget (view, choose_button_new ());
  liaison_plan_matrix_view_add_widget (view, plan_button_new ());
  liaison_plan_matrix_view_add_choice (view, subjects, 0, _ ("Whose results"), pairs_cb);
  liaison_plan_matrix_view_add_help (
      view, _ ("Keys of this sheet"),
      _ ("On a cell, S sets success, L limited success, I an interoperability issue, N not tested, "
         "A not applicable; so do 1 to 5. Delete takes a result back. A result of another day is "
         "kept, and the new one follows it. Space selects what was found, to add a workaround, "
         "evidence, an owner or a due date beside; Enter opens the list of assessments."));
  liaison_plan_matrix_view_set_first_step (view, _ ("_Choose Requirements…"), "results.choose");
  return liaison_plan_matrix_view_get_widget (view);
}
