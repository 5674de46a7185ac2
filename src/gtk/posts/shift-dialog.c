/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "posts/shift-dialog.h"

#include "liaison/assignment.h"
#include "record/times.h"
#include "record/kinds/participant.h"
#include "schedule/recurrence.h"
#include "words/names.h"
#include "words/search.h"
#include "words/sentence.h"
#include "screen.h"
#include "shared/escape.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define DIALOG_KEY "liaison-shift-dialog"
#define PERSON_KEY "liaison-person"
/* More people than anybody looks through without typing. */
#define MOST 50

/* Somebody who could stand there. */
typedef struct
{
  LiaisonId person; /* zero: nobody yet */
  char *title, *detail, *folded;
  const char *icon;
} Choice;

/* The window's; it lives as long as it does. */
typedef struct
{
  LiaisonSession *session; /* owned */
  LiaisonId post;
  LiaisonSpan span;
  gboolean has_stand;
  LiaisonId shift;
  gint64 by_rule;
  LiaisonId next;  /* who stands there afterwards; zero: not known */
  GArray *choices; /* of Choice, the fittest first */

  /* Borrowed, children */
  GtkWindow *window;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkCheckButton *series; /* NULL: the shift does not recur */
} ShiftDialog;

static void
choice_clear (gpointer data)
{
  Choice *choice = data;

  g_free (choice->title);
  g_free (choice->detail);
  g_free (choice->folded);
}

static void
dialog_free (gpointer data)
{
  ShiftDialog *self = data;

  g_array_unref (self->choices);
  g_object_unref (self->session);
  g_free (self);
}

static LiaisonLookup
get_lookup (ShiftDialog *self)
{
  return liaison_document_get_lookup (liaison_session_get_document (self->session));
}

/* The post and the stretch as they are now: the plan may have changed below the dialog. */
static gboolean
find_stand (ShiftDialog *self, LiaisonStand *stand)
{
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *post = liaison_lookup_find (&lookup, self->post);
  const LiaisonBlock *shift;

  if (post == NULL)
    return FALSE;
  *stand = (LiaisonStand){
    .start = self->span.start, .end = self->span.end, .by_rule = self->by_rule, .post = post
  };
  shift = liaison_items_lookup (LIAISON_DATA (Post, post)->shifts, self->shift);
  stand->shift = shift;
  return !self->has_stand || shift != NULL;
}

static LiaisonProposal *
propose (ShiftDialog *self, LiaisonId person)
{
  LiaisonLookup lookup = get_lookup (self);
  LiaisonStand stand;

  if (!find_stand (self, &stand))
    return NULL;
  if (!self->has_stand)
    return liaison_assignment_add (stand.post, self->span,
                                   liaison_times_get_zone (&lookup, stand.post), person);
  return liaison_assignment_name (
      &lookup, &stand, person, self->series != NULL && gtk_check_button_get_active (self->series));
}

static void
choose (ShiftDialog *self, LiaisonId person)
{
  LiaisonProposal *proposal = propose (self, person);

  if (proposal == NULL || liaison_session_commit (self->session, proposal, NULL))
    gtk_window_destroy (self->window);
}

void
liaison_shift_dialog_choose (GtkWindow *window, LiaisonId person)
{
  choose (g_object_get_data (G_OBJECT (window), DIALOG_KEY), person);
}

static void
activated_cb (ShiftDialog *self, GtkListBoxRow *row)
{
  const LiaisonId *person = g_object_get_data (G_OBJECT (row), PERSON_KEY);

  choose (self, *person);
}

static void
remove_cb (ShiftDialog *self)
{
  LiaisonLookup lookup = get_lookup (self);
  LiaisonStand stand;

  if (self->has_stand && find_stand (self, &stand)
      && !liaison_session_commit (
          self->session,
          liaison_assignment_remove (
              &lookup, &stand, self->series != NULL && gtk_check_button_get_active (self->series)),
          _ ("The shift was taken off the board")))
    return;
  gtk_window_destroy (self->window);
}

