/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/card-view.h"

#include "brief/approval.h"
#include "brief/card.h"
#include "brief/flags.h"
#include "brief/outline.h"
#include "brief/rich-text.h"
#include "pack/briefing-pages.h"
#include "record/kinds/participant.h"
#include "words/dates.h"
#include "words/direction.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define STATEMENT_KEY "liaison-statement"
#define STEP_KEY      "liaison-step"

struct _LiaisonCardView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonWords *words; /* of the card's language */
  GtkWidget *scroller;

  /* Borrowed */
  GtkBox *box; /* in the scroller */

  LiaisonId briefing;
};

G_DEFINE_FINAL_TYPE (LiaisonCardView, liaison_card_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A card while it is written into the box. */
typedef struct
{
  LiaisonCardView *view;
  LiaisonManner manner;
  const LiaisonBriefingData *briefing;
  LiaisonCard *card;
} Writer;

static const char *
pick (const Writer *self, const LiaisonText *text)
{
  const char *picked = liaison_text_pick (text, self->card->language, NULL);

  return picked != NULL ? picked : "";
}

/* Lines begin where those of their text do, whatever the screen's language. */
static void
align (GtkLabel *label, const char *text)
{
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  gboolean right = mirrored ? liaison_words_find_base (text, -1, TRUE) != LIAISON_DIRECTION_LEFT_TO_RIGHT
                            : liaison_words_find_direction (text) == LIAISON_DIRECTION_RIGHT_TO_LEFT;

  gtk_label_set_xalign (label, right != mirrored ? 1 : 0);
}

static GtkWidget *
label_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
markup_new (const char *markup, const char *text)
{
  GtkWidget *label = label_new (NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  align (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
tag_new (const char *text, const char *tooltip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_tooltip_text (label, tooltip);
  return label;
}

static void
append (Writer *self, GtkWidget *widget)
{
  gtk_box_append (self->view->box, widget);
}

static void
append_heading (Writer *self, const char *text)
{
  GtkWidget *label = label_new (text, "heading");

  gtk_widget_set_margin_top (label, 15);
  gtk_widget_set_margin_bottom (label, 2);
  append (self, label);
}

/* The blocks of a rich text below each other; @tail is markup after the last. */
static GtkWidget *
rich_new (const char *source, gboolean bullet, const char *tail)
{
  g_autoptr (GPtrArray) blocks = liaison_rich_text_parse (source);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (guint i = 0; i < blocks->len; i++)
    {
      const LiaisonRichBlock *block = blocks->pdata[i];
      g_autofree char *markup = liaison_rich_block_to_markup (block);
      const char *mark = block->kind == LIAISON_RICH_ITEM || (bullet && i == 0) ? "• " : "";
      const char *weight = block->kind == LIAISON_RICH_HEADING ? "b" : "span";
      g_autofree char *whole =
          g_strdup_printf ("<%s>%s%s%s</%s>", weight, mark, markup,
                           i + 1 == blocks->len && tail != NULL ? tail : "", weight);
      GtkWidget *label = markup_new (whole, block->text);

      gtk_widget_set_margin_start (label, (int) block->depth * 12);
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static void
step_cb (GtkWidget *view, GtkButton *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (view, signals[SIGNAL_STEP], 0,
                 g_object_get_data (G_OBJECT (button), STATEMENT_KEY),
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), STEP_KEY)));
}

static void
append_step (
    Writer *self, GtkWidget *box, LiaisonId id, const char *label, LiaisonApprovalStep step)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), STATEMENT_KEY, g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (button), STEP_KEY, GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_cb), self->view, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
steps_new (Writer *self, const LiaisonStatementData *statement)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  if (statement->status != LIAISON_STATEMENT_STATUS_APPROVED)
    append_step (self, box, statement->block.id, _ ("_Approve…"), LIAISON_APPROVAL_APPROVE);
  if (statement->status == LIAISON_STATEMENT_STATUS_APPROVED
      || statement->status == LIAISON_STATEMENT_STATUS_REFUSED)
    append_step (self, box, statement->block.id, _ ("Back to _Proposed"),
                 LIAISON_APPROVAL_WITHDRAW);
  if (statement->status != LIAISON_STATEMENT_STATUS_REFUSED)
    append_step (self, box, statement->block.id, _ ("The Nation _Refuses It…"),
                 LIAISON_APPROVAL_REFUSE);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("What the nation says of this statement"));
  liaison_session_bind_writable (self->view->session, button, "visible");
  return button;
}

