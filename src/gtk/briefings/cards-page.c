/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/cards-page-private.h"

#include "briefings/approval-window.h"
#include "briefings/card-editor.h"
#include "briefings/card-row.h"
#include "shared/field-languages.h"
#include "shared/writing.h"

#include "brief/card.h"
#include "brief/outline.h"
#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/kinds/observance.h"
#include "words/names.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

static void printable_init (LiaisonPrintableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonCardsPage,
                               liaison_cards_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE, printable_init))

const LiaisonBlock *
liaison_cards_page_find_card (LiaisonCardsPage *self, const char *nation)
{
  LiaisonTable *table = liaison_document_get_table (liaison_session_get_document (self->session),
                                                    LIAISON_KIND_BRIEFING);

  for (guint i = 0; nation != NULL && i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));

      if (g_strcmp0 (LIAISON_DATA (Briefing, block)->nation, nation) == 0)
        return block;
    }
  return NULL;
}

const char *
liaison_cards_page_get_language (LiaisonCardsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->language);

  return selected < self->tags->len ? self->tags->pdata[selected]
                                    : liaison_session_get_language (self->session);
}

GtkWindow *
liaison_cards_page_get_window (LiaisonCardsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* The card chosen */

static void
show_count (LiaisonCardsPage *self, const LiaisonBlock *block)
{
  g_autoptr (LiaisonCard) card =
      liaison_card_new (block, liaison_cards_page_get_language (self), 0);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *language =
      liaison_words_dup_language (manner.words, liaison_cards_page_get_language (self));
  g_autofree char *told = NULL;

  if (card->n_untranslated == 0)
    told = g_strdup (_ ("All translated"));
  else
    told = liaison_words_format (
        manner.words,
        /* Translators: of the texts of a briefing card: “5 of 20 not in French” */
        N_ ("{n} of {all} not in {language}"), liaison_operand_integer ("n", card->n_untranslated),
        liaison_operand_integer ("all", card->n_texts),
        liaison_operand_text ("language", language));
  gtk_label_set_text (self->count, told);
}

static void
show_none (LiaisonCardsPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *name =
      self->nation != NULL ? liaison_manner_tell_nation (&manner, self->nation) : NULL;
  g_autofree char *title = NULL, *escaped = NULL;

  if (name == NULL)
    {
      adw_status_page_set_title (self->none, _ ("No Card Chosen"));
      adw_status_page_set_description (
          self->none,
          _ ("Add the nations that take part, then choose one to write its card with it."));
      gtk_widget_set_visible (self->outlines, FALSE);
      return;
    }
  title =
      liaison_words_format (manner.words,
                            /* Translators: “No Card for Norway Yet” */
                            N_ ("No Card for {nation} Yet"), liaison_operand_text ("nation", name));
  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->none, escaped);
  adw_status_page_set_description (
      self->none, _ ("A card begins as questions. The nation answers them, each with its source."));
  gtk_widget_set_visible (self->outlines, TRUE);
}

static void
show_card (LiaisonCardsPage *self)
{
  const LiaisonBlock *block = liaison_cards_page_find_card (self, self->nation);

  gtk_widget_set_sensitive (self->bar, block != NULL);
  if (block == NULL)
    {
      show_none (self);
      gtk_label_set_text (self->count, "");
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  liaison_card_view_show (self->card, block->id, liaison_cards_page_get_language (self));
  show_count (self, block);
  gtk_stack_set_visible_child_name (self->stack, "card");
}

static void
refresh (LiaisonCardsPage *self)
{
  liaison_cards_list_fill (self);
  show_card (self);
}

/* What the person does */

static void
row_selected_cb (LiaisonCardsPage *self, GtkListBoxRow *row)
{
  const LiaisonBlock *block;

  if (self->filling || row == NULL)
    return;
  self->nation = liaison_card_row_get_nation (GTK_WIDGET (row));
  show_card (self);
  block = liaison_cards_page_find_card (self, self->nation);
  if (block != NULL)
    liaison_selection_set_one (liaison_session_get_selection (self->session), block->id);
  else
    liaison_selection_clear (liaison_session_get_selection (self->session));
}

static void
selection_changed_cb (LiaisonCardsPage *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;

  if (block == NULL || block->shape != &liaison_briefing_kind.shape
      || LIAISON_DATA (Briefing, block)->nation == self->nation)
    return;
  self->nation = LIAISON_DATA (Briefing, block)->nation;
  refresh (self);
}

static void
document_changed_cb (LiaisonCardsPage *self, const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;

      if (either->shape == &liaison_briefing_kind.shape
          || either->shape == &liaison_nation_kind.shape
          || either->shape == &liaison_observance_kind.shape
          || either->shape == &liaison_exercise_kind.shape)
        {
          refresh (self);
          return;
        }
    }
}

static void
chosen_cb (LiaisonCardsPage *self)
{
  if (!self->filling)
    refresh (self);
}

static void
step_cb (LiaisonCardsPage *self, const char *statement, int step)
{
  const LiaisonBlock *block = liaison_cards_page_find_card (self, self->nation);
  LiaisonId id;

  if (block != NULL && liaison_id_parse (statement, strlen (statement), &id))
    liaison_approval_present (liaison_cards_page_get_window (self), self->session, block->id, id,
                              (LiaisonApprovalStep) step);
}

