/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interrupt.h"

#include <signal.h>
#include <unistd.h>

static GCancellable *cancellable;
static GMutex mutex;
static gboolean busy;    /* between begin and end */
static int interruption; /* the signal that came meanwhile, or 0 */

/* Those that may end this process: a signal that was ignored when it began stays ignored (nohup).
 */
static void
get_signals (sigset_t *signals)
{
  static const int wanted[] = { SIGINT, SIGTERM, SIGHUP };

  sigemptyset (signals);
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      struct sigaction action;

      if (sigaction (wanted[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        sigaddset (signals, wanted[i]);
    }
}

/* Ends the process as if the signal had never been caught, so that a shell stops its loop too. */
static void
end_by (int signal_number)
{
  sigset_t signals;

  signal (signal_number, SIG_DFL);
  sigemptyset (&signals);
  sigaddset (&signals, signal_number);
  raise (signal_number);
  pthread_sigmask (SIG_UNBLOCK, &signals, NULL);
  _exit (128 + signal_number);
}

/* Cancelling takes locks, which a signal handler must not: a thread waits for signals instead. */
static gpointer
wait_for_signals (gpointer data)
{
  const sigset_t *signals = data;
  int caught;

  while (sigwait (signals, &caught) == 0)
    {
      gboolean wait;

      g_mutex_lock (&mutex);
      wait = busy && interruption == 0;
      interruption = caught;
      g_mutex_unlock (&mutex);
      if (!wait)
        end_by (caught);
      g_cancellable_cancel (cancellable);
    }
  return NULL;
}

void
liaison_interrupt_init (void)
{
  static sigset_t signals;

  cancellable = g_cancellable_new ();
  get_signals (&signals);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signals, &signals));
}

GCancellable *
liaison_interrupt_begin (void)
{
  g_mutex_lock (&mutex);
  busy = TRUE;
  g_mutex_unlock (&mutex);
  return cancellable;
}

gboolean
liaison_interrupt_take (void)
{
  gboolean was;

  g_mutex_lock (&mutex);
  busy = FALSE;
  was = interruption != 0;
  interruption = 0;
  g_mutex_unlock (&mutex);
  if (was)
    g_cancellable_reset (cancellable);
  return was;
}

void
liaison_interrupt_end (void)
{
  int caught;

  g_mutex_lock (&mutex);
  busy = FALSE;
  caught = interruption;
  g_mutex_unlock (&mutex);
  if (caught != 0)
    end_by (caught);
}