/* A note for who comes next, with the post. */
static void
note_cb (ShiftDialog *self, AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  LiaisonLookup lookup = get_lookup (self);
  LiaisonStand stand;

  if (*text == '\0' || !find_stand (self, &stand))
    return;
  if (liaison_session_commit (
          self->session,
          liaison_assignment_hand_over (&lookup, &stand, self->next,
                                        liaison_session_get_language (self->session), text),
          _ ("The handover note was written")))
    gtk_window_destroy (self->window);
}

static GtkWidget *
note_new (ShiftDialog *self)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Handover note for who comes next"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (note_cb), self);
  return group;
}

static char *
tell_lack (const LiaisonManner *manner, const LiaisonCandidate *candidate)
{
  const LiaisonPostLanguageData *asked = LIAISON_DATA (PostLanguage, candidate->lacks);
  g_autofree char *name = liaison_words_dup_language (manner->words, asked->level.language);

  /* Translators: %s is a language: what a person who might be sent lacks */
  return g_strdup_printf (_ ("too little %s"), name);
}

/* What speaks for and against, in a line. */
static char *
tell_candidate (const LiaisonManner *manner, const LiaisonCandidate *candidate, LiaisonId post)
{
  const LiaisonParticipantData *person = LIAISON_DATA (Participant, candidate->person);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *duty =
      candidate->duty != NULL ? liaison_manner_tell_block_name (manner, candidate->duty) : NULL;

  g_ptr_array_add (parts, liaison_manner_tell_nation (manner, person->nation));
  if (candidate->faults & LIAISON_CANDIDATE_BUSY && liaison_id_same (candidate->duty->id, post))
    g_ptr_array_add (parts, g_strdup (_ ("already there")));
  else if (candidate->faults & LIAISON_CANDIDATE_BUSY)
    /* Translators: %s is a liaison post or an event that a person is needed at */
    g_ptr_array_add (parts, g_strdup_printf (_ ("at “%s” then"), duty));
  if (candidate->faults & LIAISON_CANDIDATE_TIRED)
    /* Translators: %s is a liaison post or an event too near in time */
    g_ptr_array_add (parts, g_strdup_printf (_ ("too little rest beside “%s”"), duty));
  if (candidate->lacks != NULL)
    g_ptr_array_add (parts, tell_lack (manner, candidate));
  if (candidate->faults == 0)
    g_ptr_array_add (parts, g_strdup (_ ("free, and speaks what is asked")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (liaison_screen_separator (), (char **) parts->pdata);
}

static const char *
choose_icon (const LiaisonCandidate *candidate)
{
  if (candidate->faults & LIAISON_CANDIDATE_BUSY)
    return "dialog-error-symbolic";
  return candidate->faults != 0 ? "dialog-warning-symbolic" : "emblem-ok-symbolic";
}

static void
add_choice (ShiftDialog *self, LiaisonId person, char *title, char *detail, const char *icon)
{
  g_autofree char *both = g_strconcat (title, " ", detail, NULL);
  const Choice choice = { person, title, detail, liaison_words_fold (both), icon };

  g_array_append_val (self->choices, choice);
}

static void
find_choices (ShiftDialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (GArray) candidates = liaison_assignment_list_candidates (
      snapshot, liaison_snapshot_find (snapshot, self->post), self->span);

  for (guint i = 0; i < candidates->len; i++)
    {
      const LiaisonCandidate *candidate = &g_array_index (candidates, LiaisonCandidate, i);
      add_choice (self, candidate->person->id,
                  liaison_manner_tell_block_name (&manner, candidate->person),
                  tell_candidate (&manner, candidate, self->post), choose_icon (candidate));
    }
  add_choice (self, (LiaisonId){ 0 }, g_strdup (_ ("Nobody yet")),
              g_strdup (_ ("The shift is to be named later")), "list-add-symbolic");
}

static void
add_row (ShiftDialog *self, const Choice *choice)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), choice->detail);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), choice->icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), PERSON_KEY,
                          g_memdup2 (&choice->person, sizeof choice->person), g_free);
  gtk_list_box_append (self->list, row);
}

/* Those that match what was typed, and always that nobody is named yet. */
static void
fill (ShiftDialog *self)
{
  g_autofree char *typed = liaison_words_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkWidget *child;
  guint shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i + 1 < self->choices->len && shown < MOST; i++)
    if (*typed == '\0' || strstr (g_array_index (self->choices, Choice, i).folded, typed) != NULL)
      {
        add_row (self, &g_array_index (self->choices, Choice, i));
        shown++;
      }
  if (self->choices->len > 0)
    add_row (self, &g_array_index (self->choices, Choice, self->choices->len - 1));
}

