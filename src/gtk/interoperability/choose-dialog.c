/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/choose-dialog.h"

#include "interoperability/requirement-set.h"
#include "words/dates.h"
#include "words/search.h"
#include "screen.h"
#include "shared/escape.h"
#include "words/printed.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define DIALOG_KEY "liaison-choose-dialog"
#define ROW_KEY    "liaison-row"

/* One line of what is offered. */
typedef struct
{
  guint number; /* among the requirements of the source */
  gboolean chapter;
  guint end;            /* chapters: the row after those in it */
  char *folded;         /* to look in */
  GtkWidget *row;       /* borrowed */
  GtkCheckButton *tick; /* borrowed */
} Line;

/* The window's; it lives as long as it does. */
typedef struct
{
  LiaisonSession *session;   /* owned */
  LiaisonSnapshot *snapshot; /* owned: what is shown is of this state */
  GPtrArray *own;            /* requirements of the plan; owned */
  GPtrArray *catalogues;     /* owned */
  guint source;              /* 0: the plan itself; else a catalogue, from one */
  GArray *lines;             /* of Line */
  gboolean filling;

  /* Borrowed, children */
  GtkWindow *window;
  GtkDropDown *sources;
  GtkSearchEntry *entry;
  GtkListBox *list;
  GtkLabel *about;
  GtkButton *apply;
} ChooseDialog;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->folded);
}

static void
dialog_free (gpointer data)
{
  ChooseDialog *self = data;

  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->catalogues);
  g_array_unref (self->lines);
  liaison_snapshot_unref (self->snapshot);
  g_object_unref (self->session);
  g_free (self);
}

static ChooseDialog *
get_dialog (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), DIALOG_KEY);
}

static LiaisonRequirementSet *
get_catalogue (ChooseDialog *self)
{
  return self->source > 0 ? self->catalogues->pdata[self->source - 1] : NULL;
}

static const GPtrArray *
get_requirements (ChooseDialog *self)
{
  return self->source > 0 ? get_catalogue (self)->requirements : self->own;
}

static Line *
get_line (ChooseDialog *self, guint number)
{
  return &g_array_index (self->lines, Line, number);
}

static gboolean
is_used (ChooseDialog *self, guint number)
{
  const LiaisonBlock *block =
      self->source > 0
          ? liaison_requirement_set_find_taken (get_catalogue (self), self->snapshot, number)
          : self->own->pdata[number];

  return block != NULL && LIAISON_DATA (Requirement, block)->selected;
}

/* How many would come and go. */
static void
count (ChooseDialog *self)
{
  guint more = 0, less = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      gboolean ticked = gtk_check_button_get_active (get_line (self, i)->tick);
      if (get_line (self, i)->chapter || ticked == is_used (self, get_line (self, i)->number))
        continue;
      more += ticked;
      less += !ticked;
    }
  /* Translators: %1$u requirements are added, %2$u taken out: on a button */
  text = more + less == 0 ? g_strdup (_ ("Apply"))
                          : liaison_screen_printf (_ ("Apply: +%1$u −%2$u"), more, less);
  gtk_button_set_label (self->apply, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), more + less > 0);
}

/* A chapter is ticked when all in it are, and half when some are. */
static void
update_chapters (ChooseDialog *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = get_line (self, i);
      guint ticked = 0;
      if (!line->chapter)
        continue;
      for (guint j = i + 1; j < line->end; j++)
        ticked += gtk_check_button_get_active (get_line (self, j)->tick);
      gtk_check_button_set_active (line->tick, ticked == line->end - i - 1);
      gtk_check_button_set_inconsistent (line->tick, ticked > 0 && ticked < line->end - i - 1);
    }
  self->filling = FALSE;
  count (self);
}

static void
toggled_cb (ChooseDialog *self, GtkCheckButton *tick)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (tick), ROW_KEY));
  Line *line = get_line (self, number);

  if (self->filling)
    return;
  self->filling = TRUE;
  for (guint i = number + 1; line->chapter && i < line->end; i++)
    gtk_check_button_set_active (get_line (self, i)->tick, gtk_check_button_get_active (tick));
  self->filling = FALSE;
  update_chapters (self);
}