/* Approved, by whom and when. */
static char *
tell_status (Writer *self, const LiaisonStatementData *statement)
{
  const char *label =
      liaison_statement_statuses
          .choices[statement->status != 0 ? statement->status : LIAISON_STATEMENT_STATUS_PROPOSED]
          .label;
  g_autofree char *day =
      liaison_words_format_day (self->manner.words, statement->approved, LIAISON_DATE_MEDIUM);
  GString *told = g_string_new (_ (label));

  if (statement->approved_by != NULL)
    g_string_append_printf (told, "%s%s", liaison_screen_separator (), statement->approved_by);
  if (*day != '\0')
    g_string_append_printf (told, "%s%s", liaison_screen_separator (), day);
  return g_string_free (told, FALSE);
}

static GtkWidget *
tags_new (Writer *self, const LiaisonCardLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *status = tell_status (self, line->statement);

  gtk_box_append (GTK_BOX (box), tag_new (status, NULL));
  if (line->statement->key)
    gtk_box_append (GTK_BOX (box),
                    tag_new (_ ("★ Room card"), _ ("Among the few things to mind at a meeting")));
  if (!line->translated && *line->text != '\0')
    {
      g_autofree char *language = liaison_words_dup_language (self->manner.words, line->language);
      g_autofree char *text = g_strdup_printf (
          /* Translators: %s is the name of a language that a text is shown in, for want of a
             translation into the one that was asked for: “Shown in English” */
          _ ("Shown in %s"), language);

      gtk_box_append (GTK_BOX (box), tag_new (text, _ ("Not translated into the card’s language")));
    }
  if (line->source == 0 && *line->text != '\0')
    gtk_box_append (GTK_BOX (box), tag_new (_ ("No source"), NULL));
  return box;
}

static GtkWidget *
line_new (Writer *self, const LiaisonCardLine *line, gboolean bullet)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *mark = line->source > 0 ? liaison_card_format_mark (line->source) : NULL;

  if (*line->text != '\0')
    gtk_box_append (GTK_BOX (column), rich_new (line->text, bullet, mark));
  else
    {
      const LiaisonText *question =
          liaison_outline_get_question ((LiaisonBriefingTopic) line->statement->topic);
      GtkWidget *label =
          label_new (question != NULL ? pick (self, question) : _ ("To be answered"), "dim-label");

      align (GTK_LABEL (label), gtk_label_get_text (GTK_LABEL (label)));
      gtk_box_append (GTK_BOX (column), label);
    }
  gtk_box_append (GTK_BOX (column), tags_new (self, line));
  if (line->statement->status == LIAISON_STATEMENT_STATUS_REFUSED)
    gtk_widget_add_css_class (column, "dim-label");
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_margin_bottom (column, 6);
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (GTK_BOX (row), steps_new (self, line->statement));
  return row;
}

static void
write_sections (Writer *self)
{
  for (guint i = 0; i < self->card->sections->len; i++)
    {
      const LiaisonCardSection *section =
          &g_array_index (self->card->sections, LiaisonCardSection, i);
      const char *label = liaison_briefing_topics.choices[section->topic].label;

      append_heading (self, _ (*label != '\0' ? label : N_ ("Other")));
      for (guint j = section->first; j < section->first + section->n; j++)
        append (self, line_new (self, &g_array_index (self->card->lines, LiaisonCardLine, j),
                                section->n > 1));
    }
}

