/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/card-editor.h"

#include "briefings/card-cell.h"
#include "screen.h"
#include "shared/field-languages.h"

#include "brief/card.h"
#include "brief/outline.h"
#include "words/names.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Columns beside each other; more do not fit. */
#define MAX_COLUMNS 4

#define LIAISON_TYPE_CARD_EDITOR (liaison_card_editor_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonCardEditor, liaison_card_editor, LIAISON, CARD_EDITOR, AdwWindow)

struct _LiaisonCardEditor
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *tags;    /* of all languages; interned */
  GPtrArray *buttons; /* of GtkToggleButton, one a tag; borrowed */
  GPtrArray *cells;   /* of GtkWidget, text views and entries; borrowed */

  /* Borrowed, in the window */
  GtkBox *box;
  GtkCheckButton *missing;
  GtkDropDown *topics;

  LiaisonId briefing;
  guint n_items; /* as it is shown: more or fewer need other rows */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LiaisonCardEditor, liaison_card_editor, ADW_TYPE_WINDOW)

static const LiaisonBlock *
find_briefing (LiaisonCardEditor *self)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), self->briefing);

  return record != NULL ? liaison_record_get_block (record) : NULL;
}

/* Languages */

static gboolean
is_shown (LiaisonCardEditor *self, guint index)
{
  return gtk_toggle_button_get_active (self->buttons->pdata[index]);
}

static gboolean
is_right_to_left (const char *tag)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (tag, NULL);

  return liaison_words_is_right_to_left (words);
}

static char *
name_language (LiaisonCardEditor *self, const char *tag)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);

  return liaison_words_dup_language (manner.words, tag);
}

/* "French 12/14" */
static void
show_counts (LiaisonCardEditor *self)
{
  const LiaisonBlock *block = find_briefing (self);

  for (guint i = 0; block != NULL && i < self->tags->len; i++)
    {
      g_autoptr (LiaisonCard) card = liaison_card_new (block, self->tags->pdata[i], 0);
      g_autofree char *name = name_language (self, self->tags->pdata[i]);
      g_autofree char *label = liaison_screen_printf (
          "%s %u/%u", name, card->n_texts - card->n_untranslated, card->n_texts);

      gtk_button_set_label (self->buttons->pdata[i], label);
    }
}

/* Rows */

static gboolean
is_missing (LiaisonCardEditor *self, const LiaisonText *text)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (is_shown (self, i) && liaison_text_lookup (text, self->tags->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

static GtkWidget *
text_new (LiaisonCardEditor *self, LiaisonSlot slot, const char *heading, const char *tag)
{
  GtkWidget *frame = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *name = name_language (self, tag);
  g_autofree char *label = g_strdup_printf ("%s, %s", heading, name);

  slot.language = g_intern_string (tag);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 4);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 4);
  gtk_widget_set_direction (view, is_right_to_left (tag) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 64);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 240);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_widget_set_tooltip_text (view, name);
  gtk_widget_set_hexpand (frame, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  liaison_card_cell_take (view, self->session, &slot, label);
  g_ptr_array_add (self->cells, view);
  return frame;
}

static void
append_texts (LiaisonCardEditor *self, const LiaisonSlot *slot, const char *heading)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < self->tags->len; i++)
    if (is_shown (self, i))
      gtk_box_append (GTK_BOX (row), text_new (self, *slot, heading, self->tags->pdata[i]));
  gtk_box_append (self->box, row);
}

static void
append_heading (LiaisonCardEditor *self, const char *text, const char *hint)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->box, label);
  if (hint == NULL)
    return;
  label = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

static GtkWidget *
entry_new (LiaisonCardEditor *self, LiaisonId item, guint list, guint field, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  const LiaisonSlot slot = liaison_slot_item_field (self->briefing, list, item, field);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (entry, label);
  liaison_card_cell_take (entry, self->session, &slot, label);
  g_ptr_array_add (self->cells, entry);
  return entry;
}

static void
append_statement (LiaisonCardEditor *self, const LiaisonStatementData *statement)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonText *question =
      liaison_outline_get_question ((LiaisonBriefingTopic) statement->topic);
  const char *label = liaison_briefing_topics.choices[statement->topic].label;
  const char *heading = _ (*label != '\0' ? label : N_ ("Other"));
  const LiaisonSlot slot =
      liaison_slot_item_field (self->briefing, LIAISON_FIELD (Briefing, statements),
                               statement->block.id, LIAISON_FIELD (Statement, text));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_heading (self, heading,
                  question != NULL ? liaison_text_pick (
                      question, liaison_words_get_language (manner.words), NULL)
                                   : NULL);
  append_texts (self, &slot, heading);
  gtk_box_append (GTK_BOX (row),
                  entry_new (self, statement->block.id, LIAISON_FIELD (Briefing, statements),
                             LIAISON_FIELD (Statement, source), _ ("Source")));
  gtk_box_append (GTK_BOX (row),
                  entry_new (self, statement->block.id, LIAISON_FIELD (Briefing, statements),
                             LIAISON_FIELD (Statement, source_link), _ ("Link to the source")));
  gtk_box_append (self->box, row);
}

