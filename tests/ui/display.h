/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting in tests of widgets. Frames and threads end when they end: a test that takes them as done
 * by now fails on a busy machine.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes GTK ready as the program does, but without assistive technology and in the C locale; FALSE, having said so, where there
 * is no display: nothing to run. */
gboolean liaison_test_init (int *argc, char ***argv);

/* How long a test waits for what must come, in microseconds; it is waited out only where it never
 * comes. */
#define LIAISON_TEST_PATIENCE (30 * G_USEC_PER_SEC)

/* Iterates the default main context until the condition holds or patience ends. */
#define liaison_test_wait_until(condition)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (gint64 wait_end = g_get_monotonic_time () + LIAISON_TEST_PATIENCE;                        \
         !(condition) && g_get_monotonic_time () < wait_end;)                                      \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