static GtkWidget *
cell_new (const char *text, const char *style)
{
  GtkWidget *label = label_new (text, style);

  align (GTK_LABEL (label), text != NULL ? text : "");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
grid_new (const char *label)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return grid;
}

static void
write_ranks (Writer *self)
{
  GtkWidget *grid;

  if (self->card->ranks->len == 0)
    return;
  append_heading (self, _ ("Ranks"));
  grid = grid_new (_ ("Ranks"));
  for (guint i = 0; i < self->card->ranks->len; i++)
    {
      const LiaisonRankNameData *rank = self->card->ranks->pdata[i];

      gtk_grid_attach (GTK_GRID (grid), cell_new (rank->code, "dim-label"), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (rank->rank != NULL ? rank->rank : "…", NULL), 1,
                       (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (rank->abbreviation, NULL), 2, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (rank->service, "dim-label"), 3, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (pick (self, rank->address), NULL), 4, (int) i, 1,
                       1);
    }
  append (self, grid);
}

static void
write_phrases (Writer *self)
{
  GtkWidget *grid;

  if (self->card->phrases->len == 0)
    return;
  append_heading (self, _ ("Useful phrases"));
  grid = grid_new (_ ("Useful phrases"));
  for (guint i = 0; i < self->card->phrases->len; i++)
    {
      const LiaisonPhraseData *phrase = self->card->phrases->pdata[i];
      GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_box_append (GTK_BOX (said),
                      cell_new (phrase->phrase != NULL ? phrase->phrase : "…", "heading"));
      if (phrase->transcription != NULL)
        gtk_box_append (GTK_BOX (said), cell_new (phrase->transcription, NULL));
      gtk_grid_attach (GTK_GRID (grid), cell_new (pick (self, phrase->meaning), NULL), 0, (int) i,
                       1, 1);
      gtk_grid_attach (GTK_GRID (grid), said, 1, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), cell_new (pick (self, phrase->pronunciation), "dim-label"),
                       2, (int) i, 1, 1);
    }
  append (self, grid);
}

static void
write_flag (Writer *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->view->session));
  g_autoptr (LiaisonFlags) flags = liaison_flags_new (snapshot, LIAISON_FLAG_ORDER_UNSET, NULL, 0);
  guint place = liaison_flags_find (flags, self->briefing->nation);
  g_autofree char *rule = liaison_flags_tell_rule (flags, self->manner.words);
  g_autofree char *told = NULL;

  if (place == 0)
    return;
  told = liaison_words_format (self->manner.words, N_ ("Place {place} of {n} ({rule})."),
                               liaison_operand_integer ("place", place),
                               liaison_operand_integer ("n", flags->n_nations),
                               liaison_operand_text ("rule", rule));
  append_heading (self, _ ("Order of flags"));
  append (self, label_new (told, NULL));
}

static void
write_days (Writer *self)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->view->session));
  g_autoptr (GPtrArray) days =
      liaison_briefing_list_days (snapshot, &self->manner, &self->briefing->block);

  if (days->len == 0)
    return;
  append_heading (self, _ ("Days kept during the exercise"));
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *line = g_strconcat ("• ", days->pdata[i], NULL);
      GtkWidget *label = label_new (line, NULL);

      align (GTK_LABEL (label), line);
      append (self, label);
    }
}

static void
write_contact (Writer *self)
{
  const LiaisonBlock *contact = liaison_lookup_find (&self->manner.lookup, self->briefing->contact);
  g_autofree char *name = NULL, *told = NULL;

  if (contact == NULL || contact->shape != &liaison_participant_kind.shape)
    return;
  name = liaison_manner_tell_block_name (&self->manner, contact);
  told = g_strjoin (liaison_screen_separator (), name,
                    pick (self, LIAISON_DATA (Participant, contact)->appointment), NULL);
  append_heading (self, _ ("Whom to ask"));
  append (self, label_new (told, NULL));
}