static void
append_phrase (LiaisonCardEditor *self, const LiaisonPhraseData *phrase)
{
  const LiaisonSlot slot =
      liaison_slot_item_field (self->briefing, LIAISON_FIELD (Briefing, phrases), phrase->block.id,
                               LIAISON_FIELD (Phrase, meaning));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  append_texts (self, &slot, _ ("Meaning"));
  gtk_box_append (GTK_BOX (row),
                  entry_new (self, phrase->block.id, LIAISON_FIELD (Briefing, phrases),
                             LIAISON_FIELD (Phrase, phrase), _ ("Phrase")));
  gtk_box_append (GTK_BOX (row),
                  entry_new (self, phrase->block.id, LIAISON_FIELD (Briefing, phrases),
                             LIAISON_FIELD (Phrase, transcription), _ ("In Latin letters")));
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (self->box, row);
}

static void
append_rank (LiaisonCardEditor *self, const LiaisonRankNameData *rank)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *code = gtk_label_new (rank->code);
  const guint list = LIAISON_FIELD (Briefing, ranks);

  gtk_widget_set_size_request (code, 60, -1);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_box_append (GTK_BOX (row), code);
  gtk_box_append (GTK_BOX (row), entry_new (self, rank->block.id, list,
                                            LIAISON_FIELD (RankName, rank), _ ("Rank")));
  gtk_box_append (GTK_BOX (row),
                  entry_new (self, rank->block.id, list, LIAISON_FIELD (RankName, abbreviation),
                             _ ("Abbreviation")));
  gtk_box_append (GTK_BOX (row), entry_new (self, rank->block.id, list,
                                            LIAISON_FIELD (RankName, service), _ ("Service")));
  gtk_box_append (self->box, row);
}

static guint
count_items (const LiaisonBriefingData *data)
{
  return liaison_items_get_size (data->statements) * 10000
         + liaison_items_get_size (data->phrases) * 100 + liaison_items_get_size (data->ranks);
}

static void
clear (LiaisonCardEditor *self)
{
  GtkWidget *child;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_ptr_array_set_size (self->cells, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

/* @all or what has no translation; the heading only above something. */
static void
append_phrases (LiaisonCardEditor *self, const GPtrArray *phrases, gboolean all)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < phrases->len; i++)
    if (all || is_missing (self, ((LiaisonPhraseData *) phrases->pdata[i])->meaning))
      {
        if (!headed)
          append_heading (self, _ ("Useful phrases"), NULL);
        headed = TRUE;
        append_phrase (self, phrases->pdata[i]);
      }
}

static void
fill (LiaisonCardEditor *self)
{
  const LiaisonBlock *block = find_briefing (self);
  const LiaisonBriefingData *data;
  g_autoptr (LiaisonCard) card = NULL;
  gboolean all = !gtk_check_button_get_active (self->missing);
  LiaisonSlot slot;

  clear (self);
  if (block == NULL)
    return;
  data = LIAISON_DATA (Briefing, block);
  card = liaison_card_new (block, "en", LIAISON_CARD_WITH_REFUSED);
  self->n_items = count_items (data);
  slot = liaison_slot_field (self->briefing, LIAISON_FIELD (Briefing, title));
  if (all || is_missing (self, data->title))
    {
      append_heading (self, _ ("Title"), NULL);
      append_texts (self, &slot, _ ("Title"));
    }
  slot = liaison_slot_field (self->briefing, LIAISON_FIELD (Briefing, summary));
  if (all || is_missing (self, data->summary))
    {
      append_heading (self, _ ("Summary"), NULL);
      append_texts (self, &slot, _ ("Summary"));
    }
  for (guint i = 0; i < card->lines->len; i++)
    {
      const LiaisonStatementData *statement =
          g_array_index (card->lines, LiaisonCardLine, i).statement;

      if (all || is_missing (self, statement->text))
        append_statement (self, statement);
    }
  if (all && card->ranks->len > 0)
    append_heading (self, _ ("Ranks"), NULL);
  for (guint i = 0; all && i < card->ranks->len; i++)
    append_rank (self, card->ranks->pdata[i]);
  append_phrases (self, card->phrases, all);
  show_counts (self);
}

