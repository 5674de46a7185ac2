/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is printed from the page of cards. */
#include "config.h"

#include "briefings/cards-page-private.h"

#include "print/print-window.h"
#include "shared/record-list.h"

#include "pack/briefing-reports.h"
#include "words/names.h"

#include <glib/gi18n.h>
#include <string.h>

static void
print (LiaisonCardsPage *self, LiaisonReportFunc report, gboolean all, const char *title)
{
  const LiaisonBlock *block = liaison_cards_page_find_card (self, self->nation);

  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_report (
      liaison_cards_page_get_window (self), self->session, report,
      block != NULL ? &block->id : NULL, block != NULL && !all ? 1 : 0, title, title)));
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (widget);

  if (strcmp (action, "cards.print") == 0)
    print (self, liaison_report_briefings, FALSE, _ ("Briefing Card"));
  else if (strcmp (action, "cards.print-all") == 0)
    print (self, liaison_report_briefings, TRUE, _ ("Briefing Cards"));
  else if (strcmp (action, "cards.phrases") == 0)
    print (self, liaison_report_phrase_sheets, FALSE, _ ("Phrase Sheet"));
  else if (strcmp (action, "cards.phrases-all") == 0)
    print (self, liaison_report_phrase_sheets, TRUE, _ ("Phrase Sheets"));
  else if (strcmp (action, "cards.flags") == 0)
    print (self, liaison_report_flags, TRUE, _ ("Order of Flags"));
  else
    print (self, liaison_report_ranks, TRUE, _ ("Ranks Side by Side"));
}

/* Room cards: the event is chosen from a list with a search. */

static char *
tell_event (gpointer item, gpointer owner)
{
  return liaison_record_list_tell (LIAISON_CARDS_PAGE (owner)->session, item);
}

static char *
tell_event_detail (gpointer item, gpointer owner)
{
  LiaisonManner manner = liaison_session_get_manner (LIAISON_CARDS_PAGE (owner)->session);

  return liaison_manner_tell_start_local (&manner, liaison_record_get_block (item));
}

static gboolean
is_event_chosen (gpointer item, gpointer owner)
{
  return FALSE;
}

static void
choose_event (gpointer item, gpointer owner)
{
  LiaisonCardsPage *self = owner;
  const LiaisonId id = liaison_record_get_id (item);

  gtk_popover_popdown (GTK_POPOVER (self->rooms));
  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_report (
      liaison_cards_page_get_window (self), self->session, liaison_report_room_cards, &id, 1,
      _ ("Room Card"), "room-card")));
}

static void
room_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const LiaisonFieldPopoverFuncs funcs = { tell_event, tell_event_detail, is_event_chosen,
                                                  choose_event };
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (widget);

  if (self->rooms == NULL)
    {
      self->rooms = liaison_field_popover_new (
          liaison_record_list_model_new (self->session, LIAISON_TARGET (EVENT)), &funcs, self,
          _ ("Events"), FALSE);
      gtk_widget_set_size_request (GTK_WIDGET (self->rooms), 440, -1);
      gtk_widget_set_parent (GTK_WIDGET (self->rooms), self->more);
    }
  liaison_field_popover_open (self->rooms);
}

gboolean
liaison_cards_print_shown (LiaisonPrintable *printable, GtkWindow *parent)
{
  LiaisonCardsPage *self = LIAISON_CARDS_PAGE (printable);
  gboolean card = liaison_cards_page_find_card (self, self->nation) != NULL;

  print (self, liaison_report_briefings, FALSE, card ? _ ("Briefing Card") : _ ("Briefing Cards"));
  return TRUE;
}

GMenuModel *
liaison_cards_printing_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  g_autoptr (GMenu) word = g_menu_new ();

  g_menu_append (word, _ ("_Withdraw the Approval"), "cards.withdraw");
  g_menu_append (paper, _ ("_Print This Card…"), "cards.print");
  g_menu_append (paper, _ ("Print _All Cards…"), "cards.print-all");
  g_menu_append (paper, _ ("Print All Phrase _Sheets…"), "cards.phrases-all");
  g_menu_append (paper, _ ("Room _Card of an Event…"), "cards.room");
  g_menu_append (paper, _ ("Print the Order of _Flags…"), "cards.flags");
  g_menu_append (paper, _ ("Print _Ranks Side by Side…"), "cards.ranks");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (word));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  return G_MENU_MODEL (menu);
}

void
liaison_cards_printing_install (GtkWidgetClass *klass)
{
  static const char *const prints[] = { "cards.print",       "cards.print-all", "cards.phrases",
                                        "cards.phrases-all", "cards.flags",     "cards.ranks" };

  for (guint i = 0; i < G_N_ELEMENTS (prints); i++)
    gtk_widget_class_install_action (klass, prints[i], NULL, print_cb);
  gtk_widget_class_install_action (klass, "cards.room", NULL, room_cb);
}