/* Enter in the entry takes the first that is left. */
static void
entry_activate_cb (ShiftDialog *self)
{
  fill (self);
  activated_cb (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static GtkWidget *
bar_new (ShiftDialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonLookup lookup = get_lookup (self);
  const LiaisonBlock *post = liaison_lookup_find (&lookup, self->post);
  g_autofree char *name = liaison_manner_tell_block_name (&manner, post);
  const char *zone = liaison_times_get_zone (&lookup, post);
  g_autofree char *start = liaison_manner_tell_time (&manner, self->span.start, zone);
  g_autofree char *end = liaison_manner_tell_time (&manner, self->span.end, zone);
  /* Translators: from one time until another */
  g_autofree char *when = g_strdup_printf (_ ("%1$s – %2$s"), start, end);
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (name, when));
  if (self->has_stand)
    {
      GtkWidget *drop = gtk_button_new_with_mnemonic (_ ("_Remove Shift"));
      g_signal_connect_swapped (drop, "clicked", G_CALLBACK (remove_cb), self);
      adw_header_bar_pack_start (ADW_HEADER_BAR (bar), drop);
    }
  return bar;
}

static GtkWidget *
content_new (ShiftDialog *self, gboolean recurs)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Look for a person"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("People who could stand there"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->entry));
  if (recurs)
    {
      self->series = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (
          _ ("_Every time this shift recurs, not this time only")));
      gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->series));
    }
  gtk_box_append (GTK_BOX (inner), scroller);
  if (self->has_stand)
    gtk_box_append (GTK_BOX (inner), note_new (self));
  gtk_widget_set_margin_top (inner, 12);
  gtk_widget_set_margin_bottom (inner, 12);
  gtk_widget_set_margin_start (inner, 12);
  gtk_widget_set_margin_end (inner, 12);
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), inner);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close),
                            self->window);
  return box;
}

/* The first who stands at the post from then on. */
static LiaisonId
find_next (const LiaisonManning *manning, guint row, guint watch, gint64 end)
{
  for (guint i = watch; i < liaison_manning_count_watches (manning); i++)
    {
      g_autoptr (GPtrArray) stands = liaison_manning_list (manning, row, i);
      for (guint j = 0; j < stands->len; j++)
        {
          const LiaisonStand *stand = stands->pdata[j];
          if (stand->start >= end && stand->person != NULL)
            return stand->person->id;
        }
    }
  return (LiaisonId){ 0 };
}

GtkWindow *
liaison_shift_dialog_present (GtkWindow *parent,
                              LiaisonSession *session,
                              const LiaisonManning *manning,
                              guint row,
                              guint watch,
                              const LiaisonStand *stand)
{
  ShiftDialog *self = g_new0 (ShiftDialog, 1);
  LiaisonSpan gap;

  self->session = g_object_ref (session);
  self->post = liaison_manning_get_post (manning, row)->id;
  self->span = liaison_manning_get_watch (manning, watch);
  self->has_stand = stand != NULL && !liaison_manning_find_gap (manning, row, watch, &gap);
  if (!self->has_stand && liaison_manning_find_gap (manning, row, watch, &gap))
    self->span = gap;
  if (self->has_stand)
    {
      self->span = (LiaisonSpan){ stand->start, stand->end };
      self->shift = stand->shift->id;
      self->by_rule = stand->by_rule;
      self->next = find_next (manning, row, watch, stand->end);
    }
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, choice_clear);
  find_choices (self);
  self->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), DIALOG_KEY, self, dialog_free);
  adw_window_set_content (
      ADW_WINDOW (self->window),
      content_new (self, self->has_stand && liaison_recurrence_recurs (stand->shift)));
  fill (self);
  gtk_window_set_title (self->window, _ ("Who Stands There"));
  gtk_window_set_default_size (self->window, 520, 560);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_destroy_with_parent (self->window, TRUE);
  liaison_close_on_escape (self->window);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self->window;
}