/* Follows the plan, but leaves alone what is being written in. */
static void
document_changed_cb (LiaisonCardEditor *self)
{
  const LiaisonBlock *block = find_briefing (self);

  if (block == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (count_items (LIAISON_DATA (Briefing, block)) != self->n_items)
    {
      fill (self);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    liaison_card_cell_refresh (self->cells->pdata[i]);
  show_counts (self);
}

static void
add_cb (LiaisonCardEditor *self)
{
  const LiaisonBlock *block = find_briefing (self);
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (self->session));
  g_autoptr (LiaisonBlock) item = liaison_block_new (&liaison_statement_shape, id);
  const LiaisonSlot slot =
      liaison_slot_item (self->briefing, LIAISON_FIELD (Briefing, statements), id);
  LiaisonProposal *proposal;

  if (block == NULL)
    return;
  ((LiaisonStatementData *) item)->topic = (int) gtk_drop_down_get_selected (self->topics) + 1;
  ((LiaisonStatementData *) item)->status = LIAISON_STATEMENT_STATUS_PROPOSED;
  proposal = liaison_proposal_new (N_ ("Add a statement to {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", self->briefing));
  liaison_proposal_take (proposal, &liaison_briefing_kind, &slot, liaison_value_block (item));
  liaison_session_commit (self->session, proposal, NULL);
}

static void
toggled_cb (LiaisonCardEditor *self, GtkToggleButton *button)
{
  guint n = 0;

  if (self->filling)
    return;
  for (guint i = 0; i < self->tags->len; i++)
    n += is_shown (self, i);
  if (n == 0 || n > MAX_COLUMNS)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      gtk_toggle_button_set_active (button, n == 0);
      return;
    }
  fill (self);
}

static gboolean
close_request_cb (LiaisonCardEditor *self)
{
  /* What is being written goes into the plan. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  return FALSE;
}

static GtkWidget *
languages_new (LiaisonCardEditor *self, const char *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint others = 0;

  self->filling = TRUE;
  for (guint i = 0; i < self->tags->len; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (self->tags->pdata[i]);
      gboolean chosen = g_strcmp0 (self->tags->pdata[i], first) == 0;

      if (!chosen && others < 2)
        {
          chosen = TRUE;
          others++;
        }
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen);
      gtk_widget_set_tooltip_text (button, _ ("Show this language beside the others"));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  self->filling = FALSE;
  return box;
}

static GtkWidget *
adding_new (LiaisonCardEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add Statement"));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkExpression *string = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  for (guint i = 1; i < liaison_briefing_topics.n; i++)
    gtk_string_list_append (labels, _ (liaison_briefing_topics.choices[i].label));
  self->topics =
      GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), string));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->topics), _ ("Topic of a new statement"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->topics));
  gtk_box_append (GTK_BOX (box), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  return box;
}

static GtkWidget *
content_new (LiaisonCardEditor *self, const char *first)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *languages = gtk_scrolled_window_new ();

  self->missing =
      GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("Only what is _missing")));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 24);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (languages), languages_new (self, first));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (languages), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (languages, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_start (tools, 18);
  gtk_widget_set_margin_end (tools, 18);
  gtk_widget_set_margin_top (tools, 6);
  gtk_widget_set_margin_bottom (tools, 6);
  gtk_box_append (GTK_BOX (tools), languages);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->missing));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), adding_new (self));
  gtk_box_append (GTK_BOX (content), bar);
  gtk_box_append (GTK_BOX (content), tools);
  gtk_box_append (GTK_BOX (content), scroller);
  g_signal_connect_swapped (self->missing, "toggled", G_CALLBACK (fill), self);
  return content;
}

static void
liaison_card_editor_dispose (GObject *object)
{
  LiaisonCardEditor *self = LIAISON_CARD_EDITOR (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_card_editor_parent_class)->dispose (object);
}

static void
liaison_card_editor_finalize (GObject *object)
{
  LiaisonCardEditor *self = LIAISON_CARD_EDITOR (object);

  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (liaison_card_editor_parent_class)->finalize (object);
}

static void
liaison_card_editor_class_init (LiaisonCardEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_card_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_card_editor_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
liaison_card_editor_init (LiaisonCardEditor *self)
{
  self->tags = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
}

/* Those of the exercise, and those the card has besides. */
static void
take_tags (LiaisonCardEditor *self)
{
  g_autofree const char **known = liaison_field_languages_list (self->session);
  const LiaisonItems *items = LIAISON_DATA (Briefing, find_briefing (self))->statements;

  for (guint i = 0; known[i] != NULL; i++)
    g_ptr_array_add (self->tags, (gpointer) known[i]);
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonText *text = LIAISON_DATA (Statement, liaison_items_get (items, i))->text;

      for (guint j = 0; j < liaison_text_get_size (text); j++)
        if (!g_ptr_array_find (self->tags, liaison_text_get_language (text, j), NULL))
          g_ptr_array_add (self->tags, (gpointer) liaison_text_get_language (text, j));
    }
}

GtkWidget *
liaison_card_editor_new (GtkWindow *parent,
                         LiaisonSession *session,
                         LiaisonId briefing,
                         const char *language)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autofree char *name = liaison_manner_tell_name (&manner, briefing);
  LiaisonCardEditor *self =
      g_object_new (LIAISON_TYPE_CARD_EDITOR, "transient-for", parent, "title", name,
                    "default-width", 1100, "default-height", 700, NULL);

  self->session = g_object_ref (session);
  self->briefing = briefing;
  take_tags (self);
  adw_window_set_content (ADW_WINDOW (self), content_new (self, language));
  fill (self);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