/* "Technical · mandatory · pair · RFC 6120" */
static char *
tell_requirement (const LiaisonRequirementData *data)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  g_ptr_array_add (parts, (gpointer) _ (liaison_dimensions.choices[data->dimension].label));
  if (data->obligation != LIAISON_OBLIGATION_UNSET)
    g_ptr_array_add (parts, (gpointer) _ (liaison_obligations.choices[data->obligation].label));
  if (data->per != LIAISON_ASSESSED_PER_UNSET)
    g_ptr_array_add (parts, (gpointer) _ (liaison_assessed_pers.choices[data->per].label));
  if (data->standard != NULL)
    g_ptr_array_add (parts, data->standard);
  if (data->profile != NULL)
    g_ptr_array_add (parts, data->profile);
  g_ptr_array_add (parts, NULL);
  return data->dimension == LIAISON_DIMENSION_UNSET
             ? g_strdup ("")
             : g_strjoinv (liaison_screen_separator (), (char **) parts->pdata);
}

static void
add_line (ChooseDialog *self, const LiaisonManner *manner, guint number)
{
  const LiaisonBlock *block = get_requirements (self)->pdata[number];
  const LiaisonRequirementData *data = LIAISON_DATA (Requirement, block);
  gboolean chapter = data->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER;
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  g_autofree char *title = liaison_words_lead (manner->words, data->serial, name);
  g_autofree char *detail = chapter ? g_strdup ("") : tell_requirement (data);
  g_autofree char *words =
      g_strjoin (" ", title, detail, data->service != NULL ? data->service : "", NULL);
  GtkWidget *row = adw_action_row_new (), *tick = gtk_check_button_new ();
  Line line = {
    number, chapter, self->lines->len + 1, liaison_words_fold (words), row, GTK_CHECK_BUTTON (tick)
  };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (chapter)
    gtk_widget_add_css_class (row, "heading");
  else
    gtk_widget_set_margin_start (tick, 18);
  g_object_set_data (G_OBJECT (tick), ROW_KEY, GUINT_TO_POINTER (self->lines->len));
  g_object_set_data (G_OBJECT (row), ROW_KEY, GUINT_TO_POINTER (self->lines->len));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), !chapter && is_used (self, number));
  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (toggled_cb), self);
  g_array_append_val (self->lines, line);
  gtk_list_box_append (self->list, row);
}

static void
close_chapters (ChooseDialog *self)
{
  guint end = self->lines->len;

  for (guint i = self->lines->len; i-- > 0;)
    if (get_line (self, i)->chapter)
      {
        get_line (self, i)->end = end;
        end = i;
      }
}

static void
tell_about (ChooseDialog *self, const LiaisonManner *manner)
{
  LiaisonRequirementSet *catalogue = get_catalogue (self);
  g_autofree char *day = NULL, *text = NULL;

  if (catalogue == NULL)
    {
      gtk_label_set_text (self->about,
                          _ ("What is not ticked stays in the plan, with what was found "
                             "of it, but is not used in this exercise."));
      return;
    }
  day = liaison_words_format_day (manner->words, catalogue->date, LIAISON_DATE_MEDIUM);
  /* Translators: %1$s tells what a catalogue is for, %2$s where it comes from, %3$s is a date */
  text = g_strdup_printf (
      _ ("%1$s\n%2$s (%3$s)"),
      liaison_text_pick (catalogue->summary, liaison_words_get_language (manner->words), NULL),
      catalogue->source, day);
  gtk_label_set_text (self->about, text);
}

static void
fill (ChooseDialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *child;

  self->filling = TRUE;
  g_array_set_size (self->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < get_requirements (self)->len; i++)
    add_line (self, &manner, i);
  close_chapters (self);
  self->filling = FALSE;
  tell_about (self, &manner);
  update_chapters (self);
}

static gboolean
matches (const Line *line, const char *typed)
{
  return *typed == '\0' || strstr (line->folded, typed) != NULL;
}

/* A chapter is shown with any of those in it. */
static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  ChooseDialog *self = data;
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), ROW_KEY));
  g_autofree char *typed = liaison_words_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (number >= self->lines->len || matches (get_line (self, number), typed))
    return TRUE;
  for (guint i = number + 1; get_line (self, number)->chapter && i < get_line (self, number)->end;
       i++)
    if (matches (get_line (self, i), typed))
      return TRUE;
  return FALSE;
}

