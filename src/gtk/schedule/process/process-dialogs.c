/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/process-dialogs.h"

#include "message.h"
#include "schedule/process/preview.h"
#include "schedule/process/process-words.h"
#include "schedule/days-off.h"

#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonPreview *preview;

  /* Of choosing a set */
  GPtrArray *sets;
  AdwComboRow *choice;
  GtkLabel *about;
  LiaisonBackPlan *plan;

  /* Of fitting to STARTEX */
  LiaisonProcess *process;
  GArray *moves;
  GPtrArray *ticks; /* of GtkCheckButton, one a move */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_pointer (&self->sets, g_ptr_array_unref);
  g_clear_pointer (&self->plan, liaison_back_plan_free);
  g_clear_pointer (&self->process, liaison_process_free);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  g_object_unref (self->session);
  g_free (self);
}

static Dialog *
dialog_new (GtkWindow *parent,
            LiaisonSession *session,
            const char *title,
            const char *apply_label,
            void (*apply) (Dialog *))
{
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->preview = liaison_preview_new (parent, title, apply_label, G_CALLBACK (apply), self);
  g_object_set_data_full (G_OBJECT (self->preview->window), "liaison-dialog", self, dialog_free);
  return self;
}

static LiaisonSnapshot *
dup_snapshot (Dialog *self)
{
  return liaison_document_get_snapshot (liaison_session_get_document (self->session));
}

static const char *
get_line_icon (const LiaisonBackPlanLine *line)
{
  static const char *const icons[] = { [LIAISON_BACK_PLAN_STAGE] =
                                           "media-playlist-consecutive-symbolic",
                                       [LIAISON_BACK_PLAN_CONFERENCE] = "system-users-symbolic",
                                       [LIAISON_BACK_PLAN_PRODUCT] = "text-x-generic-symbolic" };
  return icons[line->kind];
}

/* What happens to what the plan has already, or why a new one stands off from its lead time. */
static char *
tell_detail (const LiaisonManner *manner, const LiaisonBackPlanLine *line)
{
  if (line->fate == LIAISON_BACK_PLAN_KEPT)
    return g_strdup (_ ("The plan has it: stays as it is"));
  if (line->fate == LIAISON_BACK_PLAN_TIED)
    return g_strdup (_ ("The plan has it: goes into this stage"));
  if (line->shifted == 0)
    return NULL;
  return liaison_words_format_plural (manner->words, "Moved by {n} day to be on working days",
                                      "Moved by {n} days to be on working days",
                                      (guint) ABS (line->shifted),
                                      liaison_operand_integer ("n", ABS (line->shifted)));
}

static void
show_lines (Dialog *self, const LiaisonManner *manner)
{
  guint n_new = 0;
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      const LiaisonBackPlanLine *line = &g_array_index (self->plan->lines, LiaisonBackPlanLine, i);
      const char *title =
          liaison_text_pick (line->title, liaison_words_get_language (manner->words), NULL);
      g_autofree char *detail = tell_detail (manner, line);
      g_autofree char *days = line->fate == LIAISON_BACK_PLAN_NEW
                                  ? liaison_process_tell_days (manner->words, line->from, line->to)
                                  : NULL;
      AdwActionRow *row =
          liaison_preview_append (self->preview, line->kind != LIAISON_BACK_PLAN_STAGE,
                                  get_line_icon (line), title, detail, days);
      if (line->kind == LIAISON_BACK_PLAN_STAGE)
        gtk_widget_add_css_class (GTK_WIDGET (row), "heading");
      n_new += line->fate == LIAISON_BACK_PLAN_NEW;
    }
  g_autofree char *added = liaison_words_format_plural (
      manner->words, "{n} entry would be added.", "{n} entries would be added.", n_new,
      liaison_operand_integer ("n", n_new));
  g_string_append (summary, added);
  if (self->plan->n_late > 0)
    {
      g_autofree char *late = liaison_words_format_plural (
          manner->words, "{n} of them would be due before today.",
          "{n} of them would be due before today.", self->plan->n_late,
          liaison_operand_integer ("n", self->plan->n_late));
      g_string_append_printf (summary, " %s", late);
    }
  gtk_label_set_text (self->preview->summary, summary->str);
  g_string_free (summary, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->preview->apply),
                            n_new > 0 || self->plan->ties->len > 0);
}

