/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/decision-window.h"

#include "inform/release-state.h"
#include "preferences.h"
#include "record/kinds/nation.h"
#include "record/kinds/participant.h"
#include "shared/field-popover.h"
#include "shared/record-list.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LIAISON_TYPE_DECISION_WINDOW (liaison_decision_window_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonDecisionWindow, liaison_decision_window, LIAISON, DECISION_WINDOW, AdwWindow)

struct _LiaisonDecisionWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *checks; /* of GtkCheckButton, borrowed; each knows its nation */

  /* Template */
  AdwWindowTitle *heading;
  GtkButton *apply;
  GtkLabel *problem;
  AdwPreferencesGroup *nations;
  AdwPreferencesGroup *way;
  AdwComboRow *medium;
  GtkSpinButton *copies;
  AdwActionRow *by;
  GtkMenuButton *choose;
  AdwEntryRow *authority;
  AdwEntryRow *reason;

  LiaisonId product;
  LiaisonId decider; /* zero: nobody is chosen */
  LiaisonProductStep step;
};

G_DEFINE_FINAL_TYPE (LiaisonDecisionWindow, liaison_decision_window, ADW_TYPE_WINDOW)

#define NATION_KEY "liaison-nation"

static const LiaisonBlock *
find_product (LiaisonDecisionWindow *self)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), self->product);

  return record != NULL ? liaison_record_get_block (record) : NULL;
}

static void
take_decider (LiaisonDecisionWindow *self, LiaisonRecord *record)
{
  g_autofree char *name = liaison_record_list_tell (self->session, record);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);

  self->decider = liaison_record_get_id (record);
  adw_action_row_set_subtitle (self->by, plain);
}

/* Who has set their name in the preferences and is in the plan. */
static void
choose_myself (LiaisonDecisionWindow *self)
{
  const char *author = liaison_preferences_get_author (liaison_preferences_get_default ());
  LiaisonTable *people = liaison_document_get_table (liaison_session_get_document (self->session),
                                                     LIAISON_KIND_PARTICIPANT);

  for (guint i = 0; author != NULL && *author != '\0' && i < liaison_table_get_size (people); i++)
    {
      LiaisonRecord *record = liaison_table_get (people, i);
      const LiaisonText *name = LIAISON_DATA (Participant, liaison_record_get_block (record))->name;
      for (guint k = 0; k < liaison_text_get_size (name); k++)
        if (g_strcmp0 (liaison_text_get_string (name, k), author) == 0)
          {
            take_decider (self, record);
            return;
          }
    }
}

static char *
tell_record (gpointer item, gpointer owner)
{
  return liaison_record_list_tell (LIAISON_DECISION_WINDOW (owner)->session, item);
}

static char *
tell_detail (gpointer item, gpointer owner)
{
  LiaisonManner manner = liaison_session_get_manner (LIAISON_DECISION_WINDOW (owner)->session);

  return liaison_manner_tell_nation (
      &manner, LIAISON_DATA (Participant, liaison_record_get_block (item))->nation);
}

static gboolean
is_chosen (gpointer item, gpointer owner)
{
  return liaison_id_same (liaison_record_get_id (item), LIAISON_DECISION_WINDOW (owner)->decider);
}

static void
choose (gpointer item, gpointer owner)
{
  take_decider (LIAISON_DECISION_WINDOW (owner), item);
}

static const LiaisonFieldPopoverFuncs popover_funcs = { tell_record, tell_detail, is_chosen,
                                                        choose };

static void
open_popover_cb (GtkMenuButton *button, gpointer data)
{
  LiaisonDecisionWindow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (
        button, GTK_WIDGET (liaison_field_popover_new (
                    liaison_record_list_model_new (self->session, LIAISON_TARGET (PARTICIPANT)),
                    &popover_funcs, self, _ ("Who decides"), FALSE)));
}

/* A nation that may have it can be ticked; of the others it is said why not. */
static void
add_nation (LiaisonDecisionWindow *self,
            const LiaisonReleaseMatrix *matrix,
            guint row,
            guint column)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonReleaseState state = liaison_release_matrix_get (matrix, row, column);
  const char *code =
      LIAISON_DATA (Nation, liaison_release_matrix_get_nation (matrix, column))->code;
  gboolean may = state == LIAISON_RELEASE_STATE_MAY || state == LIAISON_RELEASE_STATE_RECALLED
                 || state == LIAISON_RELEASE_STATE_HAS || state == LIAISON_RELEASE_STATE_WAITS;
  g_autofree char *name = liaison_manner_tell_nation (&manner, code);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);
  g_autoptr (GArray) operands = NULL;
  const char *sentence = liaison_release_matrix_explain (matrix, row, column, &operands);
  g_autofree char *why = liaison_manner_tell_sentence (&manner, sentence, operands);
  GtkWidget *action = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  if (state == LIAISON_RELEASE_STATE_ORIGIN)
    {
      g_object_unref (g_object_ref_sink (action));
      g_object_unref (g_object_ref_sink (check));
      return;
    }
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (action), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (action), plain);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (action),
                               state == LIAISON_RELEASE_STATE_MAY ? NULL : why);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (action, may);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), state == LIAISON_RELEASE_STATE_MAY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (action), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (action), check);
  g_object_set_data (G_OBJECT (check), NATION_KEY, (gpointer) code);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->nations, action);
}