static void
apply (ChooseDialog *self)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, MAX (get_requirements (self)->len, 1));
  gint64 now = liaison_editor_now (liaison_session_get_editor (self->session));
  LiaisonProposal *proposal;

  for (guint i = 0; i < self->lines->len; i++)
    chosen[get_line (self, i)->number] = gtk_check_button_get_active (get_line (self, i)->tick);
  proposal = self->source > 0 ? liaison_requirement_set_choose (get_catalogue (self),
                                                                self->snapshot, chosen, now)
                              : liaison_requirement_set_choose_own (self->own, chosen);
  if (proposal == NULL
      || liaison_session_commit (self->session, proposal, _ ("Requirements were chosen")))
    gtk_window_destroy (self->window);
}

static void
source_cb (ChooseDialog *self)
{
  self->source = gtk_drop_down_get_selected (self->sources) + (self->own->len > 0 ? 0 : 1);
  fill (self);
}

static GtkWidget *
sources_new (ChooseDialog *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *down;

  if (self->own->len > 0)
    gtk_string_list_append (list, _ ("Requirements of this plan"));
  for (guint i = 0; i < self->catalogues->len; i++)
    gtk_string_list_append (
        list, liaison_text_pick (((LiaisonRequirementSet *) self->catalogues->pdata[i])->title,
                                 liaison_words_get_language (manner.words), NULL));
  down = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where requirements are taken from"), -1);
  self->sources = GTK_DROP_DOWN (down);
  return down;
}

static GtkWidget *
bar_new (ChooseDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->apply = GTK_BUTTON (gtk_button_new_with_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->apply), "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), GTK_WIDGET (self->apply));
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self->window);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply), self);
  return bar;
}

static GtkWidget *
list_new (ChooseDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Requirements"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
content_new (ChooseDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Look for a requirement or standard"), -1);
  self->about = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->about, TRUE);
  gtk_label_set_xalign (self->about, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_box_append (GTK_BOX (inner), sources_new (self));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (inner), list_new (self));
  gtk_widget_set_margin_top (inner, 12);
  gtk_widget_set_margin_bottom (inner, 12);
  gtk_widget_set_margin_start (inner, 12);
  gtk_widget_set_margin_end (inner, 12);
  gtk_box_append (GTK_BOX (box), bar_new (self));
  gtk_box_append (GTK_BOX (box), inner);
  return box;
}

GtkWindow *
liaison_choose_dialog_present (GtkWindow *parent, LiaisonSession *session)
{
  ChooseDialog *self = g_new0 (ChooseDialog, 1);

  self->session = g_object_ref (session);
  self->snapshot = liaison_document_get_snapshot (liaison_session_get_document (session));
  self->own = liaison_requirement_set_list_own (self->snapshot);
  self->catalogues = liaison_requirement_set_list ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (self->window), DIALOG_KEY, self, dialog_free);
  adw_window_set_content (ADW_WINDOW (self->window), content_new (self));
  g_signal_connect_swapped (self->sources, "notify::selected", G_CALLBACK (source_cb), self);
  g_signal_connect_swapped (self->entry, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close),
                            self->window);
  source_cb (self);
  gtk_window_set_title (self->window, _ ("Choose Requirements"));
  gtk_window_set_default_size (self->window, 680, 640);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_destroy_with_parent (self->window, TRUE);
  liaison_close_on_escape (self->window);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self->window;
}

void
liaison_choose_dialog_show (GtkWindow *window, guint source)
{
  gtk_drop_down_set_selected (get_dialog (window)->sources, source);
}

gboolean
liaison_choose_dialog_tick (GtkWindow *window, const char *serial, gboolean chosen)
{
  ChooseDialog *self = get_dialog (window);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const LiaisonBlock *block = get_requirements (self)->pdata[get_line (self, i)->number];
      if (g_strcmp0 (LIAISON_DATA (Requirement, block)->serial, serial) == 0)
        {
          gtk_check_button_set_active (get_line (self, i)->tick, chosen);
          return TRUE;
        }
    }
  return FALSE;
}

void
liaison_choose_dialog_apply (GtkWindow *window)
{
  apply (get_dialog (window));
}