static void
set_chosen_cb (Dialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot = dup_snapshot (self);
  g_autoptr (LiaisonDaysOff) off = liaison_days_off_new (snapshot);
  const LiaisonWorkingDays days = liaison_days_off_get_working_days (off);
  LiaisonStageSet *set = self->sets->pdata[adw_combo_row_get_selected (self->choice)];
  g_autofree char *source = g_strdup_printf (
      "%s\n\n%s", liaison_text_pick (set->summary, liaison_words_get_language (manner.words), NULL),
      set->source);

  gtk_label_set_text (self->about, source);
  liaison_preview_clear (self->preview);
  g_clear_pointer (&self->plan, liaison_back_plan_free);
  self->plan = liaison_back_plan_new (snapshot, set, &days, manner.now * 1000);
  if (self->plan != NULL)
    show_lines (self, &manner);
}

static void
apply_set_cb (Dialog *self)
{
  if (self->plan == NULL)
    return;
  liaison_session_commit (self->session, liaison_back_plan_propose (self->plan),
                          _ ("Stage set applied"));
  gtk_window_destroy (self->preview->window);
}

static void
add_choice (Dialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *language = liaison_words_get_language (manner.words);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_combo_row_new ();
  GtkWidget *about = gtk_label_new (NULL);

  for (guint i = 0; i < self->sets->len; i++)
    gtk_string_list_append (
        titles,
        liaison_text_pick (((LiaisonStageSet *) self->sets->pdata[i])->title, language, NULL));
  self->choice = ADW_COMBO_ROW (row);
  self->about = GTK_LABEL (about);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Stage set"));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_label_set_wrap (self->about, TRUE);
  gtk_label_set_xalign (self->about, 0);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "dim-label");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (self->preview->head, group);
  gtk_box_append (self->preview->head, about);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (set_chosen_cb), self);
}

void
liaison_process_choose_set (GtkWindow *parent, LiaisonSession *session)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  g_autoptr (LiaisonProcess) process = liaison_process_new (snapshot, 0);
  Dialog *self;

  if (process->startex == LIAISON_DATE_UNSET)
    {
      liaison_tell (parent, _ ("The exercise has no STARTEX yet"),
                    _ ("Stages are planned back from STARTEX. Set it in the exercise first: click "
                       "its name in the overview."));
      return;
    }
  self = dialog_new (parent, session, _ ("Apply a Stage Set"), _ ("_Apply"), apply_set_cb);
  self->sets = liaison_stage_set_list ();
  add_choice (self);
  set_chosen_cb (self);
  gtk_window_present (self->preview->window);
}

static void
apply_moves_cb (Dialog *self)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (LiaisonProcessMove));
  LiaisonProposal *proposal;

  for (guint i = 0; i < self->moves->len; i++)
    if (gtk_check_button_get_active (self->ticks->pdata[i]))
      g_array_append_val (chosen, g_array_index (self->moves, LiaisonProcessMove, i));
  proposal = liaison_process_propose_moves (self->process,
                                            (const LiaisonProcessMove *) chosen->data, chosen->len);
  if (proposal != NULL)
    liaison_session_commit (self->session, proposal, _ ("Planning process fitted to STARTEX"));
  gtk_window_destroy (self->preview->window);
}