static void
offer_nations (LiaisonDecisionWindow *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonReleaseMatrix) matrix =
      liaison_release_matrix_new (snapshot, g_get_real_time () / G_USEC_PER_SEC);

  for (guint row = 0; row < liaison_release_matrix_count_products (matrix); row++)
    if (liaison_id_same (liaison_release_matrix_get_product (matrix, row)->id, self->product))
      for (guint i = 0; i < liaison_release_matrix_count_nations (matrix); i++)
        add_nation (self, matrix, row, i);
}

static void
offer_mediums (LiaisonDecisionWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 1; i < liaison_release_mediums.n; i++)
    gtk_string_list_append (list, _ (liaison_release_mediums.choices[i].label));
  adw_combo_row_set_model (self->medium, G_LIST_MODEL (list));
}

/* Serials are given once for all of a group: see liaison_serial_advance. */
static LiaisonBlock *
new_record (const LiaisonKind *kind, gpointer data)
{
  return liaison_session_new_block (data, kind);
}

static void
complain (LiaisonDecisionWindow *self, const char *text)
{
  gtk_label_set_text (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static GPtrArray *
list_chosen (LiaisonDecisionWindow *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (codes, g_object_get_data (self->checks->pdata[i], NATION_KEY));
  return codes;
}

static void
apply_cb (LiaisonDecisionWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *product = find_product (self);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GPtrArray) codes = list_chosen (self);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (N_ ("{step}: {record}"));
  g_autoptr (GError) error = NULL;
  const LiaisonFlowDecision decision = {
    .by = self->decider,
    .authority = gtk_editable_get_text (GTK_EDITABLE (self->authority)),
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason)),
    .language = liaison_session_get_language (self->session),
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .zone = liaison_times_get_zone (&manner.lookup, liaison_snapshot_get_exercise (snapshot)),
  };
  const LiaisonFlowRelease release = {
    .nations = (const char *const *) codes->pdata,
    .n_nations = codes->len,
    .medium = adw_combo_row_get_selected (self->medium) + 1,
    .copies = gtk_spin_button_get_value_as_int (self->copies),
    .new_record = new_record,
    .data = self->session,
  };

  if (product == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  liaison_proposal_take_operand (
      proposal, liaison_operand_field ("step", liaison_product_step_get_label (self->step)));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", self->product));
  if (!liaison_product_flow_take (snapshot, product, self->step, &decision, &release, proposal,
                                  &error))
    {
      complain (self, _ (error->message));
      return;
    }
  if (liaison_session_commit (self->session, g_steal_pointer (&proposal), NULL))
    gtk_window_close (GTK_WINDOW (self));
}

static void
liaison_decision_window_dispose (GObject *object)
{
  LiaisonDecisionWindow *self = LIAISON_DECISION_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_decision_window_parent_class)->dispose (object);
}

static void
liaison_decision_window_class_init (LiaisonDecisionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_decision_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/liaisonplanner/Liaison/inform/decision-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, nations);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, way);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, medium);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, copies);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, by);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, choose);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, authority);
  gtk_widget_class_bind_template_child (widget_class, LiaisonDecisionWindow, reason);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_decision_window_init (LiaisonDecisionWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->by), FALSE);
  gtk_menu_button_set_create_popup_func (self->choose, open_popover_cb, self, NULL);
}

void
liaison_decision_window_present (GtkWindow *parent,
                                 LiaisonSession *session,
                                 LiaisonId product,
                                 LiaisonProductStep step)
{
  LiaisonDecisionWindow *self =
      g_object_new (LIAISON_TYPE_DECISION_WINDOW, "transient-for", parent, NULL);
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autofree char *name = liaison_manner_tell_name (&manner, product);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);
  const char *label = _ (liaison_product_step_get_label (step));

  self->session = g_object_ref (session);
  self->product = product;
  self->step = step;
  gtk_window_set_title (GTK_WINDOW (self), label);
  adw_window_title_set_title (self->heading, label);
  adw_window_title_set_subtitle (self->heading, plain);
  gtk_button_set_label (self->apply, label);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->apply));
  gtk_widget_set_visible (GTK_WIDGET (self->nations), step == LIAISON_PRODUCT_STEP_RELEASE);
  gtk_widget_set_visible (GTK_WIDGET (self->way), step == LIAISON_PRODUCT_STEP_RELEASE);
  offer_mediums (self);
  choose_myself (self);
  if (step == LIAISON_PRODUCT_STEP_RELEASE)
    offer_nations (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->authority));
}