static void
write_sources (Writer *self)
{
  if (self->card->sources->len == 0)
    return;
  append_heading (self, _ ("Sources"));
  for (guint i = 0; i < self->card->sources->len; i++)
    {
      const LiaisonCardSource *source = &g_array_index (self->card->sources, LiaisonCardSource, i);
      g_autofree char *told =
          liaison_briefing_tell_source (&self->manner, source->text, NULL, source->date);
      g_autofree char *escaped = g_markup_escape_text (told, -1);
      g_autofree char *link = source->link != NULL ? g_markup_escape_text (source->link, -1) : NULL;
      gboolean safe =
          link != NULL
          && (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"));
      g_autofree char *markup =
          safe ? g_strdup_printf ("%u. %s%s<a href=\"%s\">%s</a>", i + 1, escaped,
                                  liaison_screen_separator (), link, link)
               : g_strdup_printf ("%u. %s", i + 1, escaped);
      GtkWidget *label = markup_new (markup, told);

      gtk_widget_add_css_class (label, "caption");
      append (self, label);
    }
}

static void
write_card (Writer *self, const LiaisonBlock *block)
{
  g_autofree char *title = liaison_briefing_tell_title (&self->manner, block);
  g_autofree char *status = liaison_briefing_tell_status (&self->manner, block);
  GtkWidget *heading = label_new (title, "title-1");

  align (GTK_LABEL (heading), title);
  append (self, heading);
  append (self, label_new (status, "dim-label"));
  if (*pick (self, self->briefing->summary) != '\0')
    {
      GtkWidget *summary = rich_new (pick (self, self->briefing->summary), FALSE, NULL);

      gtk_widget_set_margin_top (summary, 9);
      append (self, summary);
    }
  write_sections (self);
  write_days (self);
  write_flag (self);
  write_ranks (self);
  write_phrases (self);
  write_contact (self);
  write_sources (self);
}

static void
clear (LiaisonCardView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

void
liaison_card_view_show (LiaisonCardView *self, LiaisonId briefing, const char *language)
{
  LiaisonRecord *record =
      liaison_document_find (liaison_session_get_document (self->session), briefing);
  Writer writer = { .view = self };
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double seen = gtk_adjustment_get_value (adjustment);

  clear (self);
  if (record == NULL || liaison_record_get_block (record)->shape != &liaison_briefing_kind.shape)
    {
      self->briefing = (LiaisonId){ 0, 0 };
      return;
    }
  g_clear_pointer (&self->words, liaison_words_unref);
  self->words = liaison_words_new (language, NULL);
  writer.manner = liaison_session_get_manner (self->session);
  writer.manner.words = self->words;
  writer.briefing = LIAISON_DATA (Briefing, liaison_record_get_block (record));
  writer.card = liaison_card_new (&writer.briefing->block, language, LIAISON_CARD_WITH_REFUSED);
  write_card (&writer, &writer.briefing->block);
  liaison_card_free (writer.card);
  gtk_adjustment_set_value (adjustment, liaison_id_same (briefing, self->briefing) ? seen : 0);
  self->briefing = briefing;
}

static void
liaison_card_view_dispose (GObject *object)
{
  LiaisonCardView *self = LIAISON_CARD_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->words, liaison_words_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_card_view_parent_class)->dispose (object);
}

static void
liaison_card_view_class_init (LiaisonCardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_card_view_dispose;
  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "briefing-card");
}

static void
liaison_card_view_init (LiaisonCardView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 36);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

LiaisonCardView *
liaison_card_view_new (LiaisonSession *session)
{
  LiaisonCardView *self = g_object_new (LIAISON_TYPE_CARD_VIEW, NULL);

  self->session = g_object_ref (session);
  return self;
}