static char *
tell_move_name (Dialog *self, const LiaisonManner *manner, const LiaisonProcessMove *move)
{
  g_autofree char *name = liaison_manner_tell_name (manner, move->record);
  const LiaisonBlock *stage, *item;

  switch (move->kind)
    {
    case LIAISON_PROCESS_MOVE_STAGE_START:
      /* Translators: a stage of the planning process: “Main planning: start” */
      return g_strdup_printf (_ ("%s: start"), name);
    case LIAISON_PROCESS_MOVE_STAGE_END:
      /* Translators: a stage of the planning process: “Main planning: end” */
      return g_strdup_printf (_ ("%s: end"), name);
    case LIAISON_PROCESS_MOVE_PRODUCT:
      stage = liaison_snapshot_find (self->process->snapshot, move->record);
      item = liaison_items_lookup (LIAISON_DATA (Stage, stage)->products, move->item);
      return liaison_manner_tell_block_name (manner, item);
    case LIAISON_PROCESS_MOVE_CONFERENCE:
    default:
      return g_steal_pointer (&name);
    }
}

static const char *
tell_hold (LiaisonProcessHold hold)
{
  switch (hold)
    {
    case LIAISON_PROCESS_LOCKED:
      return _ ("Locked: stays where it is");
    case LIAISON_PROCESS_OVER:
      return _ ("Done or begun: stays where it is");
    case LIAISON_PROCESS_FREE:
    case LIAISON_PROCESS_HANGS:
    default:
      return NULL;
    }
}

static void
append_move (Dialog *self, const LiaisonManner *manner, const LiaisonProcessMove *move)
{
  static const char *const icons[] = { "media-playlist-consecutive-symbolic",
                                       "media-playlist-consecutive-symbolic",
                                       "system-users-symbolic", "text-x-generic-symbolic" };
  g_autofree char *name = tell_move_name (self, manner, move);
  g_autofree char *from =
      liaison_words_format_day (manner->words, move->from, LIAISON_DATE_WEEKDAY_SHORT);
  g_autofree char *to = liaison_words_format_day (manner->words, move->to, LIAISON_DATE_MEDIUM);
  /* Translators: from one day to another: “Mon 12 Apr → 3 May 2027” */
  g_autofree char *end = g_strdup_printf (_ ("%1$s → %2$s"), from, to);
  AdwActionRow *row = liaison_preview_append (self->preview, 0, icons[move->kind], name,
                                              tell_hold (move->hold), end);
  GtkWidget *tick = gtk_check_button_new ();
  gboolean freely = move->hold == LIAISON_PROCESS_FREE;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), freely);
  gtk_widget_set_sensitive (tick, freely);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_prefix (row, tick);
  if (freely)
    adw_action_row_set_activatable_widget (row, tick);
  g_ptr_array_add (self->ticks, tick);
}

void
liaison_process_fit (GtkWindow *parent, LiaisonSession *session)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  Dialog *self = dialog_new (parent, session, _ ("Fit to STARTEX"), _ ("_Move"), apply_moves_cb);
  g_autoptr (LiaisonSnapshot) snapshot = dup_snapshot (self);
  g_autoptr (LiaisonDaysOff) off = liaison_days_off_new (snapshot);
  const LiaisonWorkingDays days = liaison_days_off_get_working_days (off);

  self->process = liaison_process_new (snapshot, manner.now);
  self->moves = liaison_process_find_moves (self->process, &days);
  self->ticks = g_ptr_array_new ();
  for (guint i = 0; i < self->moves->len; i++)
    append_move (self, &manner, &g_array_index (self->moves, LiaisonProcessMove, i));
  gtk_label_set_text (self->preview->summary,
                      self->moves->len > 0
                          ? _ ("These no longer stand where their lead times say. What is ticked "
                               "moves, in one step that can be undone.")
                          : _ ("Everything stands where its lead time says."));
  gtk_widget_set_visible (GTK_WIDGET (self->preview->list), self->moves->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->preview->apply), self->moves->len > 0);
  gtk_window_present (self->preview->window);
}