static void
approve_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (widget);
  const LiaisonBlock *block = liaison_cards_page_find_card (self, self->nation);

  if (block != NULL)
    liaison_approval_present (liaison_cards_page_get_window (self), self->session, block->id,
                              (LiaisonId){ 0, 0 },
                              strcmp (action, "cards.approve") == 0 ? LIAISON_APPROVAL_APPROVE
                                                                    : LIAISON_APPROVAL_WITHDRAW);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (widget);
  const LiaisonBlock *block = liaison_cards_page_find_card (self, self->nation);

  if (block != NULL)
    gtk_window_present (
        GTK_WINDOW (liaison_card_editor_new (liaison_cards_page_get_window (self), self->session,
                                             block->id, liaison_cards_page_get_language (self))));
}

static void
printable_init (LiaisonPrintableInterface *interface)
{
  interface->print = liaison_cards_print_shown;
}

/* The language of the nation's own, for phrases. */
static const char *
find_phrase_language (LiaisonCardsPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonBlock *nation = liaison_lookup_find_nation (&manner.lookup, self->nation);
  const LiaisonItems *uses = nation != NULL ? LIAISON_DATA (Nation, nation)->languages : NULL;

  return liaison_items_get_size (uses) > 0
             ? LIAISON_DATA (LanguageUse, liaison_items_get (uses, 0))->language.language
             : NULL;
}

static void
outline_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (widget);
  g_autoptr (GPtrArray) outlines = liaison_outline_list ();
  LiaisonRecord *exercise =
      liaison_document_get_exercise (liaison_session_get_document (self->session));

  for (guint i = 0; self->nation != NULL && i < outlines->len; i++)
    {
      const LiaisonOutline *outline = outlines->pdata[i];

      if (strcmp (outline->name, g_variant_get_string (parameter, NULL)) == 0)
        liaison_session_add_record (
            self->session, &liaison_briefing_kind,
            liaison_outline_make_card (
                outline, self->nation, find_phrase_language (self),
                LIAISON_DATA (Exercise, liaison_record_get_block (exercise))->default_marking,
                g_get_real_time () / 1000));
    }
}

/* How it is put together */

static void
fill_languages (LiaisonCardsPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree const char **tags = liaison_field_languages_list (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->tags, 0);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *name = liaison_words_dup_language (manner.words, tags[i]);

      g_ptr_array_add (self->tags, (gpointer) tags[i]);
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->language, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
manner_changed_cb (LiaisonCardsPage *self)
{
  fill_languages (self);
  refresh (self);
}

static GtkWidget *
button_new (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
bar_new (LiaisonCardsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *menu = self->more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = liaison_cards_printing_make_menu ();
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->language = GTK_DROP_DOWN (gtk_drop_down_new (NULL, name));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_set_halign (GTK_WIDGET (self->language), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->language), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->language), _ ("Language the card is read in"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_widget_set_tooltip_text (menu, _ ("More about cards"));
  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->language));
  gtk_box_append (GTK_BOX (box), button_new (_ ("_Edit…"), "cards.edit",
                                             _ ("Write it in several languages side by side")));
  gtk_box_append (GTK_BOX (box), button_new (_ ("_Approve…"), "cards.approve",
                                             _ ("The nation approves all that the card says")));
  gtk_box_append (GTK_BOX (box), button_new (_ ("_Phrase Sheet…"), "cards.phrases",
                                             _ ("The nation’s phrases on a sheet to point at")));
  gtk_box_append (GTK_BOX (box), menu);
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (bar), box);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->count));
  return bar;
}

static GtkWidget *
outlines_new (LiaisonCardsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) outlines = liaison_outline_list ();

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < outlines->len; i++)
    {
      const LiaisonOutline *outline = outlines->pdata[i];
      const char *language = liaison_words_get_language (manner.words);
      GtkWidget *button =
          gtk_button_new_with_label (liaison_text_pick (outline->title, language, NULL));

      gtk_widget_set_tooltip_text (button, liaison_text_pick (outline->summary, language, NULL));
      gtk_widget_add_css_class (button, "pill");
      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cards.outline");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", outline->name);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
main_new (LiaisonCardsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  self->card = liaison_card_view_new (self->session);
  self->none = ADW_STATUS_PAGE (adw_status_page_new ());
  self->outlines = outlines_new (self);
  self->bar = bar_new (self);
  adw_status_page_set_icon_name (self->none, "accessories-dictionary-symbolic");
  adw_status_page_set_child (self->none, self->outlines);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->card), "card");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  g_signal_connect_swapped (self->card, "step", G_CALLBACK (step_cb), self);
  return box;
}

static void
liaison_cards_page_dispose (GObject *object)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (object);

  if (self->rooms != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->rooms)));
  g_clear_pointer (&self->root, gtk_widget_unparent);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_cards_page_parent_class)->dispose (object);
}

static void
liaison_cards_page_class_init (LiaisonCardsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_cards_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "cards.approve", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "cards.withdraw", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "cards.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "cards.outline", "s", outline_cb);
  liaison_cards_printing_install (widget_class);
}

static void
liaison_cards_page_init (LiaisonCardsPage *self)
{
  self->tags = g_ptr_array_new ();
}

GtkWidget *
liaison_cards_page_new (LiaisonSession *session)
{
  static const char *const writing[] = { "cards.edit", "cards.approve", "cards.withdraw",
                                         "cards.outline", NULL };
  LiaisonCardsPage *self = g_object_new (LIAISON_TYPE_CARDS_PAGE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->session = g_object_ref (session);
  self->root = box;
  gtk_box_append (GTK_BOX (box), liaison_cards_list_new (self, G_CALLBACK (row_selected_cb),
                                                         G_CALLBACK (chosen_cb)));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), main_new (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  fill_languages (self);
  refresh (self);
  selection_changed_cb (self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  liaison_bind_writing_actions (GTK_WIDGET (self), session, writing);
  return GTK_WIDGET (self);
}
