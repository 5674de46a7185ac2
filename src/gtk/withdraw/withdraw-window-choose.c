/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which record is not there, and when. */
#include "config.h"

#include "withdraw/withdraw-window-private.h"

#include "record/kinds/event.h"
#include "shared/field-popover.h"
#include "shared/record-list.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

static void
tell_time (LiaisonWithdrawWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  g_autofree char *text = liaison_manner_tell_time (
      &manner, self->at, liaison_times_get_zone (&manner.lookup, exercise));

  gtk_editable_set_text (GTK_EDITABLE (self->time), text);
}

/* Joining late is asked of STARTEX at first, leaving of now. */
void
liaison_withdraw_window_choose_time (LiaisonWithdrawWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  gint64 startex;

  self->at = g_get_real_time () / G_USEC_PER_SEC / 60 * 60;
  if (adw_combo_row_get_selected (self->form) == 1
      && liaison_times_get_start (&manner.lookup, exercise, &startex) == LIAISON_TIME_KNOWN)
    self->at = startex + 2 * 86400;
  tell_time (self);
}

void
liaison_withdraw_window_form_cb (LiaisonWithdrawWindow *self)
{
  gboolean late = adw_combo_row_get_selected (self->form) == 1;

  if (self->session == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->time), late ? _ ("Until") : _ ("From"));
  liaison_withdraw_window_choose_time (self);
  liaison_withdraw_window_queue_search (self);
}

static void
complain (LiaisonWithdrawWindow *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->time), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->time), "error");
}

void
liaison_withdraw_window_typed_cb (LiaisonWithdrawWindow *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, not_before)];
  g_autoptr (LiaisonSnapshot) snapshot
      = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gint64 at;

  if (!liaison_manner_read_field (&manner, snapshot, field, NULL,
                                  gtk_editable_get_text (GTK_EDITABLE (self->time)), &value, &error))
    {
      complain (self, error->message);
      return;
    }
  if (value.form != LIAISON_VALUE_FIELD
      || liaison_times_resolve (&manner.lookup, &value.as.instant, &at, NULL) != LIAISON_TIME_KNOWN)
    {
      complain (self, _ ("A date and a time are expected."));
      return;
    }
  complain (self, NULL);
  self->at = at;
  liaison_withdraw_window_queue_search (self);
}

void
liaison_withdraw_window_take_record (LiaisonWithdrawWindow *self, LiaisonRecord *record)
{
  g_autofree char *name = liaison_record_list_tell (self->session, record);
  g_autofree char *plain = liaison_words_dup_without_isolates (name);

  self->record = liaison_record_get_id (record);
  adw_action_row_set_subtitle (self->subject, plain);
  liaison_withdraw_window_queue_search (self);
}

static char *
tell_record (gpointer item, gpointer owner)
{
  return liaison_record_list_tell (LIAISON_WITHDRAW_WINDOW (owner)->session, item);
}

static char *
tell_detail (gpointer item, gpointer owner)
{
  return liaison_record_list_tell_detail (LIAISON_WITHDRAW_WINDOW (owner)->session, item,
                                          LIAISON_WITHDRAWAL_TARGETS);
}

static gboolean
is_chosen (gpointer item, gpointer owner)
{
  return liaison_id_same (liaison_record_get_id (item), LIAISON_WITHDRAW_WINDOW (owner)->record);
}

static void
choose_record (gpointer item, gpointer owner)
{
  liaison_withdraw_window_take_record (LIAISON_WITHDRAW_WINDOW (owner), item);
}

static const LiaisonFieldPopoverFuncs popover_funcs
    = { tell_record, tell_detail, is_chosen, choose_record };

void
liaison_withdraw_window_open_popover_cb (GtkMenuButton *button, gpointer data)
{
  LiaisonWithdrawWindow *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (
        button, GTK_WIDGET (liaison_field_popover_new (
                    liaison_record_list_model_new (self->session, LIAISON_WITHDRAWAL_TARGETS),
                    &popover_funcs, self, _ ("What is not there"), FALSE)));
}
